using Gouji.Extract.Text;
using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>
/// Reads plain text (纯文本), above all the text that extractors make of Word documents: paragraphs a line, tables a cell a line.
/// What the text does not say about a table (spans, lost cells) is inferred and noted on the table.
/// </summary>
public sealed class PlainTextReader : IDocumentReader
{
    /// <inheritdoc/>
    public string Format => "text";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => TextDecoder.LooksLikeText(bytes);

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        if (document.Bytes.Length > limits.TextBytes)
        {
            throw new UnreadableDocumentException(
                UnreadableReason.TooLarge,
                new Message(
                    $"文本文件有{document.Bytes.Length}字节，超过上限{limits.TextBytes}字节；请拆分后再试。",
                    $"The text file has {document.Bytes.Length} bytes, above the limit of {limits.TextBytes} bytes; split it and try again."));
        }

        var decoded = TextDecoder.Decode(document.Bytes.Span);
        RemainsOfFormat.Refuse(decoded.Text);
        OtherMarkup.Refuse(decoded.Text);
        var notes = decoded.IsUtf8 ? Array.Empty<ReadingNote>() : [NoteOn(decoded.Encoding)];
        return new DocumentContent(Format, document.Sha256, new TextBlocks(decoded.Text, limits, cancellationToken).Read(), notes);
    }

    private static ReadingNote NoteOn(string encoding) => new(
        "encoding-not-utf8",
        new Message($"文件编码为{encoding}，已按此解码。", $"The file is encoded in {encoding} and was decoded as such."));
}
