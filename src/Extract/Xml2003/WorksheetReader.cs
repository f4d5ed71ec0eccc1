using System.Globalization;
using System.Text;
using System.Xml;
using Gouji.Extract.Docx;
using Gouji.Extract.Spreadsheets;
using Gouji.Extract.Xlsx;

namespace Gouji.Extract.Xml2003;

/// <summary>Reads the cells of one sheet of an XML spreadsheet of Excel 2003. Rows, columns and cells follow each other unless they say where they stand.</summary>
internal sealed class WorksheetReader(PartXml xml, Sheet sheet, WorkbookStyles styles, SheetNotes notes, bool hidesZeros)
{
    private int _row;
    private int _column;

    /// <summary>Reads the table that is the current element, and moves to its end.</summary>
    public void Read()
    {
        if (xml.Reader.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Reader.Depth;
        while (xml.NextElement(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "Column":
                    ReadColumn();
                    break;
                case "Row":
                    _row = Number("Index") ?? _row + 1;
                    _column = 0;
                    sheet.BeginRow(_row, IsHidden("Height"));
                    _row += Math.Max(0, Number("Span") ?? 0);
                    break;
                case "Cell":
                    ReadCell();
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }
    }

    /// <summary>The text within the current element, runs and all; moves to its end.</summary>
    public static string TextOf(PartXml xml)
    {
        if (xml.Reader.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Reader.Depth;
        var text = new StringBuilder();
        while (xml.Next() && xml.Reader.Depth > depth)
        {
            if (xml.Reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(xml.Reader.Value);
            }
        }

        return text.ToString();
    }

    private void ReadColumn()
    {
        var first = Number("Index") ?? _column + 1;
        _column = first + Math.Max(0, Number("Span") ?? 0);
        if (IsHidden("Width"))
        {
            sheet.HideColumns(first, _column);
        }
    }

    private void ReadCell()
    {
        var first = Number("Index") ?? _column + 1;
        var (across, down) = (Math.Max(0, Number("MergeAcross") ?? 0), Math.Max(0, Number("MergeDown") ?? 0));
        if (_row < 1 || across > CellName.MostColumns - first || down > CellName.MostRows - _row)
        {
            throw Unreadable.Part(sheet.Name, $"第{_row}行的单元格超出工作表", $"a cell of row {_row} reaches beyond the sheet");
        }

        _column = first + across;
        var style = styles[xml.Attribute("StyleID")];
        for (var column = first; style.HasBorders && column <= _column; column++)
        {
            sheet.AddBorder(column);
        }

        if (across + down > 0)
        {
            sheet.Merges.Add(new CellRange(_row, first, _row + down, _column));
        }

        var isFormula = xml.Attribute("Formula") is not null;
        if (ReadData() is { } data)
        {
            var printed = Print(data.Type, data.Value, style.Pattern);
            notes.Remark(printed.Remark, _row, first);
            sheet.Add(first, printed.Text, data.Type is "Number" or "DateTime" ? CellNature.Number : CellNature.Text);
        }
        else if (isFormula)
        {
            notes.Lost(_row, first);
            sheet.Add(first, "", CellNature.Lost);
        }
    }

    private (string? Type, string Value)? ReadData()
    {
        if (xml.Reader.IsEmptyElement)
        {
            return null;
        }

        (string?, string)? data = null;
        var depth = xml.Reader.Depth;
        while (xml.NextElement(depth))
        {
            if (xml.Reader.LocalName == "Data")
            {
                data = (xml.Attribute("Type"), TextOf(xml));
            }
            else
            {
                xml.Skip();
            }
        }

        return data;
    }

    private PrintedValue Print(string? type, string value, NumberPattern pattern)
    {
        switch (type)
        {
            case "Number" when value.AsSpan().Trim().Length > 0:
                return SheetNumber.TryParse(value, out var number)
                    ? hidesZeros && number.IsZero ? new PrintedValue("") : pattern.Print(number, isFrom1904: false)
                    : throw Unreadable.Part(sheet.Name, $"{CellName.Of(_row, _column)}的值不是数字", $"the value of {CellName.Of(_row, _column)} is no number");
            case "DateTime":
                return IsoDate.Print(value, pattern);
            case "Boolean":
                return new PrintedValue(value.Trim() == "1" ? "TRUE" : "FALSE");
            default:
                return pattern.Print(CellString.Clean(value));
        }
    }

    private bool IsHidden(string size) => xml.Attribute("Hidden") is "1" || xml.Attribute(size) is "0";

    private int? Number(string name) =>
        int.TryParse(xml.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
