using System.Globalization;
using System.Text;

namespace Gouji.Extract.Html;

/// <summary>How a list counts, and the label that a browser shows before an item (HTML 4.4.5, CSS Counter Styles 3).</summary>
internal sealed class ListNumbering
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The type attribute: 1, a, A, i or I.</summary>
    public string? Type { get; set; }

    /// <summary>The list-style-type, lower case; it prevails over <see cref="Type"/>.</summary>
    public string? Style { get; set; }

    /// <summary>The start of a list, or the value of an item.</summary>
    public int? Start { get; set; }

    /// <summary>Whether the list counts down.</summary>
    public bool Reversed { get; set; }

    /// <summary>The label of an item with a space after it; empty where a browser shows none, or a bullet.</summary>
    public static string Label(int number, string? style, string? type)
    {
        var (text, suffix) = style switch
        {
            "none" or "disc" or "circle" or "square" => ("", ""),
            "lower-alpha" or "lower-latin" => (Letters(number, 'a'), ". "),
            "upper-alpha" or "upper-latin" => (Letters(number, 'A'), ". "),
            "lower-roman" => (Roman(number).ToLowerInvariant(), ". "),
            "upper-roman" => (Roman(number), ". "),
            "decimal-leading-zero" => (number.ToString("00", CultureInfo.InvariantCulture), ". "),
            "cjk-ideographic" or "simp-chinese-informal" or "trad-chinese-informal" => (Chinese(number), "、"),
            null or "" => type switch
            {
                "a" => (Letters(number, 'a'), ". "),
                "A" => (Letters(number, 'A'), ". "),
                "i" => (Roman(number).ToLowerInvariant(), ". "),
                "I" => (Roman(number), ". "),
                "none" or "disc" or "circle" or "square" => ("", ""),
                _ => (Decimal(number), ". "),
            },
            _ => (Decimal(number), ". "),
        };
        return text.Length == 0 ? "" : text + suffix;
    }

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Letters(int number, char first)
    {
        if (number < 1)
        {
            return Decimal(number);
        }

        var text = new StringBuilder();
        for (var rest = number; rest > 0; rest = (rest - 1) / 26)
        {
            text.Insert(0, (char)(first + ((rest - 1) % 26)));
        }

        return text.ToString();
    }

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return Decimal(number);
        }

        var text = new StringBuilder();
        ReadOnlySpan<int> values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        ReadOnlySpan<string> signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        for (var i = 0; i < values.Length; i++)
        {
            for (; number >= values[i]; number -= values[i])
            {
                text.Append(signs[i]);
            }
        }

        return text.ToString();
    }

    private static string Chinese(int number)
    {
        if (number is < 0 or > 99)
        {
            return Decimal(number);
        }

        var (tens, ones) = Math.DivRem(number, 10);
        return tens switch
        {
            0 => Digits[ones..(ones + 1)],
            1 => ones == 0 ? "十" : $"十{Digits[ones]}",
            _ => ones == 0 ? $"{Digits[tens]}十" : $"{Digits[tens]}十{Digits[ones]}",
        };
    }
}
