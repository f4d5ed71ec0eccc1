using System.Globalization;
using System.Text;
using Gouji.Model;

namespace Gouji.Cli.Reports;

/// <summary>Shows the places of a finding in what was read of the original: the rows of each table with its header, and sentences, the figures marked.</summary>
internal sealed class Excerpts(Session session, HtmlPage page)
{
    /// <summary>Rows at the top of a table that are shown with any of its rows: its title and header.</summary>
    private const int HeaderRows = 4;

    /// <summary>Characters before and behind a figure that are shown of a long paragraph.</summary>
    private const int Around = 120;

    /// <summary>What is marked where a figure should stand and does not.</summary>
    private const string Blank = "\u3000";

    /// <summary>Writes the excerpts of one document.</summary>
    /// <param name="content">The document.</param>
    /// <param name="places">The places of the finding in it.</param>
    /// <param name="blamed">Those that are most likely wrong.</param>
    public void Write(DocumentContent content, IReadOnlyList<PlaceSeen> places, IReadOnlyList<PlaceSeen> blamed)
    {
        foreach (var paragraph in places.Where(static place => place.Table is null && place.Block is not null).GroupBy(static place => place.Block!.Value).OrderBy(static group => group.Key))
        {
            if (paragraph.Key <= content.Blocks.Count && content.Blocks[paragraph.Key - 1] is Paragraph block)
            {
                WriteSentence(block.Text, [.. paragraph]);
            }
        }

        var tables = content.Blocks.OfType<TableBlock>().ToList();
        foreach (var table in places.Where(static place => place.Table is not null).GroupBy(static place => place.Table!.Value).OrderBy(static group => group.Key))
        {
            if (table.Key <= tables.Count)
            {
                WriteTable(table.Key, tables[table.Key - 1], Cells(table), Cells(blamed.Where(place => place.Table == table.Key)));
            }
        }
    }

    private static HashSet<(int Row, int Column)> Cells(IEnumerable<PlaceSeen> places) =>
        [.. places.Where(static place => place is { Row: not null, Column: not null }).Select(static place => (place.Row!.Value - 1, place.Column!.Value - 1))];

    private void WriteSentence(string text, List<PlaceSeen> places)
    {
        var marks = places.Where(place => place.Length >= 0 && place.Offset >= 0 && place.Offset + place.Length <= text.Length)
            .Select(static place => (place.Offset, End: place.Offset + place.Length)).Distinct().Order().ToList();
        var html = new StringBuilder();
        var shown = 0;
        foreach (var (offset, end) in marks)
        {
            if (offset < shown)
            {
                continue;
            }

            // What lies far from any figure is left out.
            if (offset - shown > 2 * Around)
            {
                html.Append(shown == 0 ? "" : HtmlPage.Text(text.Substring(shown, Around))).Append('…');
                shown = offset - Around;
            }

            html.Append(HtmlPage.Text(text[shown..offset])).Append(CultureInfo.InvariantCulture, $"<mark>{(end > offset ? HtmlPage.Text(text[offset..end]) : Blank)}</mark>");
            shown = end;
        }

        html.Append(text.Length - shown > 2 * Around ? HtmlPage.Text(text.Substring(shown, Around)) + "…" : HtmlPage.Text(text[shown..]));
        page.Line($"<blockquote><span class=\"faint\">{HtmlPage.Text(places[0].In(session))}</span> {html}</blockquote>");
    }

    private void WriteTable(int number, TableBlock table, HashSet<(int Row, int Column)> places, HashSet<(int Row, int Column)> blamed)
    {
        var grid = table.Grid;
        places.UnionWith(blamed);
        places.RemoveWhere(place => place.Row >= grid.RowCount || place.Column >= grid.ColumnCount);
        if (places.Count == 0)
        {
            return;
        }

        var rows = Enumerable.Range(0, Math.Min(HeaderRows, grid.RowCount)).Concat(places.Select(static place => place.Row)).Distinct().Order().ToList();
        page.Line($"<div class=\"wide\"><table><caption class=\"faint\">{session.Say($"表{number}", $"table {number}")}</caption>");
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0 && rows[i] > rows[i - 1] + 1)
            {
                page.Line(string.Create(CultureInfo.InvariantCulture, $"<tr><td class=\"gap\" colspan=\"{grid.ColumnCount}\">⋮</td></tr>"));
            }

            WriteRow(grid, rows, i, places, blamed);
        }

        page.Line("</table></div>");
    }

    private void WriteRow(TableGrid grid, List<int> rows, int index, HashSet<(int Row, int Column)> places, HashSet<(int Row, int Column)> blamed)
    {
        var html = new StringBuilder("<tr>");
        var row = rows[index];
        var follows = index > 0 && rows[index - 1] == row - 1;
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var cell = grid[row, column];

            // A cell stands at its first column, in its first row of those that are shown in one piece.
            if (cell.Column != column || (cell.Row < row && follows))
            {
                continue;
            }

            var span = 1;
            while (index + span < rows.Count && rows[index + span] == row + span && row + span < cell.Row + cell.RowSpan)
            {
                span++;
            }

            html.Append("<td");
            html.Append(span > 1 ? string.Create(CultureInfo.InvariantCulture, $" rowspan=\"{span}\"") : "");
            html.Append(cell.ColumnSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"") : "");
            html.Append(Covers(blamed, cell) ? " class=\"blamed\"" : Covers(places, cell) ? " class=\"at\"" : cell.Absent ? " class=\"absent\"" : "");
            html.Append('>').Append(HtmlPage.Text(cell.Text).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</td>");
        }

        page.Line(html.Append("</tr>").ToString());
    }

    private static bool Covers(HashSet<(int Row, int Column)> places, TableCell cell) => places.Any(place =>
        place.Row >= cell.Row && place.Row < cell.Row + cell.RowSpan && place.Column >= cell.Column && place.Column < cell.Column + cell.ColumnSpan);
}
