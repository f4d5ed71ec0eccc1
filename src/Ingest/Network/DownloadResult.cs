using Gouji.Model;

namespace Gouji.Ingest.Network;

/// <summary>What came of a download.</summary>
public sealed record DownloadResult
{
    /// <summary>What it came to.</summary>
    public required DownloadOutcome Outcome { get; init; }

    /// <summary>Why it is not a document: one of <see cref="DownloadReason"/>; null where it is one or where nothing changed.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason as a sentence; null where there is none.</summary>
    public Message? Message { get; init; }

    /// <summary>The status of the last answer; null where none came.</summary>
    public int? Status { get; init; }

    /// <summary>The addresses that were asked, in order, each with the status of its answer.</summary>
    public IReadOnlyList<Hop> Hops { get; init; } = [];

    /// <summary>What was sent to each of the hops and what came back, in the same order.</summary>
    public IReadOnlyList<HopHeads> Heads { get; init; } = [];

    /// <summary>The address of the last answer, or the last address that was to be asked.</summary>
    public required Uri FinalAddress { get; init; }

    /// <summary>The headers of the last answer as they came, one character a byte.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The name of the document, fit for a file system; null where neither the headers nor the address name it.</summary>
    public string? FileName { get; init; }

    /// <summary>The media type in lower case, without parameters.</summary>
    public string? ContentType { get; init; }

    /// <summary>The charset that the headers name, in lower case.</summary>
    public string? Charset { get; init; }

    /// <summary>The ETag as it came.</summary>
    public string? ETag { get; init; }

    /// <summary>When the server says that the document last changed.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>The bytes in the destination.</summary>
    public long Bytes { get; init; }

    /// <summary>The bytes that the whole document has by what the server says; null where it does not, or where the body came coded.</summary>
    public long? DeclaredBytes { get; init; }

    /// <summary>How long the host asks to be left alone; null where it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>What a download came to.</summary>
public enum DownloadOutcome
{
    /// <summary>The whole document arrived.</summary>
    Fetched,

    /// <summary>The version already held is still the current one.</summary>
    NotModified,

    /// <summary>The document was withdrawn, or never was: 404, 410, or a page that says so.</summary>
    Gone,

    /// <summary>Access is refused, by the server or by what we refuse ourselves. It is not evaded.</summary>
    Blocked,

    /// <summary>Only a part arrived. It can be resumed.</summary>
    Truncated,

    /// <summary>The document is larger than the limit.</summary>
    TooLarge,

    /// <summary>It failed in another way; a later try may succeed.</summary>
    Failed,
}

/// <summary>The headers of one request and of its answer, as they went and came, one character a byte.</summary>
/// <param name="Sent">Of the request; empty where there was no answer.</param>
/// <param name="Received">Of the answer.</param>
public sealed record HopHeads(IReadOnlyList<KeyValuePair<string, string>> Sent, IReadOnlyList<KeyValuePair<string, string>> Received);

/// <summary>One address that was asked on the way to a document.</summary>
/// <param name="Address">The address.</param>
/// <param name="Status">The status of its answer; null where none came.</param>
public sealed record Hop(Uri Address, int? Status)
{
    /// <summary>Whether a secure address led to this one, which is not secure.</summary>
    public bool Downgraded { get; init; }

    /// <summary>Whether the port is not that of the scheme.</summary>
    public bool UnusualPort => !Address.IsDefaultPort;
}
