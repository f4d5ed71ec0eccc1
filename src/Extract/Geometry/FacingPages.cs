using Gouji.Extract.Text;

namespace Gouji.Extract.Geometry;

/// <summary>
/// Joins a wide table that is printed on two facing pages: the right half has the rows of the left one, of the same heights, and begins
/// with a column of figures, since the names of its rows stand on the left page.
/// </summary>
internal static class FacingPages
{
    /// <summary>Rows whose heights differ by no more are the same.</summary>
    private const decimal SameHeight = 1.5m;

    private const int FewestRows = 3;

    /// <summary>Puts the right half beside the left one where it is one; otherwise nothing is changed.</summary>
    public static bool TryJoin(PlacedTable left, PlacedTable right, Sheet sheet)
    {
        if (left.Rows < FewestRows || left.Rows != right.Rows || left.Page != left.LastPage || !BeginsWithNames(left) || IsEntitled(right) || !BeginsWithFigures(right) || !SameHeights(left, right))
        {
            return false;
        }

        var columns = left.Columns;
        var shift = left.Edges[^1] - right.Edges[0];
        left.Edges = [.. left.Edges, .. right.Edges.Skip(1).Select(edge => edge + shift)];
        left.Cells = [.. left.Cells.Concat(right.Cells.Select(cell => cell with { Column = cell.Column + columns })).OrderBy(static cell => cell.Row).ThenBy(static cell => cell.Column)];
        left.Guesses.AddRange(right.Guesses);
        left.LastPage = sheet.Number;
        left.IsRecognised |= right.IsRecognised;
        return true;
    }

    /// <summary>Whether a table has a title, a body or a unit of its own in its cells: then it is no half of another.</summary>
    private static bool IsEntitled(PlacedTable table) =>
        table.Cells.Any(cell => cell.Text.Length > 0 && (BudgetWords.IsCaption(cell.Text) || (cell.ColumnSpan == table.Columns && table.Columns > 1)));

    private static bool BeginsWithNames(PlacedTable table) => table.Cells.Any(static cell => cell is { Column: 0, Row: > 0, Text.Length: > 0 } && !Figures.IsFigureOrDash(cell.Text));

    /// <summary>Whether every row but those at the top, its header, has a figure or nothing in the first column.</summary>
    private static bool BeginsWithFigures(PlacedTable table)
    {
        var first = table.Cells.Where(static cell => cell.Column == 0).OrderBy(static cell => cell.Row).ToList();
        var body = first.FindIndex(static cell => Figures.IsFigureOrDash(cell.Text));
        return body > 0 && first.Skip(body).All(static cell => cell.Text.Length == 0 || Figures.IsFigureOrDash(cell.Text));
    }

    private static bool SameHeights(PlacedTable one, PlacedTable other)
    {
        var (heights, others) = (Heights(one), Heights(other));
        for (var row = 0; row < heights.Length; row++)
        {
            if (heights[row] is not { } height || others[row] is not { } same || Math.Abs(height - same) > SameHeight)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Height of each row in points, by a cell that is one row high; null where it has none.</summary>
    private static decimal?[] Heights(PlacedTable table)
    {
        var heights = new decimal?[table.Rows];
        foreach (var cell in table.Cells)
        {
            if (cell.RowSpan == 1)
            {
                heights[cell.Row] ??= cell.Box.Top - cell.Box.Bottom;
            }
        }

        return heights;
    }
}
