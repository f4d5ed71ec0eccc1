using System.IO.Compression;
using System.Security;
using System.Text;
using Gouji.Extract.Readers;
using Gouji.Extract.Spreadsheets;
using Gouji.Model;

namespace Gouji.Extract.Tests.Xlsx;

/// <summary>Makes Excel workbooks from raw XML, so that a test shows the very markup it is about.</summary>
internal sealed class XlsxBuilder
{
    public const string Transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private readonly List<(string Name, string State, string Xml)> _sheets = [];
    private readonly List<(string Name, byte[] Content)> _parts = [];
    private readonly List<string> _formats = [];
    private readonly List<string> _strings = [];

    public string Namespace { get; init; } = Transitional;

    public bool From1904 { get; init; }

    /// <summary>Reads a workbook of one sheet that consists of rows.</summary>
    public static DocumentContent ReadRows(params string[] rows) => new XlsxBuilder().Sheet("Sheet1", string.Concat(rows)).Read();

    public static FetchedDocument Document(byte[] bytes) => new("test.xlsx", bytes, new string('0', 64));

    /// <summary>A row with cells from column A on; null leaves a position out.</summary>
    public static string Row(int number, params string?[] cells) => $"<row r=\"{number}\">{Cells(number, cells)}</row>";

    public static string HiddenRow(int number, params string?[] cells) => $"<row r=\"{number}\" hidden=\"1\">{Cells(number, cells)}</row>";

    /// <summary>A text with the style of a number, as files have it; <c>{0}</c> stands for the name of the cell.</summary>
    public static string T(string text, int style = 0) => $"<c r=\"{{0}}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape(text)}</t></is></c>";

    public static string N(string number, int style = 0) => $"<c r=\"{{0}}\" s=\"{style}\"><v>{number}</v></c>";

    public static string Blank(int style) => $"<c r=\"{{0}}\" s=\"{style}\"/>";

    public static string Merge(params string[] ranges) => $"<mergeCells>{string.Concat(ranges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>";

    /// <summary>Adds a sheet of rows, with what follows them and what goes before them.</summary>
    public XlsxBuilder Sheet(string name, string rows, string behind = "", string before = "", string state = "visible")
    {
        _sheets.Add((name, state, $"<worksheet xmlns=\"{Namespace}\">{before}<sheetData>{rows}</sheetData>{behind}</worksheet>"));
        return this;
    }

    /// <summary>Adds a style with a number format and, odd numbers, with borders; styles count from 2, two for each format.</summary>
    public XlsxBuilder Format(string code)
    {
        _formats.Add(code);
        return this;
    }

    /// <summary>Adds the inner XML of a shared string.</summary>
    public XlsxBuilder String(string xml)
    {
        _strings.Add(xml);
        return this;
    }

    public XlsxBuilder Part(string name, string content)
    {
        _parts.Add((name, Encoding.UTF8.GetBytes(content)));
        return this;
    }

    public byte[] Build()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Write(zip, "[Content_Types].xml", "<Types/>");
            Write(zip, "xl/workbook.xml", $"""
                <workbook xmlns="{Namespace}" xmlns:r="http://example.org/relationships"><workbookPr date1904="{(From1904 ? 1 : 0)}"/><sheets>{string.Concat(_sheets.Select((sheet, i) =>
                $"<sheet name=\"{Escape(sheet.Name)}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>
                """);
            Write(zip, "xl/_rels/workbook.xml.rels", $"<Relationships>{string.Concat(_sheets.Select((_, i) =>
                $"<Relationship Id=\"rId{i + 1}\" Type=\"x/worksheet\" Target=\"worksheets/s{i + 1}.xml\"/>"))}</Relationships>");
            Write(zip, "xl/styles.xml", Styles());
            Write(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Namespace}\">{string.Concat(_strings.Select(text => $"<si>{text}</si>"))}</sst>");
            for (var i = 0; i < _sheets.Count; i++)
            {
                Write(zip, $"xl/worksheets/s{i + 1}.xml", _sheets[i].Xml);
            }

            foreach (var (name, content) in _parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public DocumentContent Read(ReadingLimits? limits = null) =>
        new XlsxReader().Read(Document(Build()), limits ?? new ReadingLimits(), TestContext.Current.CancellationToken);

    private static string Escape(string text) => SecurityElement.Escape(text)!;

    private static string Cells(int row, string?[] cells) =>
        string.Concat(cells.Select((cell, i) => cell?.Replace("{0}", CellName.Of(row, i + 1), StringComparison.Ordinal)));

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }

    private string Styles() => $"""
        <styleSheet xmlns="{Namespace}"><numFmts>{string.Concat(_formats.Select((code, i) => $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{Escape(code)}\"/>"))}</numFmts>
        <borders><border><left/><right/></border><border><left style="thin"/><right style="thin"/></border></borders>
        <cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/>{string.Concat(_formats.Select((_, i) =>
            $"<xf numFmtId=\"{200 + i}\" borderId=\"0\"/><xf numFmtId=\"{200 + i}\" borderId=\"1\"/>"))}</cellXfs></styleSheet>
        """;
}
