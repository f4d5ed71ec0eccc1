using Gouji.Cli.Screen;
using Gouji.Ingest.Crawling;
using Gouji.Ingest.Network;
using Gouji.Ingest.Sources;
using Gouji.Ingest.Store;
using Gouji.Model;

namespace Gouji.Cli.Gathering;

/// <summary>Crawls sources into a workspace, and says on the terminal how far it is.</summary>
internal sealed class Gatherer
{
    private readonly Session _session;
    private readonly Workspace _workspace;
    private readonly IDownloader _downloader;
    private readonly Crawler _crawler;

    public Gatherer(Session session, SourcesFile sources, Workspace workspace, Progress progress, CrawlOptions options)
    {
        (_session, _workspace) = (session, workspace);
        _downloader = CreateDownloader(session, sources.AllowPrivateAddresses, sources.Contact, new CatalogHostMemory(workspace.Catalog));
        _crawler = new Crawler(sources, workspace, _downloader, session.Terminal.Time, options)
        {
            Visited = visited =>
            {
                if (visited.Problem is { } problem)
                {
                    progress.Interrupt(() => session.Tell(new Message($"{visited.Address}：{problem.Zh}", $"{visited.Address}: {problem.En}")));
                }

                progress.Advance();
            },
        };
    }

    /// <summary>Sources of which something was left to a later run, because their limits are reached.</summary>
    public IReadOnlyCollection<string> AtTheirLimit => _crawler.AtTheirLimit;

    /// <summary>A downloader as the commands use it. The pauses come from the sources.</summary>
    public static IDownloader CreateDownloader(Session session, bool allowPrivate, string? contact, IHostMemory memory)
    {
        var about = contact is null ? "" : "; contact " + contact;
        var options = new NetworkOptions { Delay = TimeSpan.Zero, AllowPrivateAddresses = allowPrivate, UserAgent = $"Gouji/{Commands.CommandTree.Version} (budget disclosure research{about})" };
        return session.Stages.CreateDownloader(options, memory, session.Terminal.Time);
    }

    /// <summary>Begins a run, or takes up the one that was cut off, and asks all that is due. The run stays open.</summary>
    public async Task<CatalogRun> CrawlAsync(CancellationToken cancellationToken)
    {
        try
        {
            var run = await _crawler.BeginAsync();
            if (run.Resumed > 0)
            {
                _session.Tell(new Message($"接着第{run.Number}次运行（{run.Started:yyyy-MM-dd HH:mm} UTC 开始）。", $"taking up run {run.Number}, which began {run.Started:yyyy-MM-dd HH:mm} UTC"));
            }

            await _crawler.CrawlAsync(run, cancellationToken);
            return run;
        }
        finally
        {
            if (_downloader is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
        }
    }

    /// <summary>What is said where a person stopped the run.</summary>
    public static CommandFailedException Stopped(OperationCanceledException cause) => new(
        ExitStatus.Interrupted, new Message("已中断；下次运行从这里继续。", "stopped; the next run goes on from here"), cause);

    /// <summary>Ends the run, and tells what it did.</summary>
    /// <param name="run">The run.</param>
    /// <param name="notRead">Documents of the run that could not be read.</param>
    /// <param name="notification">Who is to be told of it; null for nobody.</param>
    public async Task<GatheredRun> EndAsync(CatalogRun run, long notRead = 0, Notification? notification = null)
    {
        var before = _workspace.Catalog.Report(run);
        var isStopped = before.Due > 0 || AtTheirLimit.Count > 0;
        var ended = await _workspace.Catalog.EndRunAsync(run, isStopped ? RunOutcome.Stopped : RunOutcome.Completed, new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["documents"] = before.Documents.Count,
            ["requests"] = before.Requests,
            ["bytes"] = before.Bytes,
            ["troubles"] = before.Troubles.Count,
        }, Telling);
        return GatheredRun.Of(run, ended, AtTheirLimit, notRead);

        byte[]? Telling(EndedRun ended) =>
            notification is { IsNobody: false } && GatheredRun.Of(run, ended, AtTheirLimit, notRead) is { IsNews: true } news ? RunJson.Of(news) : null;
    }
}
