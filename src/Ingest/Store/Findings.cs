namespace Gouji.Ingest.Store;

/// <summary>The findings on each version of a document.</summary>
internal static class Findings
{
    public static void Save(Sql sql, CatalogRun run, long version, IReadOnlyList<StoredFinding> findings)
    {
        var previous = sql.Number(
            "SELECT p.version FROM versions v JOIN versions p ON p.address = v.address AND p.ordinal = v.ordinal - 1 WHERE v.version = @version",
            ("version", version));
        var before = Of(sql, version).Concat(previous is { } known ? Of(sql, known) : [])
            .GroupBy(static finding => finding.Key, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Min(static finding => finding.FirstSeenRun), StringComparer.Ordinal);

        // Another rulebook may tell of the same bytes what an earlier one did not; that corrects nothing.
        sql.Run("DELETE FROM findings WHERE version = @version", ("version", version));
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
                WHERE version = @previous
                """,
                ("version", version),
                ("run", run.Number),
                ("previous", previous));
        }
    }

    public static List<StoredFinding> Of(Sql sql, long version) => sql.All(
        "SELECT key, rule, severity, message_zh, message_en, first_seen_run, resolved_run FROM findings WHERE version = @version ORDER BY key",
        static row => new StoredFinding(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4)) { FirstSeenRun = row.Number(5), ResolvedRun = row.NumberOrNull(6) },
        ("version", version));

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
}
