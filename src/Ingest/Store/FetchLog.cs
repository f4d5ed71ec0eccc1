namespace Gouji.Ingest.Store;

/// <summary>Records answers, and the versions of documents that they show.</summary>
internal static class FetchLog
{
    private const string VersionColumns = "SELECT version, ordinal, sha256, first_seen_utc, last_seen_utc FROM versions WHERE address = @address ";

    public const string Columns =
        """
        SELECT f.fetch, f.run, f.attempt, a.url, f.asked_utc, f.outcome, f.reason, f.chain, f.status, f.headers, f.sha256, o.bytes, f.bytes, f.file_name,
            f.content_type, f.charset, f.etag, f.last_modified, f.heads
        FROM fetches f JOIN addresses a ON a.address = f.address LEFT JOIN objects o ON o.sha256 = f.sha256
        """;

    public static FetchChange Record(Sql sql, CatalogRun run, FetchResponse response, CatalogOptions options)
    {
        Runs.RequireOpen(sql, run);
        var before = sql.First(
            "SELECT address, kind, state, attempts FROM addresses WHERE url = @url AND turn = 'claimed'",
            static row => new Before(row.Number(0), row.Word<AddressKind>(1), row.Word<AddressState>(2), row.Count(3)),
            ("url", response.Address.AbsoluteUri)) ?? throw new InvalidOperationException($"the address {response.Address.AbsoluteUri} is not claimed");
        var held = LastVersion(sql, before.Address);

        // A server that vouches for a version we do not hold has told us nothing.
        var outcome = response.Outcome == FetchOutcome.NotModified && held is null ? FetchOutcome.Failed : response.Outcome;
        var reason = outcome == response.Outcome ? response.Reason : "not-modified-but-not-held";
        var attempt = before.Attempts + 1;
        var fetch = Insert(sql, run, before.Address, attempt, response, outcome, reason);
        var step = AddressLife.Next(before.State, outcome, attempt, response.Asked, response.RetryAfter, options);
        var current = held;
        var kind = KindOf(step.State);
        if (step.State == AddressState.Fetched)
        {
            (kind, current) = See(sql, run, before, held, response.Object?.Sha256 ?? held!.Sha256, fetch, response.Asked);
        }

        sql.Run(
            """
            UPDATE addresses SET state = @state, turn = CASE WHEN @concluded THEN 'rest' ELSE 'due' END, attempts = @attempts, next_attempt_utc = @next,
                reason = @reason, concluded_run = CASE WHEN @concluded THEN @run ELSE concluded_run END,
                missing_since_run = CASE WHEN @state = 'fetched' THEN NULL ELSE missing_since_run END,
                missing_since_utc = CASE WHEN @state = 'fetched' THEN NULL ELSE missing_since_utc END
            WHERE address = @address
            """,
            ("state", Words<AddressState>.Of(step.State)),
            ("concluded", step.Concluded),
            ("attempts", attempt),
            ("next", Utc.Text(step.NextAttempt)),
            ("reason", reason),
            ("run", run.Number),
            ("address", before.Address));
        if (kind == ChangeKind.Unchanged && before.Kind != AddressKind.Attachment)
        {
            Frontier.MarkSeen(sql, run.Number, before.Address);
        }

        return new FetchChange(kind, step.State, current, kind == ChangeKind.NewVersion ? held : null);
    }

    public static DocumentVersion? LastVersion(Sql sql, long address) => sql.First(VersionColumns + "ORDER BY ordinal DESC LIMIT 1", ReadVersion, ("address", address));

    public static List<DocumentVersion> Versions(Sql sql, long address) => sql.All(VersionColumns + "ORDER BY ordinal", ReadVersion, ("address", address));

    public static LoggedFetch Read(Row row) => new(row.Number(0), row.Number(1), row.Count(2), new FetchResponse
    {
        Address = row.Address(3),
        Asked = row.Time(4),
        Outcome = row.Word<FetchOutcome>(5),
        Reason = row.TextOrNull(6),
        Chain = FetchJson.Chain(row.Text(7)),
        Heads = row.TextOrNull(18) is { } heads ? FetchJson.Heads(heads) : [],
        Status = row.CountOrNull(8),
        Headers = FetchJson.Headers(row.Text(9)),
        Object = row.TextOrNull(10) is { } sha256 ? new StoredObject(sha256, row.Number(11)) : null,
        Bytes = row.Number(12),
        FileName = row.TextOrNull(13),
        ContentType = row.TextOrNull(14),
        Charset = row.TextOrNull(15),
        ETag = row.TextOrNull(16),
        LastModified = row.TimeOrNull(17),
    });

    private static ChangeKind KindOf(AddressState state) => state switch
    {
        AddressState.Gone => ChangeKind.Gone,
        AddressState.Withdrawn => ChangeKind.Withdrawn,
        AddressState.Blocked => ChangeKind.Blocked,
        AddressState.Retry => ChangeKind.Retry,
        _ => ChangeKind.Failed,
    };

    private static long Insert(Sql sql, CatalogRun run, long address, int attempt, FetchResponse response, FetchOutcome outcome, string? reason)
    {
        if (response.Object is { } stored)
        {
            sql.Run("INSERT INTO objects (sha256, bytes) VALUES (@sha256, @bytes) ON CONFLICT DO NOTHING", ("sha256", stored.Sha256), ("bytes", stored.Bytes));
        }

        return sql.Number(
            """
            INSERT INTO fetches (address, run, attempt, asked_utc, chain, status, headers, outcome, reason, sha256, bytes, file_name, content_type, charset, etag, last_modified, heads)
            VALUES (@address, @run, @attempt, @asked, @chain, @status, @headers, @outcome, @reason, @sha256, @bytes, @file_name, @content_type, @charset, @etag, @last_modified, @heads)
            RETURNING fetch
            """,
            ("address", address),
            ("run", run.Number),
            ("attempt", attempt),
            ("asked", Utc.Text(response.Asked)),
            ("chain", FetchJson.Chain(response.Chain)),
            ("status", response.Status),
            ("headers", FetchJson.Headers(response.Headers)),
            ("outcome", Words<FetchOutcome>.Of(outcome)),
            ("reason", reason),
            ("sha256", response.Object?.Sha256),
            ("bytes", response.Object?.Bytes ?? response.Bytes),
            ("file_name", response.FileName),
            ("content_type", response.ContentType),
            ("charset", response.Charset),
            ("etag", response.ETag),
            ("last_modified", Utc.Text(response.LastModified)),
            ("heads", response.Heads.Count == 0 ? null : FetchJson.Heads(response.Heads)))!.Value;
    }

    private static (ChangeKind Kind, DocumentVersion Current) See(
        Sql sql, CatalogRun run, Before before, DocumentVersion? held, string sha256, long fetch, DateTimeOffset asked)
    {
        if (held is not null && held.Sha256 == sha256 && before.State != AddressState.Withdrawn)
        {
            sql.Run(
                "UPDATE versions SET last_seen_run = @run, last_seen_utc = @asked WHERE version = @version",
                ("run", run.Number),
                ("asked", Utc.Text(asked)),
                ("version", held.Number));
            return (ChangeKind.Unchanged, held with { LastSeen = asked });
        }

        var ordinal = (held?.Ordinal ?? 0) + 1;
        var number = sql.Number(
            """
            INSERT INTO versions (address, ordinal, sha256, fetch, first_seen_run, first_seen_utc, last_seen_run, last_seen_utc)
            VALUES (@address, @ordinal, @sha256, @fetch, @run, @asked, @run, @asked) RETURNING version
            """,
            ("address", before.Address),
            ("ordinal", ordinal),
            ("sha256", sha256),
            ("fetch", fetch),
            ("run", run.Number),
            ("asked", Utc.Text(asked)))!.Value;
        return (held is null ? ChangeKind.NewDocument : ChangeKind.NewVersion, new DocumentVersion(number, ordinal, sha256) { FirstSeen = asked, LastSeen = asked });
    }

    private static DocumentVersion ReadVersion(Row row) =>
        new(row.Number(0), row.Count(1), row.Text(2)) { FirstSeen = row.Time(3), LastSeen = row.Time(4) };

    private sealed record Before(long Address, AddressKind Kind, AddressState State, int Attempts);
}
