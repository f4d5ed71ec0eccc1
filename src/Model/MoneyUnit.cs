namespace Gouji.Model;

/// <summary>A unit of money as declared by a table or written behind a figure (计量单位).</summary>
public enum MoneyUnit
{
    /// <summary>元.</summary>
    Yuan,

    /// <summary>千元.</summary>
    ThousandYuan,

    /// <summary>万元, the usual unit of a disclosure.</summary>
    TenThousandYuan,

    /// <summary>亿元.</summary>
    HundredMillionYuan,
}

/// <summary>What a money unit is worth and how it is written.</summary>
public static class MoneyUnits
{
    /// <summary>How many yuan one of the unit is.</summary>
    public static decimal InYuan(this MoneyUnit unit) => unit switch
    {
        MoneyUnit.Yuan => 1m,
        MoneyUnit.ThousandYuan => 1_000m,
        MoneyUnit.TenThousandYuan => 10_000m,
        MoneyUnit.HundredMillionYuan => 100_000_000m,
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    /// <summary>The unit's Chinese name.</summary>
    public static string Name(this MoneyUnit unit) => unit switch
    {
        MoneyUnit.Yuan => "元",
        MoneyUnit.ThousandYuan => "千元",
        MoneyUnit.TenThousandYuan => "万元",
        MoneyUnit.HundredMillionYuan => "亿元",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };
}
