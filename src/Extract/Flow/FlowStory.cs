using Gouji.Extract.Docx;
using Gouji.Model;

namespace Gouji.Extract.Flow;

/// <summary>
/// A sequence of paragraphs and tables while it is read: the body, a cell, a note or a text box. Text gathers in one open paragraph; a
/// cell joins its paragraphs into one text besides. What floats in a paragraph follows it.
/// </summary>
internal sealed class FlowStory
{
    private readonly ParagraphKind _body;
    private readonly TextBuffer? _cell;
    private List<Block>? _floating;
    private int _paragraphs;
    private bool _hasCellText;
    private bool _hasText;
    private SourcePosition _at;
    private string _label = "";
    private ParagraphKind _kind;
    private int _level;

    private FlowStory(ParagraphKind body, TextBuffer? cell, SourcePosition at)
    {
        _body = body;
        _kind = body;
        _cell = cell;
        CellAt = at;
    }

    /// <summary>Text of the open paragraph.</summary>
    public TextBuffer Text { get; } = new();

    /// <summary>The blocks so far; of a cell, its paragraphs only while it <see cref="KeepsParagraphs"/>.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>Whether a cell keeps its paragraphs as blocks too: it may turn out to be a frame around text, not a table.</summary>
    public bool KeepsParagraphs { get; private init; } = true;

    /// <summary>Where the text of a cell begins; where the cell begins if it has none.</summary>
    public SourcePosition CellAt { get; private set; }

    /// <summary>Whether the open paragraph knows already where its text begins.</summary>
    public bool HasText => _hasText;

    public static FlowStory OfBody() => new(ParagraphKind.Body, null, default);

    public static FlowStory OfNote() => new(ParagraphKind.Footnote, null, default);

    public static FlowStory OfCell(SourcePosition at, bool keepsParagraphs) =>
        new(ParagraphKind.Body, new TextBuffer(), at) { KeepsParagraphs = keepsParagraphs };

    /// <summary>Text of a cell without white space at its ends.</summary>
    public string CellText() => _cell?.Trimmed(0) ?? "";

    /// <summary>Says what the open paragraph is. The label goes before its text.</summary>
    public void Describe(ParagraphKind kind, int level, string label)
    {
        _label = label;
        if (_body == ParagraphKind.Body)
        {
            _kind = kind;
            _level = level;
        }
    }

    /// <summary>Notes that text of the open paragraph begins here; only the first call counts.</summary>
    public void MarkText(SourcePosition at)
    {
        if (!_hasText)
        {
            _hasText = true;
            _at = at;
            MarkCell(at);
        }
    }

    /// <summary>Puts blocks behind the open paragraph.</summary>
    public void Float(IReadOnlyList<Block> blocks) => (_floating ??= []).AddRange(blocks);

    /// <summary>Ends the open paragraph; an empty one leaves a line in a cell and nothing elsewhere.</summary>
    public void EndParagraph()
    {
        var blank = Text.IsBlank(0);
        if (_cell is not null)
        {
            NextLine(_cell);
            _cell.Append(_label);
            _cell.Append(Text.Span);
        }

        if (!blank && KeepsParagraphs)
        {
            Text.Insert(0, _label);
            Blocks.Add(new Paragraph(Text.Trimmed(0), _kind, _level) { Source = _at });
        }

        Text.Clear();
        _hasText = false;
        _label = "";
        _kind = _body;
        _level = 0;
        if (_floating is { } floating)
        {
            _floating = null;
            AddAll(floating);
        }
    }

    /// <summary>Ends the last paragraph where the file does not.</summary>
    public void Finish()
    {
        if (Text.Length > 0 || _floating is not null)
        {
            EndParagraph();
        }
    }

    public void AddAll(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Add(block);
        }
    }

    /// <summary>Adds a table, or what stood in a text box. In a cell, paragraphs of it are read as the cell's own.</summary>
    private void Add(Block block)
    {
        if (_cell is not null && block is Paragraph paragraph)
        {
            NextLine(_cell);
            _cell.Append(paragraph.Text);
            MarkCell(paragraph.Source);
        }

        if (KeepsParagraphs || block is TableBlock)
        {
            Blocks.Add(block);
        }
    }

    private void NextLine(TextBuffer cell)
    {
        if (_paragraphs++ > 0)
        {
            cell.Append('\n');
        }
    }

    private void MarkCell(SourcePosition at)
    {
        if (!_hasCellText)
        {
            _hasCellText = true;
            CellAt = at;
        }
    }
}
