using System.Text;
using Gouji.Extract.Readers;
using Gouji.Model;

namespace Gouji.Extract.Tests.Html;

/// <summary>Reads small pages written in the tests.</summary>
internal static class HtmlPage
{
    public static DocumentContent Read(string html, ReadingLimits? limits = null) => Read(Encoding.UTF8.GetBytes(html), limits);

    public static DocumentContent Read(byte[] bytes, ReadingLimits? limits = null) =>
        new HtmlReader().Read(new FetchedDocument("page.html", bytes, new string('0', 64)), limits ?? new ReadingLimits(), CancellationToken.None);

    /// <summary>The paragraphs and tables, one string each: tables drawn by <see cref="Draw"/>.</summary>
    public static string[] Blocks(string html) =>
        [.. Read(html).Blocks.Select(block => block is Paragraph paragraph ? paragraph.Text : Draw((TableBlock)block))];

    public static Paragraph[] Paragraphs(string html) => [.. Read(html).Blocks.OfType<Paragraph>()];

    public static TableBlock Table(string html) => Assert.Single(Read(html).Blocks.OfType<TableBlock>());

    /// <summary>
    /// A table as a picture: rows parted by <c> / </c>, positions by <c>|</c>; a position that a cell from the left covers is
    /// <c>&lt;</c>, from above <c>^</c>, and one that is lost <c>?</c>.
    /// </summary>
    public static string Draw(TableBlock table)
    {
        var rows = new List<string>();
        for (var row = 0; row < table.Grid.RowCount; row++)
        {
            var positions = new List<string>();
            for (var column = 0; column < table.Grid.ColumnCount; column++)
            {
                var cell = table.Grid[row, column];
                positions.Add(cell.Absent ? "?" : cell.Row < row ? "^" : cell.Column < column ? "<" : cell.Text);
            }

            rows.Add(string.Join('|', positions));
        }

        return string.Join(" / ", rows);
    }

    /// <summary>All text of a document: paragraphs, captions and cells in order.</summary>
    public static IEnumerable<string> Texts(DocumentContent content)
    {
        foreach (var block in content.Blocks)
        {
            if (block is Paragraph paragraph)
            {
                yield return paragraph.Text;
            }
            else if (block is TableBlock table)
            {
                yield return table.Caption ?? "";
                foreach (var cell in table.Grid.Cells)
                {
                    yield return cell.Text;
                }
            }
        }
    }
}
