using System.Diagnostics.CodeAnalysis;

namespace Gouji.Model;

/// <summary>
/// The grid of a table (表格网格). Rows and columns are 0-based. Every position is covered exactly once by a cell with its
/// spans, or the grid cannot be built; positions that the file lost are covered by cells marked <see cref="TableCell.Absent"/>.
/// </summary>
public sealed class TableGrid
{
    private readonly int[] _cover;

    private TableGrid(int rowCount, int columnCount, TableCell[] cells, int[] cover)
    {
        RowCount = rowCount;
        ColumnCount = columnCount;
        Cells = cells;
        _cover = cover;
    }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Number of grid columns.</summary>
    public int ColumnCount { get; }

    /// <summary>The cells in reading order: by row, then by column of their top left position.</summary>
    public IReadOnlyList<TableCell> Cells { get; }

    /// <summary>The cell that covers a position.</summary>
    public TableCell this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, ColumnCount);
            return Cells[_cover[(row * ColumnCount) + column]];
        }
    }

    /// <summary>Builds a grid, or says which position is covered twice, not at all, or outside.</summary>
    public static bool TryCreate(
        int rowCount,
        int columnCount,
        IEnumerable<TableCell> cells,
        [NotNullWhen(true)] out TableGrid? grid,
        [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(cells);
        grid = null;
        var ordered = cells.ToArray();
        Array.Sort(ordered, static (a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Column.CompareTo(b.Column));
        var cover = new int[checked(rowCount * columnCount)];
        Array.Fill(cover, -1);
        for (var i = 0; i < ordered.Length; i++)
        {
            var cell = ordered[i];
            if (cell.Row < 0 || cell.Column < 0 || cell.RowSpan < 1 || cell.ColumnSpan < 1
                || cell.Row + cell.RowSpan > rowCount || cell.Column + cell.ColumnSpan > columnCount)
            {
                problem = $"cell at row {cell.Row}, column {cell.Column} with spans {cell.RowSpan}×{cell.ColumnSpan} leaves the {rowCount}×{columnCount} grid";
                return false;
            }

            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                {
                    ref var position = ref cover[(row * columnCount) + column];
                    if (position >= 0)
                    {
                        problem = $"row {row}, column {column} is covered twice";
                        return false;
                    }

                    position = i;
                }
            }
        }

        var hole = Array.IndexOf(cover, -1);
        if (hole >= 0)
        {
            problem = $"row {hole / columnCount}, column {hole % columnCount} is not covered";
            return false;
        }

        grid = new TableGrid(rowCount, columnCount, ordered, cover);
        problem = null;
        return true;
    }
}

/// <summary>A cell of a table. Row and Column are the 0-based top left position.</summary>
/// <param name="Row">0-based row.</param>
/// <param name="Column">0-based grid column.</param>
/// <param name="RowSpan">Rows covered, at least 1.</param>
/// <param name="ColumnSpan">Grid columns covered, at least 1.</param>
/// <param name="Text">The text as printed, several paragraphs parted by <c>\n</c>; empty for a blank cell.</param>
/// <param name="Source">Where the first character of the text stands in the file.</param>
public sealed record TableCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, SourcePosition Source)
{
    /// <summary>True where the file has no cell at this position: it was lost, or the row ends early. An absent cell is not a blank one.</summary>
    public bool Absent { get; init; }

    /// <summary>True where its text was recognised in a picture, and not surely: it may be another. Such a figure speaks against nobody.</summary>
    public bool Doubtful { get; init; }

    /// <summary>Box on the page; null where the format has none.</summary>
    public PageBox? Box { get; init; }
}
