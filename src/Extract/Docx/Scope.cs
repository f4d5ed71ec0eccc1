using Gouji.Model;

namespace Gouji.Extract.Docx;

/// <summary>
/// A sequence of blocks of its own: the body, a note or a text box. A text box stands within a paragraph, so the paragraph around it
/// waits with its scope until the box ends.
/// </summary>
internal sealed class Scope
{
    /// <summary>Text of paragraphs outside of tables.</summary>
    private readonly TextBuffer _text = new();

    public List<Block> Blocks { get; private set; } = [];

    /// <summary>The innermost table that is open; null where there is none.</summary>
    public TableFrame? Table { get; set; }

    /// <summary>The open paragraph, or the last one.</summary>
    public OpenParagraph Paragraph { get; } = new();

    /// <summary>Whether text in the current run is hidden.</summary>
    public bool RunHidden { get; set; }

    /// <summary>Mark of the field tracker while in the scope.</summary>
    public int OuterFields { get; set; }

    /// <summary>The cell in which blocks go; null where they go to <see cref="Blocks"/>.</summary>
    public TableFrame? Cell => Table is { InCell: true } ? Table : null;

    public TextBuffer Text => Table is { InCell: true } ? Table.Text : _text;

    /// <summary>The blocks so far; the scope begins anew.</summary>
    public List<Block> TakeBlocks()
    {
        var blocks = Blocks;
        Blocks = [];
        return blocks;
    }

    public void Add(Block block)
    {
        if (Cell is { } cell)
        {
            cell.Add(block);
        }
        else
        {
            Blocks.Add(block);
        }
    }
}

/// <summary>A paragraph while it is read.</summary>
internal sealed class OpenParagraph
{
    public bool IsOpen { get; set; }

    /// <summary>The mark of the paragraph is gone, so that its text waits for the next paragraph.</summary>
    public bool IsCarried { get; set; }

    /// <summary>What it is has been decided by the paragraph whose text it goes on with.</summary>
    public bool IsDescribed { get; set; }

    public MarkKind Mark { get; set; }

    /// <summary>Where its text begins in the text buffer.</summary>
    public int Start { get; set; }

    /// <summary>Length of the list label at its begin.</summary>
    public int LabelLength { get; set; }

    public SourcePosition At { get; set; }

    public bool HasText { get; set; }

    public ParagraphKind Kind { get; set; }

    public int Level { get; set; }

    /// <summary>Whether its style hides text.</summary>
    public bool StyleHidden { get; set; }

    /// <summary>What stands in text boxes of the paragraph.</summary>
    public List<Block>? Floating { get; set; }
}
