using System.Buffers;
using System.Text;

namespace Gouji.Extract.Html;

/// <summary>Finds the charset that a page declares in its first bytes (HTML 13.2.3.2), and knows its decoder.</summary>
internal static class CharsetLabel
{
    /// <summary>How far a declaration is looked for.</summary>
    public const int Reach = 4096;

    private const int Gb18030CodePage = 54936;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\f\"';>/?");

    /// <summary>The label that the page declares, as written; null where there is none.</summary>
    public static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)]).AsSpan();
        if (head.TrimStart().StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            var end = head.IndexOf("?>");
            if (end >= 0 && After(head[..end], "encoding") is { } label)
            {
                return label;
            }
        }

        while (head.IndexOf('<') is >= 0 and var at)
        {
            head = head[at..];
            if (head.StartsWith("<!--"))
            {
                var end = head[4..].IndexOf("-->");
                if (end < 0)
                {
                    return null;
                }

                head = head[(4 + end)..];
            }
            else if (head.StartsWith("<meta", StringComparison.OrdinalIgnoreCase))
            {
                var end = head.IndexOf('>');
                var tag = end < 0 ? head : head[..end];
                if (After(tag, "charset") is { } label)
                {
                    return label;
                }

                head = head[tag.Length..];
            }
            else
            {
                head = head[1..];
            }
        }

        return null;
    }

    /// <summary>The encoding of a label, with the given fallback; null where the label is not known.</summary>
    public static Encoding? EncodingOf(string label, DecoderFallback fallback)
    {
        var name = label.Trim().ToLowerInvariant();
        switch (name)
        {
            case "gb2312" or "gb_2312" or "gb_2312-80" or "csgb2312" or "csiso58gb231280" or "iso-ir-58" or "chinese" or "gbk" or "x-gbk"
                or "cp936" or "ms936" or "windows-936" or "936" or "gb18030" or "gb18030-2000" or "gb18030-2005" or "gb18030-2022"
                or "gb-2312" or "gb" or "hz-gb-2312" or "euc-cn" or "x-euc-cn":
                return Gb18030(fallback);

            // A declaration that can be read as ASCII does not stand in UTF-16 (HTML 13.2.3.2): it means UTF-8.
            case "utf-8" or "utf8" or "utf_8" or "unicode-1-1-utf-8" or "x-unicode20utf8" or "utf-16" or "utf-16le" or "utf-16be" or "unicode":
                return Utf8(fallback);
            case "iso-8859-1" or "iso8859-1" or "latin1" or "l1" or "us-ascii" or "ascii" or "ansi" or "windows-1252" or "cp1252" or "x-cp1252":
                return CodePage(1252, fallback);
            default:
                try
                {
                    return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, fallback)
                        ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, fallback);
                }
                catch (ArgumentException)
                {
                    return null;
                }
        }
    }

    /// <summary>GB18030, of which GB 2312 and GBK are parts.</summary>
    public static Encoding Gb18030(DecoderFallback fallback) => CodePage(Gb18030CodePage, fallback);

    /// <summary>UTF-8.</summary>
    public static Encoding Utf8(DecoderFallback fallback) => Encoding.GetEncoding(Encoding.UTF8.CodePage, EncoderFallback.ReplacementFallback, fallback);

    private static Encoding CodePage(int codePage, DecoderFallback fallback) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, fallback)
        ?? throw new NotSupportedException($"code page {codePage}");

    // The value after a name and an equals sign, quoted or not: of an attribute, or within a content attribute.
    private static string? After(ReadOnlySpan<char> text, string name)
    {
        while (text.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            text = text[(at + name.Length)..];
            var value = text.TrimStart();
            if (!value.StartsWith('='))
            {
                continue;
            }

            value = value[1..].TrimStart(" \t\r\n\f\"'");
            var end = value.IndexOfAny(ValueEnds);
            value = end < 0 ? value : value[..end];
            if (!value.IsEmpty)
            {
                return value.ToString();
            }
        }

        return null;
    }
}
