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
        var text = Trim(characters, out var leading);
        var source = new SourcePosition(null, line, offset + leading + 1);
        return text.IsEmpty
            ? new PrintedCell("", CellKind.Blank, new SourcePosition(null, line, offset + 1), indented)
            : new PrintedCell(WithoutBookmarks(text), CellKinds.Of(text), source, indented);
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
        var result = new string(text);
        for (var at = result.IndexOf(Bookmark, StringComparison.Ordinal); at >= 0; at = result.IndexOf(Bookmark, at, StringComparison.Ordinal))
        {
            var end = result.IndexOf(']', at);
            if (end < 0)
            {
                break;
            }

            result = result.Remove(at, end + 1 - at).TrimEnd();
            if (at >= result.Length)
            {
                break;
            }
        }

        return result;
    }
}
