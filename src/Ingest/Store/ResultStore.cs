namespace Gouji.Ingest.Store;

/// <summary>
/// Keeps what was read of each object under the versions of the readers and the rules, as named payloads that come back byte by byte.
/// What the payloads are is the caller's matter.
/// </summary>
public sealed class ResultStore
{
    /// <summary>Objects to be read that are fetched together.</summary>
    private const int NeedsTogether = 256;

    private readonly CatalogDatabase _database;

    internal ResultStore(CatalogDatabase database) => _database = database;

    /// <summary>Keeps the results of an object, all members together, in place of those under the same key.</summary>
    /// <param name="key">The object and the versions.</param>
    /// <param name="members">At least one, in the order of the archive; an object that could not be read has one that says so.</param>
    public Task SaveAsync(ExtractionKey key, IReadOnlyList<ExtractedMember> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return SavePackedAsync(key, [.. members.Select(PackedMember.Of)]);
    }

    /// <summary>Keeps the results of an object, all members together, in place of those under the same key.</summary>
    /// <param name="key">The object and the versions.</param>
    /// <param name="members">At least one, in the order of the archive; an object that could not be read has one that says so.</param>
    public Task SavePackedAsync(ExtractionKey key, IReadOnlyList<PackedMember> members)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentOutOfRangeException.ThrowIfZero(members.Count);
        return _database.Write(sql =>
        {
            sql.Run(
                "DELETE FROM extractions WHERE sha256 = @sha256 AND extractor_version = @extractor AND rulebook_version = @rulebook",
                ("sha256", key.Sha256),
                ("extractor", key.ExtractorVersion),
                ("rulebook", key.RulebookVersion));
            for (var i = 0; i < members.Count; i++)
            {
                var extraction = Insert(sql, key, i, members[i]);
                foreach (var (name, bytes, body) in members[i].Payloads)
                {
                    sql.Run(
                        "INSERT INTO payloads (extraction, name, bytes, body) VALUES (@extraction, @name, @bytes, @body)",
                        ("extraction", extraction),
                        ("name", name),
                        ("bytes", bytes),
                        ("body", body));
                }
            }

            return members.Count;
        });
    }

    /// <summary>The results of an object; empty where there are none under this key.</summary>
    /// <param name="key">The object and the versions.</param>
    /// <param name="payloads">The payloads that are wanted; none for all.</param>
    public IReadOnlyList<ExtractedMember> Read(ExtractionKey key, params IReadOnlyList<string> payloads)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(payloads);
        return _database.Read(sql => Read(sql, key, payloads));
    }

    /// <summary>One payload of one member of an object.</summary>
    /// <param name="key">The object and the versions.</param>
    /// <param name="member">0-based place of the member among those of the object.</param>
    /// <param name="payload">The name of the payload; it is there.</param>
    public ReadOnlyMemory<byte> ReadPayload(ExtractionKey key, int member, string payload)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _database.Read(sql => sql.All(
            """
            SELECT p.name, p.bytes, p.body FROM extractions e JOIN payloads p ON p.extraction = e.extraction
            WHERE e.sha256 = @sha256 AND e.extractor_version = @extractor AND e.rulebook_version = @rulebook AND e.ordinal = @ordinal AND p.name = @name
            """,
            Unpacked,
            ("sha256", key.Sha256),
            ("extractor", key.ExtractorVersion),
            ("rulebook", key.RulebookVersion),
            ("ordinal", member),
            ("name", payload))).Single().Value;
    }

    /// <summary>
    /// Objects that were not read by these versions, each once, in the order in which they came. They are fetched a page at a time, so that
    /// memory does not depend on how many there are; what is kept meanwhile does not change the order.
    /// </summary>
    /// <param name="extractorVersion">The version of the readers.</param>
    /// <param name="rulebookVersion">The version of the rules.</param>
    public IEnumerable<ExtractionNeed> NeedsExtraction(string extractorVersion, string rulebookVersion)
    {
        List<(long Version, ExtractionNeed Need)> page;
        for (long last = 0; (page = NeedsAfter(last, extractorVersion, rulebookVersion)).Count > 0; last = page[^1].Version)
        {
            foreach (var (_, need) in page)
            {
                yield return need;
            }
        }
    }

    /// <summary>The current version of each address with its results, in the order of the sources and addresses.</summary>
    /// <param name="extractorVersion">The version of the readers.</param>
    /// <param name="rulebookVersion">The version of the rules.</param>
    public IEnumerable<CurrentResult> Current(string extractorVersion, string rulebookVersion)
    {
        var rows = _database.Each(
            $"""
            SELECT a.url, s.name, a.state, v.version, v.ordinal, v.sha256, v.first_seen_utc, v.last_seen_utc
            FROM addresses a JOIN sources s ON s.source = a.source
                JOIN versions v ON v.address = a.address AND v.ordinal = (SELECT max(ordinal) FROM versions WHERE address = a.address)
            WHERE {Frontier.IsDocument} ORDER BY s.name, a.url
            """,
            static row => new CurrentResult(
                row.Address(0),
                row.Text(1),
                row.Word<AddressState>(2),
                new DocumentVersion(row.Number(3), row.Count(4), row.Text(5)) { FirstSeen = row.Time(6), LastSeen = row.Time(7) },
                []));
        foreach (var row in rows)
        {
            yield return row with { Members = Read(new ExtractionKey(row.Version.Sha256, extractorVersion, rulebookVersion)) };
        }
    }

    private List<(long Version, ExtractionNeed Need)> NeedsAfter(long version, string extractorVersion, string rulebookVersion) => _database.Read(sql => sql.All(
        $"""
        SELECT v.sha256, o.bytes, a.url, a.kind, f.file_name, f.content_type, f.charset, s.name, v.version
        FROM versions v JOIN objects o ON o.sha256 = v.sha256 JOIN addresses a ON a.address = v.address
            JOIN sources s ON s.source = a.source JOIN fetches f ON f.fetch = v.fetch
        WHERE v.version > @last AND {Frontier.IsDocument}
            AND NOT EXISTS (SELECT 1 FROM extractions e WHERE e.sha256 = v.sha256 AND e.extractor_version = @extractor AND e.rulebook_version = @rulebook)
            AND v.version = (SELECT min(w.version) FROM versions w JOIN addresses a ON a.address = w.address WHERE w.sha256 = v.sha256 AND {Frontier.IsDocument})
        ORDER BY v.version LIMIT {NeedsTogether}
        """,
        static row => (row.Number(8), new ExtractionNeed(new StoredObject(row.Text(0), row.Number(1)), row.Address(2), row.Word<AddressKind>(3))
        {
            FileName = row.TextOrNull(4),
            ContentType = row.TextOrNull(5),
            Charset = row.TextOrNull(6),
            Source = row.Text(7),
        }),
        ("last", version),
        ("extractor", extractorVersion),
        ("rulebook", rulebookVersion)));

    private static List<ExtractedMember> Read(Sql sql, ExtractionKey key, IReadOnlyList<string> payloads)
    {
        var members = sql.All(
            """
            SELECT extraction, member, outcome, reason FROM extractions
            WHERE sha256 = @sha256 AND extractor_version = @extractor AND rulebook_version = @rulebook ORDER BY ordinal
            """,
            static row => (Extraction: row.Number(0), Member: new ExtractedMember(row.Text(1), row.Text(2)) { Reason = row.TextOrNull(3) }),
            ("sha256", key.Sha256),
            ("extractor", key.ExtractorVersion),
            ("rulebook", key.RulebookVersion));
        return [.. members.Select(one => one.Member with { Payloads = Payloads(sql, one.Extraction, payloads) })];
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Payloads(Sql sql, long extraction, IReadOnlyList<string> names)
    {
        const string Of = "SELECT name, bytes, body FROM payloads WHERE extraction = @extraction";
        var found = names.Count == 0
            ? sql.All(Of, Unpacked, ("extraction", extraction))
            : names.SelectMany(name => sql.All(Of + " AND name = @name", Unpacked, ("extraction", extraction), ("name", name)));
        return found.ToDictionary(StringComparer.Ordinal);
    }

    private static KeyValuePair<string, ReadOnlyMemory<byte>> Unpacked(Row row) => KeyValuePair.Create(row.Text(0), PackedMember.Unpack(row.Bytes(2), row.Count(1)));

    private static long Insert(Sql sql, ExtractionKey key, int ordinal, PackedMember member) => sql.Number(
        """
        INSERT INTO extractions (sha256, extractor_version, rulebook_version, ordinal, member, outcome, reason)
        VALUES (@sha256, @extractor, @rulebook, @ordinal, @member, @outcome, @reason) RETURNING extraction
        """,
        ("sha256", key.Sha256),
        ("extractor", key.ExtractorVersion),
        ("rulebook", key.RulebookVersion),
        ("ordinal", ordinal),
        ("member", member.Name),
        ("outcome", member.Outcome),
        ("reason", member.Reason))!.Value;
}
