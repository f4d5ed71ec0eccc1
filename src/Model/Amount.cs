namespace Gouji.Model;

/// <summary>
/// An amount of money as printed (金额): decimal yuan plus half of its last printed place, so it stands for the interval
/// [Yuan − HalfPlace, Yuan + HalfPlace] of figures that print this way. This interval is the only source of tolerance.
/// </summary>
/// <param name="Yuan">The printed figure in yuan.</param>
/// <param name="HalfPlace">Half of the last printed place in yuan, never negative; 50 for 1145.60万元.</param>
public readonly record struct Amount(decimal Yuan, decimal HalfPlace)
{
    /// <summary>An amount printed as <paramref name="stated"/> in <paramref name="unit"/> with that many decimal places.</summary>
    public static Amount Printed(decimal stated, int decimalPlaces, MoneyUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimalPlaces);
        return new Amount(stated * unit.InYuan(), HalfPlaceOf(decimalPlaces) * unit.InYuan());
    }

    /// <summary>Half of the last of that many decimal places: 0.005 for 2.</summary>
    public static decimal HalfPlaceOf(int decimalPlaces)
    {
        var half = 0.5m;
        for (var i = 0; i < decimalPlaces; i++)
        {
            half /= 10m;
        }

        return half;
    }
}
