using System.Text;

namespace Gouji.Ingest.Network;

/// <summary>
/// Text that comes as bytes of unknown coding: UTF-8 where they are valid as such, else GB18030, in which Chinese systems write. Header
/// values reach us with one character a byte (Latin-1).
/// </summary>
internal static class HeaderText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(54936) ?? throw new NotSupportedException("GB18030");

    /// <summary>The text of a header value of one character a byte; a value beyond Latin-1 is text already.</summary>
    public static string Recover(string value) =>
        Ascii.IsValid(value) || value.AsSpan().ContainsAnyExceptInRange('\0', '\xFF') ? value : Decode(Encoding.Latin1.GetBytes(value));

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Gb18030.GetString(bytes);
        }
    }

    /// <summary>The encoding of a charset as the web uses the word: gb2312 and gbk are GB18030. Null where it is unknown.</summary>
    public static Encoding? Charset(string? name)
    {
        var plain = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        try
        {
            return plain switch
            {
                null or "" => null,
                "utf8" or "utf-8" => Encoding.UTF8,
                "gb2312" or "gbk" or "gb18030" or "x-gbk" or "cp936" or "gb_2312-80" => Gb18030,
                _ => CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? Encoding.GetEncoding(plain),
            };
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            // UTF-7 is known and not supported.
            return null;
        }
    }

    /// <summary>The octets that a percent-encoded text stands for; characters beyond ASCII stand for themselves in UTF-8.</summary>
    public static byte[] PercentDecode(string text)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        var length = 0;
        for (var i = 0; i < octets.Length; i++)
        {
            var encoded = octets[i] == '%' && i + 2 < octets.Length && char.IsAsciiHexDigit((char)octets[i + 1]) && char.IsAsciiHexDigit((char)octets[i + 2]);
            octets[length++] = encoded ? Convert.FromHexString([(char)octets[i + 1], (char)octets[i + 2]])[0] : octets[i];
            i += encoded ? 2 : 0;
        }

        return octets[..length];
    }
}
