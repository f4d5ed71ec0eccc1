namespace Gouji.Ingest.Store;

/// <summary>Counts what a workspace holds.</summary>
internal static class StatusQuery
{
    public static StatusReport Read(Sql sql)
    {
        // One snapshot, so that the counts add up beside a run that writes.
        sql.Run("BEGIN");
        try
        {
            var counts = sql.All(
                "SELECT kind, state, count(*) FROM addresses GROUP BY state, kind",
                static row => KeyValuePair.Create((row.Word<AddressKind>(0), row.Word<AddressState>(1)), row.Number(2))).ToDictionary();
            var last = Runs.Last(sql);
            return new StatusReport
            {
                Total = Count("SELECT count(*) FROM addresses"),
                Counts = counts,
                Due = Count("SELECT count(*) FROM addresses WHERE turn = 'due'"),
                Claimed = Count("SELECT count(*) FROM addresses WHERE turn = 'claimed'"),
                Held = Count("SELECT count(*) FROM versions WHERE ordinal = 1"),
                Versions = Count("SELECT count(*) FROM versions"),
                Objects = Count("SELECT count(*) FROM objects"),
                ObjectBytes = Count("SELECT coalesce(sum(bytes), 0) FROM objects"),
                Fetches = Count("SELECT count(*) FROM fetches"),
                Resting = last is null ? [] : RunReportQuery.Resting(sql, last.Number),
                Troubles = sql.All(
                    "SELECT a.url, s.name, a.state, a.reason FROM addresses a JOIN sources s ON s.source = a.source WHERE a.state IN ('failed', 'blocked') ORDER BY s.name, a.url",
                    static row => new AddressTrouble(row.Address(0), row.Text(1), row.Word<AddressState>(2), row.TextOrNull(3))),
                LastRun = last,
            };
        }
        finally
        {
            sql.Run("COMMIT");
        }

        long Count(string query) => sql.Number(query) ?? 0;
    }
}
