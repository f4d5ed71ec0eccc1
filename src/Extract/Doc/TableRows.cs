using System.Buffers;
using System.Globalization;
using Gouji.Extract.Docx;
using Gouji.Extract.Tables;
using Gouji.Model;

namespace Gouji.Extract.Doc;

/// <summary>
/// A table while it is read. Text comes before the marks that say what it was: a cell ends with its mark, a row with another that
/// defines it ([MS-DOC] 2.4.3), and what columns there are is known when all rows are.
/// </summary>
internal sealed class TableRows(ReadingLimits limits)
{
    // Width of cells that nothing defines: one inch in twips.
    private const int UndefinedWidth = 1440;

    private readonly List<Cell> _cells = [];
    private readonly List<Row> _rows = [];
    private readonly List<TableGuess> _guesses = [];
    private readonly List<Block> _nested = [];
    private readonly ArrayBufferWriter<char> _text = new();

    // While there is one cell only, its content is kept as blocks too: it may turn out to be a frame around text, not a table.
    private List<Block>? _onlyCell = [];
    private int _rowStart;
    private int _rowNested;
    private int _cellCount;
    private int _paragraphs;
    private bool _hasText;
    private SourcePosition _at;

    /// <summary>Whether the current cell is the first of the table, so that its content is wanted as blocks.</summary>
    public bool WantsBlocks => _onlyCell is not null && _cells.Count == 0;

    /// <summary>Begins the next table.</summary>
    public void Clear()
    {
        _cells.Clear();
        _rows.Clear();
        _guesses.Clear();
        _nested.Clear();
        _text.ResetWrittenCount();
        _onlyCell = [];
        _rowStart = _rowNested = _cellCount = _paragraphs = 0;
        _hasText = false;
    }

    /// <summary>Puts a paragraph into the current cell.</summary>
    /// <param name="label">Number in a list; null where there is none.</param>
    /// <param name="text">Its text.</param>
    /// <param name="block">The paragraph as a block, if blocks are wanted.</param>
    /// <param name="isBlank">Whether the text is white space alone.</param>
    /// <param name="at">Where the text begins.</param>
    public void Add(string? label, ReadOnlySpan<char> text, Paragraph? block, bool isBlank, SourcePosition at)
    {
        if (_paragraphs++ > 0)
        {
            _text.Write("\n");
        }

        if (_paragraphs == 1 || (!_hasText && !isBlank))
        {
            _at = at;
            _hasText = !isBlank;
        }

        _text.Write(label);
        _text.Write(text);
        if (block is not null)
        {
            _onlyCell?.Add(block);
        }
    }

    /// <summary>Puts a block into the current cell that is not a paragraph of its own: what a text box or a nested table holds.</summary>
    public void Add(Block block)
    {
        if (block is Paragraph paragraph)
        {
            Add(null, paragraph.Text, paragraph, isBlank: false, paragraph.Source);
            return;
        }

        _onlyCell?.Add(block);
        _nested.Add(block);
    }

    public void EndCell(SourcePosition at)
    {
        _cells.Add(new Cell(_text.WrittenSpan.Trim().ToString(), _paragraphs == 0 ? at : _at));
        _text.ResetWrittenCount();
        _paragraphs = 0;
        _hasText = false;
        if (_cells.Count - _rowStart > limits.TableCells)
        {
            throw TooManyCells();
        }
    }

    /// <summary>Ends a row. Text after its last cell mark is a cell whose mark was lost.</summary>
    public void EndRow(RowDefinition definition, bool deleted, SourcePosition at)
    {
        if (_paragraphs > 0)
        {
            EndCell(at);
        }

        var count = _cells.Count - _rowStart;
        if (deleted)
        {
            _cells.RemoveRange(_rowStart, count);
            _nested.RemoveRange(_rowNested, _nested.Count - _rowNested);
            _onlyCell = _cellCount == 0 ? [] : _onlyCell;
            return;
        }

        if (count == 0)
        {
            return;
        }

        var edges = EdgesOf(definition, count);
        var merges = new RowCell[count];
        for (var i = 0; i < Math.Min(count, definition.Cells.Count); i++)
        {
            merges[i] = definition.Cells[i];
        }

        _rows.Add(new Row(_rowStart, edges, merges));
        _cellCount += count;
        _rowStart = _cells.Count;
        _rowNested = _nested.Count;
        _onlyCell = _cellCount > 1 ? null : _onlyCell;
        if (_cellCount > limits.TableCells)
        {
            throw TooManyCells();
        }
    }

    /// <summary>The blocks that the table comes to: itself and those nested in it, or the content of its only cell.</summary>
    public IReadOnlyList<Block> End(SourcePosition at, RowDefinition none)
    {
        if (_paragraphs > 0 || _cells.Count > _rowStart)
        {
            _guesses.Add(new TableGuess(TableGuessKind.SpansMended, _rows.Count, "the row has no end; its cells were taken as they are"));
            EndRow(none, deleted: false, at);
        }

        if (_cellCount <= 1)
        {
            return _onlyCell ?? [];
        }

        var columns = new GridColumns(_rows.Select(static row => row.Edges));
        var assembler = new TableAssembler(limits);
        if (columns.Guess is { } guess)
        {
            assembler.Note(new TableGuess(TableGuessKind.ColumnsInferred, null, guess));
        }

        foreach (var note in _guesses)
        {
            assembler.Note(note);
        }

        for (var i = 0; i < _rows.Count; i++)
        {
            Put(_rows[i], i, columns, assembler);
        }

        return assembler.Build(_cells[0].At) is { } table ? [table, .. _nested] : [.. _nested];
    }

    // Cells of a row that are merged with the one before, or have no width, give their text to it.
    private void Put(Row row, int number, GridColumns columns, TableAssembler assembler)
    {
        assembler.BeginRow();
        assembler.Skip(columns[row.Edges[0]]);
        for (var i = 0; i < row.Merges.Length;)
        {
            var merge = row.Merges[i];
            var (text, at) = _cells[row.First + i];
            var column = columns[row.Edges[i]];
            var next = i + 1;
            for (; next < row.Merges.Length; next++)
            {
                var isMerged = merge.Horizontal != 0 && row.Merges[next].Horizontal is var other && other != 0 && other != merge.Horizontal;
                var isThin = columns[row.Edges[next + 1]] == columns[row.Edges[next]] || columns[row.Edges[next]] == column;
                if (!isMerged && !isThin)
                {
                    break;
                }

                var joined = _cells[row.First + next];
                if (isThin && !isMerged)
                {
                    assembler.Note(new TableGuess(
                        TableGuessKind.CellsExtra,
                        number,
                        string.Create(CultureInfo.InvariantCulture, $"cell {next + 1} has no width; it was joined with the one before")));
                }

                at = text.Length == 0 ? joined.At : at;
                text = text.Length == 0 || joined.Text.Length == 0 ? text + joined.Text : $"{text}\n{joined.Text}";
            }

            var span = Math.Max(1, columns[row.Edges[next]] - column);
            if (merge.Vertical != VerticalMerge.Continue || !assembler.TryExtend(text, at, span))
            {
                assembler.Add(text, at, span, mergesDown: merge.Vertical == VerticalMerge.Restart);
            }

            i = next;
        }
    }

    private int[] EdgesOf(RowDefinition definition, int count)
    {
        // Most rows of a table are alike.
        var last = _rows.Count > 0 ? _rows[^1].Edges : null;
        if (definition.Edges.Count == count + 1)
        {
            return last is not null && last.Length == count + 1 && Same(last, definition.Edges) ? last : [.. definition.Edges];
        }

        if (definition.Edges.Count > count + 1)
        {
            return [.. definition.Edges.Take(count + 1)];
        }

        if (definition.Edges.Count == 0 && last is not null && last.Length == count + 1)
        {
            return last;
        }

        var edges = new int[count + 1];
        for (var i = 0; i <= count; i++)
        {
            edges[i] = i < definition.Edges.Count ? definition.Edges[i] : i == 0 ? 0 : edges[i - 1] + UndefinedWidth;
        }

        _guesses.Add(definition.Edges.Count == 0
            ? new TableGuess(TableGuessKind.ColumnsInferred, _rows.Count, string.Create(CultureInfo.InvariantCulture, $"nothing says how wide the {count} cells of the row are; they were taken as equal"))
            : new TableGuess(TableGuessKind.CellsExtra, _rows.Count, string.Create(CultureInfo.InvariantCulture, $"row has {count} cells, its definition {definition.Edges.Count - 1}")));
        return edges;
    }

    private static bool Same(int[] last, IReadOnlyList<int> edges)
    {
        for (var i = 0; i < last.Length; i++)
        {
            if (last[i] != edges[i])
            {
                return false;
            }
        }

        return true;
    }

    private UnreadableDocumentException TooManyCells() =>
        Unreadable.TooLarge(
            string.Create(CultureInfo.InvariantCulture, $"一个表格超过{limits.TableCells}个单元格"),
            string.Create(CultureInfo.InvariantCulture, $"a table has more than {limits.TableCells} cells"));

    private readonly record struct Cell(string Text, SourcePosition At);

    private readonly record struct Row(int First, int[] Edges, RowCell[] Merges);
}
