using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Accounts;

/// <summary>F1 收入支出决算总表 and F4 财政拨款收入支出决算总表: received on the left, spent on the right.</summary>
internal static class AccountsSummaries
{
    private static readonly (Fund Fund, string Key, string Label)[] Funds =
    [
        (Fund.GeneralPublicBudget, "gpb", "一般公共预算财政拨款"), (Fund.GovernmentFunds, "fund", "政府性基金预算财政拨款"), (Fund.StateCapitalOperations, "soe", "国有资本经营预算财政拨款"),
    ];

    private sealed record Line(string Label, string Key, params decimal[] Amounts);

    public static Table Overall(Ledger ledger, AccountsManner manner)
    {
        var all = ledger.Entries;
        decimal[] Columns(IEnumerable<Entry> entries)
        {
            var list = entries.ToList();
            return manner.BudgetColumns ? [list.Sum(entry => entry.Prior), decimal.Round(list.Sum(entry => (entry.Prior + entry.Amount) / 2), 2), list.Sum()] : [list.Sum()];
        }

        var left = FundLines(ledger, manner, Columns).ToList();
        var first = manner.FiscalInOne ? 2 : left.Count + 1;
        left.AddRange(manner.OtherSources.Select((source, index) => new Line($"{Numerals.Of(first + index)}、{source.Label}", source.Key, Columns(all.Received().Of(Sources.Fund(source.Key))))));
        var right = Classes(ledger, manner, all.Spent(), Columns);
        var carried = all.Closing().ToList();
        List<(Line?, Line?)> closing =
        [
            (new("本年收入合计", "subtotal", Columns(all.Received())), new("本年支出合计", "subtotal", Columns(all.Spent()))),
            (new(manner.SurplusLabel, "surplus", Columns(all.Where(entry => entry.Fund == Fund.NonFiscalSurplus))), new("结余分配", "distributed", Columns(all.Where(entry => entry.Standing == Standing.Distributed)))),
            (new("年初结转和结余", "carryover", Columns(all.Opening())), new("年末结转和结余", "closing", Columns(carried))),
            .. manner.FiscalInOne
                ? new (Line?, Line?)[] { (new("  其中：项目支出结转和结余", "of:opening", Columns(all.Opening().Of(Nature.Project))), new("  其中：项目支出结转和结余", "of:closing", Columns(carried.Of(Nature.Project)))) }
                : [],
            (new("总计", "total", Columns(all)), new("总计", "total", Columns(all))),
        ];
        return Build(FormRole.F1, manner, left, right, closing,
            manner.BudgetColumns ? ["planned", "adjusted", "spent"] : ["spent"], manner.BudgetColumns ? ["年初预算数", "全年预算数", "决算数"] : ["决算数"], manner.BudgetColumns ? ["planned-income", "adjusted-income", "income"] : ["income"]);
    }

    public static Table Fiscal(Ledger ledger, AccountsManner manner)
    {
        var fiscal = ledger.Entries.Where(ThreePublic.IsFiscal).ToList();
        var funds = FundsOf(ledger).ToList();
        decimal[] Columns(IEnumerable<Entry> entries) => [entries.Sum(), .. funds.Select(fund => entries.Of(fund.Fund).Sum())];
        var left = funds.Select((fund, index) => new Line($"{Numerals.Of(index + 1)}、{fund.Label}", fund.Key, fiscal.Received().Of(fund.Fund).Sum())).ToList();
        var right = Classes(ledger, manner, fiscal.Spent(), Columns);
        List<(Line?, Line?)> closing =
        [
            (new("本年收入合计", "subtotal", fiscal.Received().Sum()), new("本年支出合计", "subtotal", Columns(fiscal.Spent()))),
            (new("年初财政拨款结转和结余", "carryover", fiscal.Opening().Sum()), new("年末财政拨款结转和结余", "closing", Columns(fiscal.Closing()))),
            .. manner.CarryoverUnsplit ? [] : funds.Select((fund, index) => ((Line?)new Line($"{Numerals.Of(index + 1)}、{fund.Label}", $"carryover.{fund.Key}", fiscal.Opening().Of(fund.Fund).Sum()), (Line?)null)),
            (new("总计", "total", fiscal.Sum()), new("总计", "total", Columns(fiscal))),
        ];
        return Build(FormRole.F4, manner, left, right, closing, ["spent", .. funds.Select(fund => fund.Key)], ["合计", .. funds.Select(fund => fund.Label)], ["income"]);
    }

    /// <summary>State capital operations have a line of their own from 2020.</summary>
    private static IEnumerable<(Fund Fund, string Key, string Label)> FundsOf(Ledger ledger) => Funds.Take(ledger.Year >= 2020 ? 3 : 2);

    /// <summary>A line for each fund, or 财政拨款 with the government funds as a part of it, as the forms read until 2018.</summary>
    private static IEnumerable<Line> FundLines(Ledger ledger, AccountsManner manner, Func<IEnumerable<Entry>, decimal[]> sum)
    {
        var received = ledger.Entries.Received().ToList();
        return manner.FiscalInOne
            ? [new("一、财政拨款收入", "fiscal", sum(received.Where(ThreePublic.IsFiscal))), new("  其中：政府性基金预算财政拨款", "of:fund", sum(received.Of(Fund.GovernmentFunds)))]
            : FundsOf(ledger).Select((fund, index) => new Line($"{Numerals.Of(index + 1)}、{fund.Label}收入", fund.Key, sum(received.Of(fund.Fund))));
    }

    private static List<Line> Classes(Ledger ledger, AccountsManner manner, IEnumerable<Entry> spent, Func<IEnumerable<Entry>, decimal[]> sum)
    {
        var entries = spent.ToList();
        var codes = manner.AllClasses
            ? Codes.ClassesOf(ledger.Year).Where(code => code is not ("209" or "227" or "230" or "233"))
            : entries.Select(entry => entry.Function[..3]).Distinct().Order(StringComparer.Ordinal);
        return [.. codes.Select((code, index) => new Line(
            $"{Numerals.Of(index + 1)}、{Codes.FunctionName(code, ledger.Year)}", code, sum([.. entries.Where(entry => entry.Function.StartsWith(code, StringComparison.Ordinal))])))];
    }

    private static Table Build(FormRole role, AccountsManner manner, List<Line> left, List<Line> right, List<(Line? Left, Line? Right)> closing, string[] keys, string[] columns, string[] incomeKeys)
    {
        var table = new Table(role, "") { Unit = manner.Format.Unit };
        var numbered = manner.Numbered ? 1 : 0;
        var (heads, wide) = (role == FormRole.F1 ? ("收入", "支出") : ("收     入", "支     出"), columns.Length);
        var amounts = incomeKeys.Length;
        table.Add([new Cell(heads.Item1, 1 + numbered + amounts), new Cell(heads.Item2, 1 + numbered + wide)]);
        IEnumerable<Cell> Number(string text) => numbered == 0 ? [] : [new Cell(text)];
        table.Add([new Cell("项目"), .. Number("行次"), .. role == FormRole.F1 ? columns.Select(text => new Cell(text)) : [new Cell("金额")], new Cell(role == FormRole.F1 ? "项目(按功能分类)" : "项目"), .. Number("行次"), .. columns.Select(text => new Cell(text))]);
        if (manner.Numbered)
        {
            table.Add([new Cell("栏次"), new Cell(""), .. incomeKeys.Select((_, index) => new Cell($"{index + 1}")), new Cell("栏次"), new Cell(""), .. columns.Select((_, index) => new Cell($"{amounts + index + 1}"))]);
        }

        table.HeaderRows = table.Rows.Count;
        var rows = Math.Max(left.Count, right.Count);
        List<(Line? Left, Line? Right)> lines =
            [.. Enumerable.Range(0, rows).Select(i => (i < left.Count ? left[i] : null, i < right.Count ? right[i] : null)), .. closing];
        for (var i = 0; i < lines.Count; i++)
        {
            var (income, spent) = lines[i];
            table.Add([
                new Cell(income?.Label ?? ""), .. Number($"{i + 1}"),
                .. income is null ? incomeKeys.Select(_ => new Cell("")) : income.Amounts.Select((amount, index) => manner.Figure(amount, role, income.Key, incomeKeys[index])),
                new Cell(spent?.Label ?? ""), .. Number($"{lines.Count + i + 1}"),
                .. spent is null ? Enumerable.Repeat(0, wide).Select(_ => new Cell("")) : spent.Amounts.Select((amount, index) => manner.Figure(amount, role, spent.Key, keys[index]))]);
        }

        return table;
    }
}
