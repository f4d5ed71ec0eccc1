using System.Globalization;

namespace Gouji.Cli.Output;

/// <summary>How figures are written: plain decimals, never an exponent, never a group separator, whatever the culture.</summary>
internal static class Figures
{
    /// <summary>Dividing by a one of full scale lets decimal drop the zeros that the division does not need.</summary>
    private const decimal OneOfFullScale = 1.0000000000000000000000000000m;

    /// <summary>The same value without zeros at the end of its decimals: 950.60 gives 950.6, 120.00 gives 120.</summary>
    public static decimal Trim(decimal value) => value == 0m ? 0m : value / OneOfFullScale;

    /// <summary>The same value with at least as many decimals as the figure it is compared with: beside 950.64, 951 gives 951.00.</summary>
    public static decimal Like(decimal value, decimal? printed)
    {
        var trimmed = Trim(value);
        return printed is { } figure && figure.Scale > trimmed.Scale ? trimmed + new decimal(0, 0, 0, false, figure.Scale) : trimmed;
    }

    /// <summary>The figure as text.</summary>
    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number as text.</summary>
    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
