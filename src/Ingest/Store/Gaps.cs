namespace Gouji.Ingest.Store;

/// <summary>A disclosure that is expected and not among the documents.</summary>
/// <param name="Body">The body as printed in one of its documents.</param>
/// <param name="FiscalYear">The fiscal year.</param>
/// <param name="Kind">Budget or final accounts, as a word.</param>
/// <param name="WhyZh">Why it is expected, in Chinese.</param>
/// <param name="WhyEn">The same in English.</param>
public sealed record StoredGap(string Body, int FiscalYear, string Kind, string WhyZh, string WhyEn);

/// <summary>A gap that a run was the first to see, or that it closed.</summary>
/// <param name="Gap">The gap.</param>
/// <param name="IsNew">Whether it is new rather than closed.</param>
public sealed record RunGap(StoredGap Gap, bool IsNew);

/// <summary>The gaps of each family.</summary>
internal static class Gaps
{
    public static void Save(Sql sql, CatalogRun run, string family, IReadOnlyList<StoredGap> gaps)
    {
        var open = sql.All(
            "SELECT body, fiscal_year, kind, first_seen_run FROM gaps WHERE family = @family AND closed_run IS NULL",
            static row => (Key: (row.Text(0), row.Count(1), row.Text(2)), FirstSeen: row.Number(3)),
            ("family", family)).ToDictionary(static one => one.Key, static one => one.FirstSeen);
        foreach (var gap in gaps)
        {
            var isKnown = open.Remove((gap.Body, gap.FiscalYear, gap.Kind), out var firstSeen);
            sql.Run(
                """
                INSERT INTO gaps (family, body, fiscal_year, kind, why_zh, why_en, first_seen_run) VALUES (@family, @body, @year, @kind, @zh, @en, @first)
                ON CONFLICT (family, body, fiscal_year, kind) DO UPDATE SET why_zh = excluded.why_zh, why_en = excluded.why_en,
                    first_seen_run = excluded.first_seen_run, closed_run = NULL
                """,
                ("family", family),
                ("body", gap.Body),
                ("year", gap.FiscalYear),
                ("kind", gap.Kind),
                ("zh", gap.WhyZh),
                ("en", gap.WhyEn),
                ("first", isKnown ? firstSeen : run.Number));
        }

        foreach (var ((body, year, kind), firstSeen) in open)
        {
            sql.Run(
                firstSeen == run.Number
                    ? "DELETE FROM gaps WHERE family = @family AND body = @body AND fiscal_year = @year AND kind = @kind AND first_seen_run = @run"
                    : "UPDATE gaps SET closed_run = @run WHERE family = @family AND body = @body AND fiscal_year = @year AND kind = @kind",
                ("family", family),
                ("body", body),
                ("year", year),
                ("kind", kind),
                ("run", run.Number));
        }
    }

    public static List<RunGap> ChangedIn(Sql sql, long run) => sql.All(
        """
        SELECT body, fiscal_year, kind, why_zh, why_en, closed_run IS NOT @run FROM gaps WHERE first_seen_run = @run OR closed_run = @run
        ORDER BY family, body, fiscal_year, kind
        """,
        static row => new RunGap(new StoredGap(row.Text(0), row.Count(1), row.Text(2), row.Text(3), row.Text(4)), row.Number(5) != 0),
        ("run", run));
}
