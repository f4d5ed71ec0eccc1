namespace Gouji.Ingest.Store;

/// <summary>Gathers what a run did.</summary>
internal static class RunReportQuery
{
    public static RunReport Read(Sql sql, long run)
    {
        // One snapshot, so that the parts fit together beside a run that writes.
        sql.Run("BEGIN");
        try
        {
            return Gather(sql, run);
        }
        finally
        {
            sql.Run("COMMIT");
        }
    }

    /// <summary>The same within a transaction.</summary>
    public static RunReport Gather(Sql sql, long run) => new()
    {
        Concluded = sql.All(
            "SELECT kind, state, count(*) FROM addresses WHERE concluded_run = @run GROUP BY kind, state",
            static row => KeyValuePair.Create((row.Word<AddressKind>(0), row.Word<AddressState>(1)), row.Number(2)),
            ("run", run)).ToDictionary(),
        Documents = Documents(sql, run),
        Disclosing = sql.Number("SELECT count(*) FROM addresses WHERE concluded_run = @run AND state = 'fetched' AND discloses", ("run", run)) ?? 0,
        Troubles = Troubles(sql, run),
        Missing = sql.All($"SELECT url FROM addresses a WHERE missing_since_run = @run AND {Frontier.IsDocument} ORDER BY url", static row => row.Address(0), ("run", run)),
        Sources = Sources(sql, run),
        WithoutDocuments = sql.All(
            """
            SELECT url FROM addresses a WHERE kind = 'detail' AND concluded_run = @run AND state = 'fetched' AND links_run IS NOT NULL AND NOT discloses
                AND NOT EXISTS (SELECT 1 FROM links l WHERE l.page = a.address AND l.last_seen_run = a.links_run) ORDER BY url
            """,
            static row => row.Address(0),
            ("run", run)),
        Resting = Resting(sql, run),
        Requests = sql.Number("SELECT count(*) FROM fetches WHERE run = @run", ("run", run)) ?? 0,
        Bytes = sql.Number("SELECT coalesce(sum(bytes), 0) FROM fetches WHERE run = @run", ("run", run)) ?? 0,
    };

    /// <summary>Hosts of which a run has still something to ask, or left it to the next.</summary>
    public static List<RestingHost> Resting(Sql sql, long run) => sql.All(
        """
        SELECT a.host, count(*), coalesce(
            (SELECT f.reason FROM fetches f JOIN addresses b ON b.address = f.address
                WHERE f.run = @run AND b.host = a.host AND f.outcome IN ('failed', 'truncated') ORDER BY f.fetch DESC LIMIT 1),
            min(CASE WHEN a.reason = 'circuit-open' THEN a.reason END))
        FROM addresses a WHERE a.turn <> 'rest' GROUP BY a.host ORDER BY a.host
        """,
        static row => new RestingHost(row.Text(0), row.Number(1), row.TextOrNull(2)),
        ("run", run));

    private static List<RunDocument> Documents(Sql sql, long run) => sql.All(
        $"""
        SELECT a.url, s.name, a.title, v.version, v.ordinal, v.sha256, v.first_seen_utc, v.last_seen_utc,
            (SELECT sha256 FROM versions WHERE address = v.address AND ordinal = v.ordinal - 1)
        FROM versions v JOIN addresses a ON a.address = v.address JOIN sources s ON s.source = a.source
        WHERE v.first_seen_run = @run AND {Frontier.IsDocument} ORDER BY s.name, a.url, v.ordinal
        """,
        static row => new RunDocument(
            row.Address(0),
            row.Text(1),
            row.TextOrNull(2),
            new DocumentVersion(row.Number(3), row.Count(4), row.Text(5)) { FirstSeen = row.Time(6), LastSeen = row.Time(7) },
            row.TextOrNull(8)),
        ("run", run));

    private static List<RunTrouble> Troubles(Sql sql, long run) => sql.All(
        """
        SELECT a.url, s.name, a.kind, a.state, a.reason, coalesce(
            (SELECT outcome FROM fetches WHERE address = a.address AND run < @run ORDER BY fetch DESC LIMIT 1) IN ('fetched', 'not-modified'), 1)
        FROM addresses a JOIN sources s ON s.source = a.source
        WHERE a.concluded_run = @run AND a.state IN ('failed', 'blocked') ORDER BY s.name, a.url
        """,
        static row => new RunTrouble(row.Address(0), row.Text(1), row.Word<AddressKind>(2), row.Word<AddressState>(3), row.TextOrNull(4), row.Number(5) != 0),
        ("run", run));

    private static List<SourceTally> Sources(Sql sql, long run) => sql.All(
        """
        SELECT s.name,
            (SELECT count(*) FROM addresses WHERE source = s.source AND concluded_run = @run AND kind <> 'attachment'),
            (SELECT count(*) FROM fetches f JOIN addresses a ON a.address = f.address
                WHERE f.run = @run AND a.source = s.source AND a.kind = 'attachment' AND f.outcome = 'fetched'),
            (SELECT count(DISTINCT l.target) FROM links l JOIN addresses p ON p.address = l.page JOIN addresses t ON t.address = l.target
                WHERE p.source = s.source AND (t.kind = 'attachment' OR t.discloses) AND l.first_seen_run < @run),
            (SELECT count(DISTINCT l.target) FROM links l JOIN addresses p ON p.address = l.page JOIN addresses t ON t.address = l.target
                WHERE p.source = s.source AND (t.kind = 'attachment' OR t.discloses) AND l.last_seen_run = @run),
            (SELECT min(coalesce(reason, CASE WHEN concluded_run = @run THEN state ELSE 'host-resting' END)) FROM addresses
                WHERE source = s.source AND parent IS NULL AND (concluded_run = @run OR turn <> 'rest')
                HAVING count(*) > 0 AND count(*) FILTER (WHERE state = 'fetched' AND concluded_run = @run) = 0)
        FROM sources s WHERE EXISTS (SELECT 1 FROM addresses WHERE source = s.source AND (concluded_run = @run OR turn <> 'rest')) ORDER BY s.name
        """,
        static row => new SourceTally(row.Text(0), row.Number(1), row.Number(2), row.Number(3), row.Number(4), row.TextOrNull(5)),
        ("run", run));
}
