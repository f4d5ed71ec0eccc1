using Gouji.Model;

namespace Gouji.Extract.Docx;

/// <summary>
/// Puts what is read in its place: text into paragraphs, paragraphs into cells, cells into tables, all of them into the blocks of the
/// document in reading order.
/// </summary>
internal sealed class BlockCollector(ReadingLimits limits, ParagraphKind body)
{
    private readonly Stack<Scope> _outer = [];
    private readonly List<Block> _notes = [];

    /// <summary>Where blocks go now.</summary>
    public Scope Scope { get; private set; } = new();

    /// <summary>Text goes here.</summary>
    public TextBuffer Text { get; private set; } = null!;

    public void BeginParagraph(SourcePosition at)
    {
        EndParagraph();
        var paragraph = Scope.Paragraph;
        paragraph.IsOpen = true;
        paragraph.StyleHidden = false;
        Scope.RunHidden = false;
        Text = Scope.Text;
        if (paragraph.IsCarried)
        {
            paragraph.IsCarried = false;

            // The heading before a style separator stays one, and its label is the one that is printed.
            paragraph.IsDescribed = paragraph.Mark == MarkKind.StyleSeparator;
            paragraph.Mark = MarkKind.Kept;
            return;
        }

        if (Scope.Cell is { } cell)
        {
            if (cell.ParagraphCount++ > 0)
            {
                Text.Append('\n');
            }
        }
        else
        {
            Text.Clear();
        }

        paragraph.Start = Text.Length;
        paragraph.LabelLength = 0;
        paragraph.IsDescribed = false;
        paragraph.Mark = MarkKind.Kept;
        paragraph.Kind = body;
        paragraph.Level = 0;
        paragraph.At = at;
        paragraph.HasText = false;
    }

    /// <summary>Says what the open paragraph is. A label goes before its text.</summary>
    public void Describe(ParagraphKind kind, int level, string? label)
    {
        var paragraph = Scope.Paragraph;
        paragraph.Kind = body == ParagraphKind.Body ? kind : body;
        paragraph.Level = body == ParagraphKind.Body ? level : 0;
        if (!string.IsNullOrEmpty(label))
        {
            Text.Insert(paragraph.Start, label);
            paragraph.LabelLength = label.Length;
        }
    }

    /// <summary>Opens a paragraph for text that stands outside of any: damage, but text.</summary>
    public void NeedParagraph(SourcePosition at)
    {
        if (!Scope.Paragraph.IsOpen)
        {
            BeginParagraph(at);
        }
    }

    /// <summary>Notes that text of the open paragraph begins here.</summary>
    public void MarkText(PartXml xml)
    {
        if (!Scope.Paragraph.HasText)
        {
            var at = xml.Here;
            Scope.Paragraph.HasText = true;
            Scope.Paragraph.At = at;
            Scope.Cell?.MarkText(at);
        }
    }

    public void EndParagraph()
    {
        var paragraph = Scope.Paragraph;
        if (!paragraph.IsOpen)
        {
            return;
        }

        paragraph.IsOpen = false;
        if (paragraph.Mark != MarkKind.Kept)
        {
            paragraph.IsCarried = true;
            return;
        }

        Emit(paragraph);
    }

    public void BeginTable(SourcePosition at)
    {
        Finish();
        Scope.Table = new TableFrame(limits, at, Scope.Table);
    }

    public void EndTable()
    {
        if (Scope.Table is not { } table)
        {
            return;
        }

        Finish();
        Scope.Table = table.Parent;
        foreach (var block in table.End())
        {
            Scope.Add(block);
        }

        FlushNotes();
    }

    public void BeginCell(SourcePosition at)
    {
        Finish();
        Scope.Table?.BeginCell(at);
    }

    public void EndCell()
    {
        Finish();
        Scope.Cell?.EndCell();
    }

    public void BeginTextBox()
    {
        _outer.Push(Scope);
        Scope = new Scope();
    }

    public void EndTextBox()
    {
        Finish();
        var blocks = Scope.TakeBlocks();
        Scope = _outer.Pop();
        Text = Scope.Text;
        if (Scope.Paragraph.IsOpen)
        {
            (Scope.Paragraph.Floating ??= []).AddRange(blocks);
            return;
        }

        foreach (var block in blocks)
        {
            Scope.Add(block);
        }
    }

    /// <summary>Keeps the blocks of a foot- or endnote until the paragraph or table that refers to it is complete.</summary>
    public void AddNote(IEnumerable<Block> blocks) => _notes.AddRange(blocks);

    /// <summary>Ends the story; all its blocks.</summary>
    public List<Block> TakeBlocks()
    {
        Finish();
        FlushNotes();
        return Scope.TakeBlocks();
    }

    // Ends the open paragraph, and one whose mark is gone but that no paragraph follows.
    private void Finish()
    {
        EndParagraph();
        if (Scope.Paragraph.IsCarried)
        {
            Emit(Scope.Paragraph);
        }
    }

    private void Emit(OpenParagraph paragraph)
    {
        paragraph.IsCarried = false;
        var cell = Scope.Cell;
        if ((cell is null || cell.WantsBlocks) && !Text.IsBlank(paragraph.Start + paragraph.LabelLength))
        {
            var block = new Paragraph(Text.Trimmed(paragraph.Start), paragraph.Kind, paragraph.Level) { Source = paragraph.At };
            if (cell is null)
            {
                Scope.Blocks.Add(block);
            }
            else
            {
                cell.Keep(block);
            }
        }

        if (paragraph.Floating is { } floating)
        {
            paragraph.Floating = null;
            foreach (var block in floating)
            {
                Scope.Add(block);
            }
        }

        FlushNotes();
    }

    private void FlushNotes()
    {
        if (_notes.Count > 0 && _outer.Count == 0 && Scope.Table is null)
        {
            Scope.Blocks.AddRange(_notes);
            _notes.Clear();
        }
    }
}
