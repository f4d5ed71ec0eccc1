using System.Globalization;
using System.Text;
using Gouji.Extract.Docx;
using Gouji.Extract.Text;

namespace Gouji.Extract.Xlsx;

/// <summary>Reads the text of a string item: plain or in runs (ISO/IEC 29500-1 18.4.8), without its phonetic reading.</summary>
internal static class CellString
{
    /// <summary>Reads the item that is the current element (<c>si</c> or <c>is</c>), and moves to its end.</summary>
    public static string Read(PartXml xml, StringBuilder buffer)
    {
        buffer.Clear();
        if (xml.Reader.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Reader.Depth;
        var isText = false;
        while (xml.Next() && xml.Reader.Depth > depth)
        {
            switch (xml.Reader.NodeType)
            {
                case System.Xml.XmlNodeType.Element when xml.Reader.LocalName is "rPh" or "phoneticPr" or "rPr":
                    xml.Skip();
                    break;
                case System.Xml.XmlNodeType.Element:
                    isText = xml.Reader.LocalName == "t";
                    break;
                case System.Xml.XmlNodeType.EndElement:
                    isText = false;
                    break;
                case System.Xml.XmlNodeType.Text or System.Xml.XmlNodeType.CDATA or System.Xml.XmlNodeType.SignificantWhitespace or System.Xml.XmlNodeType.Whitespace when isText:
                    buffer.Append(xml.Reader.Value);
                    break;
                default:
                    break;
            }
        }

        return Clean(buffer.ToString());
    }

    /// <summary>The text as shown: escapes resolved, lines ending with <c>\n</c> and trimmed as a whole.</summary>
    public static string Clean(string text)
    {
        if (text.Contains("_x", StringComparison.Ordinal))
        {
            text = Unescape(text);
        }

        if (text.Contains('\r'))
        {
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        }

        var trimmed = TextCharacters.Trim(text, out _);
        return trimmed.Length == text.Length ? text : trimmed.ToString();
    }

    // ST_Xstring (ISO/IEC 29500-1 22.9.2.19): _x000D_ is the character 000D.
    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                result.Append((char)code);
                i += 6;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }
}
