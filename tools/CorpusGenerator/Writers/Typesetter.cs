using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>Sets a document on A4 pages in portrait: ruled tables that go on over the page with their header printed again, wrapped paragraphs, page numbers.</summary>
internal sealed class Typesetter
{
    private const double Margin = 20;
    private const double Top = 25;
    private const double Bottom = 262;
    private const double BodySize = 3.7;
    private const double Padding = 0.6;
    private const double LargestTableSize = 2.8;

    private readonly List<PrintedPage> _pages = [];
    private PrintedPage _page = new();
    private double _y;

    private Typesetter() => NewPage();

    public static IReadOnlyList<PrintedPage> Set(Document document)
    {
        var typesetter = new Typesetter();
        foreach (var block in document.Blocks)
        {
            if (block is Paragraph paragraph)
            {
                typesetter.Add(paragraph);
            }
            else if (block is Table table)
            {
                typesetter.Add(table);
            }
        }

        return typesetter._pages;
    }

    private void NewPage()
    {
        _page = new PrintedPage();
        _pages.Add(_page);
        _y = Top;
        var number = $"- {_pages.Count} -";
        _page.Marks.Add(new PrintedLine(number, (PrintedPage.Width - PrintedLine.WidthOf(number, BodySize)) / 2, PrintedPage.Height - 15, BodySize, IsBold: false));
    }

    private void Add(Paragraph paragraph)
    {
        var size = paragraph.Style == ParagraphStyle.Title ? 6 : paragraph.Style == ParagraphStyle.Heading ? 4.5 : BodySize;
        var isCentred = paragraph.Style is ParagraphStyle.Title or ParagraphStyle.TableTitle;
        var text = isCentred || paragraph.Text.Length == 0 || char.IsWhiteSpace(paragraph.Text[0]) ? paragraph.Text : "　　" + paragraph.Text;
        foreach (var line in LineBreaker.Break(text, PrintedPage.Width - (2 * Margin), size))
        {
            if (_y + (size * 1.8) > Bottom)
            {
                NewPage();
            }

            _y += size * 1.8;
            if (line.Length > 0)
            {
                var x = isCentred ? (PrintedPage.Width - PrintedLine.WidthOf(line, size)) / 2 : Margin;
                _page.Marks.Add(new PrintedLine(line, x, _y - (size * 0.5), size, paragraph.Style != ParagraphStyle.Body));
            }
        }
    }

    private void Add(Table table)
    {
        var sizes = new TableSizes(table, PrintedPage.Width - (2 * Margin), LargestTableSize, Padding);
        _y += 1.5;
        var header = sizes.Heights.Take(table.HeaderRows).Sum();
        foreach (var (first, count) in Groups(table))
        {
            var height = sizes.Heights.Skip(first).Take(count).Sum();
            if (_y + height > Bottom)
            {
                NewPage();
                if (first >= table.HeaderRows && table.HeaderRows > 0)
                {
                    Draw(sizes, 0, table.HeaderRows);
                }
            }

            if (_y + height > Bottom)
            {
                throw new InvalidOperationException($"“{table.Title}”: rows {first} to {first + count - 1} are higher than a page without its header of {header} mm.");
            }

            Draw(sizes, first, count);
        }

        _y += 1.5;
    }

    /// <summary>Rows that cells reach over stay on one page, and so does the header with the first row below it.</summary>
    private static IEnumerable<(int First, int Count)> Groups(Table table)
    {
        var rows = table.Layout();
        for (var first = 0; first < rows.Count;)
        {
            var end = first + 1;
            while (end < rows.Count && (rows[end].Any(slot => slot.Continues) || end < table.HeaderRows || end == table.HeaderRows))
            {
                end++;
            }

            yield return (first, end - first);
            first = end;
        }
    }

    private void Draw(TableSizes sizes, int first, int count)
    {
        for (var row = first; row < first + count; row++)
        {
            foreach (var (column, cell, continues) in sizes.Rows[row])
            {
                if (!continues)
                {
                    Draw(sizes, row, column, cell);
                }
            }

            _y += sizes.Heights[row];
        }
    }

    private void Draw(TableSizes sizes, int row, int column, Cell cell)
    {
        var x = Margin + sizes.Widths.Take(column).Sum();
        var width = sizes.Widths.Skip(column).Take(cell.ColumnSpan).Sum();
        var height = sizes.Heights.Skip(row).Take(cell.RowSpan).Sum();
        _page.Marks.Add(new PrintedFrame(x, _y, width, height));
        var lines = sizes.Lines(column, cell);
        var y = _y + ((height - (lines.Count * sizes.Size * 1.3)) / 2);
        foreach (var line in lines)
        {
            y += sizes.Size * 1.3;
            if (!string.IsNullOrWhiteSpace(line))
            {
                _page.Marks.Add(new PrintedLine(line, x + Padding, y - (sizes.Size * 0.35), sizes.Size, IsBold: false));
            }
        }
    }
}
