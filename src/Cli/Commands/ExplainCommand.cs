using System.CommandLine;
using System.Text.Json;
using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary><c>gouji explain</c>: the arithmetic of one finding of an output folder.</summary>
internal sealed class ExplainCommand : GoujiCommand
{
    private readonly Argument<string> _folder;
    private readonly Argument<string> _finding;

    public ExplainCommand(Session session)
        : base(session, "explain", new Message("逐项说明一个问题的算式和出处", "show the arithmetic of one finding, term by term, with places"))
    {
        Add(_folder = new Argument<string>("DIR") { Description = session.Say("check --out 写入的文件夹", "a folder written by check --out") });
        Add(_finding = new Argument<string>("FINDING") { Description = session.Say("findings.csv 中的问题编号", "id of a finding, as in findings.csv") });
    }

    public override string Usage => "DIR FINDING [options]";

    public override IReadOnlyList<(string Line, Message Does)> Examples =>
    [
        ("gouji explain out 1a2b3c4d-1", new("说明 out 中的一个问题", "explain one finding of the folder out")),
    ];

    protected override int Run(ParseResult arguments)
    {
        var folder = arguments.GetValue(_folder)!;
        var id = arguments.GetValue(_finding)!;
        var line = Find(folder, id);
        if (WantsJson(arguments))
        {
            Terminal.Out.WriteLine(line);
            return ExitStatus.Ok;
        }

        using var finding = JsonDocument.Parse(line);
        new FindingExplainer(Session).Print(finding.RootElement);
        return ExitStatus.Ok;
    }

    private static string Find(string folder, string id)
    {
        var path = Path.Combine(folder, OutputFolder.FindingsJson);
        var ids = new List<string>();
        try
        {
            foreach (var line in File.ReadLines(path))
            {
                var found = IdOf(line);
                if (string.Equals(found, id, StringComparison.OrdinalIgnoreCase))
                {
                    return line;
                }

                ids.Add(found);
            }
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CommandFailedException.Usage(
                $"“{folder}”中没有 {OutputFolder.FindingsJson}；请给出 check --out 写入的文件夹。",
                $"there is no {OutputFolder.FindingsJson} in '{folder}'; name a folder written by check --out");
        }
        catch (JsonException damage)
        {
            throw CommandFailedException.Failed(
                $"“{path}”第{ids.Count + 1}行已损坏；请重新运行 check --out。",
                $"line {ids.Count + 1} of '{path}' is damaged; run check --out again",
                damage);
        }

        throw NearestWord.Of(id, ids) is { } nearest
            ? CommandFailedException.Usage($"没有问题“{id}”；是否要用“{nearest}”？", $"there is no finding '{id}'; did you mean '{nearest}'?")
            : CommandFailedException.Usage(
                $"没有问题“{id}”；“{folder}”中有{ids.Count}个问题，见 {OutputFolder.Findings}。",
                $"there is no finding '{id}'; '{folder}' has {ids.Count}, listed in {OutputFolder.Findings}");
    }

    private static string IdOf(string line)
    {
        using var finding = JsonDocument.Parse(line);
        return finding.RootElement.ValueKind == JsonValueKind.Object && finding.RootElement.TryGetProperty("finding", out var id)
            ? id.GetString() ?? ""
            : throw new JsonException("The line is no finding.");
    }
}
