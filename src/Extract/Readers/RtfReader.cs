using System.Globalization;
using System.Runtime.InteropServices;
using Gouji.Extract.Rtf;
using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>
/// Reads Rich Text Format (RTF 1.0 to 1.9.1), whatever the file is called: many a .doc is one. One pass, no document tree; headers,
/// instructions of fields, deleted and hidden text are left out. Positions count lines and bytes of the file.
/// </summary>
public sealed class RtfReader : IDocumentReader
{
    /// <inheritdoc/>
    public string Format => "rtf";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        return bytes.TrimStart(" \t\r\n"u8).StartsWith("{\\rtf"u8);
    }

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        if (document.Bytes.Length > limits.FileBytes)
        {
            throw RtfUnreadable.TooLarge(limits.FileBytes);
        }

        var bytes = MemoryMarshal.TryGetArray(document.Bytes, out var segment) ? segment : document.Bytes.ToArray();
        var story = new RtfStoryReader(bytes, limits, cancellationToken);
        var blocks = story.Read();
        var notes = new List<ReadingNote>();
        story.LeftOut.NoteIn(notes);
        if (story.Lost > 0)
        {
            notes.Add(new ReadingNote("charset-damaged", new Message(
                string.Create(CultureInfo.InvariantCulture, $"有{story.Lost}个字符无法按其字体的字符集解码，以“\uFFFD”代替；请核对原文件。"),
                string.Create(CultureInfo.InvariantCulture, $"{story.Lost} characters could not be decoded in the charset of their font and stand as U+FFFD. Check the original."))));
        }

        if (story.HasTail)
        {
            notes.Add(new ReadingNote("text-after-end", new Message(
                "RTF正文结束之后还有内容，未读取；文件的括号可能不配对。",
                "Something follows the end of the RTF document and was not read; its braces may not match.")));
        }

        return new DocumentContent(Format, document.Sha256, blocks, notes);
    }
}
