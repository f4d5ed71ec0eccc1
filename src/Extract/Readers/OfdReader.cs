using System.Globalization;
using Gouji.Extract.Docx;
using Gouji.Extract.Geometry;
using Gouji.Extract.Ofd;
using Gouji.Model;
using Unreadable = Gouji.Extract.Ofd.Unreadable;

namespace Gouji.Extract.Readers;

/// <summary>
/// Reads OFD files (GB/T 33190-2016), the national format of fixed pages: the characters and rules of every page are put together to
/// tables and paragraphs by <see cref="PageLayout"/>, as those of a PDF are. Stamps, signatures and attachments are left out.
/// </summary>
public sealed class OfdReader : IDocumentReader
{
    /// <inheritdoc/>
    public string Format => "ofd";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => OfdRecognition.Recognises(bytes);

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        if (document.Bytes.Length > limits.FileBytes)
        {
            throw Unreadable.TooLarge($"文件超过{limits.FileBytes}字节", $"the file has more than {limits.FileBytes} bytes");
        }

        if (OfdRecognition.IsCutShort(document.Bytes.Span))
        {
            throw Unreadable.CutShort();
        }

        var package = new OfdPackage(ZipContainer.Open(document.Bytes), limits, cancellationToken);
        if (package.Contains(OfdPackage.Encryptions))
        {
            throw Unreadable.Encrypted();
        }

        var reading = new OfdReading();
        var sheets = new OfdPages(package, reading).Read();
        if (sheets.TrueForAll(static sheet => sheet.Glyphs.Count == 0))
        {
            throw sheets.Count == 0 ? Unreadable.Damaged("没有页面", "it has no pages") : Unreadable.NeedsOcr(sheets.Count);
        }

        var notes = new List<ReadingNote>();
        NoteOn(reading, sheets, notes);
        return new DocumentContent(Format, document.Sha256, PageLayout.Read(sheets, limits, notes, cancellationToken), notes);
    }

    private static void NoteOn(OfdReading reading, List<Sheet> sheets, List<ReadingNote> notes)
    {
        Note(reading.Doubtful, "glyphs-doubtful", "个字符在文件中没有对应的文字（只有字形编号或自造字编码），请与原件核对。", "glyphs have no known character (only the number of a glyph or a code of private use); compare with the original.");
        Note(reading.Watermark, "watermark-left-out", "个倾斜排列或半透明的字符（水印）未读取。", "glyphs of leaning or translucent text (a watermark) were not read.");
        Note(reading.Hidden, "hidden-left-out", "个字符位于页面之外、被裁切或设为不可见，不会印出，未读取。", "glyphs that lie outside of the page or its clipping or are set invisible are not printed and were not read.");
        Note(reading.RecognisedPages, "text-recognised", "页的文字是扫描件经文字识别（OCR）所得，可能有误，请与原件核对。", "pages have text only from OCR of a scan, which may be wrong; compare with the original.");
        Note(reading.Annotations, "annotations-left-out", "个注释（签章、水印、批注、链接）未读取。", "annotations (stamps, watermarks, remarks, links) were not read.");
        var pictures = sheets.FindAll(static sheet => sheet is { Glyphs.Count: 0, IsPicture: true }).ConvertAll(static sheet => sheet.Number.ToString(CultureInfo.InvariantCulture));
        if (pictures.Count > 0)
        {
            notes.Add(new ReadingNote("pages-without-text", new Message(
                $"第{string.Join('、', pictures)}页是图片，没有文字，未读取；需要先做文字识别（OCR）。",
                $"Pages {string.Join(", ", pictures)} are pictures without text and were not read; they need OCR.")));
        }

        void Note(int count, string code, string zh, string en)
        {
            if (count > 0)
            {
                notes.Add(new ReadingNote(code, new Message(
                    string.Create(CultureInfo.InvariantCulture, $"{count}{zh}"),
                    string.Create(CultureInfo.InvariantCulture, $"{count} {en}"))));
            }
        }
    }
}
