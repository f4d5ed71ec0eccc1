namespace Gouji.Ingest.Store;

/// <summary>
/// Tells documents that were taken away from sites that fail. A document counts as missing in a run where it is gone while its host
/// served something else in that run and did not lose most of its documents at once, or where its page was read and links to it no more;
/// and where its bytes are not served from another address. It is withdrawn when it is missing in two runs that are far enough apart,
/// and was not served in between.
/// </summary>
internal static class Withdrawals
{
    /// <summary>No page links to the address <c>a</c> any longer, and at least one that did was read since.</summary>
    private const string IsUnlisted =
        """
        (EXISTS (SELECT 1 FROM links l JOIN addresses p ON p.address = l.page
            WHERE l.target = a.address AND p.kind = 'detail' AND p.state = 'fetched' AND l.last_seen_run < p.links_run)
        AND NOT EXISTS (SELECT 1 FROM links l JOIN addresses p ON p.address = l.page
            WHERE l.target = a.address AND l.last_seen_run = p.links_run AND p.state NOT IN ('gone', 'withdrawn')))
        """;

    /// <summary>The bytes <c>v.sha256</c> are what another address than <c>a</c> gave last.</summary>
    private const string IsMoved =
        """
        EXISTS (SELECT 1 FROM versions w JOIN addresses b ON b.address = w.address
            WHERE w.sha256 = v.sha256 AND b.address <> a.address AND b.state = 'fetched'
                AND w.ordinal = (SELECT max(ordinal) FROM versions WHERE address = b.address))
        """;

    private const string LastVersion = "JOIN versions v ON v.address = a.address AND v.ordinal = (SELECT max(ordinal) FROM versions WHERE address = a.address)";

    /// <summary>Judges the documents that a run found gone. Gives those that are withdrawn by it.</summary>
    public static List<WithdrawalCandidate> Settle(Sql sql, CatalogRun run, DateTimeOffset now, CatalogOptions options)
    {
        var hosts = Hosts(sql, run);
        var gone = sql.All(
            $"""
            SELECT a.address, a.host, a.missing_since_run, a.missing_since_utc, {IsUnlisted}, {IsMoved}, a.url, a.kind, v.sha256, v.last_seen_utc, {Frontier.IsDocument}
            FROM addresses a {LastVersion}
            WHERE a.state = 'gone' AND a.kind IN ('detail', 'attachment') AND a.concluded_run = @run ORDER BY a.address
            """,
            static row => (Address: row.Number(0), Host: row.Text(1), SinceRun: row.NumberOrNull(2), Since: row.TimeOrNull(3), IsUnlisted: row.Number(4) != 0,
                IsMoved: row.Number(5) != 0, Url: row.Address(6), Kind: row.Word<AddressKind>(7), Sha256: row.Text(8), LastSeen: row.Time(9), IsDocument: row.Number(10) != 0),
            ("run", run.Number));
        var withdrawn = new List<WithdrawalCandidate>();
        foreach (var one in gone)
        {
            if (one.IsMoved || !(one.IsUnlisted || hosts.GetValueOrDefault(one.Host) is { } host && host.IsWell(options)))
            {
                continue;
            }

            if (one.SinceRun is null)
            {
                sql.Run(
                    "UPDATE addresses SET missing_since_run = @run, missing_since_utc = @now WHERE address = @address",
                    ("run", run.Number),
                    ("now", Utc.Text(now)),
                    ("address", one.Address));
            }
            else if (one.SinceRun < run.Number && now - one.Since >= options.WithdrawnAfter)
            {
                sql.Run("UPDATE addresses SET state = 'withdrawn' WHERE address = @address", ("address", one.Address));
                withdrawn.Add(new WithdrawalCandidate(one.Url, one.Kind, one.IsDocument, AddressState.Withdrawn, WithdrawalEvidence.Withdrawn, one.Since, one.Sha256, one.LastSeen));
            }
        }

        return withdrawn;
    }

    /// <summary>All documents held that are withdrawn, may be, or are no longer listed.</summary>
    public static List<WithdrawalCandidate> Candidates(Sql sql) => sql.All(
        $"""
        SELECT a.url, a.kind, a.state, a.missing_since_utc, v.sha256, v.last_seen_utc, {IsMoved}, {Frontier.IsDocument}
        FROM addresses a {LastVersion}
        WHERE a.kind IN ('detail', 'attachment') AND (a.state IN ('gone', 'withdrawn') OR {Frontier.IsDocument} AND {IsUnlisted}) ORDER BY a.address
        """,
        static row =>
        {
            var state = row.Word<AddressState>(2);
            var since = row.TimeOrNull(3);
            var evidence = state switch
            {
                AddressState.Withdrawn => WithdrawalEvidence.Withdrawn,
                AddressState.Gone when row.Number(6) != 0 => WithdrawalEvidence.Moved,
                AddressState.Gone when since is not null => WithdrawalEvidence.Missing,
                AddressState.Gone => WithdrawalEvidence.HostOutOfOrder,
                _ => WithdrawalEvidence.Unlisted,
            };
            return new WithdrawalCandidate(row.Address(0), row.Word<AddressKind>(1), row.Number(7) != 0, state, evidence, since, row.Text(4), row.Time(5));
        });

    private static Dictionary<string, HostInRun> Hosts(Sql sql, CatalogRun run) => sql.All(
        """
        SELECT host, count(*) FILTER (WHERE state = 'fetched'), count(*) FILTER (WHERE held), count(*) FILTER (WHERE held AND state = 'gone')
        FROM (SELECT host, state, EXISTS (SELECT 1 FROM versions WHERE versions.address = addresses.address) AS held FROM addresses WHERE concluded_run = @run)
        GROUP BY host
        """,
        static row => KeyValuePair.Create(row.Text(0), new HostInRun(row.Number(1), row.Number(2), row.Number(3))),
        ("run", run.Number)).ToDictionary(StringComparer.Ordinal);

    private sealed record HostInRun(long Served, long Held, long Gone)
    {
        public bool IsWell(CatalogOptions options) => Served > 0 && (Gone < options.ManyGone || Gone * 2 <= Held);
    }
}
