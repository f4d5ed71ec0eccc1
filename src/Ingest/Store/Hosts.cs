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

    public static RobotsRecord? LoadRobots(Sql sql, string host) => sql.First(
        "SELECT host, robots_body, robots_fetched_utc FROM hosts WHERE host = @host AND robots_fetched_utc IS NOT NULL",
        static row => new RobotsRecord(row.Text(0), row.TextOrNull(1), row.Time(2)),
        ("host", host));

    public static void SaveRobots(Sql sql, RobotsRecord robots) => sql.Run(
        """
        INSERT INTO hosts (host, robots_body, robots_fetched_utc) VALUES (@host, @body, @fetched)
        ON CONFLICT (host) DO UPDATE SET robots_body = excluded.robots_body, robots_fetched_utc = excluded.robots_fetched_utc
        """,
        ("host", robots.Host),
        ("body", robots.Body),
        ("fetched", Utc.Text(robots.Fetched)));
}
