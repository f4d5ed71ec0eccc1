using System.Buffers.Text;

namespace Gouji.Extract.Mht;

/// <summary>One part of a MIME message: its headers and its body as it stands in the file.</summary>
/// <param name="Headers">By their names in lower case; folded lines joined.</param>
/// <param name="Start">0-based first byte of the body.</param>
/// <param name="End">Byte behind the body.</param>
internal sealed record MimePart(IReadOnlyDictionary<string, string> Headers, int Start, int End)
{
    /// <summary>Media type in lower case; text/plain where there is none (RFC 2045 5.2).</summary>
    public string MediaType
    {
        get
        {
            var type = Headers.GetValueOrDefault("content-type", "text/plain");
            var end = type.IndexOf(';', StringComparison.Ordinal);
            return (end < 0 ? type : type[..end]).Trim().ToLowerInvariant();
        }
    }

    public bool IsHtml => MediaType is "text/html" or "application/xhtml+xml";

    /// <summary>A parameter of the content type; null where there is none.</summary>
    public string? Parameter(string name)
    {
        var rest = Headers.GetValueOrDefault("content-type", "").AsSpan();
        while (rest.IndexOf(';') is >= 0 and var at)
        {
            rest = rest[(at + 1)..].TrimStart();
            var equals = rest.IndexOf('=');
            if (equals < 0)
            {
                return null;
            }

            var matches = rest[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
            rest = rest[(equals + 1)..].TrimStart();
            var quoted = rest.StartsWith('"');
            rest = quoted ? rest[1..] : rest;
            var end = quoted ? rest.IndexOf('"') : rest.IndexOfAny(";\t ");
            if (matches)
            {
                return (end < 0 ? rest : rest[..end]).ToString();
            }

            rest = end < 0 ? [] : rest[end..];
        }

        return null;
    }

    /// <summary>The body without its transfer encoding (RFC 2045 6); null where that is damaged.</summary>
    public byte[]? Decode(ReadOnlySpan<byte> file)
    {
        var body = file[Start..End];
        return Headers.GetValueOrDefault("content-transfer-encoding", "").Trim().ToLowerInvariant() switch
        {
            "base64" => DecodeBase64(body),
            "quoted-printable" => DecodeQuotedPrintable(body),
            _ => body.ToArray(),
        };
    }

    private static byte[]? DecodeBase64(ReadOnlySpan<byte> body)
    {
        var decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(body.Length)];
        return Base64.DecodeFromUtf8(body, decoded, out _, out var written) == System.Buffers.OperationStatus.Done ? decoded[..written] : null;
    }

    // RFC 2045 6.7: =XX is a byte, = at the end of a line joins it with the next; white space before a line end is not of the text.
    private static byte[] DecodeQuotedPrintable(ReadOnlySpan<byte> body)
    {
        var decoded = new byte[body.Length];
        var length = 0;
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'\n');
            var line = (end < 0 ? body : body[..end]).TrimEnd(" \t\r"u8);
            body = end < 0 ? [] : body[(end + 1)..];
            var joins = line.EndsWith("="u8);
            length += DecodeLine(joins ? line[..^1] : line, decoded.AsSpan(length));
            if (!joins && end >= 0)
            {
                decoded[length++] = (byte)'\n';
            }
        }

        return decoded[..length];
    }

    private static int DecodeLine(ReadOnlySpan<byte> line, Span<byte> decoded)
    {
        var length = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '=' && i + 2 < line.Length && Utf8Parser.TryParse(line.Slice(i + 1, 2), out byte value, out var used, 'X') && used == 2)
            {
                decoded[length++] = value;
                i += 2;
            }
            else
            {
                decoded[length++] = line[i];
            }
        }

        return length;
    }
}
