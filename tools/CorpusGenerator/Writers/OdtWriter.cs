using System.Globalization;
using System.Security;
using System.Text;
using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>OpenDocument text (ISO/IEC 26300): covered cells stand where spans reach, and a row that lost its end has fewer cells than columns.</summary>
internal static class OdtWriter
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private const string MediaType = "application/vnd.oasis.opendocument.text";
    private const string Namespaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" office:version=\"1.3\"";

    public static byte[] Write(Document document) => Package.Write(
    [
        ("mimetype", MediaType),
        ("META-INF/manifest.xml", Declaration
            + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
            + $"<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{MediaType}\"/>"
            + "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"),
        ("content.xml", Content(document)),
    ]);

    private static string Content(Document document)
    {
        var xml = new StringBuilder(Declaration).Append($"<office:document-content {Namespaces}><office:automatic-styles>")
            .Append("<style:style style:name=\"C\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"0.5pt solid #000000\" fo:padding=\"0.05cm\"/></style:style>")
            .Append("<style:style style:name=\"T\" style:family=\"paragraph\"><style:paragraph-properties fo:text-align=\"center\"/><style:text-properties fo:font-weight=\"bold\"/></style:style>")
            .Append("</office:automatic-styles><office:body><office:text>");
        foreach (var block in document.Blocks)
        {
            if (block is Paragraph paragraph)
            {
                Append(xml, paragraph);
            }
            else if (block is Table table)
            {
                Append(xml, table);
            }
        }

        return xml.Append("</office:text></office:body></office:document-content>").ToString();
    }

    private static void Append(StringBuilder xml, Paragraph paragraph) => xml.Append(paragraph.Style switch
    {
        ParagraphStyle.Heading => $"<text:h text:outline-level=\"1\">{Text(paragraph.Text)}</text:h>",
        ParagraphStyle.Title or ParagraphStyle.TableTitle => $"<text:p text:style-name=\"T\">{Text(paragraph.Text)}</text:p>",
        _ => $"<text:p>{Text(paragraph.Text)}</text:p>",
    });

    private static void Append(StringBuilder xml, Table table)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<table:table><table:table-column table:number-columns-repeated=\"{table.ColumnCount}\"/>");
        foreach (var (number, slots) in table.Layout().Index())
        {
            xml.Append(number == 0 && table.HeaderRows > 0 ? "<table:table-header-rows>" : "").Append("<table:table-row>");
            foreach (var (_, cell, continues) in slots)
            {
                if (!continues)
                {
                    xml.Append("<table:table-cell table:style-name=\"C\"");
                    xml.Append(cell.ColumnSpan * cell.RowSpan > 1 ? $" table:number-columns-spanned=\"{cell.ColumnSpan}\" table:number-rows-spanned=\"{cell.RowSpan}\">" : ">");
                    xml.AppendJoin("", cell.Text.Split('\n').Select(line => $"<text:p>{Text(line)}</text:p>")).Append("</table:table-cell>");
                }

                xml.Insert(xml.Length, "<table:covered-table-cell/>", continues ? cell.ColumnSpan : cell.ColumnSpan - 1);
            }

            xml.Append("</table:table-row>").Append(number == table.HeaderRows - 1 ? "</table:table-header-rows>" : "");
        }

        xml.Append("</table:table>");
    }

    /// <summary>White space folds: all of a run but its first space is counted in an element, and so is what begins a paragraph.</summary>
    private static string Text(string text)
    {
        var xml = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var spaces = text.AsSpan(at).IndexOfAnyExcept(' ');
            spaces = spaces < 0 ? text.Length - at : spaces;
            if (spaces > 0)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<text:s text:c=\"{spaces}\"/>");
                at += spaces;
                continue;
            }

            var end = text.IndexOf(' ', at);
            end = end < 0 ? text.Length : end;
            xml.Append(SecurityElement.Escape(text[at..end]));
            at = end;
        }

        return xml.ToString();
    }
}
