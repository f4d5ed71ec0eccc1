using System.Globalization;
using Gouji.Extract.Docx;
using Gouji.Extract.Spreadsheets;

namespace Gouji.Extract.Xlsx;

/// <summary>What the reader needs of the style of a cell.</summary>
/// <param name="Pattern">Its number format.</param>
/// <param name="HasBorders">Whether a line is drawn at any of its sides.</param>
internal readonly record struct CellStyle(NumberPattern Pattern, bool HasBorders);

/// <summary>The cell styles of a workbook (ISO/IEC 29500-1 18.8): number format and borders of each.</summary>
internal sealed class CellStyles
{
    private static readonly CellStyle Plain = new(NumberPattern.General, HasBorders: false);

    private readonly List<CellStyle> _styles = [];

    public static CellStyles Empty { get; } = new();

    /// <summary>The style that a cell names; a plain one where there is none.</summary>
    public CellStyle this[string? index] =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _styles.Count ? _styles[i]
        : _styles.Count > 0 && index is null ? _styles[0]
        : Plain;

    public static CellStyles Read(PartXml xml)
    {
        var styles = new CellStyles();
        var codes = new Dictionary<int, string>();
        var borders = new List<bool>();
        var patterns = new Dictionary<string, NumberPattern>();
        while (xml.NextElement(-1))
        {
            switch (xml.Reader.LocalName)
            {
                case "numFmt" when Number(xml, "numFmtId") is { } id && xml.Reader.GetAttribute("formatCode") is { } code:
                    codes[id] = code;
                    break;
                case "dxfs" or "cellStyleXfs":
                    // Formats of conditions and of named styles: the cells repeat what applies to them.
                    xml.Skip();
                    break;
                case "borders":
                    ReadBorders(xml, borders);
                    break;
                case "xf":
                    styles._styles.Add(new CellStyle(
                        PatternOf(Number(xml, "numFmtId") ?? 0),
                        Number(xml, "borderId") is { } border && border < borders.Count && borders[border]));
                    break;
                default:
                    break;
            }
        }

        return styles;

        NumberPattern PatternOf(int id)
        {
            var code = codes.TryGetValue(id, out var own) ? own : BuiltInPatterns.CodeOf(id);
            return patterns.TryGetValue(code, out var pattern) ? pattern : patterns[code] = NumberPattern.Parse(code);
        }
    }

    private static void ReadBorders(PartXml xml, List<bool> borders)
    {
        if (xml.Reader.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Reader.Depth;
        while (xml.NextElement(depth))
        {
            if (xml.Reader.LocalName == "border")
            {
                borders.Add(false);
            }
            else if (borders.Count > 0
                && xml.Reader.LocalName is "left" or "right" or "top" or "bottom" or "start" or "end"
                && xml.Reader.GetAttribute("style") is { } style && style != "none")
            {
                borders[^1] = true;
            }
        }
    }

    private static int? Number(PartXml xml, string name) =>
        int.TryParse(xml.Reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
