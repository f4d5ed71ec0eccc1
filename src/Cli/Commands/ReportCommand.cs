using System.CommandLine;
using Gouji.Cli.Gathering;
using Gouji.Cli.Output;
using Gouji.Cli.Reports;
using Gouji.Cli.Screen;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary><c>gouji report</c>: an output folder, or a workspace, as pages for people and as a data package for programs.</summary>
internal sealed class ReportCommand : GoujiCommand
{
    private readonly Argument<string> _folder;
    private readonly Option<string> _out;

    public ReportCommand(Session session)
        : base(session, "report", new Message("把核对结果做成可离线打开的网页", "make web pages of the results, to be read without a network"))
    {
        Add(_folder = new Argument<string>("DIR") { Description = session.Say("check --out 写入的文件夹，或工作区", "a folder written by check --out, or a workspace") });
        Add(_out = new Option<string>("--out") { HelpName = "DIR", Description = session.Say("工作区的结果写入的文件夹", "of a workspace: the folder for its results") });
    }

    public override string Usage => "DIR [options]";

    public override IReadOnlyList<(string Line, Message Does)> Examples =>
    [
        ("gouji report out", new("把 out 的结果做成 out/report/index.html", "make out/report/index.html of the results in out")),
        ("gouji report data --out out", new("核对工作区 data 中的全部文件，写入 out 并做成网页", "check all documents of the workspace data into out, and make pages of them")),
    ];

    protected override int Run(ParseResult arguments)
    {
        var folder = arguments.GetValue(_folder)!;
        using var interruption = Interruption.Watch(Session.Cancellation);
        var progress = new Progress(Session);
        try
        {
            if (Workspaces.Exists(Session, folder))
            {
                folder = Export(folder, arguments.GetValue(_out), progress, interruption.Token);
            }
            else if (arguments.GetValue(_out) is not null)
            {
                throw CommandFailedException.Usage(
                    $"--out 只用于工作区；“{folder}”的网页写在“{Path.Combine(folder, ReportFolder.Name)}”中。",
                    $"--out is for workspaces; the pages of '{folder}' are written into '{Path.Combine(folder, ReportFolder.Name)}'");
            }

            var full = Path.GetFullPath(folder, Terminal.CurrentDirectory);
            var summary = new ReportWriter(Session).Write(folder, full, progress, interruption.Token);
            progress.Clear();
            Print(summary, WantsJson(arguments));
            return ExitStatus.Ok;
        }
        finally
        {
            progress.Clear();
        }
    }

    private string Export(string workspace, string? output, Progress progress, CancellationToken cancellationToken)
    {
        if (output is null)
        {
            throw CommandFailedException.Usage(
                $"“{workspace}”是工作区，缺少 --out。例如：gouji report {workspace} --out out",
                $"'{workspace}' is a workspace, and --out is missing; for example: gouji report {workspace} --out out");
        }

        using var opened = Workspaces.OpenToRead(Session, workspace);
        new WorkspaceChecker(Session, opened, Session.Stages.LoadRules([])).Export(output, progress, cancellationToken);
        return output;
    }

    private void Print(ReportSummary summary, bool asJson)
    {
        if (asJson)
        {
            using var buffer = new RowBuffer();
            using var row = new JsonRowWriter(buffer);
            row.BeginRow();
            row.Text("report", summary.Index);
            row.Count("documents", summary.Documents);
            row.Count("pages", summary.Pages);
            row.Count("originals_missing", summary.OriginalsMissing);
            row.EndRow();
            row.EndLine();
            Terminal.WriteBytes(buffer.Written);
        }

        var ink = Ink.ForError(Terminal);
        ink.Line(Session.Say(
            $"文件{summary.Documents}个，其中{summary.Pages}个有问题，各有一页：{summary.Index}",
            $"{summary.Documents} documents, {summary.Pages} of them with findings and a page each: {summary.Index}"));
        if (summary.OriginalsMissing > 0)
        {
            ink.Line(Session.Say(
                $"{summary.OriginalsMissing}个文件的原件已不在原处、已改动或是扫描件，未附原文；原件的路径相对于运行 check 时的目录。",
                $"{summary.OriginalsMissing} originals are not where they were, have changed or are scans, and are not shown; they are looked for from the directory in which check ran."));
        }
    }
}
