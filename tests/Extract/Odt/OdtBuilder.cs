using System.IO.Compression;
using System.Text;
using Gouji.Extract.Readers;
using Gouji.Model;

namespace Gouji.Extract.Tests.Odt;

/// <summary>Makes OpenDocument texts from raw XML, so that a test shows the very markup it is about.</summary>
internal sealed class OdtBuilder
{
    public const string Namespaces = """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
        xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
        xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        """;

    public const string MediaType = "application/vnd.oasis.opendocument.text";

    private readonly List<(string Name, byte[] Content)> _parts = [];
    private string _automatic = "";

    public bool MediaTypeFirst { get; init; } = true;

    public CompressionLevel Level { get; init; } = CompressionLevel.Optimal;

    public static FetchedDocument Document(byte[] bytes) => new("test.odt", bytes, new string('0', 64));

    public static DocumentContent ReadBody(string body) => new OdtBuilder().Body(body).Read();

    public static string P(string text) => $"<text:p>{text}</text:p>";

    public static string Cell(string text, string attributes = "") => $"<table:table-cell {attributes}>{P(text)}</table:table-cell>";

    public static string Spanned(string text, int columns, int rows = 1) =>
        Cell(text, $"table:number-columns-spanned=\"{columns}\" table:number-rows-spanned=\"{rows}\"");

    public static string Covered(int count = 1) => $"<table:covered-table-cell table:number-columns-repeated=\"{count}\"/>";

    public static string Row(params string[] cells) => $"<table:table-row>{string.Concat(cells)}</table:table-row>";

    public static string Table(params string[] rows) => $"<table:table><table:table-column/>{string.Concat(rows)}</table:table>";

    public static byte[] Flat(string body) => Encoding.UTF8.GetBytes(
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document {Namespaces} office:mimetype=\"{MediaType}\"><office:meta><dc:title>不读</dc:title></office:meta><office:body><office:text>{body}</office:text></office:body></office:document>");

    public OdtBuilder Automatic(string styles)
    {
        _automatic = styles;
        return this;
    }

    public OdtBuilder Styles(string xml) =>
        Part("styles.xml", $"<office:document-styles {Namespaces}><office:styles>{xml}</office:styles><office:master-styles><text:p>页眉</text:p></office:master-styles></office:document-styles>");

    public OdtBuilder Body(string xml) => Part(
        "content.xml",
        $"<office:document-content {Namespaces}><office:automatic-styles>{_automatic}</office:automatic-styles><office:body><office:text>{xml}</office:text></office:body></office:document-content>");

    public OdtBuilder Part(string name, string content)
    {
        _parts.Add((name, Encoding.UTF8.GetBytes(content)));
        return this;
    }

    public byte[] Build()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            if (MediaTypeFirst)
            {
                Write(zip, "mimetype", Encoding.ASCII.GetBytes(MediaType), CompressionLevel.NoCompression);
            }

            foreach (var (name, content) in _parts)
            {
                Write(zip, name, content, Level);
            }

            if (!MediaTypeFirst)
            {
                Write(zip, "mimetype", Encoding.ASCII.GetBytes(MediaType), Level);
            }
        }

        return bytes.ToArray();
    }

    public DocumentContent Read(ReadingLimits? limits = null) =>
        new OdtReader().Read(Document(Build()), limits ?? new ReadingLimits(), TestContext.Current.CancellationToken);

    private static void Write(ZipArchive zip, string name, byte[] content, CompressionLevel level)
    {
        using var part = zip.CreateEntry(name, level).Open();
        part.Write(content);
    }
}
