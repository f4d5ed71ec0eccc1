using Gouji.Extract.Docx;

namespace Gouji.Extract.Xml2003;

/// <summary>What the options of a sheet say of all its cells; they stand behind the cells, so that they are read before them in a pass of their own.</summary>
/// <param name="Name">Name on its tab.</param>
/// <param name="Hidden">Whether the sheet is not shown.</param>
/// <param name="HidesZeros">Whether zeros are shown as blanks.</param>
/// <param name="HasCells">Whether it is a sheet of cells.</param>
internal sealed record SheetSettings(string Name, bool Hidden, bool HidesZeros, bool HasCells)
{
    /// <summary>Reads those of all sheets in order, and the styles of the workbook.</summary>
    public static List<SheetSettings> Read(PartXml xml, WorkbookStyles styles)
    {
        var sheets = new List<SheetSettings>();
        while (xml.NextElement(-1))
        {
            switch (xml.Reader.LocalName)
            {
                case "Style":
                    styles.Read(xml);
                    break;
                case "Worksheet":
                    sheets.Add(new SheetSettings(xml.Attribute("Name") ?? "", Hidden: false, HidesZeros: false, HasCells: false));
                    break;
                case "Table" when sheets.Count > 0:
                    sheets[^1] = sheets[^1] with { HasCells = true };
                    xml.Skip();
                    break;
                case "Visible" when sheets.Count > 0:
                    sheets[^1] = sheets[^1] with { Hidden = WorksheetReader.TextOf(xml).Trim() != "SheetVisible" };
                    break;
                case "DoNotDisplayZeros" when sheets.Count > 0:
                    sheets[^1] = sheets[^1] with { HidesZeros = true };
                    break;
                default:
                    break;
            }
        }

        return sheets;
    }
}
