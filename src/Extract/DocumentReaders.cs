using Gouji.Extract.Readers;

namespace Gouji.Extract;

/// <summary>The readers of this library, in the order in which they are asked.</summary>
public static class DocumentReaders
{
    /// <summary>Containers first, text last: every file of text would pass as plain text.</summary>
    public static IReadOnlyList<IDocumentReader> All { get; } =
    [
        new DocxReader(), new DocReader(), new XlsxReader(), new XlsReader(), new PdfReader(), new OfdReader(), new PictureReader(), new OdtReader(), new RtfReader(),
        new Xml2003Reader(), new HtmlReader(), new MhtReader(), new CsvReader(),
        new PlainTextReader(),
    ];
}
