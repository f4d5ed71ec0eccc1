using System.Globalization;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Prose;

/// <summary>How prose writes amounts, shares and changes.</summary>
/// <param name="Unit">万元, or 元 in some places.</param>
/// <param name="Trimmed">True where trailing zeros are dropped.</param>
internal sealed record Wording(MoneyUnit Unit = MoneyUnit.TenThousandYuan, bool Trimmed = false)
{
    /// <summary>True where thousands are parted by commas.</summary>
    public bool Thousands { get; init; }

    /// <summary>An amount with its unit, such as <c>12.50万元</c>.</summary>
    public string Money(decimal amount)
    {
        var decimals = Unit == MoneyUnit.Yuan ? 0 : 2;
        var stated = Math.Round(amount * 10_000m / Unit.InYuan(), decimals, MidpointRounding.AwayFromZero);
        return stated.ToString((Thousands ? "#,##" : "") + (decimals == 0 ? "0" : Trimmed ? "0.##" : "0.00"), CultureInfo.InvariantCulture) + Unit.Name();
    }

    public string Money(Told told) => Money(told.Now);

    /// <summary>A part of a whole in percent with two decimals.</summary>
    public static string Share(decimal part, decimal whole) => Percent(part / whole);

    /// <summary>The change against last year: amount, direction and rate, the rate on last year's figure.</summary>
    public string Change(IEnumerable<Entry> entries, string compared = "上年预算")
    {
        var list = entries.ToList();
        return Change(list.Sum(entry => entry.Amount), list.Sum(entry => entry.Prior), compared);
    }

    public string Change(Told told, string compared = "上年预算") => Change(told.Now, told.Before, compared);

    public string Difference(Told told, string compared = "上年预算") => Difference(told.Now, told.Before, compared);

    /// <summary>The change behind the figure of the year before: 比2022年80.00万元增加20.00万元，增长25.00%.</summary>
    public string Since(Told told, string compared)
    {
        var change = told.Now - told.Before;
        return change == 0 ? $"与{compared}持平"
            : $"比{compared}{Money(told.Before)}{(change > 0 ? "增加" : "减少")}{Money(Math.Abs(change))}{(told.Before == 0 ? "" : (change > 0 ? "，增长" : "，下降") + Percent(Math.Abs(change) / told.Before))}";
    }

    public string Change(decimal current, decimal prior, string compared = "上年预算")
    {
        var change = current - prior;
        if (change == 0)
        {
            return $"与{compared}持平";
        }

        var direction = change > 0 ? "增加" : "减少";
        return prior == 0
            ? $"比{compared}增加{Money(change)}，上年未安排该项预算"
            : $"比{compared}{direction}{Money(Math.Abs(change))}，{(change > 0 ? "增长" : "下降")}{Percent(Math.Abs(change) / prior)}";
    }

    /// <summary>The change without its rate.</summary>
    public string Difference(decimal current, decimal prior, string compared = "上年预算")
    {
        var change = current - prior;
        return change == 0 ? $"与{compared}持平" : $"比{compared}{(change > 0 ? "增加" : "减少")}{Money(Math.Abs(change))}";
    }

    /// <summary>A reason that fits the direction of the change.</summary>
    public static string Reason(Told told) => Reason(told.Now, told.Before);

    /// <summary>A reason that fits the direction of the change.</summary>
    public static string Reason(decimal current, decimal prior) => current.CompareTo(prior) switch
    {
        > 0 => "按核定标准调整经费并新增年度工作任务",
        < 0 => "落实过紧日子要求，压减非急需支出",
        _ => "工作任务和经费标准没有变动",
    };

    private static string Percent(decimal ratio) =>
        Math.Round(ratio * 100m, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture) + "%";
}
