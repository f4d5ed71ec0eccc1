using System.Buffers;
using Gouji.Model;

namespace Gouji.Extract.Doc;

/// <summary>
/// Puts what is read in its place: text into paragraphs, paragraphs into cells, cells into tables, all of them into the blocks of the
/// story. A paragraph is complete, and known for what it is, at its mark.
/// </summary>
internal sealed class StoryBlocks(WordFile file, ReadingLimits limits, ParagraphKind body)
{
    /// <summary>Deepest nesting of tables that is read.</summary>
    public const int MostDepth = 32;

    private readonly ArrayBufferWriter<char> _text = new();
    private readonly List<TableRows> _tables = [];
    private readonly List<Block> _notes = [];
    private readonly List<Block> _floating = [];
    private readonly RowDefinition _none = new();
    private readonly ListLabels _labels = new(file.Lists);
    private int _depth;
    private bool _hasText;
    private SourcePosition _at;
    private Description? _described;

    /// <summary>What was read so far.</summary>
    public Story Story { get; } = new();

    /// <summary>Text of the open paragraph; one that is layout alone has no position.</summary>
    public void Append(ReadOnlySpan<char> text, SourcePosition at)
    {
        if (!_hasText && at.Line > 0)
        {
            _hasText = true;
            _at = at;
        }

        _text.Write(text);
    }

    /// <summary>Puts blocks where the open paragraph stands, after it.</summary>
    public void AddFloating(List<Block> blocks) => _floating.AddRange(blocks);

    /// <summary>Keeps the blocks of a foot- or endnote until the paragraph or table that refers to it is complete.</summary>
    public void AddNote(List<Block> blocks) => _notes.AddRange(blocks);

    /// <summary>Puts blocks at the end of the story.</summary>
    public void Add(List<Block> blocks) => Story.Blocks.AddRange(blocks);

    /// <summary>Ends a paragraph.</summary>
    public void EndParagraph(in ParagraphState state, SourcePosition end)
    {
        MoveTo(state.Depth, end);
        Emit(Describe(state), end);
    }

    /// <summary>Ends a paragraph whose mark is deleted or hidden: the next one goes on in the same line.</summary>
    public void CarryParagraph(in ParagraphState state, bool isStyleSeparator)
    {
        // The heading before a style separator stays one, and its label is the one that is printed.
        if (isStyleSeparator && _described is null)
        {
            _described = Describe(state);
        }
    }

    public void EndCell(SourcePosition end) => _tables[_depth - 1].EndCell(end);

    public void EndRow(in ParagraphState state, RowDefinition row, bool deleted, SourcePosition end)
    {
        MoveTo(state.Depth, end);
        if (!_text.WrittenSpan.IsWhiteSpace())
        {
            Emit(Description.Plain, end);
        }

        ClearParagraph();
        _tables[_depth - 1].EndRow(row, deleted, end);
    }

    /// <summary>Ends the story.</summary>
    public void Finish(SourcePosition end)
    {
        if (!_text.WrittenSpan.IsWhiteSpace() || _floating.Count > 0)
        {
            Emit(_described ?? Description.Plain, end);
        }

        MoveTo(0, end);
        FlushNotes();
        Story.LabelsLeftOut += _labels.LeftOut;
    }

    private Description Describe(in ParagraphState state)
    {
        if (_described is { } described)
        {
            return described;
        }

        var style = file.Styles[state.Style];
        var outline = state.OutlineLevel ?? style.OutlineLevel;
        var heading = outline is >= 0 and < 9 ? outline.Value + 1 : 0;
        var list = state.List ?? style.List;
        string? label = null;
        var counted = 0;
        if (list != 0)
        {
            label = _labels.Next(list, state.ListLevel ?? style.ListLevel, state.Style, out counted);
        }

        return body != ParagraphKind.Body ? new Description(body, 0, label)
            : heading > 0 ? new Description(ParagraphKind.Heading, heading, label)
            : label is not null ? new Description(ParagraphKind.ListItem, counted + 1, label)
            : Description.Plain;
    }

    private void Emit(Description description, SourcePosition end)
    {
        var isBlank = _text.WrittenSpan.IsWhiteSpace();
        var at = _hasText ? _at : end;
        if (_depth > 0)
        {
            var cell = _tables[_depth - 1];
            cell.Add(description.Label, _text.WrittenSpan, isBlank || !cell.WantsBlocks ? null : NewParagraph(description, at), isBlank, at);
        }
        else if (!isBlank)
        {
            Story.Blocks.Add(NewParagraph(description, at));
        }

        var floating = _floating.ToArray();
        ClearParagraph();
        foreach (var block in floating)
        {
            AddBlock(block);
        }

        FlushNotes();
    }

    private Paragraph NewParagraph(Description description, SourcePosition at)
    {
        var text = description.Label is { Length: > 0 } label
            ? string.Concat(label, _text.WrittenSpan).Trim()
            : _text.WrittenSpan.Trim().ToString();
        return new Paragraph(text, body != ParagraphKind.Body ? body : description.Kind, description.Level) { Source = at };
    }

    private void ClearParagraph()
    {
        _text.ResetWrittenCount();
        _floating.Clear();
        _hasText = false;
        _described = null;
    }

    // Opens and closes tables until as many are open as the paragraph stands in.
    private void MoveTo(int depth, SourcePosition at)
    {
        while (_depth > depth)
        {
            var table = _tables[--_depth];
            foreach (var block in table.End(at, _none))
            {
                AddBlock(block);
            }

            table.Clear();
            FlushNotes();
        }

        for (; _depth < depth; _depth++)
        {
            if (_tables.Count == _depth)
            {
                _tables.Add(new TableRows(limits));
            }
        }
    }

    private void AddBlock(Block block)
    {
        if (_depth > 0)
        {
            _tables[_depth - 1].Add(block);
        }
        else
        {
            Story.Blocks.Add(block);
        }
    }

    private void FlushNotes()
    {
        if (_depth == 0 && _notes.Count > 0)
        {
            Story.Blocks.AddRange(_notes);
            _notes.Clear();
        }
    }

    private sealed record Description(ParagraphKind Kind, int Level, string? Label)
    {
        public static Description Plain { get; } = new(ParagraphKind.Body, 0, null);
    }
}
