using System.CommandLine;
using Gouji.Cli.Gathering;
using Gouji.Cli.Inputs;
using Gouji.Cli.Screen;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary><c>gouji export</c>: the documents of a workspace as an output folder.</summary>
internal sealed class ExportCommand : GoujiCommand
{
    private readonly Argument<string> _workspace;
    private readonly Option<string> _out;
    private readonly Option<string[]> _rules;

    public ExportCommand(Session session)
        : base(session, "export", new Message("核对工作区中的全部文件，结果写入文件夹", "check all documents of a workspace, and write the results to a folder"))
    {
        Add(_workspace = new Argument<string>("WORKSPACE") { Description = session.Say("工作区文件夹", "the folder of a workspace") });
        Add(_out = new Option<string>("--out") { HelpName = "DIR", Description = session.Say("结果文件夹，内容同 check --out", "the folder of the results, the same files as those of check --out") });
        Add(_rules = RuleFiles.Option(session));
    }

    public override string Usage => "WORKSPACE --out DIR [options]";

    public override IReadOnlyList<(string Line, Message Does)> Examples => [("gouji export data --out out", new("把 data 的结果写入 out", "write the results of data to out"))];

    protected override int Run(ParseResult arguments)
    {
        var output = arguments.GetValue(_out) ?? throw CommandFailedException.Usage(
            "缺少 --out。例如：gouji export data --out out", "--out is missing; for example: gouji export data --out out");
        var rules = RuleFiles.Load(Session, arguments.GetValue(_rules) ?? []);
        using var interruption = Interruption.Watch(Session.Cancellation);
        using var workspace = Workspaces.OpenToRead(Session, arguments.GetValue(_workspace)!);
        var progress = new Progress(Session);
        try
        {
            var totals = new WorkspaceChecker(Session, workspace, rules).Export(output, progress, interruption.Token);
            progress.Clear();
            var summary = new Summary(Session, totals, new LeftOut());
            summary.Print(progress.Elapsed, output);
            if (WantsJson(arguments))
            {
                summary.PrintJson(output);
            }

            return totals.NotRead > 0 ? ExitStatus.Unreadable : ExitStatus.Ok;
        }
        finally
        {
            progress.Clear();
        }
    }
}
