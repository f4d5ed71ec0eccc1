using Gouji.Extract.Docx;
using Gouji.Extract.Flow;
using Gouji.Model;

namespace Gouji.Extract.Rtf;

/// <summary>
/// The body, a note or a text box while it is read. Only the mark at its end says in which table a paragraph stands, so its text waits
/// for it here.
/// </summary>
internal sealed class RtfScope(FlowStory story, int depth, bool isNote, ReadingLimits limits)
{
    /// <summary>Word nests no deeper; a file that says more is damaged.</summary>
    private const int DeepestTable = 30;

    private readonly List<RtfTable> _tables = [];
    private readonly List<Block> _floating = [];
    private SourcePosition _at;
    private bool _hasText;

    /// <summary>Nesting of the group with which the scope ends.</summary>
    public int Depth => depth;

    public bool IsNote => isNote;

    /// <summary>Text of the open paragraph.</summary>
    public TextBuffer Text { get; } = new();

    /// <summary>Label of the open paragraph.</summary>
    public TextBuffer Label { get; } = new();

    public bool HasText => _hasText;

    /// <summary>Whether blocks wait for the end of the paragraph.</summary>
    public bool HasFloating => _floating.Count > 0;

    /// <summary>Whether no table is open.</summary>
    public bool IsOutsideTables => _tables.Count == 0;

    public List<Block> Blocks => story.Blocks;

    public void MarkText(SourcePosition at)
    {
        _hasText = true;
        _at = at;
    }

    /// <summary>Puts blocks behind the open paragraph.</summary>
    public void Float(IReadOnlyList<Block> blocks) => _floating.AddRange(blocks);

    /// <summary>Ends the paragraph in the table at a level; 0 for none.</summary>
    public void EndParagraph(int level, ParagraphKind kind, int kindLevel, SourcePosition here, RtfRow? row)
    {
        var target = StoryAt(level, here, row);
        var label = LabelText();
        if (kind == ParagraphKind.Heading || label.Length > 0)
        {
            target.Describe(kind == ParagraphKind.Heading ? kind : ParagraphKind.ListItem, kindLevel, label);
        }

        if (_hasText)
        {
            target.MarkText(_at);
        }

        target.Text.Append(Text.Span);
        if (_floating.Count > 0)
        {
            target.Float([.. _floating]);
            _floating.Clear();
        }

        target.EndParagraph();
        Text.Clear();
        Label.Clear();
        _hasText = false;
    }

    public void EndCell(int level, SourcePosition here, RtfRow? row)
    {
        StoryAt(level, here, row);
        _tables[^1].EndCell(here);
    }

    public void EndRow(int level, RtfRow? row)
    {
        level = Math.Min(level, DeepestTable);
        CloseTables(level, row);
        if (_tables.Count == level)
        {
            _tables[^1].EndRow(row);
        }
    }

    /// <summary>Whether text that waits can only belong to a cell whose mark is missing.</summary>
    public bool IsInRow(int level) => _tables.Count >= level && level > 0 && _tables[level - 1].InRow;

    public void CloseTables(int level, RtfRow? row)
    {
        while (_tables.Count > level)
        {
            var blocks = _tables[^1].End(row);
            _tables.RemoveAt(_tables.Count - 1);
            if (_tables.Count == 0)
            {
                story.AddAll(blocks);
            }
            else
            {
                _tables[^1].OpenCell(_at).AddAll(blocks);
            }
        }
    }

    private FlowStory StoryAt(int level, SourcePosition here, RtfRow? row)
    {
        level = Math.Min(level, DeepestTable);
        CloseTables(level, row);
        while (_tables.Count < level)
        {
            _tables.Add(new RtfTable(limits, here));
        }

        return level == 0 ? story : _tables[^1].OpenCell(here);
    }

    // A tab behind 一、 or （一） is layout; behind other labels a space parts them from the text.
    private string LabelText()
    {
        var label = Label.Trimmed(0);
        return label.Length > 0 && label[^1] < '\u2E80' ? label + " " : label;
    }
}
