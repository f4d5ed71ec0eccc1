using Gouji.Model;

namespace Gouji.Extract.Html;

/// <summary>The title element of a page, which often says what the body only says in pictures.</summary>
internal static class PageTitle
{
    /// <summary>The title as a heading; null where the page has none.</summary>
    public static Paragraph? Of(PageDocument document, SourceText source)
    {
        foreach (var child in document.Head?.Children ?? [])
        {
            if (child is PageElement { Role: TagRole.Title } title)
            {
                var text = new InlineText();
                foreach (var part in title.Children)
                {
                    if (part is PageText run)
                    {
                        text.Append(document.TextOf(run), run.Source);
                    }
                }

                var content = text.Take(out var at);
                return content.Length == 0 ? null : new Paragraph(content, ParagraphKind.Heading, 1) { Source = source.AtVisible(at) };
            }
        }

        return null;
    }

    /// <summary>Whether the text stands in a block already, white space aside.</summary>
    public static bool Stands(string title, IReadOnlyList<Block> blocks)
    {
        var wanted = Squeeze(title);
        foreach (var block in blocks)
        {
            if (block is Paragraph paragraph)
            {
                if (Holds(paragraph.Text, title, wanted))
                {
                    return true;
                }
            }
            else if (block is TableBlock table)
            {
                if (table.Caption is { } caption && Holds(caption, title, wanted))
                {
                    return true;
                }

                foreach (var cell in table.Grid.Cells)
                {
                    if (Holds(cell.Text, title, wanted))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool Holds(string text, string title, string wanted) =>
        text.Length >= wanted.Length
        && (text.Contains(title, StringComparison.Ordinal) || Squeeze(text).Contains(wanted, StringComparison.Ordinal));

    private static string Squeeze(string text)
    {
        var letters = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!WhiteSpace.IsInvisible(c))
            {
                letters[length++] = c;
            }
        }

        return length == text.Length ? text : new string(letters, 0, length);
    }
}
