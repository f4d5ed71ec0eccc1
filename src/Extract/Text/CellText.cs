using System.Text;
using Gouji.Model;

namespace Gouji.Extract.Text;

/// <summary>Takes the text of a cell or a paragraph out of its line, with the position of its first character.</summary>
internal static class CellText
{
    /// <summary>Word's bookmarks, as some extractors print them in the midst of a text.</summary>
    private const string Bookmark = "[bookmark:";

    /// <summary>A cell from characters of a line, which begin at the 0-based character <paramref name="offset"/> of it.</summary>
    public static PrintedCell Read(ReadOnlySpan<char> characters, int line, int offset, bool indented = false)
    {
        var trimmed = Trim(characters, out var leading);
        if (trimmed.IsEmpty)
        {
            return new PrintedCell("", CellKind.Blank, new SourcePosition(null, line, offset + 1), indented);
        }

        var text = trimmed.IndexOf(Bookmark) < 0 ? new string(trimmed) : WithoutBookmarks(trimmed);
        return new PrintedCell(text, CellKinds.Of(text), new SourcePosition(null, line, offset + leading + 1), indented);
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> characters, out int leading)
    {
        var text = TextCharacters.Trim(characters, out leading);
        while (text.StartsWith(Bookmark) && text.IndexOf(']') is > 0 and var end)
        {
            text = TextCharacters.Trim(text[(end + 1)..], out var more);
            leading += end + 1 + more;
        }

        return text;
    }

    private static string WithoutBookmarks(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        while (text.IndexOf(Bookmark) is >= 0 and var at && text[at..].IndexOf(']') is > 0 and var length)
        {
            result.Append(text[..at]);
            text = text[(at + length + 1)..];
        }

        var whole = result.Append(text).ToString();
        return new string(TextCharacters.Trim(whole, out _));
    }
}
