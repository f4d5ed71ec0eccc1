namespace Gouji.Ingest.Network;

/// <summary>
/// How a body is coded (RFC 9110 §8.4.1). Only gzip is asked for and undone, because it alone says at its end whether it is whole.
/// </summary>
internal static class ContentCoding
{
    /// <summary>What is asked for where a page is wanted.</summary>
    public const string Accepted = "gzip";

    /// <summary>
    /// The coding that a header names: null for none, <c>gzip</c>, or another that cannot be undone. A charset, which some servers put
    /// there, is none.
    /// </summary>
    public static string? Parse(string? header)
    {
        var coding = (header ?? "").Trim().ToLowerInvariant();
        return coding is "" or "identity" or "none" or "binary" || HeaderText.Charset(coding) is not null ? null
            : coding is "x-gzip" ? "gzip"
            : coding;
    }
}
