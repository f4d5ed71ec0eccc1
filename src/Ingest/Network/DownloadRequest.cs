namespace Gouji.Ingest.Network;

/// <summary>What to ask for.</summary>
/// <param name="Address">The address of the document; its fragment is not sent.</param>
public sealed record DownloadRequest(Uri Address)
{
    /// <summary>The page that links to the document, which some sites want to know.</summary>
    public Uri? Referrer { get; init; }

    /// <summary>The ETag of the version already held, or, with <see cref="PartialPath"/>, of the part.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified of the version already held, or, with <see cref="PartialPath"/>, of the part.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>
    /// A file that holds the beginning of the document from an earlier try. The rest is asked for where the validators can vouch that it
    /// is the same document (RFC 9110 §13.1.5); otherwise the download starts anew.
    /// </summary>
    public string? PartialPath { get; init; }

    /// <summary>The bytes that the whole document was said to have when the part of <see cref="PartialPath"/> came; null where nothing was said.</summary>
    public long? DeclaredBytes { get; init; }

    /// <summary>The most bytes the document may have, counted after decompression; null for the limit of the downloader.</summary>
    public long? MaximumBytes { get; init; }

    /// <summary>The least time from the end of one request to the host to the next; the longest that holds, here or elsewhere, prevails.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether an attachment is expected rather than a page, so that any page in its place is suspect.</summary>
    public bool ExpectsDocument { get; init; }
}
