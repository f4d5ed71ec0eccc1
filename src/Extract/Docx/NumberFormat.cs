using System.Globalization;
using System.Text;

namespace Gouji.Extract.Docx;

/// <summary>Writes a number as a list label shows it (ST_NumberFormat, ISO/IEC 29500-1 17.18.59).</summary>
internal static class NumberFormat
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The number in the format; in decimal where the format is not known or has no sign for the number.</summary>
    public static string Write(int number, string format) => (number < 0 ? null : Known(number, format)) ?? Decimal(number);

    private static string? Known(int number, string format) => format switch
    {
        "none" => "",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalFullWidth" or "decimalFullWidth2" => Shifted(number, '０'),
        "upperLetter" => Letters(number, 'A'),
        "lowerLetter" => Letters(number, 'a'),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number)?.ToLowerInvariant(),
        "chineseCounting" or "taiwaneseCounting" => number < 100 ? Counted(number, Digits, "十百千", "") : Positional(number, '○'),
        "chineseCountingThousand" or "taiwaneseCountingThousand" => Thousands(number, Digits, "十百千", "零"),
        "japaneseCounting" => Counted(number, Digits, "十百千", ""),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Positional(number, '〇'),
        "chineseLegalSimplified" => Thousands(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", "零"),
        "ideographLegalTraditional" => Thousands(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟", "零"),
        "ideographTraditional" => OneOf(number, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => OneOf(number, "子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => From(number, '①', 20),
        "decimalEnclosedFullstop" => From(number, '⒈', 20),
        "decimalEnclosedParen" => From(number, '⑴', 20),
        "ideographEnclosedCircle" => From(number, '㊀', 10),
        _ => null,
    };

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shifted(int number, char zero) =>
        string.Create(Decimal(number).Length, (number, zero), static (text, state) =>
        {
            state.number.TryFormat(text, out _, provider: CultureInfo.InvariantCulture);
            foreach (ref var c in text)
            {
                c = (char)(c - '0' + state.zero);
            }
        });

    private static string? OneOf(int number, string signs) => number >= 1 && number <= signs.Length ? signs[number - 1].ToString() : null;

    private static string? From(int number, char first, int count) => number >= 1 && number <= count ? ((char)(first + number - 1)).ToString() : null;

    // After z comes aa, then bb: the letter is repeated, not carried (17.18.59, lowerLetter).
    private static string? Letters(int number, char first) =>
        number is >= 1 and <= 780 ? new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1) : null;

    private static string? Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return null;
        }

        ReadOnlySpan<int> values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        ReadOnlySpan<string> signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        var text = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            for (; number >= values[i]; number -= values[i])
            {
                text.Append(signs[i]);
            }
        }

        return text.ToString();
    }

    // 105 as 一〇五.
    private static string Positional(int number, char zero)
    {
        var text = new StringBuilder(Decimal(number));
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = text[i] == '0' ? zero : Digits[text[i] - '0'];
        }

        return text.ToString();
    }

    // 105 as 百五: no zero, and no one before a power, as the Japanese count.
    private static string? Counted(int number, string digits, string powers, string zero)
    {
        if (number is 0 or > 9999)
        {
            return number == 0 ? digits[..1] : null;
        }

        var text = Thousands(number, digits, powers, zero)!;
        var kept = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != digits[1] || i + 1 == text.Length || !powers.Contains(text[i + 1]))
            {
                kept.Append(text[i]);
            }
        }

        return kept.ToString();
    }

    // 105 as 一百零五, 10 to 19 without 一 before 十 in plain numerals (壹拾 keeps it).
    private static string? Thousands(int number, string digits, string powers, string zero)
    {
        if (number is 0 or > 9999)
        {
            return number == 0 ? digits[..1] : null;
        }

        var text = new StringBuilder();
        var gap = false;
        var divisor = 1000;
        for (var power = 3; power >= 0; power--, divisor /= 10)
        {
            var digit = number / divisor % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            if (gap)
            {
                text.Append(zero);
                gap = false;
            }

            if (digit != 1 || power != 1 || text.Length > 0 || powers[0] != '十')
            {
                text.Append(digits[digit]);
            }

            if (power > 0)
            {
                text.Append(powers[power - 1]);
            }
        }

        return text.ToString();
    }
}
