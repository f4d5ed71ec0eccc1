using System.Globalization;

namespace Gouji.Ingest.Store;

/// <summary>The addresses that are known, and which of them are to be asked next.</summary>
internal static class Frontier
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>The address <c>a</c> leads to a document: to an attachment, or to a page that discloses on itself.</summary>
    public const string IsDocument = "(a.kind = 'attachment' OR a.discloses)";

    public const string Columns =
        """
        SELECT a.url, s.name, a.kind, a.depth, p.url, a.anchor_text, a.title, a.published, a.state, a.attempts, a.next_attempt_utc, a.reason
        FROM addresses a JOIN sources s ON s.source = a.source LEFT JOIN addresses p ON p.address = a.parent
        """;

    public static void AddSources(Sql sql, IReadOnlyList<CatalogSource> sources)
    {
        foreach (var source in sources)
        {
            // Under another definition the same pages may hold other links: they are read again, changed or not.
            if (sql.Number("SELECT source FROM sources WHERE name = @name AND definition IS NOT @definition", ("name", source.Name), ("definition", source.Definition)) is { } changed)
            {
                sql.Run("UPDATE addresses SET links_run = NULL WHERE source = @source AND kind <> 'attachment'", ("source", changed));
            }

            sql.Run(
                """
                INSERT INTO sources (name, department, definition) VALUES (@name, @department, @definition)
                ON CONFLICT (name) DO UPDATE SET department = excluded.department, definition = excluded.definition
                """,
                ("name", source.Name),
                ("department", source.Department),
                ("definition", source.Definition));
        }
    }

    /// <summary>The number of an address; null where it is not known.</summary>
    public static long? Number(Sql sql, Uri address) => sql.Number("SELECT address FROM addresses WHERE url = @url", ("url", address.AbsoluteUri));

    public static long Require(Sql sql, Uri address) =>
        Number(sql, address) ?? throw new InvalidOperationException($"the address {address.AbsoluteUri} is not known");

    public static DiscoveryResult Discover(Sql sql, CatalogRun run, Uri? page, IReadOnlyList<Discovered> found, bool discloses)
    {
        Runs.RequireOpen(sql, run);
        var parent = page is null ? (long?)null : Require(sql, page);
        var added = 0;
        foreach (var one in found)
        {
            var number = Number(sql, one.Address);
            if (number is null)
            {
                added++;
                number = Add(sql, run, parent, one);
            }
            else
            {
                Complete(sql, number.Value, one);
            }

            if (parent is not null)
            {
                sql.Run(
                    """
                    INSERT INTO links (page, target, anchor_text, first_seen_run, last_seen_run) VALUES (@page, @target, @anchor, @run, @run)
                    ON CONFLICT (page, target) DO UPDATE SET last_seen_run = @run, anchor_text = excluded.anchor_text
                    """,
                    ("page", parent),
                    ("target", number),
                    ("anchor", one.AnchorText),
                    ("run", run.Number));
            }
        }

        if (parent is not null)
        {
            sql.Run(
                "UPDATE addresses SET links_run = @run, discloses = @discloses WHERE address = @page",
                ("run", run.Number),
                ("discloses", discloses),
                ("page", parent));
        }

        return new DiscoveryResult(added, found.Count - added);
    }

    /// <summary>The links of a page stand as they were when it was last read. Nothing happens to a page that never was.</summary>
    public static void MarkSeen(Sql sql, long run, long page)
    {
        sql.Run(
            "UPDATE links SET last_seen_run = @run WHERE page = @page AND last_seen_run = (SELECT links_run FROM addresses WHERE address = @page)",
            ("run", run),
            ("page", page));
        sql.Run("UPDATE addresses SET links_run = @run WHERE address = @page AND links_run IS NOT NULL", ("run", run), ("page", page));
    }

    public static Claim Claim(Sql sql, CatalogRun run, int most, int perHost, DateTimeOffset now)
    {
        Runs.RequireOpen(sql, run);
        var claimed = new List<DueAddress>();
        DateTimeOffset? next = null;
        DateTimeOffset? nextIdle = null;

        // From host to host over the index, so that the cost does not rise with the addresses that wait.
        var hosts = sql.All(
            """
            WITH RECURSIVE waiting (host) AS (
                SELECT min(host) FROM addresses WHERE turn = 'due'
                UNION ALL
                SELECT (SELECT min(host) FROM addresses WHERE turn = 'due' AND host > waiting.host) FROM waiting WHERE host IS NOT NULL)
            SELECT waiting.host, max(coalesce(next_allowed_utc, ''), coalesce(open_until_utc, '')),
                EXISTS (SELECT 1 FROM addresses WHERE turn = 'claimed' AND host = waiting.host)
            FROM waiting LEFT JOIN hosts ON hosts.host = waiting.host WHERE waiting.host IS NOT NULL ORDER BY waiting.host
            """,
            static row => (Host: row.Text(0), RestsUntil: row.Text(1), IsBusy: row.Number(2) != 0));
        foreach (var (host, restsUntil, isBusy) in hosts)
        {
            if (claimed.Count >= most)
            {
                break;
            }

            var rest = restsUntil.Length == 0 ? DateTimeOffset.MinValue : Utc.Time(restsUntil);
            if (!isBusy && rest <= now)
            {
                claimed.AddRange(ClaimOn(sql, host, Math.Min(perHost, most - claimed.Count), now));
            }

            if (claimed.Count == 0)
            {
                var soonest = isBusy ? now : Soonest(sql, host, rest);
                next = next < soonest ? next : soonest;
                nextIdle = isBusy || nextIdle < soonest ? nextIdle : soonest;
            }
        }

        return new Claim(claimed, claimed.Count > 0 ? null : next) { NextOnIdleHost = claimed.Count > 0 ? null : nextIdle };
    }

    public static void PutBack(Sql sql, Uri address, DateTimeOffset? until, string? reason)
    {
        var changed = sql.Run(
            "UPDATE addresses SET turn = 'due', next_attempt_utc = @until, reason = coalesce(@reason, reason) WHERE url = @url AND turn = 'claimed'",
            ("until", Utc.Text(until)),
            ("reason", reason),
            ("url", address.AbsoluteUri));
        if (changed == 0)
        {
            throw new InvalidOperationException($"the address {address.AbsoluteUri} is not claimed");
        }
    }

    /// <summary>Leaves an address that was claimed to a later run.</summary>
    public static void Leave(Sql sql, Uri address)
    {
        if (sql.Run("UPDATE addresses SET turn = 'rest' WHERE url = @url AND turn = 'claimed'", ("url", address.AbsoluteUri)) == 0)
        {
            throw new InvalidOperationException($"the address {address.AbsoluteUri} is not claimed");
        }
    }

    public static KnownAddress? Find(Sql sql, Uri address) => sql.First(Columns + " WHERE a.url = @url", Read, ("url", address.AbsoluteUri));

    /// <summary>The row of <see cref="Columns"/>.</summary>
    public static KnownAddress Read(Row row) => new()
    {
        Address = row.Address(0),
        Source = row.Text(1),
        Kind = row.Word<AddressKind>(2),
        Depth = row.Count(3),
        Parent = row.AddressOrNull(4),
        AnchorText = row.TextOrNull(5),
        Title = row.TextOrNull(6),
        Published = row.TextOrNull(7) is { } date ? DateOnly.ParseExact(date, DateFormat, CultureInfo.InvariantCulture) : null,
        State = row.Word<AddressState>(8),
        Attempts = row.Count(9),
        NextAttempt = row.TimeOrNull(10),
        Reason = row.TextOrNull(11),
    };

    private static long Add(Sql sql, CatalogRun run, long? parent, Discovered one) => sql.Number(
        """
        INSERT INTO addresses (url, host, source, kind, depth, parent, anchor_text, title, published, state, turn, first_seen_run)
        SELECT @url, @host, source, @kind, @depth, @parent, @anchor, @title, @published, 'new', 'due', @run FROM sources WHERE name = @source
        RETURNING address
        """,
        ("url", one.Address.AbsoluteUri),
        ("host", one.Address.IdnHost.ToLowerInvariant()),
        ("kind", Words<AddressKind>.Of(one.Kind)),
        ("depth", one.Depth),
        ("parent", parent),
        ("anchor", one.AnchorText),
        ("title", one.Title),
        ("published", Date(one.Published)),
        ("run", run.Number),
        ("source", one.Source)) ?? throw new InvalidOperationException($"the source '{one.Source}' is not known");

    private static void Complete(Sql sql, long number, Discovered one) => sql.Run(
        """
        UPDATE addresses SET depth = min(depth, @depth), anchor_text = coalesce(@anchor, anchor_text), title = coalesce(@title, title),
            published = coalesce(@published, published) WHERE address = @address
        """,
        ("depth", one.Depth),
        ("anchor", one.AnchorText),
        ("title", one.Title),
        ("published", Date(one.Published)),
        ("address", number));

    private static List<DueAddress> ClaimOn(Sql sql, string host, int most, DateTimeOffset now)
    {
        var due = sql.All(
            """
            SELECT a.url, a.host, s.name, a.kind, a.depth, p.url, a.anchor_text, a.title, a.attempts + 1,
                (SELECT sha256 FROM versions WHERE address = a.address ORDER BY ordinal DESC LIMIT 1), f.etag, f.last_modified, a.address,
                a.links_run IS NOT NULL
            FROM addresses a JOIN sources s ON s.source = a.source LEFT JOIN addresses p ON p.address = a.parent
                LEFT JOIN fetches f ON f.fetch = (SELECT max(fetch) FROM fetches WHERE address = a.address AND outcome = 'fetched')
            WHERE a.turn = 'due' AND a.host = @host AND (a.next_attempt_utc IS NULL OR a.next_attempt_utc <= @now)
            ORDER BY a.kind DESC, a.depth, a.address LIMIT @most
            """,
            static row => (Number: row.Number(12), Address: new DueAddress
            {
                Address = row.Address(0),
                Host = row.Text(1),
                Source = row.Text(2),
                Kind = row.Word<AddressKind>(3),
                Depth = row.Count(4),
                Parent = row.AddressOrNull(5),
                AnchorText = row.TextOrNull(6),
                Title = row.TextOrNull(7),
                Attempt = row.Count(8),
                Sha256 = row.TextOrNull(9),
                ETag = row.TextOrNull(10),
                LastModified = row.TimeOrNull(11),
                LinksKnown = row.Number(13) != 0,
            }),
            ("host", host),
            ("now", Utc.Text(now)),
            ("most", most));
        foreach (var (number, _) in due)
        {
            sql.Run("UPDATE addresses SET turn = 'claimed' WHERE address = @address", ("address", number));
        }

        return [.. due.Select(static one => one.Address)];
    }

    /// <summary>When an address of a host may be asked; not in the past of the host's own rest.</summary>
    private static DateTimeOffset Soonest(Sql sql, string host, DateTimeOffset rest)
    {
        var first = sql.First("SELECT min(coalesce(next_attempt_utc, '')) FROM addresses WHERE turn = 'due' AND host = @host", static row => row.Text(0), ("host", host));
        return string.IsNullOrEmpty(first) || Utc.Time(first) < rest ? rest : Utc.Time(first);
    }

    private static string? Date(DateOnly? date) => date?.ToString(DateFormat, CultureInfo.InvariantCulture);
}
