using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Gouji.Extract.Docx;
using Gouji.Extract.Spreadsheets;
using Gouji.Extract.Xls;
using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>
/// Reads Excel workbooks in binary records (.xls, and .et of WPS): BIFF8 and, as far as the library knows them, the versions before.
/// Figures are read as their number formats print them; what is hidden is left out and named.
/// </summary>
public sealed class XlsReader : IDocumentReader
{
    static XlsReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <inheritdoc/>
    public string Format => "xls";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => XlsRecognition.Recognises(bytes);

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        if (document.Bytes.Length > limits.FileBytes)
        {
            throw Unreadable.TooLarge($"文件超过{limits.FileBytes}字节", $"the file has more than {limits.FileBytes} bytes");
        }

        var isEncrypted = false;
        try
        {
            var records = BiffRecords.Read(WorkbookStream(document.Bytes));
            isEncrypted = records.IsEncrypted;
            return ReadWorkbook(document, records, limits, cancellationToken);
        }
        catch (Exception error) when (error is InvalidPasswordException || (isEncrypted && IsDamage(error)))
        {
            // The library opens what is encrypted with the password that all programs know, and fails in many ways on the rest.
            throw Unreadable.Encrypted();
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new UnreadableDocumentException(
                UnreadableReason.Damaged,
                new Message("Excel工作簿（.xls）已损坏或不完整；请重新下载，或用表格软件打开后另存为.xlsx。", "The Excel workbook (.xls) is damaged or cut short; download it again, or open it in a spreadsheet program and save it as .xlsx."),
                error);
        }
    }

    // The library has no names for most kinds of damage: it runs over the ends of its arrays.
    private static bool IsDamage(Exception error) => error is ExcelReaderException or IOException or InvalidDataException or ArgumentException
        or IndexOutOfRangeException or InvalidCastException or InvalidOperationException or NotSupportedException or NotImplementedException
        or NullReferenceException or ArithmeticException or FormatException or KeyNotFoundException or OutOfMemoryException;

    private DocumentContent ReadWorkbook(FetchedDocument document, BiffRecords records, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var configuration = new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(936) };
        using var stream = new MemoryStream(document.Bytes.ToArray(), writable: false);
        using var reader = ExcelReaderFactory.CreateBinaryReader(stream, configuration);
        var content = new WorkbookContent(limits);
        var extras = records.Sheets.Count == reader.ResultsCount ? records.Sheets : null;
        var number = 0;
        do
        {
            var extra = extras?[number] ?? new BiffSheet();
            number++;
            if (reader.VisibleState != "visible")
            {
                content.AddHidden(reader.Name);
                continue;
            }

            content.Add(reader.Name, (sheet, notes) => new XlsSheetReader(reader, sheet, notes, extra, records.IsFrom1904).Read(cancellationToken));
            if (extra.HasDrawing)
            {
                content.AddDrawing(reader.Name);
            }
        }
        while (reader.NextResult());

        return content.Build(Format, document.Sha256);
    }

    private static byte[] WorkbookStream(ReadOnlyMemory<byte> bytes)
    {
        if (!OleFile.IsOle(bytes.Span))
        {
            return bytes.ToArray();
        }

        var file = OleFile.Open(bytes);
        return file?.Stream(XlsRecognition.Workbook)
            ?? file?.Stream(XlsRecognition.OlderWorkbook)
            ?? throw new InvalidDataException("the container has no workbook");
    }
}
