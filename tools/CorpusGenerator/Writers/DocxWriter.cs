using System.Security;
using System.Text;
using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>WordprocessingML (ECMA-376 part 1, §17) in a package whose entries and times are always the same.</summary>
internal static class DocxWriter
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The width of the text on an A4 page in portrait, in twentieths of a point.</summary>
    private const int PageWidth = 9638;

    public static byte[] Write(Document document) => Package.Write(Parts(document));

    private static IEnumerable<(string Name, string Content)> Parts(Document document)
    {
        yield return ("[Content_Types].xml", Declaration
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
            + "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
            + "</Types>");
        yield return ("_rels/.rels", Declaration
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
            + "</Relationships>");
        yield return ("word/_rels/document.xml.rels", Declaration
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>"
            + "</Relationships>");
        yield return ("word/styles.xml", Declaration + $"<w:styles xmlns:w=\"{Namespace}\">"
            + "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"宋体\" w:hAnsi=\"Times New Roman\"/><w:sz w:val=\"24\"/></w:rPr></w:rPrDefault></w:docDefaults>"
            + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"36\"/></w:rPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"28\"/></w:rPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"TableTitle\"><w:name w:val=\"Table Title\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"TableText\"><w:name w:val=\"Table Text\"/><w:basedOn w:val=\"Normal\"/><w:rPr><w:sz w:val=\"16\"/></w:rPr></w:style>"
            + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
            + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>"
            + string.Concat(new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(side => $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"))
            + "</w:tblBorders></w:tblPr></w:style></w:styles>");
        yield return ("word/document.xml", Body(document));
    }

    private static string Body(Document document)
    {
        var xml = new StringBuilder(Declaration).Append($"<w:document xmlns:w=\"{Namespace}\"><w:body>");
        Block? previous = null;
        foreach (var block in document.Blocks)
        {
            if (block is Paragraph paragraph)
            {
                AppendParagraph(xml, paragraph.Text, StyleOf(paragraph.Style));
            }
            else if (block is Table table)
            {
                if (previous is Table)
                {
                    // Two tables with nothing between would be one table to Word.
                    xml.Append("<w:p/>");
                }

                Append(xml, table);
            }

            previous = block;
        }

        xml.Append("<w:p/><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
        return xml.ToString();
    }

    private static void Append(StringBuilder xml, Table table)
    {
        var count = table.ColumnCount;
        var widths = Widths(table);
        xml.Append($"<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        foreach (var width in widths)
        {
            xml.Append($"<w:gridCol w:w=\"{width}\"/>");
        }

        xml.Append("</w:tblGrid>");
        var rows = table.Layout();
        for (var i = 0; i < rows.Count; i++)
        {
            var filled = rows[i].Sum(slot => slot.Cell.ColumnSpan);
            var after = filled < count ? $"<w:gridAfter w:val=\"{count - filled}\"/>" : "";
            var header = i < table.HeaderRows ? "<w:tblHeader/>" : "";
            xml.Append("<w:tr>");
            if (after.Length + header.Length > 0)
            {
                xml.Append($"<w:trPr>{after}{header}</w:trPr>");
            }

            foreach (var (column, cell, continues) in rows[i])
            {
                xml.Append($"<w:tc><w:tcPr><w:tcW w:w=\"{widths.Skip(column).Take(cell.ColumnSpan).Sum()}\" w:type=\"dxa\"/>");
                xml.Append(cell.ColumnSpan > 1 ? $"<w:gridSpan w:val=\"{cell.ColumnSpan}\"/>" : "");
                xml.Append(continues ? "<w:vMerge/>" : cell.RowSpan > 1 ? "<w:vMerge w:val=\"restart\"/>" : "");
                xml.Append("</w:tcPr>");
                foreach (var line in continues ? [""] : cell.Text.Split('\n'))
                {
                    AppendParagraph(xml, line, "TableText");
                }

                xml.Append("</w:tc>");
            }

            xml.Append("</w:tr>");
        }

        xml.Append("</w:tbl>");
    }

    private static int[] Widths(Table table)
    {
        var weights = ColumnWeights.Of(table);
        var sum = weights.Sum();
        return [.. weights.Select(weight => PageWidth * weight / sum)];
    }

    private static void AppendParagraph(StringBuilder xml, string text, string? style)
    {
        if (text.Length == 0 && style is null)
        {
            xml.Append("<w:p/>");
            return;
        }

        xml.Append("<w:p>");
        xml.Append(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
        xml.Append(text.Length == 0 ? "" : $"<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>");
        xml.Append("</w:p>");
    }

    private static string? StyleOf(ParagraphStyle style) => style switch
    {
        ParagraphStyle.Title => "Title",
        ParagraphStyle.Heading => "Heading1",
        ParagraphStyle.TableTitle => "TableTitle",
        _ => null,
    };
}
