using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>
/// A workbook (ECMA-376 part 1, §18) as departments keep their forms: a sheet for each form with what stands above and below it, sheets of
/// paragraphs for the explanations, figures as numbers in a format that prints them as they were. A row that lost its end
/// has neither cells nor borders there, as where a table was pasted.
/// </summary>
internal static partial class XlsxWriter
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Styles: 0 text without border, 1 a bordered text, from 2 on bordered figures with as many places.</summary>
    private static readonly string[] Formats = ["0", "0.0", "0.00"];

    public static byte[] Write(Document document) => Package.Write(Parts([.. Sheets(document)]));

    /// <summary>Each table with the short paragraphs before it, which are its title and unit, and the note below; the other paragraphs between them.</summary>
    private static IEnumerable<(string Name, IReadOnlyList<Block> Blocks)> Sheets(Document document)
    {
        const int LongestTitle = 60;
        var blocks = new List<Block>();
        var (forms, texts) = (0, 0);
        foreach (var block in document.Blocks.Where(block => block is not Paragraph { Text: "" }))
        {
            var hasTable = blocks.Exists(above => above is Table);
            if (hasTable && !(block is Paragraph { Text: ['注' or '备', ..] }))
            {
                yield return ($"表{++forms}", blocks);
                blocks = [];
            }

            if (block is Table && blocks.FindLastIndex(above => above is Paragraph { Text.Length: > LongestTitle } or Paragraph { Text: ['第', ..] }) is var end and >= 0)
            {
                yield return ($"说明{++texts}", blocks[..(end + 1)]);
                blocks = blocks[(end + 1)..];
            }

            blocks.Add(block);
        }

        yield return blocks.Exists(above => above is Table) ? ($"表{forms + 1}", blocks) : ($"说明{texts + 1}", blocks);
    }

    private static IEnumerable<(string Name, string Content)> Parts(List<(string Name, IReadOnlyList<Block> Blocks)> sheets)
    {
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        yield return ("[Content_Types].xml", Declaration
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
            + string.Concat(numbers.Select(number => $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))
            + "</Types>");
        yield return ("_rels/.rels", Declaration
            + $"<Relationships xmlns=\"{PackageRelations}\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        yield return ("xl/workbook.xml", Declaration
            + $"<workbook xmlns=\"{Namespace}\" xmlns:r=\"{Relations}\"><sheets>"
            + string.Concat(numbers.Select(number => $"<sheet name=\"{sheets[number - 1].Name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>"))
            + "</sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", Declaration
            + $"<Relationships xmlns=\"{PackageRelations}\">"
            + string.Concat(numbers.Select(number => $"<Relationship Id=\"rId{number}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"))
            + $"<Relationship Id=\"rId{sheets.Count + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        yield return ("xl/styles.xml", Styles());
        foreach (var (index, sheet) in sheets.Index())
        {
            yield return ($"xl/worksheets/sheet{index + 1}.xml", Sheet(sheet.Blocks));
        }
    }

    private static string Styles()
    {
        const int FirstOwnFormat = 164;
        const string Sides = "<left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/><diagonal/>";
        return Declaration + $"<styleSheet xmlns=\"{Namespace}\"><numFmts count=\"{Formats.Length}\">"
            + string.Concat(Formats.Select((format, index) => $"<numFmt numFmtId=\"{FirstOwnFormat + index}\" formatCode=\"{format}\"/>"))
            + "</numFmts><fonts count=\"1\"><font><sz val=\"10\"/><name val=\"宋体\"/></font></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
            + $"<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>{Sides}</border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + $"<cellXfs count=\"{Formats.Length + 2}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyBorder=\"1\"/>"
            + string.Concat(Formats.Select((_, index) => $"<xf numFmtId=\"{FirstOwnFormat + index}\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyBorder=\"1\"/>"))
            + "</cellXfs></styleSheet>";
    }

    private static string Sheet(IReadOnlyList<Block> blocks)
    {
        var rows = new StringBuilder();
        var merged = new StringBuilder();
        var (next, merges) = (1, 0);
        foreach (var block in blocks)
        {
            if (block is Paragraph paragraph)
            {
                rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{next}\">{TextCell("A" + Number(next), 0, paragraph.Text)}</row>");
                next++;
                continue;
            }

            var table = (Table)block;
            foreach (var slots in table.Layout())
            {
                rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{next}\">");
                var end = 0;
                foreach (var (column, cell, continues) in slots)
                {
                    end = column + cell.ColumnSpan;
                    for (var at = column; at < end; at++)
                    {
                        rows.Append(FigureCell(Name(next, at), continues || at > column ? "" : cell.Text));
                    }

                    if (!continues && cell.ColumnSpan * cell.RowSpan > 1)
                    {
                        merges++;
                        merged.Append(CultureInfo.InvariantCulture, $"<mergeCell ref=\"{Name(next, column)}:{Name(next + cell.RowSpan - 1, end - 1)}\"/>");
                    }
                }

                rows.Append("</row>");
                next++;
            }
        }

        return Declaration + $"<worksheet xmlns=\"{Namespace}\"><sheetData>{rows}</sheetData>"
            + (merges > 0 ? $"<mergeCells count=\"{merges}\">{merged}</mergeCells>" : "") + "</worksheet>";
    }

    /// <summary>Codes with leading zeros, dashes and whatever no format prints as it was are kept as text.</summary>
    private static string FigureCell(string name, string text)
    {
        var figure = Figure().Match(text);
        return text.Length == 0 ? $"<c r=\"{name}\" s=\"1\"/>"
            : figure.Success ? $"<c r=\"{name}\" s=\"{2 + Math.Max(0, figure.Groups["places"].Length - 1)}\"><v>{figure.Groups["number"].Value}</v></c>"
            : TextCell(name, 1, text);
    }

    private static string TextCell(string name, int style, string text) =>
        $"<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    private static string Name(int row, int column) => (char)('A' + column) + Number(row);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<number>-?(0|[1-9][0-9]*)(?<places>\.[0-9]{1,2})?)\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Figure();
}
