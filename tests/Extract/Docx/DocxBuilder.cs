using System.IO.Compression;
using System.Text;
using Gouji.Extract.Readers;
using Gouji.Model;

namespace Gouji.Extract.Tests.Docx;

/// <summary>Makes Word documents from raw XML, so that a test shows the very markup it is about.</summary>
internal sealed class DocxBuilder
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private readonly List<(string Name, byte[] Content)> _parts = [];
    private readonly string _namespaces;

    public DocxBuilder(string word = Transitional) =>
        _namespaces = $"""
            xmlns:w="{word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:x="http://example.org/private"
            xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
            """;

    public CompressionLevel Level { get; init; } = CompressionLevel.Optimal;

    public static FetchedDocument Document(byte[] bytes) => new("test.docx", bytes, new string('0', 64));

    /// <summary>Reads a document that consists of a body only.</summary>
    public static DocumentContent ReadBody(string body) => new DocxBuilder().Body(body).Read();

    /// <summary>The only table of a document that consists of it.</summary>
    public static TableBlock ReadTable(string body) => Assert.IsType<TableBlock>(Assert.Single(ReadBody(body).Blocks));

    public static string P(string text, string properties = "") => $"<w:p>{properties}{R(text)}</w:p>";

    public static string R(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Tc(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    public static string Span(int columns) => $"<w:gridSpan w:val=\"{columns}\"/>";

    public static string Tr(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Tbl(params string[] rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    public DocxBuilder Body(string xml) => Part("word/document.xml", $"<w:document {_namespaces}><w:body>{xml}</w:body></w:document>");

    public DocxBuilder Styles(string xml) => Part("word/styles.xml", $"<w:styles {_namespaces}>{xml}</w:styles>");

    public DocxBuilder Numbering(string xml) => Part("word/numbering.xml", $"<w:numbering {_namespaces}>{xml}</w:numbering>");

    public DocxBuilder Footnotes(string xml) => Part("word/footnotes.xml", $"<w:footnotes {_namespaces}>{xml}</w:footnotes>");

    public DocxBuilder Endnotes(string xml) => Part("word/endnotes.xml", $"<w:endnotes {_namespaces}>{xml}</w:endnotes>");

    public DocxBuilder Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    public DocxBuilder Part(string name, byte[] content)
    {
        _parts.Add((name, content));
        return this;
    }

    public DocxBuilder Relationships(string name, params (string Type, string Target)[] targets) =>
        Part(name, $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(targets.Select((t, i) =>
            $"<Relationship Id=\"rId{i}\" Type=\"{t.Type}\" Target=\"{t.Target}\"/>"))}</Relationships>");

    public byte[] Build()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in _parts)
            {
                using var part = zip.CreateEntry(name, Level).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public DocumentContent Read(ReadingLimits? limits = null) =>
        new DocxReader().Read(Document(Build()), limits ?? new ReadingLimits(), TestContext.Current.CancellationToken);
}
