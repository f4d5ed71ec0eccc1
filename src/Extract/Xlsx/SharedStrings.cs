using System.Text;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Xlsx;

/// <summary>Reads the texts that cells share (ISO/IEC 29500-1 18.4.9).</summary>
internal static class SharedStrings
{
    public static List<string> Read(PartXml xml)
    {
        var strings = new List<string>();
        var buffer = new StringBuilder();
        while (xml.NextElement(-1))
        {
            if (xml.Reader.LocalName == "si")
            {
                strings.Add(CellString.Read(xml, buffer));
            }
        }

        return strings;
    }
}
