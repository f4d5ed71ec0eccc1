namespace Gouji.Ingest.Store;

/// <summary>
/// The findings of comparisons. Another document may bring or resolve one on bytes that did not change; one that is still there in a new
/// version of its document moves to it.
/// </summary>
internal static class Comparisons
{
    public static void Save(Sql sql, CatalogRun run, string family, IReadOnlyDictionary<long, IReadOnlyList<StoredFinding>> findings)
    {
        var before = sql.All(
            "SELECT v.address, f.version, f.key, f.first_seen_run FROM findings f JOIN versions v ON v.version = f.version WHERE f.family = @family AND f.resolved_run IS NULL",
            static row => (Address: row.Number(0), Version: row.Number(1), Key: row.Text(2), FirstSeen: row.Number(3)),
            ("family", family)).ToDictionary(static one => (one.Address, one.Key));
        foreach (var (version, found) in findings.OrderBy(static pair => pair.Key))
        {
            var address = sql.Number("SELECT address FROM versions WHERE version = @version", ("version", version))!.Value;
            foreach (var finding in found)
            {
                var isKnown = before.Remove((address, finding.Key), out var known);
                if (isKnown && known.Version != version)
                {
                    Forget(sql, known.Version, known.Key);
                }

                Keep(sql, version, family, finding, isKnown ? known.FirstSeen : run.Number);
            }
        }

        foreach (var gone in before.Values)
        {
            if (gone.FirstSeen == run.Number)
            {
                Forget(sql, gone.Version, gone.Key);
                continue;
            }

            sql.Run("UPDATE findings SET resolved_run = @run WHERE version = @version AND key = @key", ("run", run.Number), ("version", gone.Version), ("key", gone.Key));
        }
    }

    private static void Forget(Sql sql, long version, string key) =>
        sql.Run("DELETE FROM findings WHERE version = @version AND key = @key", ("version", version), ("key", key));

    private static void Keep(Sql sql, long version, string family, StoredFinding finding, long firstSeen) => sql.Run(
        """
        INSERT INTO findings (version, key, rule, severity, message_zh, message_en, first_seen_run, family)
        VALUES (@version, @key, @rule, @severity, @zh, @en, @first, @family)
        ON CONFLICT (version, key) DO UPDATE SET rule = excluded.rule, severity = excluded.severity, message_zh = excluded.message_zh,
            message_en = excluded.message_en, first_seen_run = excluded.first_seen_run, resolved_run = NULL
        """,
        ("version", version),
        ("key", finding.Key),
        ("rule", finding.Rule),
        ("severity", finding.Severity),
        ("zh", finding.MessageZh),
        ("en", finding.MessageEn),
        ("first", firstSeen),
        ("family", family));
}
