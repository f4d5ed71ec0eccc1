using System.Collections.Concurrent;
using Gouji.Ingest.Crawling;
using Gouji.Ingest.Network;
using Gouji.Ingest.Sources;
using Gouji.Ingest.Store;
using Gouji.Ingest.Tests.Network;
using Gouji.Ingest.Tests.Site;
using Gouji.Ingest.Tests.Store;
using Microsoft.AspNetCore.Http;

namespace Gouji.Ingest.Tests.Crawling;

/// <summary>Generated sites on a real server, each under a host of its own, with a workspace that they are crawled into.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    private readonly ConcurrentQueue<Request> _requests = [];
    private readonly ConcurrentDictionary<string, int> _underWay = [];
    private readonly Dictionary<string, SitePages> _pages = [];
    private readonly List<TempFolder> _folders = [new()];
    private Tests.Network.Site _server = null!;

    /// <summary>The sites by the order of their hosts.</summary>
    public List<SiteModel> Models { get; } = [];

    public SiteModel Model => Models[0];

    /// <summary>Answers by path in place of those of the sites: bytes, or null for 404.</summary>
    public ConcurrentDictionary<string, byte[]?> Instead { get; } = [];

    public JumpingTime Time => _server.Time;

    public string Folder => _folders[^1].Path;

    /// <summary>The requests so far but those for robots.txt, in the order of their arrival.</summary>
    public IReadOnlyList<Request> Requests => [.. _requests.Where(static request => request.Path != "/robots.txt")];

    public SourcesFile Sources => new() { Sources = [.. Models.Select(static (model, i) => model.Source with { Name = $"某市{i}" })] };

    public static async Task<ServedSite> StartAsync(int departments, int years, int hosts = 1, int seed = 1)
    {
        var site = new ServedSite();
        site._server = await Tests.Network.Site.StartAsync(site.AnswerAsync);
        for (var i = 0; i < hosts; i++)
        {
            site.Publish(i, departments, years, seed + i);
        }

        return site;
    }

    /// <summary>Publishes on a host; what was published with fewer departments stays where it is.</summary>
    public void Publish(int host, int departments, int years, int seed = 1)
    {
        var name = $"www.city{host}.gov.cn";
        var model = new SiteModel(seed, departments, years, _server.At("/", name));
        Models.RemoveAll(one => one.Root == model.Root);
        Models.Insert(host, model);
        _pages[name] = new SitePages(model);
    }

    /// <summary>What follows is crawled into another workspace.</summary>
    public void Move() => _folders.Add(new TempFolder());

    public void Forget() => _requests.Clear();

    public Workspace Open() => Workspace.Open(Folder, Time);

    /// <summary>Whether nothing is answered.</summary>
    public bool IsSilent { get; set; }

    public NetworkOptions Network { get; set; } = Tests.Network.Site.Plain with { ObeyRobots = true, Delay = TimeSpan.Zero };

    public Downloader Downloader(Workspace workspace) => new(
        Network, new CatalogHostMemory(workspace.Catalog), Time, new AddressPolicy(_server.Resolver, allowPrivate: true));

    /// <summary>What the site serves under a path.</summary>
    public byte[] BodyOf(Uri address) => _pages[address.Host].Get(address.PathAndQuery).Body;

    /// <summary>The run of another day, from its begin to its end.</summary>
    public async Task<Outcome> RunAsync(SourcesFile? sources = null, CrawlOptions? options = null, Func<IDownloader, IDownloader>? through = null)
    {
        Time.Advance(TimeSpan.FromDays(1));
        Forget();
        using var workspace = Open();
        await using var downloader = Downloader(workspace);
        var crawler = new Crawler(sources ?? Sources, workspace, through?.Invoke(downloader) ?? downloader, Time, options);
        var run = await crawler.BeginAsync();
        await crawler.CrawlAsync(run, TestContext.Current.CancellationToken);
        var ended = await workspace.Catalog.EndRunAsync(run, RunOutcome.Completed, new Dictionary<string, long>());
        return new Outcome(run, ended.Report, ended.Withdrawn, crawler.AtTheirLimit, workspace.Catalog.Status());
    }

    /// <summary>What the workspace holds, but for when it came.</summary>
    public IReadOnlyList<string> Held()
    {
        using var workspace = Workspace.OpenToRead(Folder);
        var catalog = workspace.Catalog;
        return
        [
            .. Enum.GetValues<AddressKind>().SelectMany(kind => catalog.Addresses(kind)).ToList()
                .Select(one => $"{one.Kind} {one.Address} {one.Depth} {one.Title} {one.Published} {one.State} {one.Reason} from {one.Parent} holds {string.Join(',', catalog.VersionsOf(one.Address).Select(static version => version.Sha256))}")
                .Order(StringComparer.Ordinal),
            .. catalog.Objects().Select(sha256 => $"{sha256} {new FileInfo(workspace.Objects.PathOf(sha256)).Length}"),
        ];
    }

    /// <summary>The files of the workspace but its catalogue, with when each was written.</summary>
    public IReadOnlyList<string> Files() =>
        [.. new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(static file => !file.Name.StartsWith("catalog.db", StringComparison.Ordinal))
            .Select(static file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc:O}").Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> DocumentsHeld()
    {
        using var workspace = Workspace.OpenToRead(Folder);
        return [.. workspace.Catalog.Addresses(AddressKind.Attachment).Where(static one => one.State == AddressState.Fetched).Select(static one => one.Address.AbsoluteUri).Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folders.ForEach(static folder => folder.Dispose());
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (IsSilent)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            return;
        }

        var host = context.Request.Host.Host;
        var path = Microsoft.AspNetCore.Http.Extensions.UriHelper.GetEncodedPathAndQuery(context.Request);
        var others = _underWay.AddOrUpdate(host, 0, static (_, count) => count + 1);
        var answer = Instead.TryGetValue(path, out var bytes)
            ? new SiteAnswer(bytes is null ? 404 : 200, new Dictionary<string, string> { ["Content-Type"] = "application/octet-stream", ["ETag"] = $"\"{bytes?.Length}\"" }, bytes ?? [])
            : _pages[host].Get(path);
        var isHeld = answer.Status == 200 && context.Request.Headers.IfNoneMatch.ToString() == answer.Headers.GetValueOrDefault("ETag");
        var range = context.Request.Headers.Range.ToString();
        var start = answer.Status == 200 && range.Length > 0 ? int.Parse(range["bytes=".Length..^1]) : 0;
        context.Response.StatusCode = isHeld ? 304 : start > 0 ? 206 : answer.Status;
        if (start > 0)
        {
            context.Response.Headers.ContentRange = $"bytes {start}-{answer.Body.Length - 1}/{answer.Body.Length}";
        }

        _requests.Enqueue(new Request(host, path, context.Response.StatusCode, Time.GetUtcNow(), others));
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (!isHeld)
        {
            await context.Response.Body.WriteAsync(answer.Body.AsMemory(start));
        }

        _underWay.AddOrUpdate(host, 0, static (_, count) => count - 1);
    }

    /// <summary>A request as the server saw it; <c>Others</c> counts those of the same host that were under way.</summary>
    internal sealed record Request(string Host, string Path, int Status, DateTimeOffset At, int Others);

    internal sealed record Outcome(CatalogRun Run, RunReport Report, IReadOnlyList<WithdrawalCandidate> Withdrawn, IReadOnlyCollection<string> AtTheirLimit, StatusReport Status);
}
