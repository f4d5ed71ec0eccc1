using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>The conditions that rules may name, each with the reason that is given where it is not met.</summary>
internal static class Conditions
{
    /// <summary>Met by a broken equation that breaks by no more than one place beyond its printed places, where rounded addends explain it.</summary>
    public const string RoundedAddends = "rounded-addends";

    private sealed record Entry(Func<FormIndex, IReadOnlyList<FormName>, bool> Holds, Message NotMet);

    private static readonly SortedDictionary<string, Entry> Known = new(StringComparer.Ordinal)
    {
        ["has"] = new(
            static (index, forms) => forms.All(form => index.First(form.Role) is { } table && table.Part(form.Part) is not null),
            new Message("文中没有相关的表", "a form it needs is not in the document")),
        ["coded"] = new(
            static (index, forms) => forms.All(form => index.First(form.Role) is { } table && FormIndex.IsCoded(table)),
            new Message("表不按科目列示", "the form is not by item")),
        ["no-carryover"] = new(
            static (index, _) => Stated(index, FormRole.B1, "income", "carryover") == 0 && Stated(index, FormRole.B4, "income", "carryover") == 0
                && Stated(index, FormRole.B1, "expenditure", "carryforward") == 0 && Stated(index, FormRole.B4, "expenditure", "carryforward") == 0,
            new Message("有上年结转或结转下年，资金归属无法判断", "there is money carried over or forward, whose funds cannot be told")),
        ["carryover-by-fund"] = new(
            static (index, _) => CarriedByFund(index),
            new Message("年初结转和结余未分预算列示", "opening carryover is not listed by fund")),
        ["rolls-forward"] = new(
            static (index, forms) => forms.All(form => index.First(form.Role)?.Part("") is { } part && part.ColumnOf("income") >= 0 && part.ColumnOf("closing") >= 0),
            new Message("表中没有本年收入和年末结转结余列", "the form has no columns of income and closing carryover")),
        [RoundedAddends] = new(
            static (_, _) => false,
            new Message("只按等式判断", "it is told for each equation alone")),
        ["projects-of-all-funds"] = new(
            static (index, _) => ProjectScopes.Of(index) == ProjectScope.AllFunds,
            new Message("项目支出表不是全部资金口径", "the project table does not cover all funds")),
        ["projects-of-gpb"] = new(
            static (index, _) => ProjectScopes.Of(index) == ProjectScope.GeneralPublicBudget,
            new Message("项目支出表不是一般公共预算口径", "the project table does not cover the general public budget alone")),
        ["projects-of-fiscal"] = new(
            static (index, _) => ProjectScopes.Of(index) == ProjectScope.FiscalAppropriation,
            new Message("项目支出表不是财政拨款口径", "the project table does not cover the fiscal funds alone")),
        ["departmental-economics"] = new(
            static (index, forms) => forms.All(form => index.First(form.Role)?.Parts.Any(static part => part.Rows.Any(static row => row.EconomicCode is ['3', ..])) ?? false),
            new Message("表不按部门预算支出经济分类列示", "the form is not by the departmental economic classification")),
        ["basic-row"] = new(
            static (index, _) => NatureRow(index, Nature.Basic),
            new Message("“三公”表没有基本支出行", "the three-public form has no row of basic expenditure")),
        ["project-row"] = new(
            static (index, _) => NatureRow(index, Nature.Project),
            new Message("“三公”表没有项目支出行", "the three-public form has no row of project expenditure")),
        ["every-project-has-targets"] = new(
            static (index, _) => index.All(FormRole.B11).Count > 0
                && index.All(FormRole.B11).Count >= index.ProjectRows().Select(FormIndex.NameOf).Distinct(StringComparer.Ordinal).Count()
                && index.ProjectRows().Any(),
            new Message("只有部分项目公开绩效目标", "only some projects have published targets")),
        ["costs-itemised"] = new(
            static (index, _) => index.All(FormRole.B11).Any(form => form.Parts[0].Rows.Any(static row => row.Key == "cost" && (ThreePublicCarriers.NamesVehicle(row.Label) || ThreePublicCarriers.NamesReception(row.Label, row.Project)))),
            new Message("没有涉及“三公”的成本指标", "no cost indicator names a three-public item")),
        ["carriers-itemised"] = new(
            static (index, _) => CarriersItemised(index),
            new Message("可能承担“三公”经费的项目没有逐项列明成本", "a project that may carry three-public money does not itemise its costs")),
    };

    public static IEnumerable<string> Names => Known.Keys;

    public static bool Knows(string name) => Known.ContainsKey(name);

    public static bool Holds(Condition condition, FormIndex index) => Known[condition.Name].Holds(index, condition.Forms) != condition.Negated;

    public static Message NotMet(Condition condition) => condition.Negated
        ? new Message($"不适用：{condition.Name}", $"not applicable: {condition.Name}")
        : Known[condition.Name].NotMet;

    private static bool NatureRow(FormIndex index, Nature nature) =>
        index.First(FormRole.B8)?.Part("")?.Rows.Any(row => row.Nature == nature && row.Kind == RowKind.Leaf) ?? false;

    /// <summary>True where the final fiscal table lists opening carryover by fund, or has none.</summary>
    private static bool CarriedByFund(FormIndex index) =>
        Stated(index, FormRole.F4, "income", "carryover") == 0
        || index.First(FormRole.F4)!.Part("income")!.Rows.Any(static row => row.Key.StartsWith("carryover.", StringComparison.Ordinal));

    private static decimal Stated(FormIndex index, FormRole role, string partName, string key)
    {
        if (index.First(role)?.Part(partName) is not { } part)
        {
            return 0;
        }

        var column = part.ColumnOf("total");
        decimal sum = 0;
        foreach (var row in part.Rows)
        {
            if (row.Key == key && column >= 0 && row.Facts[column]?.Amount is { } amount)
            {
                sum += Math.Abs(amount.Yuan);
            }
        }

        return sum;
    }

    /// <summary>True where each project that may carry “三公” money has cost indicators that add up to all its money.</summary>
    private static bool CarriersItemised(FormIndex index)
    {
        var any = false;
        foreach (var row in index.ProjectRows())
        {
            if (!ThreePublicCarriers.MayCarry(index, row))
            {
                continue;
            }

            var target = index.All(FormRole.B11).FirstOrDefault(form => form.Project is { } project && index.ProjectInForm(project) == FormIndex.NameOf(row));
            if (target is null || !ThreePublicCarriers.IsItemised(target))
            {
                return false;
            }

            any = true;
        }

        return any;
    }
}
