using System.Globalization;
using System.Text;

namespace Gouji.Extract.Spreadsheets;

/// <summary>Prints the number of a day, counted as from 1900, by a section with date tokens. Words are Chinese: so are the documents.</summary>
internal static class DatePrinter
{
    private const int MillisecondsOfDay = 86_400_000;
    private const string Weekdays = "日一二三四五六";

    // Days are counted from here once the 29th of February 1900, which never was, lies behind.
    private static readonly DateTime DayZero = new(1899, 12, 30);

    public static string Print(PatternSection section, decimal serial)
    {
        var milliseconds = (long)decimal.Round(serial * MillisecondsOfDay, MidpointRounding.AwayFromZero);
        var hasFraction = HasFractionOfSeconds(section);
        if (!hasFraction)
        {
            milliseconds = (milliseconds + 500) / 1000 * 1000;
        }

        var date = DayZero.AddMilliseconds(milliseconds);
        var text = new StringBuilder();
        var halves = section.Has(PatternTokenKind.HalfDay);
        var seconds = false;
        var place = 100;
        foreach (var token in section.Tokens)
        {
            switch (token.Kind)
            {
                case PatternTokenKind.Year:
                    text.Append(date.ToString(token.Text.Length <= 2 && token.Text[0] == 'y' ? "yy" : "yyyy", CultureInfo.InvariantCulture));
                    break;
                case PatternTokenKind.Month:
                    text.Append(token.Text.Length > 2 ? date.ToString("MMM", CultureInfo.InvariantCulture) : Padded(date.Month, token));
                    break;
                case PatternTokenKind.Day:
                    text.Append(token.Text.Length > 2 ? $"星期{Weekdays[(int)date.DayOfWeek]}" : Padded(date.Day, token));
                    break;
                case PatternTokenKind.Weekday:
                    text.Append(token.Text.Length > 3 ? "星期" : "").Append(Weekdays[(int)date.DayOfWeek]);
                    break;
                case PatternTokenKind.Hour:
                    text.Append(token.Text == "[h]" ? Whole(milliseconds / 3_600_000) : Padded(halves ? ((date.Hour + 11) % 12) + 1 : date.Hour, token));
                    break;
                case PatternTokenKind.Minute:
                    text.Append(token.Text == "[m]" ? Whole(milliseconds / 60_000) : Padded(date.Minute, token));
                    break;
                case PatternTokenKind.Second:
                    text.Append(token.Text == "[s]" ? Whole(milliseconds / 1000) : Padded(date.Second, token));
                    seconds = true;
                    break;
                case PatternTokenKind.HalfDay:
                    var names = token.Text.Split('/');
                    text.Append(names[date.Hour < 12 ? 0 : 1]);
                    break;
                case PatternTokenKind.Digit when seconds && place > 0:
                    text.Append(date.Millisecond / place % 10);
                    place /= 10;
                    break;
                case PatternTokenKind.Point or PatternTokenKind.Literal:
                    text.Append(token.Text);
                    break;
                default:
                    break;
            }
        }

        return text.ToString();
    }

    private static bool HasFractionOfSeconds(PatternSection section) => section.Has(PatternTokenKind.Point) && section.HasDigits;

    private static string Padded(int value, PatternToken token) =>
        value.ToString(token.Text.Length > 1 ? "00" : "0", CultureInfo.InvariantCulture);

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);
}
