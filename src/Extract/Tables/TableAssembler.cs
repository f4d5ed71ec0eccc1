using System.Runtime.InteropServices;
using Gouji.Model;

namespace Gouji.Extract.Tables;

/// <summary>
/// Builds the grid of a table from rows of cells with spans, in reading order, the way every format with spans means it: a cell
/// takes the first free column, and covers its spans. What does not fit is mended and noted as a guess on the table.
/// </summary>
internal sealed class TableAssembler(ReadingLimits limits)
{
    // A cell may turn out larger than it seemed, which is rare: then another takes its place.
    private readonly List<TableCell> _cells = [];
    private readonly List<TableGuess> _guesses = [];
    private readonly List<Column> _columns = [];
    private int _row = -1;
    private int _column;

    /// <summary>Number of cells so far.</summary>
    public int Count => _cells.Count;

    /// <summary>Begins the next row.</summary>
    public void BeginRow()
    {
        _row++;
        _column = 0;
        Refuse(_columns.Count);
    }

    /// <summary>Leaves out columns at the begin of a row that the file declares as not there (<c>gridBefore</c>).</summary>
    public void Skip(int columns)
    {
        columns = Math.Max(0, columns);
        Refuse((long)_column + columns);
        _column += columns;
    }

    /// <summary>
    /// Puts a cell into the first free column. A row span of 0 lasts to the end of the table. A cell that <paramref name="mergesDown"/>
    /// may grow by <see cref="TryExtend"/> in the rows that follow.
    /// </summary>
    public void Add(string text, SourcePosition source, int columnSpan = 1, int rowSpan = 1, PageBox? box = null, bool mergesDown = false)
    {
        while (_column < _columns.Count && _columns[_column].FreeFrom > _row)
        {
            _column++;
        }

        columnSpan = Math.Max(1, columnSpan);
        Refuse((long)_column + columnSpan);
        var fitting = 1;
        while (fitting < columnSpan && (_column + fitting >= _columns.Count || _columns[_column + fitting].FreeFrom <= _row))
        {
            fitting++;
        }

        if (fitting < columnSpan)
        {
            _guesses.Add(new TableGuess(TableGuessKind.SpansMended, _row, $"cell at column {_column} spans {columnSpan} columns over a cell from above; {fitting} taken"));
        }

        while (_columns.Count < _column + fitting)
        {
            _columns.Add(default);
        }

        var last = rowSpan <= 0 ? int.MaxValue : (int)Math.Min(int.MaxValue, (long)_row + rowSpan);
        _cells.Add(new TableCell(_row, _column, last - _row, fitting, text, source) { Box = box });
        CollectionsMarshal.AsSpan(_columns).Slice(_column, fitting).Fill(new Column(last, mergesDown ? _cells.Count : 0));
        _column += fitting;
    }

    /// <summary>
    /// Lets the cell right above go on through this row, if it merges down and stands on the very same columns; otherwise false, and
    /// the caller adds a cell of its own. A text joins that of the cell.
    /// </summary>
    public bool TryExtend(string text, SourcePosition source, int columnSpan)
    {
        if (_column >= _columns.Count || _columns[_column] is not { Merging: > 0 } column || column.FreeFrom != _row)
        {
            return false;
        }

        var cell = _cells[column.Merging - 1];
        if (cell.Column != _column || cell.ColumnSpan != columnSpan)
        {
            _guesses.Add(new TableGuess(
                TableGuessKind.SpansMended,
                _row,
                $"cell at column {_column} continues a merge over {columnSpan} columns, the cell above has {cell.ColumnSpan} from column {cell.Column}; kept apart"));
            return false;
        }

        _cells[column.Merging - 1] = cell with
        {
            RowSpan = cell.RowSpan + 1,
            Text = text.Length == 0 ? cell.Text : cell.Text.Length == 0 ? text : $"{cell.Text}\n{text}",
            Source = cell.Text.Length == 0 && text.Length > 0 ? source : cell.Source,
        };
        CollectionsMarshal.AsSpan(_columns).Slice(_column, columnSpan).Fill(column with { FreeFrom = _row + 1 });
        _column += columnSpan;
        return true;
    }

    /// <summary>Notes a guess of the reader itself.</summary>
    public void Note(TableGuess guess) => _guesses.Add(guess);

    /// <summary>
    /// The table; null where it has no cell. Positions that no cell covers become absent cells, and are noted; a column that no cell
    /// covers in any row is none.
    /// </summary>
    public TableBlock? Build(SourcePosition source, string? caption = null, int? page = null)
    {
        if (_cells.Count == 0)
        {
            return null;
        }

        DropEmptyColumns();
        var rowCount = _row + 1;
        var columnCount = _columns.Count;
        var covered = new bool[checked(rowCount * columnCount)];
        foreach (ref var cell in CollectionsMarshal.AsSpan(_cells))
        {
            if (cell.RowSpan > rowCount - cell.Row)
            {
                cell = cell with { RowSpan = rowCount - cell.Row };
            }

            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                covered.AsSpan((row * columnCount) + cell.Column, cell.ColumnSpan).Fill(true);
            }
        }

        AddAbsent(covered, rowCount, columnCount, source);
        if (!TableGrid.TryCreate(rowCount, columnCount, _cells, out var grid, out var problem))
        {
            throw new InvalidOperationException(problem);
        }

        return new TableBlock(grid, _guesses) { Source = source, Caption = caption, Page = page };
    }

    // gridBefore on every row leaves columns that nothing ever covers; counting them would shift every figure.
    private void DropEmptyColumns()
    {
        var shift = new int[_columns.Count];
        var dropped = 0;
        for (var i = 0; i < shift.Length; i++)
        {
            dropped += _columns[i].FreeFrom == 0 ? 1 : 0;
            shift[i] = dropped;
        }

        if (dropped == 0)
        {
            return;
        }

        foreach (ref var cell in CollectionsMarshal.AsSpan(_cells))
        {
            cell = cell with { Column = cell.Column - shift[cell.Column] };
        }

        _columns.RemoveAll(static column => column.FreeFrom == 0);
    }

    private void AddAbsent(bool[] covered, int rowCount, int columnCount, SourcePosition source)
    {
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
    }

    private void Refuse(long columns)
    {
        if (Math.Max(_columns.Count, columns) * (_row + 1) > limits.TableCells)
        {
            throw new UnreadableDocumentException(
                UnreadableReason.TooLarge,
                new Message($"表格超过{limits.TableCells}个单元格，文件可能已损坏。", $"A table has more than {limits.TableCells} cells; the file may be damaged."));
        }
    }

    /// <param name="FreeFrom">First row that no earlier cell covers any more; 0 where none ever did.</param>
    /// <param name="Merging">1-based number of the cell that may go on downwards; 0 for none.</param>
    private readonly record struct Column(int FreeFrom, int Merging);
}
