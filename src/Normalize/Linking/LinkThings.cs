using Gouji.Model;
using Gouji.Normalize.Forms;

namespace Gouji.Normalize.Linking;

/// <summary>The things that documents of different years and kinds state alike, and the forms where they stand.</summary>
internal static class LinkThings
{
    /// <summary>Items of a form by their code: 一般公共预算支出 by 项.</summary>
    public const string ItemPrefix = "gpb:";

    private static readonly (FormRole Budget, string Part, string Column, string Thing, string Zh, string En)[] Totals =
    [
        (FormRole.B1, "income", "total", "summary.income", "收入总计", "total income"),
        (FormRole.B1, "expenditure", "total", "summary.expenditure", "支出总计", "total expenditure"),
        (FormRole.B2, "", "total", "income.total", "收入合计", "income"),
        (FormRole.B3, "", "total", "expenditure.total", "支出合计", "expenditure"),
        (FormRole.B3, "", "basic", "expenditure.basic", "基本支出", "basic expenditure"),
        (FormRole.B3, "", "project", "expenditure.project", "项目支出", "project expenditure"),
        (FormRole.B5, "", "total", "gpb.total", "一般公共预算支出", "general public budget expenditure"),
        (FormRole.B5, "", "basic", "gpb.basic", "一般公共预算基本支出", "basic expenditure of the general public budget"),
        (FormRole.B5, "", "project", "gpb.project", "一般公共预算项目支出", "project expenditure of the general public budget"),
        (FormRole.B6, "", "total", "basic.total", "一般公共预算基本支出合计", "basic expenditure in detail"),
        (FormRole.B6, "", "personnel", "basic.personnel", "人员经费", "personnel cost"),
        (FormRole.B6, "", "public", "basic.public", "公用经费", "public cost"),
        (FormRole.B8, "", "total", "sg.total", "“三公”经费", "three-public expenses"),
        (FormRole.B8, "", "travel", "sg.travel", "因公出国（境）费", "overseas travel"),
        (FormRole.B8, "", "vehicles", "sg.vehicles", "公务用车购置及运行费", "official vehicles"),
        (FormRole.B8, "", "purchase", "sg.purchase", "公务用车购置费", "purchase of vehicles"),
        (FormRole.B8, "", "operation", "sg.operation", "公务用车运行费", "operation of vehicles"),
        (FormRole.B8, "", "reception", "sg.reception", "公务接待费", "official reception"),
        (FormRole.B9, "", "total", "funds.total", "政府性基金预算支出", "expenditure of government funds"),
        (FormRole.B10, "", "total", "soe.total", "国有资本经营预算支出", "expenditure of state capital operations"),
        (FormRole.Unknown, "", "", "agency.total", "机关运行经费", "agency operating cost"),
    ];

    /// <summary>The thing in a part of a form under a column; null where other documents do not state it.</summary>
    public static string? Of(FormRole role, string part, string column)
    {
        foreach (var total in Totals)
        {
            if ((total.Budget == role || AccountsForms.Of(total.Budget) == role) && role != FormRole.Unknown && total.Part == part && total.Column == column)
            {
                return total.Thing;
            }
        }

        return null;
    }

    /// <summary>The thing in words.</summary>
    public static Message Name(string thing)
    {
        if (thing.StartsWith(ItemPrefix, StringComparison.Ordinal))
        {
            var code = thing[ItemPrefix.Length..];
            return new Message($"科目{code}", $"item {code}");
        }

        var total = Array.Find(Totals, total => total.Thing == thing);
        return new Message(total.Zh, total.En);
    }

    /// <summary>Totals in the order of the forms, then items by their code.</summary>
    public static int Compare(string left, string right)
    {
        var order = Order(left).CompareTo(Order(right));
        return order != 0 ? order : string.CompareOrdinal(left, right);
    }

    private static int Order(string thing)
    {
        var at = Array.FindIndex(Totals, total => total.Thing == thing);
        return at < 0 ? Totals.Length : at;
    }
}
