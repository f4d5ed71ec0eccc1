using System.Globalization;
using System.Text;

namespace Gouji.Extract.Spreadsheets;

/// <summary>Prints a number without its sign by a section with digit placeholders.</summary>
internal static class NumberPrinter
{
    public static string Print(PatternSection section, SheetNumber number)
    {
        number = number.Scaled(section.Scale);
        if (section.IsGeneral)
        {
            return Around(section, GeneralText.Of(number));
        }

        if (IsFraction(section))
        {
            return GeneralText.Of(number);
        }

        return section.Has(PatternTokenKind.Exponent) ? PrintExponent(section, number) : PrintDigits(section.Tokens, section.Grouped, number);
    }

    private static string Around(PatternSection section, string number)
    {
        if (section.Tokens.Count == 1)
        {
            return number;
        }

        var text = new StringBuilder();
        foreach (var token in section.Tokens)
        {
            text.Append(token.Kind == PatternTokenKind.General ? number : token.Kind == PatternTokenKind.Literal ? token.Text : "");
        }

        return text.ToString();
    }

    // # ?/?: a fraction is printed in decimal, for nobody writes amounts in thirds.
    private static bool IsFraction(PatternSection section)
    {
        var slash = false;
        foreach (var token in section.Tokens)
        {
            if (slash && token.Kind == PatternTokenKind.Digit)
            {
                return true;
            }

            slash = token is { Kind: PatternTokenKind.Literal, Text: "/" };
        }

        return false;
    }

    private static string PrintDigits(IReadOnlyList<PatternToken> tokens, bool grouped, SheetNumber number)
    {
        var (before, behind) = Count(tokens);
        number = number.RoundedTo(behind);
        var integer = number.IntegerDigits();
        var fraction = number.FractionDigits(behind);
        var shown = ShownDecimals(tokens, fraction);
        var text = new StringBuilder(integer.Length + behind + 8);
        var placeholder = 0;
        var decimals = 0;
        var point = false;
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case PatternTokenKind.Digit when !point:
                    AppendInteger(text, integer, before, placeholder++, token.Text[0], grouped);
                    break;
                case PatternTokenKind.Digit:
                    AppendDecimal(text, fraction, decimals, shown, token.Text[0]);
                    decimals++;
                    break;
                case PatternTokenKind.Point:
                    if (before == 0)
                    {
                        text.Append(integer);
                    }

                    point = true;
                    // Excel prints 5. for 5 in 0.##; the point alone says nothing and spoils the figure.
                    text.Append(shown > 0 ? "." : "");
                    break;
                case PatternTokenKind.Literal:
                    text.Append(token.Text);
                    break;
                default:
                    break;
            }
        }

        return text.ToString();
    }

    // Digits are filled in from the right; what is left over stands at the first placeholder.
    private static void AppendInteger(StringBuilder text, string integer, int placeholders, int index, char kind, bool grouped)
    {
        var rest = placeholders - 1 - index;
        var first = integer.Length - 1 - rest;
        if (index == 0 && first > 0)
        {
            for (var i = 0; i < first; i++)
            {
                Append(text, integer[i], integer.Length - 1 - i, grouped);
            }
        }

        if (first >= 0)
        {
            Append(text, integer[first], rest, grouped);
        }
        else if (kind == '0')
        {
            Append(text, '0', rest, grouped);
        }
        else if (kind == '?')
        {
            text.Append(' ');
        }
    }

    private static void Append(StringBuilder text, char digit, int digitsBehind, bool grouped)
    {
        text.Append(digit);
        if (grouped && digitsBehind > 0 && digitsBehind % 3 == 0)
        {
            text.Append(',');
        }
    }

    private static void AppendDecimal(StringBuilder text, string fraction, int index, int shown, char kind)
    {
        if (index < shown)
        {
            text.Append(fraction[index]);
        }
        else if (kind == '?')
        {
            text.Append(' ');
        }
    }

    // Zeros at the end that stand on # or ? are not printed.
    private static int ShownDecimals(IReadOnlyList<PatternToken> tokens, string fraction)
    {
        var shown = 0;
        var index = 0;
        var point = false;
        foreach (var token in tokens)
        {
            point |= token.Kind == PatternTokenKind.Point;
            if (point && token.Kind == PatternTokenKind.Digit)
            {
                index++;
                shown = token.Text == "0" || fraction[index - 1] != '0' ? index : shown;
            }
        }

        return shown;
    }

    private static (int Before, int Behind) Count(IReadOnlyList<PatternToken> tokens)
    {
        var before = 0;
        var behind = 0;
        var point = false;
        foreach (var token in tokens)
        {
            point |= token.Kind == PatternTokenKind.Point;
            if (token.Kind == PatternTokenKind.Digit)
            {
                before += point ? 0 : 1;
                behind += point ? 1 : 0;
            }
        }

        return (before, behind);
    }

    private static string PrintExponent(PatternSection section, SheetNumber number)
    {
        var at = 0;
        while (section.Tokens[at].Kind != PatternTokenKind.Exponent)
        {
            at++;
        }

        var mantissaTokens = section.Tokens.Take(at).ToList();
        var (before, behind) = Count(mantissaTokens);
        before = Math.Max(1, before);
        var power = PowerFor(number, before);
        var mantissa = number.Scaled(-power).RoundedTo(behind);
        if (!mantissa.IsZero && mantissa.Magnitude >= before)
        {
            power = PowerFor(number.RoundedTo(behind - power), before);
            mantissa = number.Scaled(-power).RoundedTo(behind);
        }

        var powerDigits = 0;
        var behindText = new StringBuilder();
        foreach (var token in section.Tokens.Skip(at + 1))
        {
            powerDigits += token.Kind == PatternTokenKind.Digit ? 1 : 0;
            behindText.Append(token.Kind == PatternTokenKind.Literal ? token.Text : "");
        }

        var sign = power < 0 ? "-" : section.Tokens[at].Text == "+" ? "+" : "";
        var powerText = Math.Abs(power).ToString(CultureInfo.InvariantCulture).PadLeft(powerDigits, '0');
        return $"{PrintDigits(mantissaTokens, section.Grouped, mantissa)}E{sign}{powerText}{behindText}";
    }

    // With several digits before the point the power is a multiple of their number.
    private static int PowerFor(SheetNumber number, int before)
    {
        if (number.IsZero)
        {
            return 0;
        }

        var magnitude = number.Magnitude;
        return before == 1 ? magnitude : (int)Math.Floor((decimal)magnitude / before) * before;
    }
}
