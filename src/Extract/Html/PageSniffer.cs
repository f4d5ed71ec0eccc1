using System.Buffers;
using System.Text;

namespace Gouji.Extract.Html;

/// <summary>Tells a web page by its first bytes, as the WHATWG MIME Sniffing Standard does (section 7.1), a little more widely.</summary>
internal static class PageSniffer
{
    private const int Reach = 65536;

    // White space, NUL bytes of UTF-16, and the bytes of byte order marks.
    private static readonly SearchValues<byte> Blank = SearchValues.Create((ReadOnlySpan<byte>)[0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]);

    private static readonly string[] Tags =
    [
        "!doctype html", "html", "head", "body", "script", "iframe", "h1", "h2", "h3", "h4", "h5", "h6", "div", "font", "table", "a", "style",
        "title", "b", "br", "p", "meta", "center", "span", "link",
    ];

    /// <summary>Whether the bytes begin a web page.</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes)
    {
        // Nearly every other format is told by its first byte that shows.
        var first = bytes.IndexOfAnyExcept(Blank);
        if (first < 0 || bytes[first] != '<')
        {
            return false;
        }

        var head = bytes[..Math.Min(bytes.Length, Reach)];
        var text = head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.Latin1.GetString(head[3..]),
            [0xFF, 0xFE, ..] or [0x3C, 0x00, ..] => Encoding.Unicode.GetString(head),
            [0xFE, 0xFF, ..] or [0x00, 0x3C, ..] => Encoding.BigEndianUnicode.GetString(head),
            _ => Encoding.Latin1.GetString(head),
        };
        return Recognises(text.AsSpan().TrimStart('\uFEFF'));
    }

    private static bool Recognises(ReadOnlySpan<char> text)
    {
        var xml = false;
        while (true)
        {
            text = text.TrimStart(" \t\r\n\f\0");
            if (text.StartsWith("<!--"))
            {
                text = After(text, "-->");
            }
            else if (text.StartsWith("<?"))
            {
                xml |= text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && WhiteSpace.IsCollapsible(text[5]);
                text = After(text, xml ? "?>" : ">");
            }
            else
            {
                break;
            }
        }

        if (!text.StartsWith('<'))
        {
            return false;
        }

        foreach (var tag in xml ? Tags.AsSpan(0, 2) : Tags)
        {
            if (text[1..].StartsWith(tag, StringComparison.OrdinalIgnoreCase)
                && (text.Length == tag.Length + 1 || text[tag.Length + 1] is '>' or '/' || WhiteSpace.IsCollapsible(text[tag.Length + 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string end)
    {
        var at = text.IndexOf(end);
        return at < 0 ? [] : text[(at + end.Length)..];
    }
}
