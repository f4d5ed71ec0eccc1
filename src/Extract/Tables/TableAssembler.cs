using System.Runtime.InteropServices;
using Gouji.Model;

namespace Gouji.Extract.Tables;

/// <summary>
/// Builds the grid of a table from rows of cells with spans, in reading order, the way every format with spans means it: a cell
/// takes the first free column, and covers its spans. What does not fit is mended and noted as a guess on the table.
/// </summary>
internal sealed class TableAssembler(ReadingLimits limits)
{
    private readonly List<TableCell> _cells = [];
    private readonly List<TableGuess> _guesses = [];

    // For each column, the first row that no earlier cell covers any more.
    private readonly List<int> _freeFrom = [];
    private int _row = -1;
    private int _column;
    private int _area;

    /// <summary>Begins the next row.</summary>
    public void BeginRow()
    {
        _row++;
        _column = 0;
    }

    /// <summary>Leaves out columns at the begin of a row that the file declares as not there (<c>gridBefore</c>).</summary>
    public void Skip(int columns) => _column += columns;

    /// <summary>Puts a cell into the first free column. A row span of 0 lasts to the end of the table.</summary>
    public void Add(string text, SourcePosition source, int columnSpan = 1, int rowSpan = 1, PageBox? box = null)
    {
        while (_column < _freeFrom.Count && _freeFrom[_column] > _row)
        {
            _column++;
        }

        columnSpan = Math.Max(1, columnSpan);
        var end = rowSpan <= 0 ? int.MaxValue : _row + rowSpan;
        var fitting = 1;
        while (fitting < columnSpan && (_column + fitting >= _freeFrom.Count || _freeFrom[_column + fitting] <= _row))
        {
            fitting++;
        }

        if (fitting < columnSpan)
        {
            _guesses.Add(new TableGuess(TableGuessKind.SpansMended, _row, $"cell at column {_column} spans {columnSpan} columns over a cell from above; {fitting} taken"));
        }

        Refuse(_column + fitting);
        CollectionsMarshal.SetCount(_freeFrom, Math.Max(_freeFrom.Count, _column + fitting));
        for (var i = 0; i < fitting; i++)
        {
            _freeFrom[_column + i] = end;
        }

        _cells.Add(new TableCell(_row, _column, rowSpan <= 0 ? int.MaxValue : rowSpan, fitting, text, source) { Box = box });
        _column += fitting;
    }

    /// <summary>Notes a guess of the reader itself.</summary>
    public void Note(TableGuess guess) => _guesses.Add(guess);

    /// <summary>The table; null where it has no cell. Positions that no cell covers become absent cells, and are noted.</summary>
    public TableBlock? Build(SourcePosition source, string? caption = null, int? page = null)
    {
        var rowCount = _row + 1;
        var columnCount = _freeFrom.Count;
        if (_cells.Count == 0 || columnCount == 0)
        {
            return null;
        }

        var covered = new bool[checked(rowCount * columnCount)];
        foreach (ref var cell in CollectionsMarshal.AsSpan(_cells))
        {
            var rowSpan = Math.Min(cell.RowSpan, rowCount - cell.Row);
            if (rowSpan != cell.RowSpan)
            {
                cell = cell with { RowSpan = rowSpan };
            }

            for (var row = cell.Row; row < cell.Row + rowSpan; row++)
            {
                covered.AsSpan((row * columnCount) + cell.Column, cell.ColumnSpan).Fill(true);
            }
        }

        for (var row = 0; row < rowCount; row++)
        {
            var missing = 0;
            for (var column = 0; column < columnCount; column++)
            {
                if (!covered[(row * columnCount) + column])
                {
                    missing++;
                    _cells.Add(new TableCell(row, column, 1, 1, "", source) { Absent = true });
                }
            }

            if (missing > 0)
            {
                _guesses.Add(new TableGuess(TableGuessKind.CellsLost, row, $"row has {columnCount - missing} of {columnCount} cells"));
            }
        }

        if (!TableGrid.TryCreate(rowCount, columnCount, _cells, out var grid, out var problem))
        {
            throw new InvalidOperationException(problem);
        }

        return new TableBlock(grid, _guesses) { Source = source, Caption = caption, Page = page };
    }

    private void Refuse(int columns)
    {
        _area = checked(Math.Max(_freeFrom.Count, columns) * (_row + 1));
        if (_area > limits.TableCells)
        {
            throw new UnreadableDocumentException(
                UnreadableReason.TooLarge,
                new Message($"表格超过{limits.TableCells}个单元格，文件可能已损坏。", $"A table has more than {limits.TableCells} cells; the file may be damaged."));
        }
    }
}
