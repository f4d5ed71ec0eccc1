using System.IO.Compression;

namespace Gouji.Ingest.Network;

/// <summary>Undoes Content-Encoding (RFC 9110 §8.4.1): gzip, deflate and br, at most two of them, one over the other.</summary>
internal static class ContentCodings
{
    /// <summary>What is asked for where a page is wanted.</summary>
    public const string Accepted = "gzip, deflate, br";

    private const int MostLayers = 2;

    /// <summary>The codings that a header names, outermost last. A charset, which some servers put there, is none.</summary>
    public static IReadOnlyList<string> Parse(string? header) =>
        [.. (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static coding => coding.ToLowerInvariant())
            .Where(static coding => coding is not ("identity" or "none" or "binary") && HeaderText.Charset(coding) is null)];

    /// <summary>The decoded body; null where a coding is unknown.</summary>
    public static async Task<Stream?> OpenAsync(IReadOnlyList<string> codings, Stream wire, CancellationToken cancellationToken)
    {
        if (codings.Count > MostLayers)
        {
            return null;
        }

        var body = wire;
        for (var i = codings.Count - 1; i >= 0; i--)
        {
            var layer = codings[i] switch
            {
                "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "deflate" => await InflateAsync(body, cancellationToken),
                _ => null,
            };
            if (layer is null)
            {
                return null;
            }

            body = layer;
        }

        return body;
    }

    /// <summary>The word deflate means zlib, and some servers send it raw: the first byte tells them apart (RFC 1950 §2.2).</summary>
    private static async Task<Stream> InflateAsync(Stream body, CancellationToken cancellationToken)
    {
        var first = new byte[1];
        var read = await body.ReadAsync(first, cancellationToken);
        var whole = new PrefixedStream(first.AsMemory(0, read), body);
        return read == 1 && (first[0] & 0x0F) == 8 ? new ZLibStream(whole, CompressionMode.Decompress) : new DeflateStream(whole, CompressionMode.Decompress);
    }
}
