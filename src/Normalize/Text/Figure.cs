using Gouji.Model;

namespace Gouji.Normalize.Text;

/// <summary>What a cell that could hold a figure holds.</summary>
internal enum FigureKind
{
    /// <summary>Words, or something no figure looks like.</summary>
    Words,

    /// <summary>Nothing printed.</summary>
    Blank,

    /// <summary>A dash, a stroke or 无.</summary>
    Dash,

    /// <summary>A number.</summary>
    Number,
}

/// <summary>How a performance indicator bounds its value.</summary>
internal enum Comparator
{
    None,
    AtLeast,
    AtMost,
    Exactly,
}

/// <summary>A figure as printed in a cell. Span counts in the text of the cell.</summary>
/// <param name="Kind">Number, blank, dash or words.</param>
/// <param name="Value">The number, in its own unit; 0 where there is none.</param>
/// <param name="Decimals">Printed decimal places.</param>
/// <param name="Unit">Unit of money written behind the number; null where there is none.</param>
/// <param name="Percent">True where a percent sign follows.</param>
/// <param name="Comparator">A sign such as ≥ in front.</param>
/// <param name="Span">The digits and their signs.</param>
internal readonly record struct Figure(
    FigureKind Kind,
    decimal Value,
    int Decimals,
    MoneyUnit? Unit,
    bool Percent,
    Comparator Comparator,
    TextSpan Span)
{
    /// <summary>
    /// Digits of the longest figure, and those before its point: no money of a state has more, and sums and percentages of such figures in
    /// 亿元 still fit a decimal.
    /// </summary>
    private const int MostDigits = 24;
    private const int MostWholeDigits = 18;

    /// <summary>True for a number without unit sign that could stand in an amount column.</summary>
    public bool IsNumber => Kind == FigureKind.Number;

    /// <summary>Reads a whole cell as one figure. Anything beside the figure and its unit makes it words.</summary>
    public static Figure Parse(string text)
    {
        var i = 0;
        SkipSpace(text, ref i);
        if (i == text.Length)
        {
            return new Figure(FigureKind.Blank, 0, 0, null, false, Comparator.None, default);
        }

        if (IsDash(text, i))
        {
            return new Figure(FigureKind.Dash, 0, 0, null, false, Comparator.None, new TextSpan(i, text.TrimEnd().Length - i));
        }

        var start = i;
        var comparator = ReadComparator(text, ref i);
        SkipSpace(text, ref i);
        if (i < text.Length && text[i] is '¥' or '￥')
        {
            i++;
            SkipSpace(text, ref i);
        }

        var figure = ReadNumber(text, ref i);
        if (figure.Kind != FigureKind.Number)
        {
            return Words;
        }

        SkipSpace(text, ref i);
        var (unit, percent) = ReadUnit(text, ref i);
        SkipSpace(text, ref i);
        return i < text.Length
            ? Words
            : figure with { Unit = unit, Percent = percent, Comparator = comparator, Span = new TextSpan(start, figure.Span.Start + figure.Span.Length - start) };
    }

    /// <summary>Whether a number, digits with or without a point and thousands separators, is too long to be a figure.</summary>
    public static bool IsTooLong(ReadOnlySpan<char> number)
    {
        var (digits, whole, point) = (0, 0, false);
        foreach (var c in number)
        {
            point |= c == '.';
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            whole = point ? whole : digits;
        }

        return digits > MostDigits || whole > MostWholeDigits;
    }

    /// <summary>Reads the number that begins at <paramref name="i"/>, sign and brackets included, and moves behind it.</summary>
    public static Figure ReadNumber(string text, ref int i)
    {
        var start = i;
        var negative = false;
        var bracket = false;
        if (i < text.Length && text[i] is '(' or '（')
        {
            bracket = true;
            i++;
            SkipSpace(text, ref i);
        }

        if (i < text.Length && text[i] is '-' or '−' or '－' or '–' or '△' or '▲')
        {
            negative = true;
            i++;
            SkipSpace(text, ref i);
        }

        var value = 0m;
        var digits = 0;
        var decimals = 0;
        var point = false;
        var spaced = false;
        while (i < text.Length)
        {
            var digit = Digit(text[i]);
            if (digit >= 0)
            {
                if (++digits > MostDigits || (!point && digits > MostWholeDigits))
                {
                    return Words;
                }

                value = (value * 10) + digit;
                decimals += point ? 1 : 0;
                i++;
            }
            else if (!point && digits > 0 && text[i] is '.' or '．' && i + 1 < text.Length && Digit(text[i + 1]) >= 0)
            {
                point = true;
                i++;
            }
            else if (!point && digits > 0 && text[i] is ',' or '，' && IsThousandsGroup(text, i + 1))
            {
                i++;
            }
            else if (!point && digits is > 0 and <= 3 && IsSpacedNumber(text, i))
            {
                spaced = true;
                i++;
            }
            else if (!point && spaced && IsThousandsSpace(text[i]) && IsThousandsGroup(text, i + 1))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        if (digits == 0)
        {
            i = start;
            return Words;
        }

        if (bracket)
        {
            SkipSpace(text, ref i);
            if (i >= text.Length || text[i] is not (')' or '）'))
            {
                i = start;
                return Words;
            }

            negative = true;
            i++;
        }

        value *= PowerOfTenth(decimals);
        return new Figure(FigureKind.Number, negative ? -value : value, decimals, null, false, Comparator.None, new TextSpan(start, i - start));
    }

    /// <summary>Reads 元, 千元, 万元, 万, 亿元, 亿 or a percent sign, and moves behind it.</summary>
    public static (MoneyUnit? Unit, bool Percent) ReadUnit(string text, ref int i)
    {
        if (i >= text.Length)
        {
            return (null, false);
        }

        switch (text[i])
        {
            case '元':
                i++;
                return (MoneyUnit.Yuan, false);
            case '千' when Follows(text, i + 1, '元'):
                i += 2;
                return (MoneyUnit.ThousandYuan, false);
            case '万':
                i += Follows(text, i + 1, '元') ? 2 : 1;
                return (MoneyUnit.TenThousandYuan, false);
            case '亿':
                i += Follows(text, i + 1, '元') ? 2 : 1;
                return (MoneyUnit.HundredMillionYuan, false);
            case '%' or '％':
                i++;
                return (null, true);
            default:
                return (null, false);
        }
    }

    private static Figure Words => new(FigureKind.Words, 0, 0, null, false, Comparator.None, default);

    private static bool Follows(string text, int i, char c) => i < text.Length && text[i] == c;

    private static Comparator ReadComparator(string text, ref int i)
    {
        switch (text[i])
        {
            case '≥' or '≧' or '>' or '＞':
                i++;
                Equals(text, ref i);
                return Comparator.AtLeast;
            case '≤' or '≦' or '<' or '＜':
                i++;
                Equals(text, ref i);
                return Comparator.AtMost;
            case '=' or '＝':
                i++;
                return Comparator.Exactly;
            default:
                return Comparator.None;
        }

        static void Equals(string text, ref int i)
        {
            if (i < text.Length && text[i] is '=' or '＝')
            {
                i++;
            }
        }
    }

    private static bool IsDash(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is not ('-' or '－' or '—' or '–' or '―' or '−' or '/' or '／' or '无' or '\\') && !char.IsWhiteSpace(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsThousandsGroup(string text, int i)
    {
        var count = 0;
        while (i + count < text.Length && Digit(text[i + count]) >= 0)
        {
            count++;
        }

        return count == 3;
    }

    private static bool IsThousandsSpace(char c) => c is ' ' or '\u00A0' or '\u2009' or '\u202F';

    /// <summary>True at the first space of 1 198.65: groups of three, and a decimal point that two numbers side by side would not share.</summary>
    private static bool IsSpacedNumber(string text, int i)
    {
        while (i < text.Length && IsThousandsSpace(text[i]) && IsThousandsGroup(text, i + 1))
        {
            i += 4;
            if (i < text.Length && text[i] is '.' or '．')
            {
                return true;
            }
        }

        return false;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        _ => -1,
    };

    private static decimal PowerOfTenth(int places) => new(1, 0, 0, false, (byte)places);

    private static void SkipSpace(string text, ref int i)
    {
        while (i < text.Length && (char.IsWhiteSpace(text[i]) || text[i] == '\uFEFF'))
        {
            i++;
        }
    }
}
