namespace Gouji.Ingest.Store;

/// <summary>What a request came to.</summary>
public enum FetchOutcome
{
    /// <summary>The whole document arrived and is in the object store.</summary>
    Fetched,

    /// <summary>The version already held is still the current one.</summary>
    NotModified,

    /// <summary>There is no such document: 404, 410, or a page that says so.</summary>
    Gone,

    /// <summary>Access is refused.</summary>
    Blocked,

    /// <summary>Only a part arrived.</summary>
    Truncated,

    /// <summary>The document is larger than the limit.</summary>
    TooLarge,

    /// <summary>It failed in another way.</summary>
    Failed,
}

/// <summary>One address that was asked on the way to a document.</summary>
/// <param name="Address">The address.</param>
/// <param name="Status">The status of its answer; null where none came.</param>
public sealed record FetchHop(Uri Address, int? Status);

/// <summary>The headers of one request and of its answer, one character a byte.</summary>
/// <param name="Sent">Of the request.</param>
/// <param name="Received">Of the answer; empty where it is the last, whose headers are told apart.</param>
public sealed record FetchHeads(IReadOnlyList<KeyValuePair<string, string>> Sent, IReadOnlyList<KeyValuePair<string, string>> Received);

/// <summary>A request and its answer, to be recorded.</summary>
public sealed record FetchResponse
{
    /// <summary>The address that was claimed.</summary>
    public required Uri Address { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>What it came to.</summary>
    public required FetchOutcome Outcome { get; init; }

    /// <summary>Why it is no document, as a stable word; null where it is one.</summary>
    public string? Reason { get; init; }

    /// <summary>The addresses that were asked, in order; empty where only the address itself was.</summary>
    public IReadOnlyList<FetchHop> Chain { get; init; } = [];

    /// <summary>
    /// The headers of the requests to these addresses, or of the one to the address itself, and of the answers to all but the last; empty
    /// where they are not known.
    /// </summary>
    public IReadOnlyList<FetchHeads> Heads { get; init; } = [];

    /// <summary>The status of the last answer; null where none came.</summary>
    public int? Status { get; init; }

    /// <summary>The headers of the last answer as they came, one character a byte.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The object, committed before; there where the outcome is <see cref="FetchOutcome.Fetched"/> and only there.</summary>
    public StoredObject? Object { get; init; }

    /// <summary>The bytes that arrived.</summary>
    public long Bytes { get; init; }

    /// <summary>The name of the file; null where nothing names it.</summary>
    public string? FileName { get; init; }

    /// <summary>The media type, without parameters.</summary>
    public string? ContentType { get; init; }

    /// <summary>The charset that the headers name.</summary>
    public string? Charset { get; init; }

    /// <summary>The ETag as it came.</summary>
    public string? ETag { get; init; }

    /// <summary>When the server says that the document last changed.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>How long the host asks to be left alone; null where it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>A request of the past.</summary>
/// <param name="Number">Its number in the catalogue, rising with time.</param>
/// <param name="Run">The run that asked.</param>
/// <param name="Attempt">The try within the run, from 1.</param>
/// <param name="Response">What was recorded; without the pause that the host asked for.</param>
public sealed record LoggedFetch(long Number, long Run, int Attempt, FetchResponse Response);
