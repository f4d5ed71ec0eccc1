using System.Globalization;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Prose;

/// <summary>How prose writes amounts, shares and changes.</summary>
/// <param name="Unit">万元, or 元 in some places.</param>
/// <param name="Trimmed">True where trailing zeros are dropped.</param>
internal sealed record Wording(MoneyUnit Unit = MoneyUnit.TenThousandYuan, bool Trimmed = false)
{
    /// <summary>An amount with its unit, such as <c>12.50万元</c>.</summary>
    public string Money(decimal amount)
    {
        var decimals = Unit == MoneyUnit.Yuan ? 0 : 2;
        var stated = Math.Round(amount * 10_000m / Unit.InYuan(), decimals, MidpointRounding.AwayFromZero);
        return stated.ToString(decimals == 0 ? "0" : Trimmed ? "0.##" : "0.00", CultureInfo.InvariantCulture) + Unit.Name();
    }

    /// <summary>A part of a whole in percent with two decimals.</summary>
    public static string Share(decimal part, decimal whole) => Percent(part / whole);

    /// <summary>The change against last year: amount, direction and rate, the rate on last year's figure.</summary>
    public string Change(IEnumerable<Entry> entries, string compared = "上年预算")
    {
        var list = entries.ToList();
        return Change(list.Sum(entry => entry.Amount), list.Sum(entry => entry.Prior), compared);
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
    public static string Reason(decimal current, decimal prior) => current.CompareTo(prior) switch
    {
        > 0 => "按核定标准调整经费并新增年度工作任务",
        < 0 => "落实过紧日子要求，压减非急需支出",
        _ => "工作任务和经费标准没有变动",
    };

    private static string Percent(decimal ratio) =>
        Math.Round(ratio * 100m, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture) + "%";
}
