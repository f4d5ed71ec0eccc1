using System.Globalization;
using Gouji.Extract.Docx;
using Gouji.Extract.Flow;
using Gouji.Extract.Tables;
using Gouji.Model;

namespace Gouji.Extract.Odt;

/// <summary>
/// A table while it is read (ODF 1.3 part 3, 9.1). Every position has an element: a cell, or a covered cell where the spans of another
/// one reach. Repeated rows and cells are written out, as far as they say something.
/// </summary>
internal sealed class OdtTable(ReadingLimits limits, SourcePosition at)
{
    /// <summary>Spreadsheets end in blank rows and cells that repeat to the end of the sheet.</summary>
    private const int MostBlankRepeats = 64;

    private readonly TableAssembler _assembler = new(limits);
    private readonly List<Pending> _row = [];
    private readonly List<int> _coveredUntil = [];
    private readonly List<Block> _nested = [];
    private FlowStory? _only;
    private FlowStory? _cell;
    private Pending _open;
    private int _cells;
    private int _rowRepeat = 1;
    private int _rowIndex;

    /// <summary>The cell that is open; null between cells.</summary>
    public FlowStory? Cell => _cell;

    public void BeginRow(PartXml xml)
    {
        EndRow();
        _rowRepeat = Repeat(xml, "number-rows-repeated");
    }

    public void BeginCell(PartXml xml, bool covered)
    {
        EndCell();
        _cell = FlowStory.OfCell(xml.Here, keepsParagraphs: _cells == 0 && !covered);
        _open = new Pending(
            "",
            default,
            covered ? 1 : Math.Max(1, xml.Number("number-columns-spanned") ?? 1),
            covered ? 1 : Math.Max(1, xml.Number("number-rows-spanned") ?? 1),
            Repeat(xml, "number-columns-repeated"),
            covered);
    }

    public void EndCell()
    {
        if (_cell is not { } cell)
        {
            return;
        }

        _cell = null;
        cell.Finish();
        _row.Add(_open with { Text = cell.CellText(), At = cell.CellAt });
        if (_open.Covered)
        {
            return;
        }

        _cells = Math.Min(2, _cells + 1);
        if (_cells == 1)
        {
            _only = cell;
            return;
        }

        if (_only is not null)
        {
            _nested.AddRange(_only.Blocks.FindAll(static block => block is TableBlock));
            _only = null;
        }

        _nested.AddRange(cell.Blocks);
    }

    public void EndRow()
    {
        EndCell();
        if (_row.Count == 0)
        {
            return;
        }

        // The end of a sheet, not of a form: what repeats so often and says nothing is no part of the table.
        if (_rowRepeat <= MostBlankRepeats || !_row.TrueForAll(static cell => cell.Text.Length == 0))
        {
            while (_row.Count > 1 && _row[^1] is { Text.Length: 0, Repeat: > MostBlankRepeats, RowSpan: 1, ColumnSpan: 1 })
            {
                _row.RemoveAt(_row.Count - 1);
            }

            for (var i = 0; i < _rowRepeat; i++)
            {
                PutRow();
            }
        }

        _row.Clear();
        _rowRepeat = 1;
    }

    /// <summary>The blocks that the table comes to: itself and those nested in it, or the content of its only cell.</summary>
    public IReadOnlyList<Block> End()
    {
        EndRow();
        if (_only is not null && _assembler.Count == 1)
        {
            return _only.Blocks;
        }

        if (_only is not null)
        {
            _nested.AddRange(_only.Blocks.FindAll(static block => block is TableBlock));
        }

        if (_assembler.Build(at) is { } table)
        {
            _nested.Insert(0, table);
        }

        return _nested;
    }

    private void PutRow()
    {
        _assembler.BeginRow();
        var column = 0;
        foreach (var cell in _row)
        {
            for (var i = 0; i < cell.Repeat; i++)
            {
                column += Put(cell, column);
            }
        }

        _rowIndex++;
    }

    private int Put(Pending cell, int column)
    {
        if (!cell.Covered)
        {
            // The first column of the cell itself, then one covered element for each further one.
            _assembler.Add(cell.Text, cell.At, cell.ColumnSpan, cell.RowSpan);
            var until = (int)Math.Min(int.MaxValue, (long)_rowIndex + cell.RowSpan);
            var end = Math.Min(limits.TableCells, (long)column + cell.ColumnSpan);
            for (var i = column; i < end; i++)
            {
                Cover(i, until);
            }
        }
        else if (column >= _coveredUntil.Count || _coveredUntil[column] <= _rowIndex)
        {
            _assembler.Add(cell.Text, cell.At);
            Cover(column, _rowIndex + 1);
            _assembler.Note(new TableGuess(
                TableGuessKind.SpansMended,
                _rowIndex,
                string.Create(CultureInfo.InvariantCulture, $"cell at column {column} is marked as covered, but no cell reaches there; taken as a cell")));
        }

        return 1;
    }

    private void Cover(int column, int until)
    {
        while (_coveredUntil.Count <= column)
        {
            _coveredUntil.Add(0);
        }

        _coveredUntil[column] = Math.Max(_coveredUntil[column], until);
    }

    private static int Repeat(PartXml xml, string name) => Math.Max(1, xml.Number(name) ?? 1);

    private readonly record struct Pending(string Text, SourcePosition At, int ColumnSpan, int RowSpan, int Repeat, bool Covered);
}
