using Gouji.Model;

namespace Gouji.Extract.Geometry;

/// <summary>
/// Joins a table that goes on over the page: the next page begins with a table of the same column edges. Headers that are printed again
/// are left out. A table that goes on beside the page is joined too.
/// </summary>
internal static class TableJoiner
{
    /// <summary>Column edges that differ by no more are the same.</summary>
    private const double SameEdge = 3.5;

    /// <summary>Joins what can be joined.</summary>
    /// <param name="pages">The items of every page, furniture taken out.</param>
    /// <returns>How many tables were joined, and how many repeated lines and header rows were left out.</returns>
    public static (int Joined, int LeftOut) Join(List<List<PageItem>> pages)
    {
        var (joined, leftOut) = (0, 0);
        PlacedTable? open = null;
        List<string> captions = [];
        foreach (var page in pages)
        {
            if (page.Count == 0)
            {
                continue;
            }

            var first = page.FindIndex(static item => item.Table is not null);
            if (first >= 0 && open is not null && open.LastPage == page[0].Sheet.Number - 1
                && page.Take(first).All(item => captions.Contains(CaptionKey(item.Text)))
                && (TryJoin(open, page[first].Table!, page[0].Sheet, ref leftOut) || FacingPages.TryJoin(open, page[first].Table!, page[0].Sheet)))
            {
                leftOut += first;
                joined++;
                page.RemoveRange(0, first + 1);
                if (page.Count == 0)
                {
                    continue;
                }
            }

            open = page[^1].Table;
            captions = open is null ? [] : CaptionsAbove(page);
        }

        return (joined, leftOut);
    }

    private static List<string> CaptionsAbove(List<PageItem> page)
    {
        var captions = new List<string>();
        for (var i = page.Count - 2; i >= 0 && page[i].Table is null && captions.Count < 5; i--)
        {
            captions.Add(CaptionKey(page[i].Text));
        }

        return captions;
    }

    private static string CaptionKey(string text) =>
        text.Replace("（续）", "", StringComparison.Ordinal).Replace("(续)", "", StringComparison.Ordinal).Replace("续表", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private static bool TryJoin(PlacedTable open, PlacedTable next, Sheet sheet, ref int leftOut)
    {
        // Pages may be set with their margins on alternating sides: edges are compared from the left border.
        var shift = open.Edges[0] - next.Edges[0];
        var nextEdges = Array.ConvertAll(next.Edges, edge => edge + shift);
        if (Math.Abs(nextEdges[^1] - open.Edges[^1]) > SameEdge)
        {
            return false;
        }

        var nextInOpen = Match(nextEdges, open.Edges);
        var openInNext = Match(open.Edges, nextEdges);
        if (nextInOpen is null && openInNext is null)
        {
            return false;
        }

        if (nextInOpen is null)
        {
            (open.Edges, open.Cells) = (nextEdges, Spread(open.Cells, openInNext!));
            nextInOpen = [.. Enumerable.Range(0, nextEdges.Length)];
        }

        var cells = Spread(next.Cells, nextInOpen);
        var repeated = RepeatedRows(open, cells, next.Rows);
        leftOut += repeated;
        var parted = repeated < next.Rows && BrokenRow.Mend(open, cells, repeated) ? 1 : 0;
        var below = open.Rows - repeated - parted;
        foreach (var cell in cells)
        {
            if (cell.Row >= repeated + parted && !(cell.Row == repeated + parted && parted == 0 && GoesOn(open, cell)))
            {
                open.Cells.Add(cell with { Row = cell.Row + below });
            }
        }

        foreach (var guess in next.Guesses)
        {
            open.Guesses.Add(guess with { Row = guess.Row + below });
        }

        open.Rows += next.Rows - repeated - parted;
        open.LastPage = sheet.Number;
        open.IsRecognised |= next.IsRecognised;
        return true;
    }

    /// <summary>
    /// A cell over several rows that the page cuts goes on in a blank cell at the top of the next: it takes those rows too, where one of
    /// both is higher than a row.
    /// </summary>
    private static bool GoesOn(PlacedTable open, PlacedCell top)
    {
        var cut = open.Cells.FindIndex(cell => cell.Column == top.Column && cell.ColumnSpan == top.ColumnSpan && cell.Row + cell.RowSpan == open.Rows);
        if (top.Text.Length > 0 || cut < 0 || open.Cells[cut].Text.Length == 0 || (open.Cells[cut].RowSpan == 1 && top.RowSpan == 1))
        {
            return false;
        }

        open.Cells[cut] = open.Cells[cut] with { RowSpan = open.Cells[cut].RowSpan + top.RowSpan };
        return true;
    }

    /// <summary>The place of each edge among the others; null where one is missing there.</summary>
    private static int[]? Match(double[] edges, double[] among)
    {
        var places = new int[edges.Length];
        var place = 0;
        for (var i = 0; i < edges.Length; i++)
        {
            while (place < among.Length && among[place] < edges[i] - SameEdge)
            {
                place++;
            }

            if (place == among.Length || Math.Abs(among[place] - edges[i]) > SameEdge)
            {
                return null;
            }

            places[i] = place++;
        }

        return places;
    }

    private static List<PlacedCell> Spread(List<PlacedCell> cells, int[] places) => cells.ConvertAll(cell => cell with
    {
        Column = places[cell.Column],
        ColumnSpan = places[cell.Column + cell.ColumnSpan] - places[cell.Column],
    });

    /// <summary>How many rows at the top print again the rows at the top of the open table.</summary>
    private static int RepeatedRows(PlacedTable open, List<PlacedCell> cells, int rows)
    {
        for (var start = 0; start < Math.Min(4, open.Rows); start++)
        {
            var same = 0;
            while (same < rows && start + same < open.Rows && SameRow(open.Cells, start + same, start, cells, same))
            {
                same++;
            }

            // The repetition ends where no cell spans over its end, and says something.
            while (same > 0 && cells.Exists(cell => cell.Row < same && cell.Row + cell.RowSpan > same))
            {
                same--;
            }

            if (same > 0 && cells.Exists(cell => cell.Row < same && cell.Text.Length > 0))
            {
                return same;
            }
        }

        return 0;
    }

    /// <summary>A header that is printed again may have less room than the first time, and its texts are cut; some are whole even then.</summary>
    private static bool SameRow(List<PlacedCell> open, int openRow, int start, List<PlacedCell> next, int row)
    {
        var ours = open.FindAll(cell => cell.Row == openRow);
        var theirs = next.FindAll(cell => cell.Row == row);
        if (ours.Count != theirs.Count || openRow - start != row)
        {
            return false;
        }

        var (whole, cut) = (0, 0);
        foreach (var cell in ours)
        {
            var again = theirs.Find(other => other.Column == cell.Column && other.ColumnSpan == cell.ColumnSpan && other.RowSpan == cell.RowSpan);
            if (again is null || !cell.Text.StartsWith(again.Text, StringComparison.Ordinal) || (again.Text.Length < 2 && again.Text != cell.Text))
            {
                return false;
            }

            cut += again.Text == cell.Text ? 0 : 1;
            whole += again.Text == cell.Text && cell.Text.Length > 0 ? 1 : 0;
        }

        return cut == 0 || whole > 0;
    }
}
