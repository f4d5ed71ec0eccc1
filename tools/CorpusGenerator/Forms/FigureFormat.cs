using System.Globalization;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Forms;

/// <summary>How a publisher prints amounts.</summary>
/// <param name="Unit">Unit of money.</param>
/// <param name="Decimals">Decimal places.</param>
/// <param name="Zero">What stands where the amount is zero.</param>
internal sealed record FigureFormat(MoneyUnit Unit = MoneyUnit.TenThousandYuan, int Decimals = 2, string Zero = "")
{
    public bool Thousands { get; init; }

    /// <summary>True where trailing zeros are dropped, as spreadsheets do.</summary>
    public bool Trimmed { get; init; }

    /// <summary>Prints an amount that is given in 万元.</summary>
    public string Print(decimal amount) => amount == 0 ? Zero : PrintZeroToo(amount);

    public string PrintZeroToo(decimal amount)
    {
        var inUnit = Math.Round(amount * 10_000m / Unit.InYuan(), Decimals, MidpointRounding.AwayFromZero);
        var pattern = (Thousands ? "#,##0" : "0") + (Decimals == 0 ? "" : "." + new string(Trimmed ? '#' : '0', Decimals));
        return inUnit.ToString(pattern, CultureInfo.InvariantCulture);
    }
}
