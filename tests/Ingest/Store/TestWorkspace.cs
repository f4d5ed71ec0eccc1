using System.Text;
using Gouji.Ingest.Store;

namespace Gouji.Ingest.Tests.Store;

/// <summary>A workspace with one source, one run a night, and answers in a word.</summary>
internal sealed class TestWorkspace : IDisposable
{
    public const string Source = "财政局";

    private readonly TempFolder _folder = new();
    private readonly CatalogOptions? _options;

    public TestWorkspace(CatalogOptions? options = null)
    {
        _options = options;
        Workspace = Workspace.Open(_folder.Path, Clock, options);
    }

    public TestClock Clock { get; } = new();

    public Workspace Workspace { get; private set; }

    public Catalog Catalog => Workspace.Catalog;

    public string Folder => _folder.Path;

    public static Uri Url(string path) => new(new Uri("https://czj.example/"), path);

    public static Discovered Found(string path, AddressKind kind = AddressKind.Attachment, int depth = 0) => new(Url(path), Source, kind, depth);

    /// <summary>As after a crash: nothing of the run is ended.</summary>
    public void Reopen()
    {
        Workspace.Dispose();
        Workspace = Workspace.Open(_folder.Path, Clock, _options);
    }

    /// <summary>The next evening.</summary>
    public async Task<CatalogRun> BeginAsync()
    {
        Clock.Now += TimeSpan.FromDays(1);
        await Catalog.AddSourcesAsync([new CatalogSource(Source)]);
        return await Catalog.BeginRunAsync();
    }

    public async Task<IReadOnlyList<WithdrawalCandidate>> EndAsync(CatalogRun run) => (await Catalog.EndRunAsync(run, RunOutcome.Completed, new Dictionary<string, long>())).Withdrawn;

    /// <summary>Asks all that is due and answers by path: a text is fetched; <c>404</c>, <c>403</c>, <c>304</c>, <c>large</c> and <c>fail</c> are what they say.</summary>
    public async Task<Dictionary<string, FetchChange>> AnswerAsync(CatalogRun run, Func<string, string> answer)
    {
        var changes = new Dictionary<string, FetchChange>();
        while (await Catalog.NextDueAsync(run, 100, 100) is { Addresses: { Count: > 0 } due })
        {
            foreach (var one in due)
            {
                var path = one.Address.PathAndQuery.TrimStart('/');
                path = one.Address.Host == "czj.example" ? path : one.Address.Host + "/" + path;
                changes[path] = await RecordAsync(run, one.Address, answer(path));
            }
        }

        return changes;
    }

    public async Task<FetchChange> RecordAsync(CatalogRun run, Uri address, string answer) =>
        await Catalog.RecordFetchAsync(run, await ResponseAsync(address, answer));

    public async Task<FetchResponse> ResponseAsync(Uri address, string answer)
    {
        var response = new FetchResponse { Address = address, Asked = Clock.Now, Outcome = FetchOutcome.Failed };
        return answer switch
        {
            "404" => response with { Outcome = FetchOutcome.Gone, Status = 404, Reason = "not-found" },
            "403" => response with { Outcome = FetchOutcome.Blocked, Status = 403, Reason = "forbidden" },
            "304" => response with { Outcome = FetchOutcome.NotModified, Status = 304 },
            "large" => response with { Outcome = FetchOutcome.TooLarge, Status = 200, Reason = "too-large" },
            "fail" => response with { Reason = "timed-out" },
            _ => response with { Outcome = FetchOutcome.Fetched, Status = 200, Object = await StoreAsync(answer), ContentType = "text/plain" },
        };
    }

    public async Task<StoredObject> StoreAsync(string text)
    {
        await using var writer = Workspace.Objects.BeginWrite();
        await writer.Stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        return await writer.CommitAsync();
    }

    public void Dispose()
    {
        Workspace.Dispose();
        _folder.Dispose();
    }
}
