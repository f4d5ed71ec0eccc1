using System.CommandLine;
using Gouji.Cli.Gathering;
using Gouji.Cli.Screen;
using Gouji.Ingest.Crawling;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary><c>gouji crawl</c>: fetches what is new.</summary>
internal sealed class CrawlCommand : GoujiCommand
{
    private readonly Argument<string> _sources;
    private readonly WorkspaceOption _workspace;
    private readonly Option<bool> _dryRun;

    public CrawlCommand(Session session)
        : base(session, "crawl", new Message("采集来源文件中的网站，下载新的和变动的文件", "fetch from the sites of a sources file what is new or has changed"))
    {
        Add(_sources = new Argument<string>("SOURCES") { Description = session.Say("来源文件（YAML），见 docs/sources.md", "a sources file (YAML), see docs/sources.md") });
        Add(_workspace = new WorkspaceOption(session));
        Add(_dryRun = new Option<bool>("--dry-run")
        {
            Description = session.Say("只看网页，列出将要下载的文件；不下载，也不改动工作区", "look at pages alone and name what would be downloaded; the workspace is not changed"),
        });
    }

    public override string Usage => "SOURCES [options]";

    public override IReadOnlyList<(string Line, Message Does)> Examples =>
    [
        ("gouji crawl sources.yaml --workspace data", new("采集 sources.yaml 中的网站，原件存入 data", "fetch from the sites of sources.yaml into data")),
        ("gouji crawl sources.yaml --dry-run", new("列出将要下载的文件", "name what would be downloaded")),
    ];

    public override Message? Remark => new(
        "退出码：0 完成；1 运行失败，或某来源以前有文件而现在一个也没有；2 用法或来源文件有误；4 有地址未能取得。",
        "Exit status: 0 done; 1 failed, or a source that listed documents before lists none; 2 usage or a bad sources file; 4 some addresses could not be fetched.");

    protected override int Run(ParseResult arguments)
    {
        var sources = SourcesFiles.Load(Session, arguments.GetValue(_sources)!);
        using var interruption = Interruption.Watch(Session.Cancellation);
        if (arguments.GetValue(_dryRun))
        {
            return new DryRun(Session, sources, _workspace.Read(arguments)).Run(WantsJson(arguments), interruption.Token);
        }

        using var workspace = Workspaces.OpenForRun(Session, _workspace.Read(arguments));
        var progress = new Progress(Session);
        var gatherer = new Gatherer(Session, sources, workspace, progress, new CrawlOptions());
        GatheredRun result;
        try
        {
            var run = gatherer.CrawlAsync(interruption.Token).GetAwaiter().GetResult();
            result = gatherer.EndAsync(run).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException stopped) when (interruption.Token.IsCancellationRequested)
        {
            throw Gatherer.Stopped(stopped);
        }
        finally
        {
            progress.Clear();
        }

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
        return result.Status(failOn: null);
    }
}
