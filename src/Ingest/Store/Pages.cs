namespace Gouji.Ingest.Store;

/// <summary>Pages between their answer and the reading of their links.</summary>
internal static class Pages
{
    public static List<PageToRead> ToRead(Sql sql, CatalogRun run) => sql.All(
        """
        SELECT a.url, s.name, a.kind, a.depth, v.sha256, f.charset, a.title, f.chain
        FROM addresses a JOIN sources s ON s.source = a.source
            JOIN versions v ON v.address = a.address AND v.ordinal = (SELECT max(ordinal) FROM versions WHERE address = a.address)
            JOIN fetches f ON f.fetch = v.fetch
        WHERE a.concluded_run = @run AND a.kind IN ('list', 'detail') AND a.state = 'fetched' AND a.links_run IS NOT @run ORDER BY a.address
        """,
        static row => new PageToRead(row.Address(0), row.Text(1), row.Word<AddressKind>(2), row.Count(3), row.Text(4), row.TextOrNull(5))
        {
            Title = row.TextOrNull(6),
            Answered = FetchJson.Chain(row.Text(7)) is [.., var end] ? end.Address : row.Address(0),
        },
        ("run", run.Number));
}
