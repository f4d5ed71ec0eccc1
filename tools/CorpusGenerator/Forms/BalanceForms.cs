using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Forms;

/// <summary>Income on the left, expenditure on the right: B1 收支总表 and B4 财政拨款收支总表.</summary>
internal static class BalanceForms
{
    /// <summary>A label with one figure on the left, or with one figure a column on the right.</summary>
    private sealed record Line(string Label, string Key, params decimal[] Amounts);

    public static Table Overall(Ledger ledger, Manner manner)
    {
        var left = FiscalLines(ledger, manner);
        left.AddRange(manner.OtherSources.Select((source, index) => new Line(
            Numbered(manner, source.Label, index + (manner.Balance == BalanceStyle.Shanghai ? 1 : manner.FiscalSources.Count)),
            source.Key,
            ledger.Income(Sources.Fund(source.Key)))));
        var spent = Spent(ledger.Year, ledger.Entries, manner, entries => [entries.Sum(entry => entry.Amount)]);
        var carried = ledger.CarriedOver + ledger.Income(Fund.Carryover);
        var forward = ledger.Forward.Sum(item => item.Amount);
        var closing = Closing(manner, ledger.Total - carried, carried, ledger.Total, [ledger.Spent], [forward], [ledger.Total]);
        return Build(FormRole.B1, manner, left, spent, closing, ["预算数"], ("收     入", "支     出"));
    }

    public static Table Fiscal(Ledger ledger, Manner manner)
    {
        var fiscal = ledger.Entries.Where(ThreePublic.IsFiscal).ToList();
        var left = FiscalLines(ledger, manner);
        decimal[] Columns(IReadOnlyCollection<Entry> entries) =>
        [
            entries.Sum(entry => entry.Amount),
            .. manner.FiscalSources.Select(source => entries.Where(entry => entry.Fund == Sources.Fund(source.Key)).Sum(entry => entry.Amount)),
        ];
        var spent = Spent(ledger.Year, fiscal, manner, Columns);
        decimal[] forward =
        [
            ledger.Forward.Where(item => Sources.IsFiscal(item.Fund)).Sum(item => item.Amount),
            .. manner.FiscalSources.Select(source => ledger.Forward.Where(item => item.Fund == Sources.Fund(source.Key)).Sum(item => item.Amount)),
        ];
        var total = Columns(fiscal).Zip(forward, (spentOn, kept) => spentOn + kept).ToArray();
        var closing = Closing(manner, ledger.FiscalIncome, ledger.CarriedOver, total[0], Columns(fiscal), forward, total, fiscal: true);
        return Build(FormRole.B4, manner, left, spent, closing, ["合计", .. manner.FiscalSources.Select(source => source.Label)], ("财政拨款收入", "财政拨款支出"));
    }

    private static List<Line> FiscalLines(Ledger ledger, Manner manner)
    {
        var lines = new List<Line>();
        if (manner.Balance == BalanceStyle.Tree)
        {
            lines.Add(new Line("财政拨款（补助）", "fiscal", ledger.FiscalIncome));
        }
        else if (manner.Balance == BalanceStyle.Shanghai)
        {
            lines.Add(new Line("一、财政拨款收入", "fiscal", ledger.FiscalIncome));
        }

        lines.AddRange(manner.FiscalSources.Select((source, index) => new Line(
            manner.Balance switch
            {
                BalanceStyle.Tree => $"    {source.Label}",
                BalanceStyle.Shanghai => $"{index + 1}. {source.Label}",
                _ => $"{Numerals.Of(index + 1)}、{source.Label}拨款收入",
            },
            source.Key,
            ledger.Income(Sources.Fund(source.Key)))));
        return lines;
    }

    private static string Numbered(Manner manner, string label, int index) =>
        manner.Balance == BalanceStyle.Tree ? label : $"{Numerals.Of(index + 1)}、{label}";

    private static List<Line> Spent(int year, IReadOnlyList<Entry> entries, Manner manner, Func<IReadOnlyCollection<Entry>, decimal[]> sum)
    {
        var codes = manner.AllClasses
            ? Codes.ClassesOf(year)
            : [.. entries.Select(entry => entry.Function[..3]).Distinct().Order(StringComparer.Ordinal)];
        return [.. codes.Select((code, index) => new Line(
            manner.ClassLabel(code, index), code, sum([.. entries.Where(entry => entry.Function.StartsWith(code, StringComparison.Ordinal))])))];
    }

    private static List<(Line Left, Line Right)> Closing(
        Manner manner, decimal income, decimal carriedOver, decimal total, decimal[] spent, decimal[] forward, decimal[] totals, bool fiscal = false)
    {
        var lines = new List<(Line, Line)>();
        switch (manner.Balance)
        {
            case BalanceStyle.Tree when !fiscal:
                lines.Add((new Line("小  计", "subtotal", income), new Line("小  计", "subtotal", spent)));
                lines.Add((new Line("单位上年结余", "carryover", carriedOver), new Line("230 转移性支出", "forward", forward)));
                break;
            case BalanceStyle.National:
                lines.Add((new Line("本年收入合计", "subtotal", income), new Line("本年支出合计", "subtotal", spent)));
                lines.Add((new Line(fiscal ? "上年财政拨款结转" : "上年结转结余", "carryover", carriedOver), new Line("结转下年", "forward", forward)));
                break;
        }

        lines.Add((new Line("收  入  总  计", "total", total), new Line("支  出  总  计", "total", totals)));
        return lines;
    }

    private static Table Build(
        FormRole role, Manner manner, List<Line> left, List<Line> right, List<(Line Left, Line Right)> closing, string[] columns, (string Left, string Right) heads)
    {
        var table = new Table(role, "") { Unit = manner.Format.Unit };
        Cell Serial(string text) => new(text);
        var leading = manner.Serial ? 1 : 0;
        table.Add([.. Lead(new Cell("序号", rowSpan: 2)), new Cell(heads.Left, 2), new Cell(heads.Right, 1 + columns.Length)]);
        table.Add([new Cell("项    目"), new Cell(role == FormRole.B1 ? "预算数" : "合计"), new Cell(manner.ClassOrdinals ? "项    目" : "功能分类"), .. columns.Select(name => new Cell(name))]);
        if (manner.Serial)
        {
            table.Add([Serial("栏次"), new Cell(""), new Cell("1"), new Cell(""), .. columns.Select((_, index) => new Cell($"{index + 2}"))]);
        }

        table.HeaderRows = table.Rows.Count;
        var body = Math.Max(left.Count, right.Count);
        for (var i = 0; i < body; i++)
        {
            AddRow(i < left.Count ? left[i] : null, i < right.Count ? right[i] : null);
        }

        foreach (var (leftLine, rightLine) in closing)
        {
            AddRow(leftLine, rightLine);
        }

        return table;

        IEnumerable<Cell> Lead(Cell cell) => leading == 0 ? [] : [cell];

        void AddRow(Line? leftLine, Line? rightLine)
        {
            var cells = new List<Cell>(Lead(Serial($"{table.Rows.Count - table.HeaderRows + 1}")));
            cells.AddRange(leftLine is null
                ? [manner.Empty, manner.Empty]
                : [new Cell(leftLine.Label), manner.Figure(leftLine.Amounts[0], role, leftLine.Key, "income")]);
            string[] keys = ["spent", .. columns.Length > 1 ? manner.FiscalSources.Select(source => source.Key) : []];
            cells.AddRange(rightLine is null
                ? Enumerable.Repeat(0, 1 + columns.Length).Select(_ => manner.Empty)
                : [new Cell(rightLine.Label), .. rightLine.Amounts.Select((amount, index) => manner.Figure(amount, role, rightLine.Key, keys[index]))]);
            table.Add(cells);
        }
    }
}

/// <summary>Names of the sources of income in keys.</summary>
internal static class Sources
{
    public static Fund Fund(string key) => key switch
    {
        "gpb" => Model.Fund.GeneralPublicBudget,
        "fund" => Model.Fund.GovernmentFunds,
        "soe" => Model.Fund.StateCapitalOperations,
        "account" => Model.Fund.SpecialAccount,
        "institutional" => Model.Fund.InstitutionalIncome,
        "subsidy" => Model.Fund.SuperiorSubsidy,
        "affiliate" => Model.Fund.AffiliateRemittance,
        "operating" => Model.Fund.OperatingIncome,
        "special" => Model.Fund.SuperiorSpecial,
        "other" => Model.Fund.OtherIncome,
        "surplus" => Model.Fund.NonFiscalSurplus,
        "carryover" => Model.Fund.Carryover,
        _ => throw new InvalidOperationException($"No fund is called {key}."),
    };

    public static bool IsFiscal(Fund fund) =>
        fund is Model.Fund.GeneralPublicBudget or Model.Fund.GovernmentFunds or Model.Fund.StateCapitalOperations;
}
