namespace Gouji.Ingest.Store;

/// <summary>The findings on each version of a document.</summary>
internal static class Findings
{
    /// <summary>The first versions behind one of an address whose findings were not kept since they were read.</summary>
    public static List<(long Address, UncheckedVersion Version)> Missing(Sql sql, string extractorVersion, string rulebookVersion, (long Address, int Ordinal) last, int most) => sql.All(
        """
        SELECT a.url, v.version, v.ordinal, v.sha256, v.first_seen_utc, v.last_seen_utc, v.address FROM versions v JOIN addresses a ON a.address = v.address
        WHERE (v.address, v.ordinal) > (@address, @ordinal) AND v.checked_by IS NOT @checked AND EXISTS (SELECT 1 FROM extractions e
            WHERE e.sha256 = v.sha256 AND e.extractor_version = @extractor AND e.rulebook_version = @rulebook)
        ORDER BY v.address, v.ordinal LIMIT @most
        """,
        static row => (row.Number(6), new UncheckedVersion(
            row.Address(0), new DocumentVersion(row.Number(1), row.Count(2), row.Text(3)) { FirstSeen = row.Time(4), LastSeen = row.Time(5) })),
        ("address", last.Address),
        ("ordinal", last.Ordinal),
        ("checked", CheckedBy(extractorVersion, rulebookVersion)),
        ("extractor", extractorVersion),
        ("rulebook", rulebookVersion),
        ("most", most));

    public static void Save(Sql sql, CatalogRun run, long version, string extractorVersion, string rulebookVersion, IReadOnlyList<StoredFinding> findings, IReadOnlyCollection<string> families)
    {
        sql.Run(
            "UPDATE versions SET checked_by = @checked WHERE version = @version",
            ("checked", CheckedBy(extractorVersion, rulebookVersion)),
            ("version", version));
        var previous = sql.Number(
            "SELECT p.version FROM versions v JOIN versions p ON p.address = v.address AND p.ordinal = v.ordinal - 1 WHERE v.version = @version",
            ("version", version));
        var before = Of(sql, version).Concat(previous is { } known ? Of(sql, known) : [])
            .GroupBy(static finding => finding.Key, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Min(static finding => finding.FirstSeenRun), StringComparer.Ordinal);

        Kinship.Place(sql, version, previous, families);

        // Another rulebook may tell of the same bytes what an earlier one did not; that corrects nothing.
        sql.Run("DELETE FROM findings WHERE version = @version AND family IS NULL", ("version", version));
        foreach (var finding in findings)
        {
            sql.Run(
                """
                INSERT INTO findings (version, key, rule, severity, message_zh, message_en, first_seen_run)
                VALUES (@version, @key, @rule, @severity, @zh, @en, @first)
                """,
                ("version", version),
                ("key", finding.Key),
                ("rule", finding.Rule),
                ("severity", finding.Severity),
                ("zh", finding.MessageZh),
                ("en", finding.MessageEn),
                ("first", before.GetValueOrDefault(finding.Key, run.Number)));
        }

        if (previous is not null)
        {
            sql.Run(
                """
                UPDATE findings SET resolved_run = CASE
                    WHEN EXISTS (SELECT 1 FROM findings f WHERE f.version = @version AND f.key = findings.key) THEN NULL
                    ELSE coalesce(resolved_run, @run) END
                WHERE version = @previous AND family IS NULL
                """,
                ("version", version),
                ("run", run.Number),
                ("previous", previous));
        }
    }

    public static List<StoredFinding> Of(Sql sql, long version) => sql.All(
        "SELECT key, rule, severity, message_zh, message_en, first_seen_run, resolved_run FROM findings WHERE version = @version AND family IS NULL ORDER BY key",
        static row => new StoredFinding(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4)) { FirstSeenRun = row.Number(5), ResolvedRun = row.NumberOrNull(6) },
        ("version", version));

    public static List<RunFinding> ChangedIn(Sql sql, long run) => sql.All(
        """
        SELECT a.url, s.name, f.key, f.rule, f.severity, f.message_zh, f.message_en, f.first_seen_run, f.resolved_run, f.resolved_run IS NOT @run
        FROM findings f JOIN versions v ON v.version = f.version JOIN addresses a ON a.address = v.address JOIN sources s ON s.source = a.source
        WHERE f.resolved_run = @run OR f.first_seen_run = @run AND v.ordinal = (SELECT max(ordinal) FROM versions WHERE address = v.address)
        ORDER BY s.name, a.url, v.ordinal, f.key
        """,
        static row => new RunFinding(
            row.Address(0),
            row.Text(1),
            new StoredFinding(row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6)) { FirstSeenRun = row.Number(7), ResolvedRun = row.NumberOrNull(8) },
            row.Number(9) != 0),
        ("run", run));

    public static FindingChanges Compare(Sql sql, long older, long newer)
    {
        var (before, after) = (Of(sql, older), Of(sql, newer));
        var old = before.Select(static finding => finding.Key).ToHashSet(StringComparer.Ordinal);
        var now = after.Select(static finding => finding.Key).ToHashSet(StringComparer.Ordinal);
        return new FindingChanges(
            [.. before.Where(finding => !now.Contains(finding.Key))],
            [.. after.Where(finding => !old.Contains(finding.Key))],
            [.. after.Where(finding => old.Contains(finding.Key))]);
    }

    private static string CheckedBy(string extractorVersion, string rulebookVersion) => extractorVersion + " " + rulebookVersion;
}
