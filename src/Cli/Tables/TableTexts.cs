using Gouji.Model;

namespace Gouji.Cli.Tables;

/// <summary>The texts of a grid for formats that know no merged cells.</summary>
internal static class TableTexts
{
    /// <summary>The texts of a row, one a grid column; what a merged cell covers beyond its top left position is empty.</summary>
    public static IEnumerable<string> Row(TableGrid grid, int row)
    {
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var cell = grid[row, column];
            yield return cell.Row == row && cell.Column == column ? cell.Text : "";
        }
    }
}
