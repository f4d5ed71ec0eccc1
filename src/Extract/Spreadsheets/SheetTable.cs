using Gouji.Model;

namespace Gouji.Extract.Spreadsheets;

/// <summary>
/// Builds the grid of a table from rows of a sheet: blank cells are filled in, blank columns around it cut off. A sheet has every cell, so
/// that a row ends early is told by borders: between rows whose borders run to the end, one whose borders stop before it has lost cells.
/// </summary>
internal sealed class SheetTable
{
    private readonly VisibleSheet _sheet;
    private readonly int _top;
    private readonly int _left;
    private readonly int _rows;
    private readonly int _columns;
    private readonly List<VisibleCell> _cells;
    private readonly List<TableGuess> _guesses = [];

    private SheetTable(VisibleSheet sheet, List<SheetLine> lines, CellBudget budget)
    {
        _sheet = sheet;
        _top = lines[0].Row;
        _rows = lines[^1].Row - _top + 1;
        (_left, var right) = Columns(sheet, lines);
        _columns = right - _left + 1;
        budget.TakeArea(_rows, _columns);
        _cells = new List<VisibleCell>(_rows * _columns);
        AddShown(lines, right);
        AddBlank(EndsOf(lines, right));
    }

    public static TableBlock Build(VisibleSheet sheet, List<SheetLine> lines, CellBudget budget) => new SheetTable(sheet, lines, budget).Build();

    // The columns in which a text begins, and those behind them that borders or merged cells make part of the table: a blank to be filled
    // in may be its last column. Borders all along the rows of the sheet do not count, nor does a title merged far across.
    private static (int Left, int Right) Columns(VisibleSheet sheet, List<SheetLine> lines)
    {
        var left = int.MaxValue;
        var right = 0;
        foreach (var line in lines)
        {
            for (var i = line.FirstCell; i < line.EndCell && line.Filled > 1; i++)
            {
                if (!sheet.Cells[i].IsBlank)
                {
                    left = Math.Min(left, sheet.Cells[i].Column);
                    right = Math.Max(right, sheet.Cells[i].Column);
                }
            }
        }

        foreach (var line in lines)
        {
            if (line.Filled == 1 && sheet.Cells[line.FirstFilled] is var cell && (cell.LastColumn < left || cell.Column > right))
            {
                left = Math.Min(left, cell.Column);
                right = Math.Max(right, cell.Column);
            }
        }

        var outer = right;
        foreach (var line in lines)
        {
            outer = Math.Max(outer, line.LastBorder);
            for (var i = line.FirstCell; i < line.EndCell; i++)
            {
                outer = Math.Max(outer, sheet.Cells[i].LastColumn);
            }
        }

        return (left, outer - right <= right - left + 1 ? outer : right);
    }

    private void AddShown(List<SheetLine> lines, int right)
    {
        for (var i = lines[0].FirstCell; i < lines[^1].EndCell; i++)
        {
            var cell = _sheet.Cells[i];
            var first = Math.Max(cell.Column, _left);
            var last = Math.Min(cell.LastColumn, right);
            if (first > last)
            {
                continue;
            }

            var rowSpan = Math.Min(cell.RowSpan, _top + _rows - cell.Row);
            _cells.Add(cell with { Row = cell.Row - _top, Column = first - _left, RowSpan = rowSpan, ColumnSpan = last - first + 1 });
        }

        foreach (var row in _sheet.Overlaps)
        {
            if (row >= _top && row < _top + _rows)
            {
                _guesses.Add(new TableGuess(TableGuessKind.SpansMended, row - _top, "merged ranges overlap; the later one was left aside"));
            }
        }
    }

    // Behind the last column of each row, counted from the left of the table.
    private int[] EndsOf(List<SheetLine> lines, int right)
    {
        var ends = new int[_rows];
        Array.Fill(ends, _columns);
        var first = lines.FindIndex(ReachesEnd);
        var last = lines.FindLastIndex(ReachesEnd);
        for (var i = first + 1; i < last; i++)
        {
            var line = lines[i];
            if (line.HasBorders && line.HasFigure && line.LastBorder >= _left && line.LastBorder < right)
            {
                ends[line.Row - _top] = line.LastBorder - _left + 1;
            }
        }

        return ends;

        bool ReachesEnd(SheetLine line) => line.LastBorder >= right;
    }

    private void AddBlank(int[] ends)
    {
        var covered = new bool[_rows * _columns];
        foreach (var cell in _cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                covered.AsSpan((row * _columns) + cell.Column, cell.ColumnSpan).Fill(true);
            }
        }

        for (var row = 0; row < _rows; row++)
        {
            if (covered.AsSpan((row * _columns) + ends[row], _columns - ends[row]).Contains(true))
            {
                ends[row] = _columns;
            }

            var number = 0;
            for (var column = 0; column < _columns; column++)
            {
                if (!covered[(row * _columns) + column])
                {
                    number = number == 0 ? _sheet.Rows.NumberAt(_top + row) : number;
                    var nature = column < ends[row] ? CellNature.Text : CellNature.Missing;
                    _cells.Add(new VisibleCell(row, column, 1, 1, "", nature, new SourcePosition(_sheet.Name, number, _sheet.Columns.NumberAt(_left + column))));
                }
            }

            if (ends[row] < _columns)
            {
                _guesses.Add(new TableGuess(TableGuessKind.CellsLost, row, $"row has {ends[row]} of {_columns} cells"));
            }
        }
    }

    private TableBlock Build()
    {
        // Rows and columns in which no cell begins are merged away everywhere; counting them would shift the rest.
        var rows = Kept(_rows, static cell => cell.Row, out var rowCount);
        var columns = Kept(_columns, static cell => cell.Column, out var columnCount);
        var cells = new TableCell[_cells.Count];
        for (var i = 0; i < _guesses.Count; i++)
        {
            if (_guesses[i] is { Row: { } row })
            {
                _guesses[i] = _guesses[i] with { Row = Math.Min(rows[row], rowCount - 1) };
            }
        }

        for (var i = 0; i < cells.Length; i++)
        {
            var cell = _cells[i];
            var row = rows[cell.Row];
            var column = columns[cell.Column];
            var isLost = cell.Nature == CellNature.Lost;
            cells[i] = new TableCell(row, column, rows[cell.Row + cell.RowSpan] - row, columns[cell.Column + cell.ColumnSpan] - column, cell.Text, cell.Source) { Absent = isLost || cell.Nature == CellNature.Missing };
            if (isLost)
            {
                _guesses.Add(new TableGuess(TableGuessKind.CellsLost, row, $"{CellName.Of(cell.Source.Line, cell.Source.Character)} has a value that the file does not tell"));
            }
        }

        if (!TableGrid.TryCreate(rowCount, columnCount, cells, out var grid, out var problem))
        {
            throw new InvalidOperationException(problem);
        }

        return new TableBlock(grid, _guesses) { Source = grid.Cells[0].Source };
    }

    // The new number of each old row or column, and of the one behind the last.
    private int[] Kept(int count, Func<VisibleCell, int> position, out int kept)
    {
        var begins = new bool[count];
        foreach (var cell in _cells)
        {
            begins[position(cell)] = true;
        }

        kept = 0;
        var numbers = new int[count + 1];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = kept;
            kept += begins[i] ? 1 : 0;
        }

        numbers[count] = kept;
        return numbers;
    }
}
