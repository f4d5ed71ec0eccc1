using System.Text;

namespace Gouji.Ingest.Discovery;

/// <summary>The encodings that pages name. GB 2312 and GBK are parts of GB18030 and read as that.</summary>
internal static class Charsets
{
    private static readonly EncoderFallback Lossy = EncoderFallback.ReplacementFallback;

    public static Encoding Utf8 { get; } = new UTF8Encoding(false);

    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(54936, Lossy, DecoderFallback.ReplacementFallback)!;

    /// <summary>The encoding of a label; null where the label is not known.</summary>
    public static Encoding? Of(string? label)
    {
        switch (label?.Trim().Trim('"', '\'').ToLowerInvariant())
        {
            case null or "":
                return null;
            case "gb2312" or "gb_2312" or "gb_2312-80" or "gbk" or "x-gbk" or "gb18030" or "cp936" or "ms936" or "windows-936" or "936" or "gb" or "euc-cn" or "chinese":
                return Gb18030;

            // A declaration that can be read as ASCII does not stand in UTF-16 (HTML 13.2.3.2): it means UTF-8.
            case "utf-8" or "utf8" or "utf_8" or "utf-16" or "utf-16le" or "utf-16be" or "unicode":
                return Utf8;
            case var name:
                try
                {
                    return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
                }
                catch (ArgumentException)
                {
                    return null;
                }
        }
    }

    /// <summary>The same encoding, which throws where bytes are not of it.</summary>
    public static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }
}
