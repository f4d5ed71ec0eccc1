namespace Gouji.Extract.Html;

/// <summary>A row of a table as shown.</summary>
/// <param name="Cells">Its cells, those left out that are not shown.</param>
/// <param name="RowsLeft">Rows from this one to the end of its row group, at least 1: no cell reaches beyond (HTML 4.9.12).</param>
internal readonly record struct TableShapeRow(List<PageElement> Cells, int RowsLeft);

/// <summary>The rows of a table in the order in which they are shown, and whether it holds data or only lays out a page.</summary>
internal sealed class TableShape
{
    // A page laid out in one row: at most so many texts, one of them as long as an article.
    private const int MostTextsOfLayout = 3;
    private const int ArticleParagraphs = 3;
    private const int ArticleCharacters = 200;

    private TableShape(List<TableShapeRow> rows, List<PageElement> captions, bool isLayout)
    {
        Rows = rows;
        Captions = captions;
        IsLayout = isLayout;
    }

    /// <summary>The rows: those of the first thead, of the bodies, of the first tfoot.</summary>
    public List<TableShapeRow> Rows { get; }

    /// <summary>The captions: one at most in a valid page, but a browser shows them all.</summary>
    public List<PageElement> Captions { get; }

    /// <summary>Whether it has no data of its own and only lays out what its cells hold.</summary>
    public bool IsLayout { get; }

    /// <summary>Reads the shape of a table element.</summary>
    public static TableShape Of(PageDocument document, PageElement table)
    {
        var captions = new List<PageElement>();
        PageElement? head = null;
        PageElement? foot = null;
        var bodies = new List<PageElement>();
        foreach (var child in table.Children)
        {
            if (child is not PageElement { Hiding: not Hiding.Gone } element)
            {
                continue;
            }

            switch (element.Role)
            {
                case TagRole.Caption:
                    captions.Add(element);
                    break;
                case TagRole.TableHead when head is null:
                    head = element;
                    break;
                case TagRole.TableFoot when foot is null:
                    foot = element;
                    break;
                case TagRole.TableHead or TagRole.TableFoot or TagRole.TableBody:
                    bodies.Add(element);
                    break;
                default:
                    break;
            }
        }

        var rows = new List<TableShapeRow>();
        AddRows(rows, head);
        foreach (var body in bodies)
        {
            AddRows(rows, body);
        }

        AddRows(rows, foot);
        return new TableShape(rows, captions, captions.Count == 0 && head is null && Lays(document, rows));
    }

    private static void AddRows(List<TableShapeRow> rows, PageElement? group)
    {
        if (group is null)
        {
            return;
        }

        var first = rows.Count;
        for (var i = 0; i < group.Children.Count; i++)
        {
            if (group.Children[i] is PageElement { Role: TagRole.Row, Hiding: not Hiding.Gone } row)
            {
                rows.Add(new TableShapeRow(CellsOf(row), 1));
            }
        }

        for (var i = first; i < rows.Count; i++)
        {
            rows[i] = rows[i] with { RowsLeft = rows.Count - i };
        }
    }

    private static List<PageElement> CellsOf(PageElement row)
    {
        var cells = new List<PageElement>(row.Children.Count);
        for (var i = 0; i < row.Children.Count; i++)
        {
            if (row.Children[i] is PageElement { Role: TagRole.Cell or TagRole.HeaderCell, Hiding: not Hiding.Gone } cell)
            {
                cells.Add(cell);
            }
        }

        return cells;
    }

    private static bool Lays(PageDocument document, List<TableShapeRow> rows)
    {
        var texts = 0;
        var rowsWithText = 0;
        var rowsWithSeveralTexts = 0;
        var rowsOfData = 0;
        var nested = false;
        var blocks = false;
        var article = false;
        foreach (var row in rows)
        {
            var filled = 0;
            var plain = 0;
            foreach (var cell in row.Cells)
            {
                if (cell.Role == TagRole.HeaderCell)
                {
                    return false;
                }

                var content = CellContent.Of(document, cell);
                filled += content.IsEmpty ? 0 : 1;
                plain += content is { IsEmpty: false, HoldsTable: false } ? 1 : 0;
                nested |= content.HoldsTable;
                blocks |= content.Paragraphs > 1;
                article |= content.Paragraphs >= ArticleParagraphs && content.Characters >= ArticleCharacters;
            }

            texts += filled;
            rowsWithText += filled > 0 ? 1 : 0;
            rowsWithSeveralTexts += filled > 1 ? 1 : 0;
            rowsOfData += plain > 1 ? 1 : 0;
        }

        if (nested)
        {
            // Rows of two texts and more are data, unless they are the few (a bar of links) among rows that lay out.
            return rowsOfData < 2 || rowsOfData * 2 < rowsWithText;
        }

        return rowsWithSeveralTexts == 0
            ? texts == 1 || blocks
            : texts <= MostTextsOfLayout && article;
    }
}

/// <summary>What a cell holds, tables within it not counted.</summary>
internal struct CellContent
{
    /// <summary>Visible characters.</summary>
    public int Characters { get; private set; }

    /// <summary>Lines of text parted by blocks or line breaks.</summary>
    public int Paragraphs { get; private set; }

    /// <summary>Whether a table stands in it.</summary>
    public bool HoldsTable { get; private set; }

    /// <summary>Whether there is nothing in it.</summary>
    public readonly bool IsEmpty => Characters == 0 && !HoldsTable;

    /// <summary>Looks through a cell, by recursion: the parser has refused every tree deeper than <see cref="PageReader.MaximumDepth"/>.</summary>
    public static CellContent Of(PageDocument document, PageElement cell)
    {
        var content = default(CellContent);
        var inText = false;
        content.Add(document, cell, ref inText);
        return content;
    }

    private void Add(PageDocument document, PageElement parent, ref bool inText)
    {
        for (var i = 0; i < parent.Children.Count; i++)
        {
            if (parent.Children[i] is PageText text)
            {
                var characters = WhiteSpace.Trim(document.TextOf(text)).Length;
                Characters += characters;
                Paragraphs += characters > 0 && !inText ? 1 : 0;
                inText |= characters > 0;
            }
            else if (parent.Children[i] is PageElement { Hiding: Hiding.None, Role: not TagRole.Unread } element)
            {
                inText &= element.Role == TagRole.Inline;
                if (element.Role == TagRole.Table)
                {
                    HoldsTable = true;
                }
                else
                {
                    Add(document, element, ref inText);
                    inText &= element.Role == TagRole.Inline;
                }
            }
        }
    }
}
