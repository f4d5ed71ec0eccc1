using Gouji.Extract.Geometry;
using Gouji.Extract.Pdf;
using Gouji.Extract.Scans;
using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>
/// Reads PDF files (ISO 32000-1): the characters and rules of every page are put together to tables and paragraphs by
/// <see cref="PageLayout"/>. Pages that are pictures have no characters: their text is recognised where the programs for it are installed;
/// without them, a document of such pages is refused.
/// </summary>
public sealed class PdfReader : IDocumentReader
{
    private readonly PictureText _pictures;

    /// <summary>Creates a reader that recognises pictures with what is installed.</summary>
    public PdfReader()
        : this(PictureText.Installed)
    {
    }

    internal PdfReader(PictureText pictures) => _pictures = pictures;

    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => PdfRecognition.Recognises(bytes);

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        if (document.Bytes.Length > limits.FileBytes)
        {
            throw Unreadable.TooLarge($"文件超过{limits.FileBytes}字节", $"the file has more than {limits.FileBytes} bytes");
        }

        if (PdfRecognition.IsCutShort(document.Bytes.Span))
        {
            throw Unreadable.CutShort();
        }

        var sheets = PdfOpener.Read(document.Bytes, limits, out var reading, cancellationToken);
        var isWithoutText = sheets.TrueForAll(static sheet => sheet.Glyphs.Count == 0);
        if (isWithoutText && reading.Defects > 0 && !sheets.Exists(static sheet => sheet.IsPicture))
        {
            throw Unreadable.Damaged("各页没有可读的内容", "its pages have no content that can be read");
        }

        var pictures = sheets.FindAll(sheet => sheet.Glyphs.Count == 0 && (isWithoutText || sheet.IsPicture));
        var why = pictures.Count == 0 ? null : _pictures.Read(document.Bytes, pictures, limits, cancellationToken);
        if (isWithoutText && why is not null)
        {
            throw Unreadable.NeedsOcr(sheets.Count, why);
        }

        var notes = new List<ReadingNote>();
        NoteOn(reading, sheets, why, notes);
        var blocks = PageLayout.Read(sheets, limits, notes, cancellationToken);
        PictureText.Note(sheets, blocks, notes);
        return new DocumentContent(Format, document.Sha256, blocks, notes);
    }

    private static void NoteOn(PdfReading reading, List<Sheet> sheets, Message? whyNot, List<ReadingNote> notes)
    {
        PageNotes.Add(notes, reading.Doubtful, "glyphs-doubtful", "个字符在文件中没有对应的文字（字体缺少编码信息），以替代符号表示，请与原件核对。", "glyphs have no known character (the font lacks its mapping) and stand as replacement signs; compare with the original.");
        PageNotes.Add(notes, reading.Leaning, "watermark-left-out", "个倾斜排列的字符（水印）未读取。", "glyphs of leaning text (a watermark) were not read.");
        PageNotes.Add(notes, reading.Outside, "hidden-left-out", "个字符位于页面之外或被裁切、不会印出，未读取。", "glyphs that lie outside of the page or its clipping and are not printed were not read.");
        PageNotes.Add(notes, reading.RecognisedPages, "text-recognised", "页的文字是扫描件经文字识别（OCR）所得，可能有误，请与原件核对。", "pages have text only from OCR of a scan, which may be wrong; compare with the original.");
        PageNotes.Add(notes, reading.Defects, "file-mended", "处文件结构缺陷已按惯例修复。", "defects of the file's structure were mended.");
        PageNotes.AddPictures(notes, sheets, whyNot);
    }
}
