using System.Text;
using Gouji.Cli.Screen;
using Gouji.Model;

namespace Gouji.Cli.Tables;

/// <summary>
/// Draws a grid with lines. Merged cells are drawn merged; a cell that the file lost is filled with dots, so that it is not taken for a
/// blank one. Long texts are broken within their column.
/// </summary>
internal sealed class TableDrawing
{
    /// <summary>Widest column; the text of a wider cell is broken.</summary>
    private const int WidestColumn = 32;

    private const char AbsentMark = '·';

    // By which of the lines up (1), right (2), down (4) and left (8) meet at a corner.
    private const string Corners = " ╵╶└╷│┌├╴┘─┴┐┤┬┼";

    private readonly TableGrid _grid;
    private readonly int[] _widths;
    private readonly int[] _heights;
    private readonly Dictionary<TableCell, List<string>> _texts = new(ReferenceEqualityComparer.Instance);

    private TableDrawing(TableGrid grid)
    {
        _grid = grid;
        _widths = new int[grid.ColumnCount];
        _heights = new int[grid.RowCount];
        Array.Fill(_widths, 1);
        Array.Fill(_heights, 1);
        MeasureColumns();
        MeasureRows();
    }

    /// <summary>The lines of the drawing.</summary>
    public static IEnumerable<string> Draw(TableGrid grid) => new TableDrawing(grid).Lines();

    private static string Tidy(string text) => Ink.Clean(text.Replace('\t', ' '));

    /// <summary>Narrow cells first; what a merged cell needs beyond its columns goes to the last of them.</summary>
    private void MeasureColumns()
    {
        foreach (var cell in _grid.Cells.OrderBy(static cell => cell.ColumnSpan))
        {
            var longest = Tidy(cell.Text).Split('\n').Max(DisplayWidth.Of);
            var wanted = Math.Min(longest, WidestColumn * cell.ColumnSpan);
            _widths[cell.Column + cell.ColumnSpan - 1] += Math.Max(0, wanted - WidthOf(cell));
        }
    }

    private void MeasureRows()
    {
        foreach (var cell in _grid.Cells.OrderBy(static cell => cell.RowSpan))
        {
            var lines = DisplayWidth.Wrap(Tidy(cell.Text), WidthOf(cell));
            _texts.Add(cell, lines);
            _heights[cell.Row + cell.RowSpan - 1] += Math.Max(0, lines.Count - HeightOf(cell));
        }
    }

    /// <summary>Room for text in a cell: its columns with the blanks and lines between them.</summary>
    private int WidthOf(TableCell cell)
    {
        var width = (cell.ColumnSpan - 1) * 3;
        for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
        {
            width += _widths[column];
        }

        return width;
    }

    /// <summary>Lines of text in a cell: its rows with the lines between them.</summary>
    private int HeightOf(TableCell cell)
    {
        var height = cell.RowSpan - 1;
        for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
        {
            height += _heights[row];
        }

        return height;
    }

    private IEnumerable<string> Lines()
    {
        for (var row = 0; row <= _grid.RowCount; row++)
        {
            yield return Border(row);
            for (var line = 0; row < _grid.RowCount && line < _heights[row]; line++)
            {
                yield return TextLine(row, line);
            }
        }
    }

    private string TextLine(int row, int line)
    {
        var text = new StringBuilder();
        for (var column = 0; column < _grid.ColumnCount;)
        {
            var cell = _grid[row, column];
            text.Append("│ ").Append(TextOf(cell, LineWithin(cell, row) + line)).Append(' ');
            column += cell.ColumnSpan;
        }

        return text.Append('│').ToString();
    }

    /// <summary>The border above a row; a cell merged over it shows its text there.</summary>
    private string Border(int row)
    {
        var text = new StringBuilder();
        for (var column = 0; column < _grid.ColumnCount;)
        {
            text.Append(Corner(row, column));
            if (HasLineAbove(row, column))
            {
                text.Append('─', _widths[column] + 2);
                column++;
            }
            else
            {
                var cell = _grid[row, column];
                text.Append(' ').Append(TextOf(cell, LineWithin(cell, row) - 1)).Append(' ');
                column += cell.ColumnSpan;
            }
        }

        return text.Append(Corner(row, _grid.ColumnCount)).ToString();
    }

    /// <summary>How many lines of a cell stand above a row: rows and the borders it covers.</summary>
    private int LineWithin(TableCell cell, int row)
    {
        var lines = 0;
        for (var above = cell.Row; above < row; above++)
        {
            lines += _heights[above] + 1;
        }

        return lines;
    }

    private string TextOf(TableCell cell, int line)
    {
        var width = WidthOf(cell);
        if (cell.Absent)
        {
            return new string(AbsentMark, width);
        }

        var lines = _texts[cell];
        return DisplayWidth.Pad(line < lines.Count ? lines[line] : "", width);
    }

    private bool HasLineAbove(int row, int column) =>
        row == 0 || row == _grid.RowCount || !ReferenceEquals(_grid[row - 1, column], _grid[row, column]);

    private bool HasLineBefore(int row, int column) =>
        column == 0 || column == _grid.ColumnCount || !ReferenceEquals(_grid[row, column - 1], _grid[row, column]);

    private char Corner(int row, int column)
    {
        var up = row > 0 && HasLineBefore(row - 1, column);
        var right = column < _grid.ColumnCount && HasLineAbove(row, column);
        var down = row < _grid.RowCount && HasLineBefore(row, column);
        var left = column > 0 && HasLineAbove(row, column - 1);
        return Corners[(up ? 1 : 0) + (right ? 2 : 0) + (down ? 4 : 0) + (left ? 8 : 0)];
    }
}
