using System.Collections.Frozen;
using Gouji.Extract.Docx;
using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>
/// Reads Word documents (.docx and its siblings with macros or as templates): WordprocessingML, transitional and strict (ISO/IEC 29500-1
/// and -4). One pass over the main part, no document tree; what is not printed (headers, hidden and deleted text, instructions of fields)
/// is left out, what is printed but not typed (numbers of lists) is worked out.
/// </summary>
public sealed class DocxReader : IDocumentReader
{
    /// <inheritdoc/>
    public string Format => "docx";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => DocxRecognition.Recognises(bytes);

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        if (document.Bytes.Length > limits.FileBytes)
        {
            throw Unreadable.TooLarge($"文件超过{limits.FileBytes}字节", $"the file has more than {limits.FileBytes} bytes");
        }

        if (DocxRecognition.IsEncrypted(document.Bytes.Span))
        {
            throw Unreadable.Encrypted();
        }

        var zip = ZipContainer.Open(document.Bytes);
        var notes = new List<ReadingNote>();
        var body = ReadBody(zip, limits, FrozenSet<int>.Empty, cancellationToken);
        if (body.Unfinished.Count > 0)
        {
            // What follows a field that never ends would be taken for its instruction. Without those fields nothing is lost.
            notes.Add(new ReadingNote("field-unfinished", new Message(
                $"{body.Unfinished.Count}个域没有结尾，按普通文字读取。",
                $"{body.Unfinished.Count} fields do not end and were read as plain text.")));
            body = ReadBody(zip, limits, body.Unfinished, cancellationToken);
        }

        body.LeftOut.NoteIn(notes);
        return new DocumentContent(Format, document.Sha256, body.Blocks, notes);
    }

    private static Body ReadBody(ZipContainer zip, ReadingLimits limits, IReadOnlySet<int> ignoredFields, CancellationToken cancellationToken)
    {
        var parts = new DocumentParts(zip, limits, cancellationToken);
        return parts.Read(parts.MainPart, xml =>
        {
            var story = new StoryReader(xml, ParagraphKind.Body, parts, limits, ignoredFields);
            return new Body(story.Read(), story.UnfinishedFields, story.LeftOut);
        });
    }

    private sealed record Body(List<Block> Blocks, IReadOnlySet<int> Unfinished, LeftOut LeftOut);
}
