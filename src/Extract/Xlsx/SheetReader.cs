using System.Globalization;
using System.Text;
using System.Xml;
using Gouji.Extract.Docx;
using Gouji.Extract.Spreadsheets;

namespace Gouji.Extract.Xlsx;

/// <summary>Reads one sheet of cells (ISO/IEC 29500-1 18.3) in one pass.</summary>
internal sealed class SheetReader(PartXml xml, Sheet sheet, List<string> strings, CellStyles styles, bool isFrom1904, SheetNotes notes)
{
    private readonly StringBuilder _buffer = new();
    private int _row;
    private int _column;
    private bool _hidesZeros;

    /// <summary>Whether the sheet shows drawings: pictures, charts or text boxes.</summary>
    public bool HasDrawing { get; private set; }

    public void Read()
    {
        while (xml.NextElement(-1))
        {
            switch (xml.Reader.LocalName)
            {
                case "sheetView":
                    _hidesZeros |= IsOff("showZeros");
                    break;
                case "col" when IsOn("hidden") || xml.Reader.GetAttribute("width") is "0":
                    sheet.HideColumns(Number("min") ?? 0, Number("max") ?? 0);
                    break;
                case "row":
                    BeginRow();
                    break;
                case "c":
                    ReadCell();
                    break;
                case "mergeCell" when CellRange.TryParse(xml.Reader.GetAttribute("ref"), out var range):
                    sheet.Merges.Add(range);
                    break;
                case "drawing" or "oleObjects":
                    HasDrawing = true;
                    xml.Skip();
                    break;
                case "extLst" or "conditionalFormatting" or "dataValidations" or "legacyDrawing":
                    xml.Skip();
                    break;
                default:
                    break;
            }
        }
    }

    private void BeginRow()
    {
        _row = Number("r") ?? _row + 1;
        _column = 0;
        sheet.BeginRow(_row, IsOn("hidden") || (xml.Reader.GetAttribute("ht") is "0" && IsOn("customHeight")));
    }

    private void ReadCell()
    {
        if (_row == 0)
        {
            throw Unreadable.Part(xml.Part, "有单元格不在行内", "a cell stands in no row");
        }

        _column = CellName.TryParse(xml.Reader.GetAttribute("r"), out var row, out var column) && row == _row ? column : _column + 1;
        var style = styles[xml.Reader.GetAttribute("s")];
        var type = xml.Reader.GetAttribute("t");
        if (style.HasBorders)
        {
            sheet.AddBorder(_column);
        }

        if (xml.Reader.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Reader.Depth;
        string? value = null;
        string? inline = null;
        var hasFormula = false;
        while (xml.NextElement(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "v":
                    value = ReadText();
                    break;
                case "is":
                    inline = CellString.Read(xml, _buffer);
                    break;
                case "f":
                    hasFormula = true;
                    xml.Skip();
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        // A formula that gives an empty text says t="str"; programs that do not calculate leave an empty value without a type.
        if (hasFormula && (value is null || (value.Length == 0 && type is null or "n")))
        {
            notes.Lost(_row, _column);
            sheet.Add(_column, "", CellNature.Lost);
            return;
        }

        var printed = Print(type, value, inline, style.Pattern);
        notes.Remark(printed.Remark, _row, _column);
        sheet.Add(_column, printed.Text, type is null or "n" or "d" ? CellNature.Number : CellNature.Text);
    }

    private PrintedValue Print(string? type, string? value, string? inline, NumberPattern pattern)
    {
        switch (type)
        {
            case "inlineStr":
                return pattern.Print(inline ?? "");
            case null or "n" when value is { Length: > 0 }:
                return SheetNumber.TryParse(value, out var number)
                    ? _hidesZeros && number.IsZero ? new PrintedValue("") : pattern.Print(number, isFrom1904)
                    : throw Unreadable.Part(xml.Part, $"{CellName.Of(_row, _column)}的值不是数字", $"the value of {CellName.Of(_row, _column)} is no number");
            case "s" when value is not null:
                return int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index) && index < strings.Count
                    ? pattern.Print(strings[index])
                    : throw Unreadable.Part(xml.Part, $"{CellName.Of(_row, _column)}的文字不在共享字符串表中", $"the text of {CellName.Of(_row, _column)} is not in the table of shared strings");
            case "str" when value is not null:
                return pattern.Print(CellString.Clean(value));
            case "b" when value is not null:
                return new PrintedValue(value.Trim() is "1" or "true" ? "TRUE" : "FALSE");
            case "d" when value is not null:
                return IsoDate.Print(value, pattern);
            default:
                return new PrintedValue(value?.Trim() ?? "");
        }
    }

    private string ReadText()
    {
        if (xml.Reader.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Reader.Depth;
        string? text = null;
        while (xml.Next() && xml.Reader.Depth > depth)
        {
            if (xml.Reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                text = text is null ? xml.Reader.Value : text + xml.Reader.Value;
            }
        }

        return text ?? "";
    }

    private bool IsOn(string name) => xml.Reader.GetAttribute(name) is "1" or "true";

    private bool IsOff(string name) => xml.Reader.GetAttribute(name) is "0" or "false";

    private int? Number(string name) =>
        int.TryParse(xml.Reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
