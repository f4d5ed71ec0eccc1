using Gouji.Model;

namespace Gouji.Extract;

/// <summary>
/// Reads one format. Readers are chosen by what the bytes are, never by the name of the file. A reader holds no state, may be called
/// from several threads at once, and never recurses to a depth that the document chooses.
/// </summary>
public interface IDocumentReader
{
    /// <summary>Short lower-case name of the format: <c>docx</c>, <c>html</c>, <c>text</c>.</summary>
    string Format { get; }

    /// <summary>Whether the bytes are of this format. Looks at no more than it must, and never throws.</summary>
    bool Recognises(ReadOnlySpan<byte> bytes);

    /// <summary>Reads the document.</summary>
    /// <exception cref="UnreadableDocumentException">It is encrypted, damaged or larger than the limits; the exception says which.</exception>
    DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken);
}

/// <summary>How large a document may be before it is refused, so that a damaged or hostile file harms nobody else.</summary>
public sealed record ReadingLimits
{
    /// <summary>Largest file in bytes; 200 MB unless told.</summary>
    public long FileBytes { get; init; } = 200L << 20;

    /// <summary>Largest size of one text (a text file, a page, a part of a container after inflating) in bytes; 64 MB unless told.</summary>
    public long TextBytes { get; init; } = 64L << 20;

    /// <summary>Most cells in one table; a larger one is refused.</summary>
    public int TableCells { get; init; } = 1_000_000;

    /// <summary>Deepest nesting of elements; 256 unless told.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>Most pages of one document that are pictures and whose text is recognised; 0 recognises none. 200 unless told.</summary>
    public int PicturePages { get; init; } = 200;
}
