using System.Globalization;
using Gouji.Model;

namespace Gouji.Extract.Text;

/// <summary>Gives every printed cell of a table its place in the grid.</summary>
internal sealed class TableLayout
{
    private readonly PrintedTable _table;
    private readonly TableShape _shape;
    private readonly ColumnKind[] _kinds;
    private readonly List<TableCell> _cells;
    private readonly List<TableGuess> _guesses = [];

    private TableLayout(PrintedTable table, TableShape shape)
    {
        _table = table;
        _shape = shape;
        _kinds = shape.Irregular ? [] : ColumnKinds.Of(table, shape.BodyStart, shape.Columns);
        _cells = new List<TableCell>(table.Cells.Length);
    }

    /// <summary>Lays out a table.</summary>
    /// <exception cref="UnreadableDocumentException">It has more cells than the limits allow.</exception>
    public static TableBlock Build(PrintedTable table, ReadingLimits limits)
    {
        if ((long)table.Rows.Length * table.Widest > limits.TableCells)
        {
            throw new UnreadableDocumentException(
                UnreadableReason.TooLarge,
                new Message(
                    $"第{table.Cells[0].Source.Line}行起的表格有{table.Rows.Length}行×{table.Widest}列，超过上限{limits.TableCells}个单元格，文件可能已损坏。",
                    $"The table at line {table.Cells[0].Source.Line} has {table.Rows.Length} rows × {table.Widest} columns, above the limit of {limits.TableCells} cells; the file may be damaged."));
        }

        return new TableLayout(table, TableShape.Of(table)).Build();
    }

    private TableBlock Build()
    {
        for (var row = 0; row < _shape.HeaderStart; row++)
        {
            PlaceAboveHeader(row);
        }

        var body = _shape.HeaderStart;
        if (!_shape.Irregular)
        {
            PlaceHeader();
            ColumnKinds.FillFromHeader(_kinds, _cells);
            body = _shape.BodyStart;
        }

        for (var row = body; row < _table.Rows.Length; row++)
        {
            NoteReading(row);
            if (_shape.Irregular)
            {
                PlaceIrregular(row);
            }
            else
            {
                PlaceBody(row);
            }
        }

        if (!TableGrid.TryCreate(_table.Rows.Length, _shape.GridColumns, _cells, out var grid, out var problem))
        {
            throw new InvalidOperationException(problem);
        }

        return new TableBlock(grid, _guesses) { Source = _table.Cells[0].Source };
    }

    private void PlaceAboveHeader(int row)
    {
        NoteReading(row);
        var cells = _table.CellsOf(row);
        if (cells.Length > 1 && cells.Length < _shape.Columns)
        {
            Note(TableGuessKind.SpansInferred, row, $"caption row has {cells.Length} cells over {_shape.Columns} columns; the first is taken to cover the rest");
        }

        PlaceWithWide(row, wide: 0, _shape.GridColumns);
    }

    private void PlaceHeader()
    {
        var (starts, certain) = HeaderSpans.Find(_table, _shape, _kinds);
        var merged = new bool[_table.Cells.Length];
        for (var i = 0; i < starts.Length; i++)
        {
            var row = _shape.HeaderStart + i;
            var cells = _table.CellsOf(row);
            NoteReading(row);
            if (cells.Length < _shape.Columns)
            {
                Note(TableGuessKind.SpansInferred, row, $"header row has {cells.Length} cells over {_shape.Columns} columns; spans {(certain[i] ? "follow from the row below" : "taken from the columns below")}");
            }

            for (var j = 0; j < cells.Length; j++)
            {
                if (!merged[_table.Rows[row].First + j])
                {
                    var span = starts[i][j + 1] - starts[i][j];
                    var rowSpan = cells[j].Kind == CellKind.Blank ? 1 : RowSpan(starts, i, starts[i][j], span, merged);
                    _cells.Add(new TableCell(row, starts[i][j], rowSpan, span, cells[j].Text, cells[j].Source));
                }
            }

            PlaceAbsent(row, _shape.Columns);
        }
    }

    /// <summary>Rows that a header cell covers: its own, and those below where a blank cell of the same columns stands.</summary>
    private int RowSpan(int[][] starts, int headerRow, int column, int columnSpan, bool[] merged)
    {
        var rows = 1;
        for (var i = headerRow + 1; i < starts.Length; i++, rows++)
        {
            var below = Array.BinarySearch(starts[i], column);
            var cells = _table.CellsOf(_shape.HeaderStart + i);
            if (below < 0 || below >= cells.Length || cells[below].Kind != CellKind.Blank || starts[i][below + 1] != column + columnSpan)
            {
                break;
            }

            merged[_table.Rows[_shape.HeaderStart + i].First + below] = true;
        }

        return rows;
    }

    private void PlaceBody(int row)
    {
        var cells = _table.CellsOf(row);
        var missing = _shape.Columns - cells.Length;
        if (missing <= 0)
        {
            if (missing < 0)
            {
                Note(TableGuessKind.CellsExtra, row, $"row has {cells.Length} cells in a table of {_shape.Columns} columns");
            }

            PlaceFromLeft(row);
            return;
        }

        if (cells.Length == 1 && cells[0].Kind == CellKind.Label && !BudgetWords.IsTotalLabel(cells[0].Text))
        {
            Note(TableGuessKind.SpansInferred, row, $"row has 1 cell over {_shape.Columns} columns; it is taken to cover them all");
            PlaceWithWide(row, wide: 0, _shape.GridColumns);
            return;
        }

        if (cells.Length > 1 && BudgetWords.IsTotalLabel(cells[0].Text))
        {
            PlaceTotal(row, missing);
        }
        else if (FirstIsWide(cells, missing))
        {
            Note(TableGuessKind.SpansInferred, row, $"row has {cells.Length} cells over {_shape.Columns} columns; the first is taken to cover {missing + 1}");
            PlaceWithWide(row, wide: 0, _shape.Columns);
            PlaceAbsent(row, _shape.Columns);
        }
        else
        {
            Note(TableGuessKind.CellsLost, row, $"row has {cells.Length} of {_shape.Columns} cells");
            PlaceFromLeft(row);
        }
    }

    /// <summary>
    /// Whether the first cell of a short row covers several columns of codes and names, as a whole code does that stands below
    /// separate columns for class, section and item. It does where its neighbours then stand among their like, and else would not.
    /// </summary>
    private bool FirstIsWide(ReadOnlySpan<PrintedCell> cells, int missing)
    {
        if (cells.Length < 2 || missing >= ColumnKinds.LeadingLabels(_kinds))
        {
            return false;
        }

        var fitsLeft = true;
        for (var j = 1; j < cells.Length; j++)
        {
            if (!_kinds[j + missing].Admits(cells[j].Kind))
            {
                return false;
            }

            fitsLeft &= _kinds[j].Admits(cells[j].Kind);
        }

        return !fitsLeft;
    }

    /// <summary>
    /// A row with too few cells that begins with 合计: the label is merged over the columns of codes and names, so that the figures
    /// stand at the right. If more cells are missing than it can cover, the rest are lost, at the end like everywhere.
    /// </summary>
    private void PlaceTotal(int row, int missing)
    {
        var cells = _table.CellsOf(row);
        var labels = Math.Max(1, ColumnKinds.LeadingLabels(_kinds));
        var span = Math.Min(missing + 1, labels);
        if (span > 1)
        {
            Note(TableGuessKind.SpansInferred, row, $"total row has {cells.Length} cells over {_shape.Columns} columns; its label is taken to cover {span}");
        }

        if (span <= missing)
        {
            Note(TableGuessKind.CellsLost, row, $"row has {cells.Length} of {_shape.Columns} cells");
        }

        _cells.Add(new TableCell(row, 0, 1, span, cells[0].Text, cells[0].Source));
        for (var j = 1; j < cells.Length; j++)
        {
            _cells.Add(new TableCell(row, span + j - 1, 1, 1, cells[j].Text, cells[j].Source));
        }

        PlaceAbsent(row, span + cells.Length - 1);
    }

    private void PlaceIrregular(int row)
    {
        var count = _table.Rows[row].Count;
        if (count < _shape.Columns)
        {
            Note(TableGuessKind.SpansInferred, row, $"row has {count} cells over {_shape.Columns} columns; the last is taken to cover the rest");
        }

        PlaceWithWide(row, wide: count - 1, _shape.GridColumns);
    }

    private void PlaceWithWide(int row, int wide, int columns)
    {
        var cells = _table.CellsOf(row);
        var column = 0;
        for (var j = 0; j < cells.Length; j++)
        {
            var span = j == wide ? columns - cells.Length + 1 : 1;
            _cells.Add(new TableCell(row, column, 1, span, cells[j].Text, cells[j].Source));
            column += span;
        }
    }

    private void PlaceFromLeft(int row)
    {
        var cells = _table.CellsOf(row);
        for (var j = 0; j < cells.Length; j++)
        {
            _cells.Add(new TableCell(row, j, 1, 1, cells[j].Text, cells[j].Source));
        }

        PlaceAbsent(row, cells.Length);
    }

    /// <summary>Fills a row from a column on with positions for which the file has no cell.</summary>
    private void PlaceAbsent(int row, int from)
    {
        var source = _table.CellsOf(row)[^1].Source;
        for (var column = from; column < _shape.GridColumns; column++)
        {
            _cells.Add(new TableCell(row, column, 1, 1, "", source) { Absent = true });
        }
    }

    private void NoteReading(int row)
    {
        if (_table.Rows[row].Joined)
        {
            Note(TableGuessKind.LinesJoined, row, $"a cell of the row stood on several lines");
        }

        if (_table.Rows[row].Parted)
        {
            Note(TableGuessKind.RowsParted, row, $"row stood as one with the row above");
        }
    }

    private void Note(TableGuessKind kind, int row, FormattableString detail) =>
        _guesses.Add(new TableGuess(kind, row, detail.ToString(CultureInfo.InvariantCulture)));
}
