namespace Gouji.Extract.Html;

/// <summary>Integers as attributes of HTML hold them (HTML 2.3.4.1): leading white space, a sign, digits, then anything.</summary>
internal static class HtmlInteger
{
    private const int Enough = 100_000_000;

    /// <summary>Reads an integer; larger ones than a list can count to are cut to a hundred million.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        text = text.TrimStart(" \t\n\f\r");
        var negative = text.StartsWith('-');
        if (negative || text.StartsWith('+'))
        {
            text = text[1..];
        }

        value = 0;
        var digits = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                break;
            }

            digits++;
            value = Math.Min(Enough, (value * 10) + (c - '0'));
        }

        value = negative ? -value : value;
        return digits > 0;
    }

    /// <summary>Reads a span (HTML 4.9.11): 1 where it cannot be read or is less than the minimum, and never more than the maximum.</summary>
    public static int Span(ReadOnlySpan<char> text, int minimum, int maximum) =>
        TryParse(text, out var value) && value >= minimum ? Math.Min(value, maximum) : 1;
}
