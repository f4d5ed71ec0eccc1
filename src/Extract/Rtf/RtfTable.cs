using System.Globalization;
using Gouji.Extract.Flow;
using Gouji.Extract.Tables;
using Gouji.Model;

namespace Gouji.Extract.Rtf;

/// <summary>A table while it is read. Its columns are known only when all rows are, since each row has edges of its own.</summary>
internal sealed class RtfTable(ReadingLimits limits, SourcePosition at)
{
    private readonly List<RtfRow?> _definitions = [];
    private readonly List<Cell[]> _rows = [];
    private readonly List<Cell> _row = [];
    private readonly List<Block> _nested = [];
    private FlowStory? _only;
    private FlowStory? _cell;
    private int _cells;

    /// <summary>Whether cells wait for the end of their row.</summary>
    public bool InRow => _row.Count > 0 || _cell is not null;

    /// <summary>The open cell; one begins where there is none.</summary>
    public FlowStory OpenCell(SourcePosition here) => _cell ??= FlowStory.OfCell(here, keepsParagraphs: _cells == 0);

    public void EndCell(SourcePosition here)
    {
        var cell = OpenCell(here);
        _cell = null;
        _row.Add(new Cell(cell.CellText(), cell.CellAt));
        if (++_cells == 1)
        {
            _only = cell;
            return;
        }

        if (_cells > limits.TableCells)
        {
            throw new UnreadableDocumentException(
                UnreadableReason.TooLarge,
                new Message($"表格超过{limits.TableCells}个单元格，文件可能已损坏。", $"A table has more than {limits.TableCells} cells; the file may be damaged."));
        }

        KeepTablesOfFirst();
        _nested.AddRange(cell.Blocks);
    }

    public void EndRow(RtfRow? definition)
    {
        if (_row.Count > 0)
        {
            _definitions.Add(definition is { Cells.Count: > 0 } ? definition : _definitions.Count > 0 ? _definitions[^1] : null);
            _rows.Add([.. _row]);
            _row.Clear();
        }
    }

    /// <summary>The blocks that the table comes to: itself and those nested in it, or the content of its only cell.</summary>
    public IReadOnlyList<Block> End(RtfRow? definition)
    {
        if (_cell is not null)
        {
            EndCell(at);
        }

        EndRow(definition);
        if (_cells == 1 && _only is not null)
        {
            return _only.Blocks;
        }

        if (Build() is { } table)
        {
            _nested.Insert(0, table);
        }

        return _nested;
    }

    private void KeepTablesOfFirst()
    {
        if (_only is not null)
        {
            _nested.AddRange(_only.Blocks.FindAll(static block => block is TableBlock));
            _only = null;
        }
    }

    private TableBlock? Build()
    {
        var edges = new RtfEdges(_definitions);
        var assembler = new TableAssembler(limits);
        for (var row = 0; row < _rows.Count; row++)
        {
            assembler.BeginRow();
            if (_definitions[row] is { } definition)
            {
                PutDefined(assembler, row, definition, edges);
            }
            else
            {
                foreach (var cell in _rows[row])
                {
                    assembler.Add(cell.Text, cell.At);
                }
            }
        }

        return assembler.Build(at);
    }

    private void PutDefined(TableAssembler assembler, int row, RtfRow definition, RtfEdges edges)
    {
        var cells = _rows[row];
        var defined = definition.Cells;
        var column = edges[definition.Left];
        assembler.Skip(column);
        var next = 0;
        while (next < defined.Count && next < cells.Length)
        {
            var first = defined[next];
            var cell = cells[next++];
            var end = edges[first.Edge];
            while ((first.BeginsAcross || first.GoesOnAcross) && next < defined.Count && defined[next].GoesOnAcross)
            {
                end = edges[defined[next].Edge];
                cell = next < cells.Length ? cell.With(cells[next]) : cell;
                next++;
            }

            if (!first.GoesOnDown || !assembler.TryExtend(cell.Text, cell.At, end - column))
            {
                assembler.Add(cell.Text, cell.At, end - column, mergesDown: first.BeginsDown);
            }

            column = end;
        }

        if (cells.Length > defined.Count)
        {
            for (; next < cells.Length; next++)
            {
                if (cells[next].Text.Length > 0)
                {
                    assembler.Add(cells[next].Text, cells[next].At);
                }
            }

            assembler.Note(new TableGuess(
                TableGuessKind.CellsExtra,
                row,
                string.Create(CultureInfo.InvariantCulture, $"row has {cells.Length} cells, its definition {defined.Count}")));
        }
    }

    private readonly record struct Cell(string Text, SourcePosition At)
    {
        public Cell With(Cell right) =>
            right.Text.Length == 0 ? this : Text.Length == 0 ? right : this with { Text = $"{Text}\n{right.Text}" };
    }
}
