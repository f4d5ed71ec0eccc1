using Gouji.Extract.Docx;
using Gouji.Extract.Spreadsheets;
using Gouji.Extract.Xlsx;

namespace Gouji.Extract.Xml2003;

/// <summary>The cell styles of an XML spreadsheet of Excel 2003: number format and borders of each, where it has none those of its parent.</summary>
internal sealed class WorkbookStyles
{
    // Names that stand for a format code.
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["General Number"] = "General",
        ["Fixed"] = "0.00",
        ["Standard"] = "#,##0.00",
        ["Percent"] = "0.00%",
        ["Scientific"] = "0.00E+00",
        ["Short Date"] = "yyyy/m/d",
        ["General Date"] = "yyyy/m/d h:mm",
        ["Medium Date"] = "d-mmm-yy",
        ["Long Date"] = "yyyy\"年\"m\"月\"d\"日\"",
    };

    private readonly Dictionary<string, CellStyle> _styles = new(StringComparer.Ordinal) { ["Default"] = new CellStyle(NumberPattern.General, HasBorders: false) };
    private readonly Dictionary<string, NumberPattern> _patterns = new(StringComparer.Ordinal);

    /// <summary>The style of that name; the default one where there is none.</summary>
    public CellStyle this[string? id] => id is not null && _styles.TryGetValue(id, out var style) ? style : _styles["Default"];

    /// <summary>Reads the style that is the current element, and moves to its end.</summary>
    public void Read(PartXml xml)
    {
        var id = xml.Attribute("ID");
        var style = this[xml.Attribute("Parent")];
        var depth = xml.Reader.Depth;
        var isEmpty = xml.Reader.IsEmptyElement;
        while (!isEmpty && xml.NextElement(depth))
        {
            if (xml.Reader.LocalName == "NumberFormat" && xml.Attribute("Format") is { } code)
            {
                style = style with { Pattern = PatternOf(code) };
            }
            else if (xml.Reader.LocalName == "Borders")
            {
                // Borders without any take away those of the parent.
                style = style with { HasBorders = false };
            }
            else if (xml.Reader.LocalName == "Border" && xml.Attribute("LineStyle") is not (null or "None"))
            {
                style = style with { HasBorders = true };
            }
        }

        if (id is not null)
        {
            _styles[id] = style;
        }
    }

    private NumberPattern PatternOf(string code)
    {
        code = Named.GetValueOrDefault(code, code);
        return _patterns.TryGetValue(code, out var pattern) ? pattern : _patterns[code] = NumberPattern.Parse(code);
    }
}
