namespace Gouji.Ingest.Store;

/// <summary>What is remembered of hosts.</summary>
internal static class Hosts
{
    public static HostRecord? Load(Sql sql, string host) => sql.First(
        "SELECT host, next_allowed_utc, consecutive_failures, open_until_utc FROM hosts WHERE host = @host",
        static row => new HostRecord(row.Text(0), row.TimeOrNull(1), row.Count(2), row.TimeOrNull(3)),
        ("host", host));

    public static void Save(Sql sql, HostRecord host) => sql.Run(
        """
        INSERT INTO hosts (host, next_allowed_utc, consecutive_failures, open_until_utc) VALUES (@host, @next, @failures, @open)
        ON CONFLICT (host) DO UPDATE SET next_allowed_utc = excluded.next_allowed_utc, consecutive_failures = excluded.consecutive_failures,
            open_until_utc = excluded.open_until_utc
        """,
        ("host", host.Host),
        ("next", Utc.Text(host.NextAllowed)),
        ("failures", host.ConsecutiveFailures),
        ("open", Utc.Text(host.OpenUntil)));

    public static RobotsRecord? LoadRobots(Sql sql, string site) => sql.First(
        "SELECT site, body, fetched_utc FROM robots WHERE site = @site",
        static row => new RobotsRecord(row.Text(0), row.BytesOrNull(1), row.Time(2)),
        ("site", site));

    public static void SaveRobots(Sql sql, RobotsRecord robots) => sql.Run(
        """
        INSERT INTO robots (site, body, fetched_utc) VALUES (@site, @body, @fetched)
        ON CONFLICT (site) DO UPDATE SET body = excluded.body, fetched_utc = excluded.fetched_utc
        """,
        ("site", robots.Site),
        ("body", robots.Body),
        ("fetched", Utc.Text(robots.Fetched)));

    /// <summary>A new run asks each host again, however it fared in the last one. What a host asked for itself stands.</summary>
    public static void CloseCircuits(Sql sql) => sql.Run("UPDATE hosts SET open_until_utc = NULL WHERE open_until_utc IS NOT NULL");
}
