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
        var left = FundLines(ledger, manner, "收入").ToList();
        left.AddRange(manner.OtherSources.Select((source, index) => new Line(
            $"{Numerals.Of(left.Count + index + 1)}、{source.Label}", source.Key, all.Received().Of(Sources.Fund(source.Key)).Sum())));
        var right = Classes(ledger, manner, all.Spent(), entries => [entries.Sum()]);
        var total = all.Sum();
        List<(Line?, Line?)> closing =
        [
            (new("本年收入合计", "subtotal", all.Received().Sum()), new("本年支出合计", "subtotal", all.Spent().Sum())),
            (new(manner.SurplusLabel, "surplus", all.Where(entry => entry.Fund == Fund.NonFiscalSurplus).Sum()), new("结余分配", "distributed", all.Where(entry => entry.Standing == Standing.Distributed).Sum())),
            (new("年初结转和结余", "carryover", all.Opening().Sum()), new("年末结转和结余", "closing", all.Closing().Sum())),
            (new("总计", "total", total), new("总计", "total", total)),
        ];
        return Build(FormRole.F1, manner, left, right, closing, ["spent"], ["决算数"]);
    }

    public static Table Fiscal(Ledger ledger, AccountsManner manner)
    {
        var fiscal = ledger.Entries.Where(ThreePublic.IsFiscal).ToList();
        var funds = FundsOf(ledger, manner).ToList();
        decimal[] Columns(IEnumerable<Entry> entries) => [entries.Sum(), .. funds.Select(fund => entries.Of(fund.Fund).Sum())];
        var left = funds.Select((fund, index) => new Line($"{Numerals.Of(index + 1)}、{fund.Label}", fund.Key, fiscal.Received().Of(fund.Fund).Sum())).ToList();
        var right = Classes(ledger, manner, fiscal.Spent(), Columns);
        List<(Line?, Line?)> closing =
        [
            (new("本年收入合计", "subtotal", fiscal.Received().Sum()), new("本年支出合计", "subtotal", Columns(fiscal.Spent()))),
            (new("年初财政拨款结转和结余", "carryover", fiscal.Opening().Sum()), new("年末财政拨款结转和结余", "closing", Columns(fiscal.Closing()))),
            .. funds.Select((fund, index) => ((Line?)new Line($"{(index < 3 ? Numerals.Of(index + 1) + "、" : "")}{fund.Label}", $"carryover.{fund.Key}", fiscal.Opening().Of(fund.Fund).Sum()), (Line?)null)),
            (new("总计", "total", fiscal.Sum()), new("总计", "total", Columns(fiscal))),
        ];
        return Build(FormRole.F4, manner, left, right, closing, ["spent", .. funds.Select(fund => fund.Key)], ["合计", .. funds.Select(fund => fund.Label)]);
    }

    /// <summary>State capital operations have a line of their own from 2020.</summary>
    private static IEnumerable<(Fund Fund, string Key, string Label)> FundsOf(Ledger ledger, AccountsManner manner) => Funds.Take(ledger.Year >= 2020 ? 3 : 2);

    private static IEnumerable<Line> FundLines(Ledger ledger, AccountsManner manner, string suffix) => FundsOf(ledger, manner)
        .Select((fund, index) => new Line($"{Numerals.Of(index + 1)}、{fund.Label}{suffix}", fund.Key, ledger.Entries.Received().Of(fund.Fund).Sum()));

    private static List<Line> Classes(Ledger ledger, AccountsManner manner, IEnumerable<Entry> spent, Func<IEnumerable<Entry>, decimal[]> sum)
    {
        var entries = spent.ToList();
        var codes = manner.AllClasses
            ? Codes.ClassesOf(ledger.Year).Where(code => code is not ("209" or "227" or "230" or "233"))
            : entries.Select(entry => entry.Function[..3]).Distinct().Order(StringComparer.Ordinal);
        return [.. codes.Select((code, index) => new Line(
            $"{Numerals.Of(index + 1)}、{Codes.FunctionName(code)}", code, sum([.. entries.Where(entry => entry.Function.StartsWith(code, StringComparison.Ordinal))])))];
    }

    private static Table Build(FormRole role, AccountsManner manner, List<Line> left, List<Line> right, List<(Line? Left, Line? Right)> closing, string[] keys, string[] columns)
    {
        var table = new Table(role, "") { Unit = manner.Format.Unit };
        var numbered = manner.Numbered ? 1 : 0;
        var (heads, wide) = (role == FormRole.F1 ? ("收入", "支出") : ("收     入", "支     出"), columns.Length);
        table.Add([new Cell(heads.Item1, 2 + numbered), new Cell(heads.Item2, 1 + numbered + wide)]);
        IEnumerable<Cell> Number(string text) => numbered == 0 ? [] : [new Cell(text)];
        table.Add([new Cell("项目"), .. Number("行次"), new Cell(role == FormRole.F1 ? "决算数" : "金额"), new Cell(role == FormRole.F1 ? "项目(按功能分类)" : "项目"), .. Number("行次"), .. columns.Select(text => new Cell(text))]);
        if (manner.Numbered)
        {
            table.Add([new Cell("栏次"), new Cell(""), new Cell("1"), new Cell("栏次"), new Cell(""), .. columns.Select((_, index) => new Cell($"{index + 2}"))]);
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
                income is null ? new Cell("") : manner.Figure(income.Amounts[0], role, income.Key, "income"),
                new Cell(spent?.Label ?? ""), .. Number($"{lines.Count + i + 1}"),
                .. spent is null ? Enumerable.Repeat(0, wide).Select(_ => new Cell("")) : spent.Amounts.Select((amount, index) => manner.Figure(amount, role, spent.Key, keys[index]))]);
        }

        return table;
    }
}
