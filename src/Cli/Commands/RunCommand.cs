using System.CommandLine;
using Gouji.Cli.Checking;
using Gouji.Cli.Gathering;
using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Ingest.Crawling;
using Gouji.Ingest.Sources;
using Gouji.Ingest.Store;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary><c>gouji run</c>: the nightly job. Fetches what is new, checks it, and says what changed.</summary>
internal sealed class RunCommand : GoujiCommand
{
    private readonly Argument<string> _sources;
    private readonly WorkspaceOption _workspace;
    private readonly Option<string[]> _rules;
    private readonly Option<string> _out;
    private readonly WordOption _failOn;

    public RunCommand(Session session)
        : base(session, "run", new Message("采集并核对：下载新的和变动的文件，核对后报告变化", "fetch and check: what is new or has changed, and what that means for the findings"))
    {
        Add(_sources = new Argument<string>("SOURCES") { Description = session.Say("来源文件（YAML），见 docs/sources.md", "a sources file (YAML), see docs/sources.md") });
        Add(_workspace = new WorkspaceOption(session));
        Add(_rules = RuleFiles.Option(session));
        Add(_out = new Option<string>("--out")
        {
            HelpName = "DIR",
            Description = session.Say("有变化时，把工作区全部文件的结果写入此文件夹", "where something changed, write the results of all documents held to this folder"),
        });
        Add(_failOn = new WordOption("--fail-on", "notice", "warning", "error", "never")
        {
            Description = session.Say("新问题有此程度或更重时退出码为3（默认 error）", "exit with 3 on new findings of this severity or graver (default: error)"),
        });
    }

    public override string Usage => "SOURCES [options]";

    public override IReadOnlyList<(string Line, Message Does)> Examples =>
    [
        ("gouji run sources.yaml --workspace data", new("采集、核对，报告新增、变动、撤下的文件和新增、已更正的问题", "fetch, check, and tell what is new, changed and withdrawn, and which findings are new or resolved")),
        ("gouji run sources.yaml --out out --json", new("结果另存入 out，摘要输出为 JSON", "write all results to out too, and print the summary as JSON")),
    ];

    public override Message? Remark => new(
        "退出码：0 没有达到 --fail-on 的新问题；1 运行失败，或某来源以前有文件而现在一个也没有；2 用法或来源文件有误；3 有达到 --fail-on 的新问题；4 有地址未能取得或文件未能读取。",
        "Exit status: 0 no new finding at or above --fail-on; 1 failed, or a source that listed documents before lists none; 2 usage or a bad sources file; 3 new findings at or above --fail-on; 4 some addresses could not be fetched or documents not read.");

    protected override int Run(ParseResult arguments)
    {
        var sources = SourcesFiles.Load(Session, arguments.GetValue(_sources)!);
        var rules = RuleFiles.Load(Session, arguments.GetValue(_rules) ?? []);
        var failOn = arguments.GetValue(_failOn) ?? "error";
        using var interruption = Interruption.Watch(Session.Cancellation);
        using var workspace = Workspaces.OpenForRun(Session, _workspace.Read(arguments));
        var result = Work(sources, workspace, rules, arguments.GetValue(_out), interruption.Token);
        var screen = new RunScreen(Session);
        if (WantsJson(arguments))
        {
            Terminal.WriteBytes(RunJson.Of(result));
        }
        else
        {
            screen.PrintData(result);
        }

        screen.PrintSummary(result);
        screen.PrintFindings(result);
        var isTold = new Notifier(Session, sources.Notification).TellAsync(workspace.Catalog, interruption.Token).GetAwaiter().GetResult();
        return isTold ? result.Status(failOn == "never" ? null : Enum.Parse<Severity>(failOn, ignoreCase: true)) : ExitStatus.Failed;
    }

    private GatheredRun Work(SourcesFile sources, Workspace workspace, RuleSet rules, string? output, CancellationToken stop)
    {
        var progress = new Progress(Session);
        try
        {
            var gatherer = new Gatherer(Session, sources, workspace, progress, new CrawlOptions());
            var run = gatherer.CrawlAsync(stop).GetAwaiter().GetResult();
            var checker = new WorkspaceChecker(Session, workspace, rules);
            var notRead = checker.CheckNew(run, progress, stop);
            var result = gatherer.EndAsync(run, notRead, sources.Notification).GetAwaiter().GetResult();
            if (output is not null && (result.IsNews || !File.Exists(Path.Combine(output, OutputFolder.Documents))))
            {
                checker.Export(output, progress, stop);
            }

            return result;
        }
        catch (OperationCanceledException stopped) when (stop.IsCancellationRequested)
        {
            throw Gatherer.Stopped(stopped);
        }
        finally
        {
            progress.Clear();
        }
    }
}
