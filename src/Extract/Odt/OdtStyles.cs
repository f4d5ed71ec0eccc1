using System.Collections.Frozen;
using System.Globalization;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Odt;

/// <summary>
/// What the styles of a document say about its text: which of them hide it, and how lists number their items. Named styles stand in one
/// part, automatic ones at the begin of another; both are read here, the later after the earlier.
/// </summary>
internal sealed class OdtStyles
{
    private const int LongestChain = 64;

    /// <summary>ODF 1.3 part 3, 20.330 takes the words of XSLT and those that office suites add for the numerals of East Asia.</summary>
    private static readonly FrozenDictionary<string, string> NumberFormats = new Dictionary<string, string>
    {
        ["1"] = "decimal", ["a"] = "lowerLetter", ["A"] = "upperLetter", ["i"] = "lowerRoman", ["I"] = "upperRoman",
        ["一, 二, 三, ..."] = "chineseCountingThousand", ["一, 二, 三"] = "chineseCountingThousand", ["一"] = "chineseCountingThousand",
        ["壹, 贰, 叁, ..."] = "chineseLegalSimplified", ["壹, 貳, 參, ..."] = "ideographLegalTraditional",
        ["〇, 一, 二, ..."] = "ideographDigital", ["甲, 乙, 丙, ..."] = "ideographTraditional", ["子, 丑, 寅, ..."] = "ideographZodiac",
        ["①, ②, ③, ..."] = "decimalEnclosedCircle", ["１, ２, ３, ..."] = "decimalFullWidth",
        ["01, 02, 03, ..."] = "decimalZero",
    }.ToFrozenDictionary();

    private readonly Dictionary<(string Family, string Name), TextStyle> _texts = [];
    private readonly Dictionary<string, OdtListStyle> _lists = [];

    /// <summary>How headings are numbered; null where they are not.</summary>
    public OdtListStyle? Outline { get; private set; }

    /// <summary>Whether a style hides its text; null where it does not say.</summary>
    public bool? Hides(string family, string? name)
    {
        for (var i = 0; i < LongestChain && name is not null && _texts.TryGetValue((family, name), out var style); i++)
        {
            if (style.Hidden is { } hidden)
            {
                return hidden;
            }

            name = style.Parent;
        }

        return null;
    }

    public OdtListStyle? List(string? name) => name is not null && _lists.TryGetValue(name, out var list) ? list : null;

    /// <summary>Reads the element of styles (office:styles or office:automatic-styles) at which the part stands.</summary>
    public void Read(PartXml xml)
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
                case "style" when xml.Reader.NamespaceURI == OdtNames.Style:
                    ReadStyle(xml);
                    break;
                case "list-style":
                    var name = StyleName(xml);
                    var list = ReadList(xml);
                    if (name is not null)
                    {
                        _lists[name] = list;
                    }

                    break;
                case "outline-style":
                    Outline = ReadList(xml);
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }
    }

    private static string? StyleName(PartXml xml) => xml.Reader.GetAttribute("name", OdtNames.Style);

    private void ReadStyle(PartXml xml)
    {
        var name = StyleName(xml);
        var family = xml.Attribute("family");
        var parent = xml.Attribute("parent-style-name");
        bool? hidden = null;
        if (!xml.Reader.IsEmptyElement)
        {
            var depth = xml.Reader.Depth;
            while (xml.NextElement(depth))
            {
                if (xml.Reader.LocalName == "text-properties" && xml.Reader.GetAttribute("display", OdtNames.Text) is { } display)
                {
                    hidden = display == "none";
                }
            }
        }

        if (name is not null && family is not null && (hidden is not null || parent is not null))
        {
            _texts[(family, name)] = new TextStyle(parent, hidden);
        }
    }

    private static OdtListStyle ReadList(PartXml xml)
    {
        var levels = new OdtListLevel?[OdtListStyle.LevelCount];
        if (xml.Reader.IsEmptyElement)
        {
            return new OdtListStyle(levels);
        }

        var depth = xml.Reader.Depth;
        while (xml.NextElement(depth))
        {
            if (ReadLevel(xml, out var level) is { } read && level is >= 1 and <= OdtListStyle.LevelCount)
            {
                levels[level - 1] = read;
            }
        }

        return new OdtListStyle(levels);
    }

    private static OdtListLevel? ReadLevel(PartXml xml, out int level)
    {
        level = Number(xml.Reader.GetAttribute("level", OdtNames.Text)) ?? 0;
        var prefix = xml.Reader.GetAttribute("num-prefix", OdtNames.Style) ?? "";
        var suffix = xml.Reader.GetAttribute("num-suffix", OdtNames.Style) ?? "";
        switch (xml.Reader.LocalName)
        {
            case "list-level-style-number" or "outline-level-style":
                var format = xml.Reader.GetAttribute("num-format", OdtNames.Style) ?? "";
                return new OdtListLevel(
                    format.Length == 0 ? "none" : NumberFormats.GetValueOrDefault(format, "decimal"),
                    prefix,
                    suffix,
                    Pattern(xml),
                    Number(xml.Reader.GetAttribute("start-value", OdtNames.Text)) ?? 1,
                    Number(xml.Reader.GetAttribute("display-levels", OdtNames.Text)) ?? 1,
                    null);
            case "list-level-style-bullet":
                var bullet = xml.Reader.GetAttribute("bullet-char", OdtNames.Text) ?? "•";
                var shown = bullet.Length > 0 && char.GetUnicodeCategory(bullet[0]) == UnicodeCategory.PrivateUse ? "•" : bullet;
                return new OdtListLevel("none", prefix, suffix, null, 1, 1, shown);
            default:
                return null;
        }
    }

    // Newer files write the label whole, such as （%1%）, in an extension; it says more than prefix and suffix can.
    private static string? Pattern(PartXml xml)
    {
        string? pattern = null;
        while (xml.Reader.MoveToNextAttribute())
        {
            if (xml.Reader.LocalName == "num-list-format")
            {
                pattern = xml.Reader.Value;
            }
        }

        xml.Reader.MoveToElement();
        return pattern;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private readonly record struct TextStyle(string? Parent, bool? Hidden);
}

/// <summary>How the levels of a list show their numbers; null for a level that is not defined.</summary>
internal sealed record OdtListStyle(OdtListLevel?[] Levels)
{
    public const int LevelCount = 10;
}

/// <summary>How one level shows its numbers.</summary>
/// <param name="Format">Name of the numerals, as in Word; <c>none</c> for no number.</param>
/// <param name="Prefix">Before the number.</param>
/// <param name="Suffix">After the number.</param>
/// <param name="Pattern">The whole label with <c>%n%</c> for the number of level n; null where prefix and suffix say it.</param>
/// <param name="Start">First number.</param>
/// <param name="Shown">How many levels the label shows, this one included.</param>
/// <param name="Bullet">The bullet; null for a number.</param>
internal sealed record OdtListLevel(string Format, string Prefix, string Suffix, string? Pattern, int Start, int Shown, string? Bullet);
