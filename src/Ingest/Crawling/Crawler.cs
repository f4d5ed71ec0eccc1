using Gouji.Ingest.Discovery;
using Gouji.Ingest.Network;
using Gouji.Ingest.Sources;
using Gouji.Ingest.Store;

namespace Gouji.Ingest.Crawling;

/// <summary>
/// Crawls sources (采集): start pages, the lists they lead to, details, documents, breadth first on each host, several hosts side by side.
/// Each step is in the catalogue before the next begins, so that a run that is cut off at any moment is taken up where it stood.
/// </summary>
/// <param name="file">The sources.</param>
/// <param name="workspace">Where everything is kept; open for a run.</param>
/// <param name="downloader">Fetches; it keeps the pauses.</param>
/// <param name="time">The clock.</param>
/// <param name="options">How to go about it; the usual where left out.</param>
public sealed class Crawler(SourcesFile file, Workspace workspace, IDownloader downloader, TimeProvider time, CrawlOptions? options = null)
{
    private readonly CrawlOptions _options = options ?? new CrawlOptions();
    private readonly Dictionary<string, SourceBudget> _sources = file.Sources.ToDictionary(static source => source.Name, static source => new SourceBudget(source), StringComparer.Ordinal);

    private readonly SortedSet<string> _atLimit = new(StringComparer.Ordinal);

    /// <summary>Told of each address that is done with; called from several threads.</summary>
    public Action<CrawledAddress>? Visited { get; init; }

    /// <summary>Sources of which something was left to a later run, because their limits are reached.</summary>
    public IReadOnlyCollection<string> AtTheirLimit
    {
        get
        {
            lock (_atLimit)
            {
                return [.. _atLimit];
            }
        }
    }

    /// <summary>Begins a run, or takes up the one that was cut off.</summary>
    public async Task<CatalogRun> BeginAsync()
    {
        await workspace.Catalog.AddSourcesAsync([.. file.Sources.Select(static source => new CatalogSource(source.Name, source.Body, SourceDefinition.Of(source)))]);
        return await workspace.Catalog.BeginRunAsync([.. file.Sources.Select(static source => source.Name)]);
    }

    /// <summary>
    /// Asks all that is due. Where it is cancelled, what was under way is due again and the run stays open, to be taken up or ended.
    /// </summary>
    /// <param name="run">The run that was begun.</param>
    /// <param name="cancellationToken">Stops the crawl.</param>
    public async Task CrawlAsync(CatalogRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        using var broken = new BrokenDownloads();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var visitor = new PageVisitor(workspace, _sources);
        var visits = new List<Task>();
        try
        {
            await PrepareAsync(run, visitor, stop.Token);
            while (await ClaimAsync(run, visitor, broken, visits, stop.Token))
            {
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(visits).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Makes the start pages known, and reads what a run that was cut off had fetched and not read.</summary>
    private async Task PrepareAsync(CatalogRun run, PageVisitor visitor, CancellationToken stop)
    {
        var starts = file.Sources.SelectMany(static source => source.Start.Concat(source.Json.Select(static endpoint => endpoint.AddressOf(endpoint.FirstPage)))
            .Select(start => new Discovered(CanonicalAddress.Of(start), source.Name, AddressKind.List, 0)));
        await workspace.Catalog.DiscoverAsync(run, null, [.. starts]);
        foreach (var tally in run.Resumed > 0 ? workspace.Catalog.Report(run).Sources : [])
        {
            _sources.GetValueOrDefault(tally.Source)?.Use(tally);
        }

        await ReadLeftPagesAsync(run, visitor, stop);
    }

    private async Task ReadLeftPagesAsync(CatalogRun run, PageVisitor visitor, CancellationToken stop)
    {
        foreach (var page in workspace.Catalog.PagesToRead(run).Where(page => _sources.ContainsKey(page.Source)))
        {
            stop.ThrowIfCancellationRequested();
            var problem = await visitor.VisitAsync(run, page, stop);
            Visited?.Invoke(new CrawledAddress(page.Address, page.Kind, ChangeKind.Unchanged, null, problem));
        }
    }

    /// <summary>One turn: claims what may be asked, or waits until something may. False when all is done.</summary>
    private async Task<bool> ClaimAsync(CatalogRun run, PageVisitor visitor, BrokenDownloads broken, List<Task> visits, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var idle = (DateTimeOffset?)null;
        if (visits.Count < _options.Hosts)
        {
            var claim = await workspace.Catalog.NextDueAsync(run, _options.Hosts - visits.Count, 1);
            visits.AddRange(claim.Addresses.Select(due => Task.Run(() => VisitAsync(run, due, visitor, broken, stop), CancellationToken.None)));
            if (claim.Addresses.Count > 0)
            {
                return true;
            }

            idle = claim.NextOnIdleHost;
        }

        var pause = idle - time.GetUtcNow();
        if (visits.Count == 0)
        {
            if (pause is not { } wait || wait > _options.LongestPause)
            {
                return false;
            }

            await Task.Delay(Later(wait), time, stop);
            return true;
        }

        await FinishOneAsync(visits, pause, stop);
        return true;
    }

    /// <summary>Waits until a visit ends, or until another host may be asked.</summary>
    private async Task FinishOneAsync(List<Task> visits, TimeSpan? pause, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var any = Task.WhenAny(visits);
        await (pause is { } wait && wait <= _options.LongestPause ? Task.WhenAny(any, Task.Delay(Later(wait), time, enough.Token)) : any);
        await enough.CancelAsync();
        foreach (var ended in visits.Where(static visit => visit.IsCompleted).ToList())
        {
            visits.Remove(ended);
            await ended;
        }
    }

    // A delay counts whole milliseconds and drops the rest.
    private static TimeSpan Later(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds)));

    private async Task VisitAsync(CatalogRun run, DueAddress due, PageVisitor visitor, BrokenDownloads broken, CancellationToken stop)
    {
        var catalog = workspace.Catalog;
        if (!_sources.TryGetValue(due.Source, out var budget) || (due.Kind == AddressKind.Attachment && !_options.Documents))
        {
            await catalog.LeaveAsync(due.Address);
            return;
        }

        if (!budget.TryTake(due.Kind))
        {
            await catalog.LeaveAsync(due.Address);
            lock (_atLimit)
            {
                _atLimit.Add(due.Source);
            }

            return;
        }

        try
        {
            await FetchAsync(run, due, budget, visitor, broken, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Once an answer is recorded nothing is cancelled any more, so the address is still claimed.
            await PutBackAsync(due, null, null);
            throw;
        }
    }

    private async Task FetchAsync(CatalogRun run, DueAddress due, SourceBudget budget, PageVisitor visitor, BrokenDownloads broken, CancellationToken stop)
    {
        var asked = time.GetUtcNow();
        using var part = broken.Take(due.Address);
        var writer = workspace.Objects.BeginWrite();
        var isKept = false;
        try
        {
            var result = await downloader.DownloadAsync(RequestOf(due, budget.Source, part), writer.Stream, stop);
            if (DownloadRecord.IsUnasked(result))
            {
                budget.GiveBack(due.Kind);
                await PutBackAsync(due, asked + result.RetryAfter, result.Reason);
                Visited?.Invoke(new CrawledAddress(due.Address, due.Kind, null, result.Reason));
                return;
            }

            if (due.Kind == AddressKind.Attachment && result.Outcome != DownloadOutcome.Fetched)
            {
                budget.GiveBack(due.Kind);
            }

            var stored = result.Outcome == DownloadOutcome.Fetched ? await writer.CommitAsync(stop) : null;
            if (result.Outcome == DownloadOutcome.Truncated)
            {
                isKept = true;
                await broken.KeepAsync(due.Address, writer, result, stop);
            }

            var change = await workspace.Catalog.RecordFetchAsync(run, DownloadRecord.Of(due.Address, asked, result, stored));
            var problem = await ReadAsync(run, due, change, result, visitor);
            Visited?.Invoke(new CrawledAddress(due.Address, due.Kind, change.Kind, result.Reason, problem));
        }
        finally
        {
            if (!isKept)
            {
                await writer.DisposeAsync();
            }
        }
    }

    /// <summary>Reads a page that is new, changed, or was never read under this definition of its source. It is read even where the run is to stop.</summary>
    private static async Task<Model.Message?> ReadAsync(CatalogRun run, DueAddress due, FetchChange change, DownloadResult result, PageVisitor visitor)
    {
        var isToBeRead = due.Kind != AddressKind.Attachment
            && (change.Kind is ChangeKind.NewDocument or ChangeKind.NewVersion || (change.Kind == ChangeKind.Unchanged && !due.LinksKnown));
        if (!isToBeRead)
        {
            return null;
        }

        var page = new PageToRead(due.Address, due.Source, due.Kind, due.Depth, change.Current!.Sha256, result.Charset) { Title = due.Title, Answered = result.FinalAddress };
        return await visitor.VisitAsync(run, page, CancellationToken.None);
    }

    private DownloadRequest RequestOf(DueAddress due, Source source, BrokenDownloads.Part? part)
    {
        // An original that is lost is fetched again, whatever the server thinks we hold.
        var isHeld = due.Sha256 is { } sha256 && File.Exists(workspace.Objects.PathOf(sha256));
        return new DownloadRequest(due.Address)
        {
            Referrer = due.Parent,
            ETag = part is not null ? part.ETag : isHeld ? due.ETag : null,
            LastModified = part is not null ? part.LastModified : isHeld ? due.LastModified : null,
            PartialPath = part?.Writer.TemporaryPath,
            DeclaredBytes = part?.DeclaredBytes,
            ExpectsDocument = due.Kind == AddressKind.Attachment,
            MaximumBytes = due.Kind == AddressKind.Attachment ? source.Settings.Limits.Bytes : Math.Min(source.Settings.Limits.Bytes, PageReader.MaximumBytes),
            Delay = source.Settings.Politeness.Delay,
        };
    }

    private Task PutBackAsync(DueAddress due, DateTimeOffset? until, string? reason) => workspace.Catalog.PutBackAsync(due.Address, until, reason);
}
