namespace Gouji.Ingest.Store;

/// <summary>
/// What a workspace knows: addresses, requests, versions, runs, hosts and findings. Each operation is one transaction and is on the disk
/// when its task ends. Operations that are under way side by side are flushed together, so callers gain by not waiting for each other.
/// </summary>
public sealed class Catalog
{
    /// <summary>Versions without findings that are fetched together.</summary>
    private const int NeedsTogether = 256;

    private readonly CatalogDatabase _database;
    private readonly TimeProvider _time;
    private readonly CatalogOptions _options;

    internal Catalog(CatalogDatabase database, TimeProvider time, CatalogOptions options) => (_database, _time, _options) = (database, time, options);

    /// <summary>Begins a run, or takes up the one that was cut off: what it had claimed is due again, what it concluded stays.</summary>
    /// <param name="sources">The sources to be visited; null for all. A run that is taken up keeps its own.</param>
    public Task<CatalogRun> BeginRunAsync(IReadOnlyCollection<string>? sources = null) => _database.Write(sql => Runs.Begin(sql, _time.GetUtcNow(), sources));

    /// <summary>Ends a run and judges what is gone.</summary>
    /// <param name="run">The run under way.</param>
    /// <param name="outcome">How it ended; not <see cref="RunOutcome.Running"/>.</param>
    /// <param name="counters">What it counted, for the record.</param>
    /// <param name="tell">What people are to be told of it, null for nothing. It is due from the moment at which the run ends.</param>
    public Task<EndedRun> EndRunAsync(CatalogRun run, RunOutcome outcome, IReadOnlyDictionary<string, long> counters, Func<EndedRun, byte[]?>? tell = null)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(outcome, RunOutcome.Running);
        return _database.Write(sql =>
        {
            var now = _time.GetUtcNow();
            Runs.End(sql, run, outcome, counters, now);
            var withdrawn = Withdrawals.Settle(sql, run, now, _options);
            var ended = new EndedRun(RunReportQuery.Gather(sql, run.Number), withdrawn, Findings.ChangedIn(sql, run.Number), Gaps.ChangedIn(sql, run.Number));
            if (tell?.Invoke(ended) is { } body)
            {
                Tellings.Add(sql, new Telling(run.Number, body));
            }

            return ended;
        });
    }

    /// <summary>What people are still to be told, the oldest run first.</summary>
    public IReadOnlyList<Telling> TellingsDue() => _database.Read(Tellings.Due);

    /// <summary>Says that people were told of a run.</summary>
    public Task ToldAsync(long run) => _database.Write(sql =>
    {
        Tellings.Told(sql, run);
        return true;
    });

    /// <summary>All runs, the oldest first.</summary>
    public IReadOnlyList<CatalogRun> AllRuns() => _database.Read(Runs.All);

    /// <summary>Adds sources, or brings their description up to date.</summary>
    public Task AddSourcesAsync(IReadOnlyList<CatalogSource> sources) => _database.Write(sql =>
    {
        Frontier.AddSources(sql, sources);
        return sources.Count;
    });

    /// <summary>
    /// Adds addresses that were found. Those that are known stay in their state. With a page, its links are then exactly these; a page that
    /// was read and has none is told by an empty list.
    /// </summary>
    /// <param name="run">The run under way.</param>
    /// <param name="page">The page that links to them; null for the start of a source.</param>
    /// <param name="found">The addresses; their sources are known.</param>
    /// <param name="discloses">Whether the page discloses on itself, so that it is a document too.</param>
    public Task<DiscoveryResult> DiscoverAsync(CatalogRun run, Uri? page, IReadOnlyList<Discovered> found, bool discloses = false) =>
        _database.Write(sql => Frontier.Discover(sql, run, page, found, discloses));

    /// <summary>Says that a page links to what it linked to when it was last read. An unchanged answer for a page says so by itself.</summary>
    public Task MarkSeenAsync(CatalogRun run, Uri page) => _database.Write(sql =>
    {
        Runs.RequireOpen(sql, run);
        Frontier.MarkSeen(sql, run.Number, Frontier.Require(sql, page));
        return true;
    });

    /// <summary>
    /// Claims addresses to be asked now: host by host in the order of their names; on a host lists before details before attachments, then
    /// the shallower, then the longer known. A host that rests, or of which something is claimed, is passed over.
    /// </summary>
    /// <param name="run">The run under way.</param>
    /// <param name="most">The most addresses, at least 1.</param>
    /// <param name="perHost">The most addresses of one host, at least 1.</param>
    public Task<Claim> NextDueAsync(CatalogRun run, int most, int perHost)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(perHost, 1);
        return _database.Write(sql => Frontier.Claim(sql, run, most, perHost, _time.GetUtcNow()));
    }

    /// <summary>Puts back an address that was claimed and not asked.</summary>
    /// <param name="address">The address.</param>
    /// <param name="until">Not to be asked before; null for at any time.</param>
    /// <param name="reason">Why it was not asked, as a stable word.</param>
    public Task PutBackAsync(Uri address, DateTimeOffset? until, string? reason) => _database.Write(sql =>
    {
        Frontier.PutBack(sql, address, until, reason);
        return true;
    });

    /// <summary>Leaves an address that was claimed and not asked to a later run.</summary>
    public Task LeaveAsync(Uri address) => _database.Write(sql =>
    {
        Frontier.Leave(sql, address);
        return true;
    });

    /// <summary>Says that what was taken for a page is a document.</summary>
    public Task MarkDocumentAsync(Uri address) =>
        _database.Write(sql => sql.Run("UPDATE addresses SET kind = 'attachment' WHERE url = @url", ("url", address.AbsoluteUri)));

    /// <summary>Records the answer of a claimed address, whose object is committed, and says what it changes.</summary>
    public Task<FetchChange> RecordFetchAsync(CatalogRun run, FetchResponse response) => _database.Write(sql => FetchLog.Record(sql, run, response, _options));

    /// <summary>Pages that the run fetched and whose links it has not told yet, with their bytes: where a run that was cut off goes on.</summary>
    public IReadOnlyList<PageToRead> PagesToRead(CatalogRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _database.Read(sql => Pages.ToRead(sql, run));
    }

    /// <summary>Documents held that are withdrawn, may be, or are no longer listed.</summary>
    public IReadOnlyList<WithdrawalCandidate> WithdrawnCandidates() => _database.Read(Withdrawals.Candidates);

    /// <summary>An address; null where it is not known.</summary>
    public KnownAddress? Find(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _database.Read(sql => Frontier.Find(sql, address));
    }

    /// <summary>All addresses of a kind, in the order in which they were found.</summary>
    public IEnumerable<KnownAddress> Addresses(AddressKind kind) =>
        _database.Each(Frontier.Columns + " WHERE a.kind = @kind ORDER BY a.address", Frontier.Read, ("kind", Words<AddressKind>.Of(kind)));

    /// <summary>What a run did, all of one moment.</summary>
    public RunReport Report(CatalogRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _database.Read(sql => RunReportQuery.Read(sql, run.Number));
    }

    /// <summary>The versions of the document at an address, the oldest first; empty where none is held.</summary>
    public IReadOnlyList<DocumentVersion> VersionsOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _database.Read(sql => Frontier.Number(sql, address) is { } number ? FetchLog.Versions(sql, number) : []);
    }

    /// <summary>All requests in the order in which they were recorded, of one run or of all.</summary>
    public IEnumerable<LoggedFetch> Fetches(long? run = null) =>
        _database.Each(FetchLog.Columns + " WHERE @run IS NULL OR f.run = @run ORDER BY f.fetch", FetchLog.Read, ("run", run));

    /// <summary>The names of all objects, in ordinal order.</summary>
    public IEnumerable<string> Objects() => _database.Each("SELECT sha256 FROM objects ORDER BY sha256", static row => row.Text(0));

    /// <summary>How a host fares; null where nothing is known.</summary>
    public HostRecord? LoadHost(string host) => _database.Read(sql => Hosts.Load(sql, host));

    /// <summary>Keeps how a host fares. It is written soon, not at once.</summary>
    public void SaveHost(HostRecord host) => _database.Post(sql => Hosts.Save(sql, host));

    /// <summary>The robots.txt of a site; null where it was never fetched.</summary>
    public RobotsRecord? LoadRobots(string site) => _database.Read(sql => Hosts.LoadRobots(sql, site));

    /// <summary>Keeps the robots.txt of a site. It is written soon, not at once.</summary>
    public void SaveRobots(RobotsRecord robots) => _database.Post(sql => Hosts.SaveRobots(sql, robots));

    /// <summary>
    /// Versions whose bytes were read under these versions of the program and whose findings were not kept since, the earlier version of an
    /// address first. A document that comes back to earlier bytes is among them, though its bytes need not be read again. They are fetched a
    /// page at a time, so that memory does not depend on how many there are.
    /// </summary>
    public IEnumerable<UncheckedVersion> NeedsFindings(string extractorVersion, string rulebookVersion)
    {
        var last = (Address: 0L, Ordinal: 0);
        List<(long Address, UncheckedVersion Version)> page;
        while ((page = _database.Read(sql => Findings.Missing(sql, extractorVersion, rulebookVersion, last, NeedsTogether))).Count > 0)
        {
            foreach (var (_, version) in page)
            {
                yield return version;
            }

            last = (page[^1].Address, page[^1].Version.Version.Ordinal);
        }
    }

    /// <summary>
    /// Keeps the findings on a version, all together; those on the version before that it lacks are resolved by the run. The families of
    /// the version, and of the one before, are to be compared anew.
    /// </summary>
    /// <param name="run">The run under way.</param>
    /// <param name="version">The number of the version.</param>
    /// <param name="extractorVersion">The version of the readers.</param>
    /// <param name="rulebookVersion">The version of the rules.</param>
    /// <param name="findings">Their keys are unique.</param>
    /// <param name="families">The families of documents that it is compared in.</param>
    public Task SaveFindingsAsync(
        CatalogRun run, long version, string extractorVersion, string rulebookVersion, IReadOnlyList<StoredFinding> findings, IReadOnlyCollection<string> families) =>
        _database.Write(sql =>
        {
            Findings.Save(sql, run, version, extractorVersion, rulebookVersion, findings, families);
            return findings.Count;
        });

    /// <summary>Families of documents of which one has changed since they were compared.</summary>
    public IReadOnlyList<string> FamiliesToCompare() => _database.Read(Kinship.Due);

    /// <summary>The current versions of the documents of a family, in the order of the sources and addresses.</summary>
    public IReadOnlyList<UncheckedVersion> DocumentsOf(string family) => _database.Read(sql => Kinship.Documents(sql, family));

    /// <summary>Keeps what comparing a family came to, all together; what was found before and is not now is resolved by the run.</summary>
    /// <param name="run">The run under way.</param>
    /// <param name="family">The family.</param>
    /// <param name="findings">The findings by the number of the version; their keys are unique within it.</param>
    /// <param name="gaps">Disclosures that are expected and not there.</param>
    public Task SaveComparisonAsync(CatalogRun run, string family, IReadOnlyDictionary<long, IReadOnlyList<StoredFinding>> findings, IReadOnlyList<StoredGap> gaps) =>
        _database.Write(sql =>
        {
            Comparisons.Save(sql, run, family, findings);
            Gaps.Save(sql, run, family, gaps);
            Kinship.Compared(sql, family);
            return findings.Count;
        });

    /// <summary>Gaps that a run was the first to see, and those that it closed.</summary>
    public IReadOnlyList<RunGap> GapsChangedIn(CatalogRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _database.Read(sql => Gaps.ChangedIn(sql, run.Number));
    }

    /// <summary>The findings on a version by itself, in the order of their keys.</summary>
    public IReadOnlyList<StoredFinding> FindingsOf(long version) => _database.Read(sql => Findings.Of(sql, version));

    /// <summary>Findings on current versions that a run was the first to see, and those that a later version of the run lacks.</summary>
    public IReadOnlyList<RunFinding> FindingsChangedIn(CatalogRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _database.Read(sql => Findings.ChangedIn(sql, run.Number));
    }

    /// <summary>How the findings on two versions differ.</summary>
    public FindingChanges CompareFindings(long olderVersion, long newerVersion) => _database.Read(sql => Findings.Compare(sql, olderVersion, newerVersion));

    /// <summary>What the workspace holds, all of one moment.</summary>
    public StatusReport Status() => _database.Read(StatusQuery.Read);
}
