using Gouji.Extract.Doc;
using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>
/// Reads the binary documents of Word 97 to 2003 and of WPS (.doc, .dot, .wps): [MS-DOC] within the container of [MS-CFB]. One pass over
/// the text; what is not printed (headers, hidden and deleted text, instructions of fields, comments) is left out, what is printed but not
/// typed (numbers of lists) is worked out.
/// </summary>
public sealed class DocReader : IDocumentReader
{
    /// <inheritdoc/>
    public string Format => "doc";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => DocRecognition.Recognises(bytes);

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        var file = WordFile.Open(document.Bytes, limits);
        var story = StoryReader.ReadMain(file, limits, cancellationToken);
        var notes = new List<ReadingNote>();
        story.NoteIn(notes);
        return new DocumentContent(Format, document.Sha256, story.Blocks, notes);
    }
}
