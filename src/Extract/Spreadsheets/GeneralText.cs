using System.Globalization;

namespace Gouji.Extract.Spreadsheets;

/// <summary>
/// Prints numbers without a format (General, 常规) as spreadsheets do: at most eleven characters with the decimal point, a larger or
/// smaller number with an exponent (ISO/IEC 29500-1 18.8.30 leaves it open; this is what Excel shows in a column wide enough).
/// </summary>
internal static class GeneralText
{
    private const int LongestText = 11;

    public static string Of(SheetNumber number)
    {
        if (number.IsZero)
        {
            return "0";
        }

        var magnitude = number.Magnitude;
        if (magnitude >= LongestText || magnitude < -9)
        {
            return Exponential(number);
        }

        // 0.666666667 and 33.33333333: the point takes one of the eleven.
        var places = magnitude >= LongestText - 1 ? 0 : magnitude >= 0 ? LongestText - 2 - magnitude : LongestText - 2;
        if (magnitude < -4)
        {
            return number.RoundedTo(places) == number ? number.ToPlainText() : Exponential(number);
        }

        var rounded = number.RoundedTo(places);
        return rounded.Magnitude >= LongestText ? Exponential(number) : rounded.ToPlainText();
    }

    private static string Exponential(SheetNumber number)
    {
        var mantissa = number.RoundedTo(5 - number.Magnitude);
        var power = mantissa.Magnitude;
        var sign = power < 0 ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa.Scaled(-power).ToPlainText()}E{sign}{Math.Abs(power):00}");
    }
}
