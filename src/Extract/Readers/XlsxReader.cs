using Gouji.Extract.Docx;
using Gouji.Extract.Spreadsheets;
using Gouji.Extract.Xlsx;
using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>
/// Reads Excel workbooks (.xlsx and its siblings with macros or as templates): SpreadsheetML, transitional and strict (ISO/IEC 29500-1
/// and -4). One pass over each sheet. Figures are read as their number formats print them; what is hidden is left out and named.
/// </summary>
public sealed class XlsxReader : IDocumentReader
{
    /// <inheritdoc/>
    public string Format => "xlsx";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => XlsxRecognition.Recognises(bytes);

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        if (document.Bytes.Length > limits.FileBytes)
        {
            throw Unreadable.TooLarge($"文件超过{limits.FileBytes}字节", $"the file has more than {limits.FileBytes} bytes");
        }

        var parts = new WorkbookParts(ZipContainer.Open(document.Bytes), limits, cancellationToken);
        var strings = parts.ReadRelated("sharedStrings", [], SharedStrings.Read);
        var styles = parts.ReadRelated("styles", CellStyles.Empty, CellStyles.Read);
        var content = new WorkbookContent(limits);
        foreach (var sheet in parts.Sheets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (sheet.Hidden)
            {
                content.AddHidden(sheet.Name);
            }
            else if (!sheet.HasCells)
            {
                content.AddChart(sheet.Name);
            }
            else
            {
                content.Add(sheet.Name, (cells, notes) => parts.Read(sheet.Part, xml =>
                {
                    var reader = new SheetReader(xml, cells, strings, styles, parts.IsFrom1904, notes);
                    reader.Read();
                    if (reader.HasDrawing)
                    {
                        content.AddDrawing(sheet.Name);
                    }

                    return cells;
                }));
            }
        }

        return content.Build(Format, document.Sha256);
    }
}
