using System.Globalization;
using Gouji.Extract.Html;
using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>
/// Reads web pages: what a person sees of them in a browser, in the order of the file. Positions count lines and UTF-16 characters in
/// the decoded file. No script runs and nothing is loaded.
/// </summary>
public sealed class HtmlReader : IDocumentReader
{
    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => PageSniffer.Recognises(bytes);

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        var most = Math.Min(limits.FileBytes, limits.TextBytes);
        if (document.Bytes.Length > most)
        {
            throw new UnreadableDocumentException(
                UnreadableReason.TooLarge,
                new Message(
                    string.Create(CultureInfo.InvariantCulture, $"网页有{document.Bytes.Length}字节，超过上限{most}字节；请只保存含有表格的部分。"),
                    string.Create(CultureInfo.InvariantCulture, $"The page has {document.Bytes.Length} bytes, more than the {most} allowed; save only the part with the tables.")));
        }

        var notes = new List<ReadingNote>();
        var text = PageDecoder.Decode(document.Bytes.Span, notes);
        var source = new SourceText(text);
        var (page, drawingWithText, pictures, isCutShort) = PageParser.Parse(text, Math.Min(limits.Depth, PageReader.MaximumDepth), cancellationToken);
        var blocks = PageReader.Read(page, source, limits, cancellationToken, out var leftOut);
        if (isCutShort)
        {
            throw new UnreadableDocumentException(
                UnreadableReason.Damaged,
                new Message(
                    "网页在一张表格中间结束，后面的内容缺失；请重新下载。",
                    "The page ends in the middle of a table and what follows is missing; download it again."));
        }

        if (PageTitle.Of(page, source) is { } title && !PageTitle.Stands(title.Text, blocks))
        {
            blocks.Insert(0, title);
        }

        if (drawingWithText)
        {
            notes.Add(new ReadingNote(
                "drawing-left-out",
                new Message("网页中有带文字的图形（SVG），其文字未读取。", "The page has drawings (SVG) with text in them, which was not read.")));
        }

        if (pictures > 0 && !blocks.Any(static block => block is TableBlock { Grid: var grid } && grid.Cells.Any(static cell => cell.Text.Any(char.IsAsciiDigit))))
        {
            // Beside tables they are decoration; on a page without any they may be the tables.
            notes.Add(new ReadingNote(
                "picture",
                new Message(
                    string.Create(CultureInfo.InvariantCulture, $"网页没有含数字的表格，含{pictures}张图片；图片中的文字和表格未读取。表格若在图片中，请把图片另存后检查。"),
                    string.Create(CultureInfo.InvariantCulture, $"The page has no table with figures but {pictures} pictures; text and tables in them were not read. If the tables are pictures, save and check these."))));
        }

        if (leftOut > 0)
        {
            notes.Add(new ReadingNote(
                "page-frame-left-out",
                new Message(
                    string.Create(CultureInfo.InvariantCulture, $"网页的导航、侧栏、页眉、页脚（nav、aside、header、footer）共{leftOut}字未读取。"),
                    string.Create(CultureInfo.InvariantCulture, $"{leftOut} characters in the page's nav, aside, header and footer elements were not read."))));
        }

        if (blocks.Count == 0)
        {
            notes.Add(new ReadingNote(
                "page-empty",
                new Message("网页中没有可见的文字，内容可能由脚本生成；请在浏览器中打开后另存为网页。", "The page shows no text; scripts may write it. Open it in a browser and save it.")));
        }

        return new DocumentContent(Format, document.Sha256, blocks, notes);
    }
}
