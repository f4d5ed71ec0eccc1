using System.Text.Json;

namespace Gouji.Ingest.Store;

/// <summary>The runs of the catalogue. At most one is open; one that was cut off stays open and is taken up again.</summary>
internal static class Runs
{
    private const string Columns = "SELECT run, started_utc, resumed, ended_utc, outcome FROM runs ";

    public static CatalogRun Begin(Sql sql, DateTimeOffset now, IReadOnlyCollection<string>? sources)
    {
        if (sql.First(Columns + "WHERE outcome = 'running'", Read) is { } cutOff)
        {
            sql.Run("UPDATE runs SET resumed = resumed + 1 WHERE run = @run", ("run", cutOff.Number));
            Release(sql);
            return cutOff with { Resumed = cutOff.Resumed + 1 };
        }

        Hosts.CloseCircuits(sql);
        sql.Run("INSERT INTO runs (started_utc, outcome) VALUES (@now, 'running')", ("now", Utc.Text(now)));
        sql.Run(
            """
            UPDATE addresses SET attempts = 0, turn = CASE
                WHEN @sources IS NOT NULL AND source NOT IN (SELECT source FROM sources WHERE name IN (SELECT value FROM json_each(@sources))) THEN 'rest'
                WHEN next_attempt_utc IS NULL OR next_attempt_utc <= @now OR state = 'retry' THEN 'due'
                ELSE 'rest' END
            """,
            ("sources", sources is null ? null : JsonSerializer.Serialize(sources)),
            ("now", Utc.Text(now)));
        return Last(sql)!;
    }

    public static void End(Sql sql, CatalogRun run, RunOutcome outcome, IReadOnlyDictionary<string, long> counters, DateTimeOffset now)
    {
        RequireOpen(sql, run);
        Release(sql);
        sql.Run(
            "UPDATE runs SET ended_utc = @now, outcome = @outcome, counters = @counters WHERE run = @run",
            ("now", Utc.Text(now)),
            ("outcome", Words<RunOutcome>.Of(outcome)),
            ("counters", JsonSerializer.Serialize(new SortedDictionary<string, long>(counters.ToDictionary(), StringComparer.Ordinal))),
            ("run", run.Number));
    }

    public static void RequireOpen(Sql sql, CatalogRun run)
    {
        if (sql.Number("SELECT 1 FROM runs WHERE run = @run AND outcome = 'running'", ("run", run.Number)) is null)
        {
            throw new InvalidOperationException($"run {run.Number} is not under way");
        }
    }

    public static CatalogRun? Last(Sql sql) => sql.First(Columns + "ORDER BY run DESC LIMIT 1", Read);

    public static List<CatalogRun> All(Sql sql) => sql.All(Columns + "ORDER BY run", Read);

    private static void Release(Sql sql) => sql.Run("UPDATE addresses SET turn = 'due' WHERE turn = 'claimed'");

    private static CatalogRun Read(Row row) => new(row.Number(0), row.Time(1), row.Count(2)) { Ended = row.TimeOrNull(3), Outcome = row.Word<RunOutcome>(4) };
}
