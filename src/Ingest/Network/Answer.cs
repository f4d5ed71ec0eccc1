using System.Net.Http.Headers;

namespace Gouji.Ingest.Network;

/// <summary>What one request to one host came to.</summary>
internal sealed record Answer
{
    public required DownloadOutcome Outcome { get; init; }

    public string? Reason { get; init; }

    /// <summary>What the sentence of the reason names.</summary>
    public string Detail { get; init; } = "";

    public int? Status { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The headers of the request that it answers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Sent { get; init; } = [];

    /// <summary>Where a redirect leads to; null where the answer is no redirect.</summary>
    public Uri? Location { get; init; }

    /// <summary>Whether the same request may succeed a moment later.</summary>
    public bool Transient { get; init; }

    /// <summary>Whether the answer speaks against the health of the host.</summary>
    public bool Unwell { get; init; }

    /// <summary>Whether what was held is void, and the document has to be asked for from its beginning.</summary>
    public bool StartAnew { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the host was not asked at all.</summary>
    public bool Unasked { get; init; }

    public string? Header(string name)
    {
        foreach (var (key, value) in Headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    public MediaTypeHeaderValue? MediaType => MediaTypeHeaderValue.TryParse(Header("Content-Type"), out var type) ? type : null;

    /// <summary>The media type in lower case; what stands before the parameters where those are malformed.</summary>
    public string? ContentType => (MediaType?.MediaType ?? Header("Content-Type")?.Split(';')[0].Trim())?.ToLowerInvariant() is { Length: > 0 } type ? type : null;

    public string? Charset => MediaType?.CharSet?.Trim('"', '\'').ToLowerInvariant() is { Length: > 0 } charset ? charset : null;

    public string? ETag => Header("ETag") is { Length: > 0 } tag ? tag : null;

    public DateTimeOffset? LastModified => Date("Last-Modified");

    /// <summary>
    /// What can vouch that a later answer has the same bytes (RFC 9110 §8.8): an ETag that is not weak, else a Last-Modified that lies a
    /// minute before the answer. Null where nothing can, or where the server gives no ranges.
    /// </summary>
    public string? StrongValidator =>
        "none".Equals(Header("Accept-Ranges"), StringComparison.OrdinalIgnoreCase) ? null
        : ETag is { } tag ? (tag.StartsWith('"') ? tag : null)
        : LastModified is { } changed && Date("Date") is { } answered && answered - changed >= TimeSpan.FromMinutes(1) ? Header("Last-Modified")
        : null;

    private DateTimeOffset? Date(string name) => HttpDate.Parse(Header(name));
}
