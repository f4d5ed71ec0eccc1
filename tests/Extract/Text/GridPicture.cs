using System.Text;
using Gouji.Model;

namespace Gouji.Extract.Tests.Text;

/// <summary>Draws a grid in a fixed-width font, so that a golden can be judged by eye. An absent position shows as <c>~</c>.</summary>
internal static class GridPicture
{
    public static string Draw(TableGrid grid)
    {
        var widths = new int[grid.ColumnCount];
        foreach (var cell in grid.Cells.OrderBy(cell => cell.ColumnSpan))
        {
            var missing = Width(Shown(cell)) - (widths.AsSpan(cell.Column, cell.ColumnSpan).ToArray().Sum() + cell.ColumnSpan - 1);
            widths[cell.Column + cell.ColumnSpan - 1] += Math.Max(0, missing);
        }

        var picture = new StringBuilder();
        for (var row = 0; row <= grid.RowCount; row++)
        {
            for (var column = 0; column <= grid.ColumnCount; column++)
            {
                picture.Append(Corner(grid, row, column));
                if (column < grid.ColumnCount)
                {
                    picture.Append(Same(grid, row - 1, column, row, column) ? ' ' : '-', widths[column]);
                }
            }

            picture.Append('\n');
            for (var column = 0; row < grid.RowCount && column < grid.ColumnCount;)
            {
                var cell = grid[row, column];
                var span = cell.Column + cell.ColumnSpan - column;
                var width = widths.AsSpan(column, span).ToArray().Sum() + span - 1;
                var text = cell.Row == row ? Shown(cell) : "";
                picture.Append('|').Append(text).Append(' ', width - Width(text));
                column += span;
            }

            picture.Append(row < grid.RowCount ? "|\n" : "");
        }

        return picture.ToString();
    }

    private static char Corner(TableGrid grid, int row, int column)
    {
        var above = Same(grid, row - 1, column - 1, row - 1, column);
        var below = Same(grid, row, column - 1, row, column);
        var left = Same(grid, row - 1, column - 1, row, column - 1);
        var right = Same(grid, row - 1, column, row, column);
        return (above && below) ? (left && right ? ' ' : '-') : (left && right) ? '|' : '+';
    }

    private static bool Same(TableGrid grid, int row1, int column1, int row2, int column2)
    {
        var (inside1, inside2) = (Inside(grid, row1, column1), Inside(grid, row2, column2));
        return inside1 == inside2 && (!inside1 || ReferenceEquals(grid[row1, column1], grid[row2, column2]));
    }

    private static bool Inside(TableGrid grid, int row, int column) => row >= 0 && row < grid.RowCount && column >= 0 && column < grid.ColumnCount;

    private static string Shown(TableCell cell) => cell.Absent ? "~" : cell.Text;

    private static int Width(string text) => text.Sum(c => c >= '\u2E80' ? 2 : 1);
}
