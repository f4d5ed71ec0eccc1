using System.Text;
using System.Xml;
using Gouji.Extract.Docx;
using Gouji.Extract.Spreadsheets;
using Gouji.Extract.Xml2003;
using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>
/// Reads XML spreadsheets of Excel 2003 (SpreadsheetML of the Office 2003 XML reference schemas), which reporting systems write and
/// mostly name .xls. Figures are read as their number formats print them; what is hidden is left out and named.
/// </summary>
public sealed class Xml2003Reader : IDocumentReader
{
    private const int Reach = 8192;

    static Xml2003Reader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <inheritdoc/>
    public string Format => "xls-xml";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Reach)];
        return Trimmed(head) < head.Length && head[Trimmed(head)] == '<' && head.IndexOf("Workbook"u8) >= 0 && head.IndexOf("urn:schemas-microsoft-com:office:spreadsheet"u8) >= 0;
    }

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        if (document.Bytes.Length > limits.TextBytes)
        {
            throw Unreadable.TooLarge($"文件超过{limits.TextBytes}字节", $"the file has more than {limits.TextBytes} bytes");
        }

        var styles = new WorkbookStyles();
        var content = new WorkbookContent(limits);
        try
        {
            List<SheetSettings> sheets;
            using (var xml = Open())
            {
                sheets = SheetSettings.Read(xml, styles);
            }

            using (var xml = Open())
            {
                ReadSheets(xml, sheets, styles, content);
            }
        }
        catch (XmlException error)
        {
            throw Unreadable.Part(document.Name, error);
        }

        return content.Build(Format, document.Sha256);

        PartXml Open()
        {
            var skip = Trimmed(document.Bytes.Span);
            return new PartXml(new MemoryStream(document.Bytes[skip..].ToArray(), writable: false), document.Name, limits, cancellationToken);
        }
    }

    private static void ReadSheets(PartXml xml, List<SheetSettings> sheets, WorkbookStyles styles, WorkbookContent content)
    {
        var number = -1;
        while (xml.NextElement(-1))
        {
            if (xml.Reader.LocalName == "Worksheet")
            {
                var settings = sheets[++number];
                if (settings.Hidden)
                {
                    content.AddHidden(settings.Name);
                    xml.Skip();
                }
                else if (!settings.HasCells)
                {
                    content.AddChart(settings.Name);
                }
            }
            else if (xml.Reader.LocalName == "Table" && number >= 0)
            {
                var settings = sheets[number];
                content.Add(settings.Name, (sheet, notes) => new WorksheetReader(xml, sheet, styles, notes, settings.HidesZeros).Read());
            }
        }
    }

    // Some systems write a blank line before the declaration, where XML allows none.
    private static int Trimmed(ReadOnlySpan<byte> bytes)
    {
        var mark = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var blank = bytes[mark..].IndexOfAnyExcept(" \t\r\n"u8);
        return blank <= 0 ? (blank < 0 ? bytes.Length : mark) : mark + blank;
    }
}
