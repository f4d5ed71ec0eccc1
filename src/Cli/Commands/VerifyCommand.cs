using System.CommandLine;
using Gouji.Cli.Gathering;
using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Ingest.Store;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary><c>gouji verify</c>: whether every original still is what it was.</summary>
internal sealed class VerifyCommand : GoujiCommand
{
    private readonly Argument<string> _workspace;

    public VerifyCommand(Session session)
        : base(session, "verify", new Message("核验工作区：重读每个原件，查找损坏和缺失", "read every original of a workspace again, and find what is damaged or missing")) =>
        Add(_workspace = new Argument<string>("WORKSPACE") { Description = session.Say("工作区文件夹", "the folder of a workspace") });

    public override string Usage => "WORKSPACE [options]";

    public override IReadOnlyList<(string Line, Message Does)> Examples => [("gouji verify data", new("核验 data 中的所有原件", "verify all originals of data"))];

    public override Message? Remark => new("退出码：0 完好；1 有原件损坏或缺失。", "Exit status: 0 sound; 1 originals are damaged or missing.");

    protected override int Run(ParseResult arguments)
    {
        using var interruption = Interruption.Watch(Session.Cancellation);
        using var workspace = Workspaces.OpenToRead(Session, arguments.GetValue(_workspace)!);
        var totals = VerifyAsync(workspace, WantsJson(arguments), interruption.Token).GetAwaiter().GetResult();
        if (WantsJson(arguments))
        {
            PrintJson(totals);
        }

        Ink.ForError(Terminal).Line(
            Session.Say(
                $"原件{totals.Total}个，{totals.Bytes}字节：完好{totals.Of(ObjectCondition.Good)}，损坏{totals.Of(ObjectCondition.Corrupt)}，缺失{totals.Of(ObjectCondition.Missing)}，无主{totals.Of(ObjectCondition.Stray)}，残留{totals.Of(ObjectCondition.Leftover)}",
                $"{totals.Total} originals, {Figures.Text(totals.Bytes)} bytes: {totals.Of(ObjectCondition.Good)} good, {totals.Of(ObjectCondition.Corrupt)} corrupt, {totals.Of(ObjectCondition.Missing)} missing, {totals.Of(ObjectCondition.Stray)} stray, {totals.Of(ObjectCondition.Leftover)} leftover"),
            totals.IsSound ? Tone.Good : Tone.Error);
        return totals.IsSound ? ExitStatus.Ok : ExitStatus.Failed;
    }

    private async Task<ObjectTotals> VerifyAsync(Workspace workspace, bool json, CancellationToken cancellationToken)
    {
        var (totals, progress, ink) = (new ObjectTotals(), new Progress(Session), Ink.ForOut(Terminal));
        await foreach (var check in workspace.VerifyAsync(cancellationToken))
        {
            totals.Add(check);
            progress.Advance();
            if (!json && check.Condition != ObjectCondition.Good)
            {
                progress.Interrupt(() => ink.Line($"{Word(check.Condition),-9}{check.Name}", check.Condition is ObjectCondition.Corrupt or ObjectCondition.Missing ? Tone.Error : Tone.Plain));
            }
        }

        progress.Clear();
        return totals;
    }

    private static string Word(ObjectCondition condition) => condition.ToString().ToLowerInvariant();

    private void PrintJson(ObjectTotals totals)
    {
        using var buffer = new RowBuffer();
        using var row = new JsonRowWriter(buffer);
        row.BeginRow();
        row.Count("total", totals.Total);
        row.Count("bytes", totals.Bytes);
        foreach (var condition in Enum.GetValues<ObjectCondition>())
        {
            row.Count(Word(condition), totals.Of(condition));
        }

        row.Flag("sound", totals.IsSound);
        row.EndRow();
        row.EndLine();
        Terminal.WriteBytes(buffer.Written);
    }
}
