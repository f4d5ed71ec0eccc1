namespace Gouji.Model;

/// <summary>One original document with its bytes, as fetched or given on the command line.</summary>
/// <param name="Name">The path as given; members of archives as <c>outer.zip!/inner.doc</c>.</param>
/// <param name="Bytes">The whole file.</param>
/// <param name="Sha256">SHA-256 of the bytes, 64 lower-case hexadecimal digits.</param>
public sealed record FetchedDocument(string Name, ReadOnlyMemory<byte> Bytes, string Sha256);

/// <summary>What a reader found in a document: its blocks in reading order, whatever the format was.</summary>
/// <param name="Format">Short lower-case name of the format: <c>docx</c>, <c>html</c>, <c>text</c>.</param>
/// <param name="Sha256">SHA-256 of the original.</param>
/// <param name="Blocks">Paragraphs and tables in reading order; nested tables follow the table that holds them.</param>
/// <param name="Notes">What the reader had to guess, leave out or could not understand.</param>
public sealed record DocumentContent(
    string Format,
    string Sha256,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<ReadingNote> Notes);

/// <summary>A paragraph or a table.</summary>
public abstract record Block
{
    /// <summary>Where the block begins in the file.</summary>
    public required SourcePosition Source { get; init; }

    /// <summary>1-based page; null where the format has none.</summary>
    public int? Page { get; init; }

    /// <summary>True where its text was recognised in a picture (扫描件), so that words and the places of cells may differ from what is printed.</summary>
    public bool Recognised { get; init; }
}

/// <summary>A paragraph outside of tables.</summary>
/// <param name="Text">The text as printed, numbering label included, soft breaks as <c>\n</c>.</param>
/// <param name="Kind">What the paragraph is.</param>
/// <param name="Level">1-based level of a heading or a list item; 0 for the rest.</param>
public sealed record Paragraph(string Text, ParagraphKind Kind = ParagraphKind.Body, int Level = 0) : Block
{
    /// <summary>True where a character of it was recognised in a picture, and not surely.</summary>
    public bool Doubtful { get; init; }
}

/// <summary>What a paragraph is.</summary>
public enum ParagraphKind
{
    /// <summary>正文.</summary>
    Body,

    /// <summary>标题, marked as such in the file.</summary>
    Heading,

    /// <summary>A list item; its number or bullet is part of the text.</summary>
    ListItem,

    /// <summary>脚注 or 尾注.</summary>
    Footnote,
}

/// <summary>A table with its grid.</summary>
/// <param name="Grid">The cells.</param>
/// <param name="Guesses">What the reader had to guess about this table; empty where the file says everything.</param>
public sealed record TableBlock(TableGrid Grid, IReadOnlyList<TableGuess> Guesses) : Block
{
    /// <summary>Caption given by the file itself (an HTML caption element); null where there is none.</summary>
    public string? Caption { get; init; }
}

/// <summary>Something a reader had to guess about a table.</summary>
/// <param name="Kind">What was guessed.</param>
/// <param name="Row">0-based row of the grid; null where the guess is about the whole table.</param>
/// <param name="Detail">In words, with the figures: <c>row has 6 of 15 cells</c>.</param>
public sealed record TableGuess(TableGuessKind Kind, int? Row, string Detail);

/// <summary>The kinds of guess.</summary>
public enum TableGuessKind
{
    /// <summary>Spans of a header or caption row were inferred from the rows below.</summary>
    SpansInferred,

    /// <summary>Two rows stood as one and were parted.</summary>
    RowsParted,

    /// <summary>The row has fewer cells than the table has columns: cells are lost at its end.</summary>
    CellsLost,

    /// <summary>The row has more cells than the table has columns.</summary>
    CellsExtra,

    /// <summary>A cell's text stood on several lines with blank lines between and was joined.</summary>
    LinesJoined,

    /// <summary>The file's own spans overlap or leave holes and were mended.</summary>
    SpansMended,

    /// <summary>Columns were found from white space or alignment.</summary>
    ColumnsInferred,

    /// <summary>The file ends within the table: rows may be missing at its end.</summary>
    RowsLost,
}

/// <summary>A remark of a reader on the whole document.</summary>
/// <param name="Code">Stable short name such as <c>charset-mislabelled</c>.</param>
/// <param name="Text">The remark in both languages.</param>
public sealed record ReadingNote(string Code, Message Text);
