using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Gouji.Ingest.Discovery;

/// <summary>
/// Decodes a page: by its byte order mark, else as the headers, then the page itself declare if the bytes allow that, else as what they do
/// allow. Templates that say gb2312 around a text in UTF-8, and the reverse, are why a declaration is not simply believed.
/// </summary>
internal static partial class PageDecoder
{
    private const int Reach = 4096;

    // Text of another charset, taken for UTF-8, is invalid nearly everywhere; damaged UTF-8 is invalid in few places.
    private const int DamagedUtf8 = 10;

    public static DecodedPage Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var declared = Label(HeaderCharset(), contentType) ?? Label(PageCharset(), Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)]));
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, .. var rest]:
                return new DecodedPage(Charsets.Utf8.GetString(rest), Charsets.Utf8, declared);
            case [0xFF, 0xFE, .. var rest]:
                return new DecodedPage(Encoding.Unicode.GetString(rest), Charsets.Utf8, declared);
            case [0xFE, 0xFF, .. var rest]:
                return new DecodedPage(Encoding.BigEndianUnicode.GetString(rest), Charsets.Utf8, declared);
            default:
                var encoding = Choose(bytes, Charsets.Of(declared));
                return new DecodedPage(encoding.GetString(bytes), encoding, declared);
        }
    }

    private static Encoding Choose(ReadOnlySpan<byte> bytes, Encoding? declared)
    {
        if (Ascii.IsValid(bytes))
        {
            return declared ?? Charsets.Utf8;
        }

        if (LooksUtf8(bytes) && (declared is null || declared.CodePage == Charsets.Utf8.CodePage || IsMostlyChinese(Charsets.Utf8.GetString(bytes))))
        {
            return Charsets.Utf8;
        }

        // In a single-byte charset nothing is ever invalid, so such a declaration proves nothing.
        Encoding[] candidates = declared is null || declared.IsSingleByte || declared.CodePage == Charsets.Utf8.CodePage
            ? [Charsets.Gb18030, Charsets.Utf8]
            : [declared, Charsets.Gb18030, Charsets.Utf8];
        foreach (var candidate in candidates)
        {
            if (IsValid(candidate, bytes))
            {
                return candidate;
            }
        }

        return LooksUtf8(bytes) ? Charsets.Utf8 : candidates[0];
    }

    private static bool LooksUtf8(ReadOnlySpan<byte> bytes)
    {
        int invalid = 0, beyondAscii = 0;
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var at)
        {
            bytes = bytes[at..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            beyondAscii += length;
            invalid += status == OperationStatus.Done ? 0 : length;
            bytes = bytes[length..];
        }

        return (long)invalid * DamagedUtf8 < beyondAscii;
    }

    // GBK text can happen to be valid UTF-8, but never as ideographs.
    private static bool IsMostlyChinese(string text)
    {
        int ideographs = 0, others = 0;
        foreach (var c in text)
        {
            ideographs += c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF') ? 1 : 0;
            others += c > '\u007F' ? 1 : 0;
        }

        return ideographs * 2 > others;
    }

    private static bool IsValid(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            _ = Charsets.Strict(encoding).GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string? Label(Regex pattern, string? text) =>
        text is not null && pattern.Match(text) is { Success: true } match ? match.Groups["label"].Value : null;

    [GeneratedRegex("charset\\s*=\\s*[\"']?(?<label>[0-9A-Za-z_:\\-]{1,30})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex HeaderCharset();

    [GeneratedRegex("(<meta\\s[^>]*charset|<\\?xml\\s[^>]*encoding)\\s*=\\s*[\"']?\\s*(?<label>[0-9A-Za-z_:\\-]{1,30})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PageCharset();
}
