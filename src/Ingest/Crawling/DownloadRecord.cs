using Gouji.Ingest.Network;
using Gouji.Ingest.Store;

namespace Gouji.Ingest.Crawling;

/// <summary>Makes of what a download came to what the catalogue keeps of it.</summary>
internal static class DownloadRecord
{
    /// <param name="address">The address that was claimed.</param>
    /// <param name="asked">When it was asked.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="stored">The object; there where the document was fetched.</param>
    public static FetchResponse Of(Uri address, DateTimeOffset asked, DownloadResult result, StoredObject? stored) => new()
    {
        Address = address,
        Asked = asked,
        Outcome = result.Outcome switch
        {
            DownloadOutcome.Fetched => FetchOutcome.Fetched,
            DownloadOutcome.NotModified => FetchOutcome.NotModified,
            DownloadOutcome.Gone => FetchOutcome.Gone,
            DownloadOutcome.Blocked => FetchOutcome.Blocked,
            DownloadOutcome.Truncated => FetchOutcome.Truncated,
            DownloadOutcome.TooLarge => FetchOutcome.TooLarge,
            _ => FetchOutcome.Failed,
        },
        Reason = result.Reason,
        Chain = result.Hops is [] || (result.Hops is [var hop] && hop.Address == address)
            ? []
            : [.. result.Hops.Select(static hop => new FetchHop(hop.Address, hop.Status))],
        Heads = [.. result.Heads.Select((heads, i) => new FetchHeads(heads.Sent, i < result.Heads.Count - 1 ? heads.Received : []))],
        Status = result.Status,
        Headers = result.Headers,
        Object = stored,
        Bytes = result.Bytes,
        FileName = result.FileName,
        ContentType = result.ContentType,
        Charset = result.Charset,
        ETag = result.ETag,
        LastModified = result.LastModified,
        RetryAfter = result.RetryAfter,
    };

    /// <summary>Whether nothing was asked because the host rests.</summary>
    public static bool IsUnasked(DownloadResult result) =>
        result is { Outcome: DownloadOutcome.Failed, Reason: DownloadReason.CircuitOpen or DownloadReason.HostResting };
}
