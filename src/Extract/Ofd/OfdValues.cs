using System.Globalization;
using System.Text;
using System.Xml;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Ofd;

/// <summary>Values of attributes and elements; what is missing or no value is null.</summary>
internal static class OfdValues
{
    /// <summary>Points in a millimetre, the unit of OFD.</summary>
    public const double Points = 72 / 25.4;

    public static string? Attribute(PartXml xml, string name) => xml.Reader.GetAttribute(name);

    public static double? Number(PartXml xml, string name) =>
        double.TryParse(Attribute(xml, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    public static bool? Flag(PartXml xml, string name) => Attribute(xml, name)?.Trim() switch
    {
        "true" or "1" or "True" or "TRUE" => true,
        "false" or "0" or "False" or "FALSE" => false,
        _ => null,
    };

    /// <summary>A box: x, y, width and height.</summary>
    public static (double X, double Y, double Width, double Height)? Box(string? text)
    {
        var numbers = new Numbers(text);
        return numbers.TryNext(out var x) && numbers.TryNext(out var y) && numbers.TryNext(out var width) && numbers.TryNext(out var height)
            ? (x, y, width, height) : null;
    }

    public static Matrix? Matrix(string? text)
    {
        var numbers = new Numbers(text);
        return numbers.TryNext(out var a) && numbers.TryNext(out var b) && numbers.TryNext(out var c)
            && numbers.TryNext(out var d) && numbers.TryNext(out var e) && numbers.TryNext(out var f)
            ? new Matrix(a, b, c, d, e, f) : null;
    }

    /// <summary>
    /// A colour by what is seen of it (CT_Color, GB/T 33190 8.3.2): one component is grey, three are RGB, four CMYK, decimal or <c>#</c>
    /// and hexadecimal.
    /// </summary>
    public static Paint Paint(PartXml xml)
    {
        Span<double> parts = stackalloc double[4];
        var count = 0;
        var words = new Numbers(Attribute(xml, "Value"));
        for (var word = words.Word(); !word.IsEmpty && count < 4; word = words.Word())
        {
            if (word[0] == '#' && int.TryParse(word[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex))
            {
                parts[count++] = hex;
            }
            else if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                parts[count++] = value;
            }
        }

        var isWhite = count == 4
            ? parts is [< 3, < 3, < 3, < 3]
            : count > 0 && parts[..count].IndexOfAnyInRange(double.MinValue, 252) < 0;
        return new Paint(isWhite, Math.Clamp(Number(xml, "Alpha") ?? 255, 0, 255) / 255);
    }

    /// <summary>The characters within the current element; moves to its end.</summary>
    public static string Text(PartXml xml)
    {
        var reader = xml.Reader;
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        var (first, text) = ("", (StringBuilder?)null);
        while (xml.Next() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                (first, text) = first.Length == 0 ? (reader.Value, null) : (first, (text ?? new StringBuilder(first)).Append(reader.Value));
            }
        }

        return text?.ToString() ?? first;
    }
}
