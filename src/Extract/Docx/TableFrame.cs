using Gouji.Extract.Tables;
using Gouji.Model;

namespace Gouji.Extract.Docx;

/// <summary>A table while it is read: its current row and cell, and what the cell holds besides text.</summary>
internal sealed class TableFrame(ReadingLimits limits, SourcePosition at, TableFrame? parent)
{
    private readonly TableAssembler _assembler = new(limits);

    // While there is one cell only, its content is kept as blocks too: it may turn out to be a frame around text, not a table.
    private List<Block>? _onlyCell = [];
    private List<Block>? _nested;
    private int _cellCount;
    private bool _rowBegun;
    private int _gridBefore;
    private CellProperties _properties;
    private SourcePosition _cellAt;
    private bool _hasText;
    private PendingCell? _pending;

    /// <summary>The table in one of whose cells this one stands; null where there is none.</summary>
    public TableFrame? Parent => parent;

    public bool InCell { get; private set; }

    /// <summary>Text of the current cell.</summary>
    public TextBuffer Text { get; } = new();

    /// <summary>Paragraphs in the current cell so far.</summary>
    public int ParagraphCount { get; set; }

    /// <summary>Mark of the field tracker while in a cell.</summary>
    public int OuterFields { get; set; }

    /// <summary>Whether the current cell is the first of the table, so that its content is wanted as blocks.</summary>
    public bool WantsBlocks => _onlyCell is not null;

    public void BeginRow()
    {
        _rowBegun = false;
        _gridBefore = 0;
    }

    public void SetRow(RowProperties properties) => _gridBefore = properties.GridBefore;

    public void EndRow() => PutPending();

    public void BeginCell(SourcePosition cellAt)
    {
        if (_cellCount > 0 && _onlyCell is not null)
        {
            _nested = _onlyCell.FindAll(static block => block is TableBlock);
            _onlyCell = null;
        }

        InCell = true;
        Text.Clear();
        ParagraphCount = 0;
        _properties = new CellProperties(1, MergeKind.None, MergeKind.None, false);
        _cellAt = cellAt;
        _hasText = false;
    }

    public void SetCell(CellProperties properties)
    {
        _properties = properties;
        if (properties.Deleted)
        {
            InCell = false;
        }
    }

    /// <summary>Notes where the text of the cell begins.</summary>
    public void MarkText(SourcePosition textAt)
    {
        if (!_hasText)
        {
            _hasText = true;
            _cellAt = textAt;
        }
    }

    /// <summary>Puts a block into the current cell that is not a paragraph of its own: what a text box or a nested table holds.</summary>
    public void Add(Block block)
    {
        if (block is Paragraph paragraph)
        {
            if (ParagraphCount++ > 0)
            {
                Text.Append('\n');
            }

            Text.Append(paragraph.Text);
            MarkText(paragraph.Source);
        }

        Keep(block);
    }

    /// <summary>Keeps a block of the current cell besides its text.</summary>
    public void Keep(Block block)
    {
        if (_onlyCell is not null)
        {
            _onlyCell.Add(block);
        }
        else if (block is TableBlock)
        {
            (_nested ??= []).Add(block);
        }
    }

    public void EndCell()
    {
        InCell = false;
        var text = Text.Trimmed(0);
        if (_properties.Horizontal == MergeKind.Continue && _pending is { Properties.Horizontal: not MergeKind.None } left)
        {
            _pending = left with
            {
                Properties = left.Properties with { Span = (int)Math.Min(int.MaxValue, (long)left.Properties.Span + _properties.Span) },
                Text = left.Text.Length == 0 || text.Length == 0 ? left.Text + text : $"{left.Text}\n{text}",
                At = left.Text.Length == 0 ? _cellAt : left.At,
            };
        }
        else
        {
            PutPending();
            _pending = new PendingCell(text, _cellAt, _properties);
        }

        _cellCount++;
    }

    /// <summary>The blocks that the table comes to: itself and those nested in it, or the content of its only cell.</summary>
    public IReadOnlyList<Block> End()
    {
        PutPending();
        if (_cellCount == 1 && _onlyCell is not null)
        {
            return _onlyCell;
        }

        if (_assembler.Build(at) is not { } table)
        {
            return _nested ?? [];
        }

        if (_nested is null or [])
        {
            return [table];
        }

        _nested.Insert(0, table);
        return _nested;
    }

    private void PutPending()
    {
        if (_pending is not { } cell)
        {
            return;
        }

        _pending = null;
        if (!_rowBegun)
        {
            _rowBegun = true;
            _assembler.BeginRow();
            _assembler.Skip(_gridBefore);
        }

        if (cell.Properties.Vertical != MergeKind.Continue || !_assembler.TryExtend(cell.Text, cell.At, cell.Properties.Span))
        {
            _assembler.Add(cell.Text, cell.At, cell.Properties.Span, mergesDown: cell.Properties.Vertical == MergeKind.Restart);
        }
    }

    private readonly record struct PendingCell(string Text, SourcePosition At, CellProperties Properties);
}
