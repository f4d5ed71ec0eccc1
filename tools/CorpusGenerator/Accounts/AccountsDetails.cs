using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Accounts;

/// <summary>The forms of final accounts with one row a function code: F2, F3, F5, F8 and F9.</summary>
internal static class AccountsDetails
{
    /// <summary>A column and the header over it, where several stand under one.</summary>
    private sealed record Detail(Column Column, string? Group = null);

    /// <summary>A row: its leading cells, its name in keys, the entries it sums.</summary>
    private sealed record Line(IReadOnlyList<Cell> Leading, string Key, IReadOnlyCollection<Entry> Entries);

    private static readonly Column Spent = new("本年支出合计", "total", entries => entries.Spent().Sum());

    private static readonly Column Basic = new("基本支出", "basic", entries => entries.Spent().Of(Nature.Basic).Sum());

    private static readonly Column Project = new("项目支出", "project", entries => entries.Spent().Of(Nature.Project).Sum());

    /// <summary>F2 收入决算表.</summary>
    public static Table Income(Ledger ledger, AccountsManner manner) =>
        Build(FormRole.F2, ledger.Year, manner, IncomeColumns(manner), [.. ledger.Entries.Received()]);

    /// <summary>F3 支出决算表.</summary>
    public static Table Expenditure(Ledger ledger, AccountsManner manner) =>
        Build(FormRole.F3, ledger.Year, manner, ExpenditureColumns, [.. ledger.Entries.Spent()]);

    /// <summary>F2 with one row a unit and no codes (分单位).</summary>
    public static Table IncomeByUnit(Ledger ledger, AccountsManner manner) =>
        ByUnit(FormRole.F2, ledger, manner, IncomeColumns(manner), [.. ledger.Entries.Received()]);

    /// <summary>F3 with one row a unit and no codes (分单位).</summary>
    public static Table ExpenditureByUnit(Ledger ledger, AccountsManner manner) =>
        ByUnit(FormRole.F3, ledger, manner, ExpenditureColumns, [.. ledger.Entries.Spent()]);

    /// <summary>F5 一般公共预算财政拨款支出决算表.</summary>
    public static Table GeneralPublic(Ledger ledger, AccountsManner manner) =>
        Build(FormRole.F5, ledger.Year, manner, [new(Spent with { Header = "合计" }, "本年支出"), new(Basic, "本年支出"), new(Project, "本年支出")], [.. ledger.Entries.Spent().Of(Fund.GeneralPublicBudget)]);

    /// <summary>F8 政府性基金预算财政拨款收入支出决算表.</summary>
    public static Table GovernmentFunds(Ledger ledger, AccountsManner manner) =>
        Build(FormRole.F8, ledger.Year, manner, RollForward, [.. ledger.Entries.Of(Fund.GovernmentFunds)]);

    /// <summary>F9 国有资本经营预算财政拨款支出决算表, with or without its roll-forward.</summary>
    public static Table StateCapital(Ledger ledger, AccountsManner manner) => Build(
        FormRole.F9, ledger.Year, manner, manner.StateCapitalSpentOnly ? RollForward.Where(detail => detail.Group is not null).ToList() : RollForward,
        [.. ledger.Entries.Of(Fund.StateCapitalOperations).Where(entry => !manner.StateCapitalSpentOnly || entry.Standing == Standing.Spent)]);

    /// <summary>A local form: what each project received and spent, by function code (项目收入支出决算表).</summary>
    public static Table ProjectRoll(Ledger ledger, AccountsManner manner) => Build(
        FormRole.Unknown, ledger.Year, manner,
        [
            new(new("年初结转和结余", "opening", entries => entries.Opening().Sum())), new(new("本年收入", "income", entries => entries.Received().Sum())),
            new(new("本年支出", "total", entries => entries.Spent().Sum())), new(new("年末结转和结余", "closing", entries => entries.Closing().Sum())),
        ],
        [.. ledger.Entries.Of(Nature.Project)]);

    private static Detail[] ExpenditureColumns =>
    [
        new(Spent), new(Basic), new(Project),
        new(new("上缴上级支出", "remitted", entries => entries.Spent().Of(Nature.RemittedToSuperior).Sum())),
        new(new("经营支出", "operating", entries => entries.Spent().Of(Nature.Operating).Sum())),
        new(new("对附属单位补助支出", "affiliate", entries => entries.Spent().Of(Nature.AffiliateSubsidy).Sum())),
    ];

    private static Detail[] RollForward =>
    [
        new(new("年初结转和结余", "opening", entries => entries.Opening().Sum())),
        new(new("本年收入", "income", entries => entries.Received().Sum())),
        new(Spent with { Header = "小计" }, "本年支出"), new(Basic, "本年支出"), new(Project, "本年支出"),
        new(new("年末结转和结余", "closing", entries => entries.Closing().Sum())),
    ];

    private static List<Detail> IncomeColumns(AccountsManner manner) =>
    [
        new(new("本年收入合计", "total", entries => entries.Sum())),
        new(new("财政拨款收入", "fiscal", entries => entries.Where(ThreePublic.IsFiscal).Sum())),
        .. manner.OtherSources.Select(source => new Detail(new(source.Label, source.Key, entries => entries.Of(Sources.Fund(source.Key)).Sum()))),
    ];

    private static Table ByUnit(FormRole role, Ledger ledger, AccountsManner manner, IReadOnlyList<Detail> columns, List<Entry> entries)
    {
        var table = new Table(role, "") { Unit = manner.Format.Unit, HeaderRows = 1 };
        table.Add([new Cell("单位名称"), .. columns.Select(detail => new Cell(detail.Column.Header))]);
        AddRow("合计", "unit:total", entries);
        foreach (var unit in entries.GroupBy(entry => entry.Unit ?? ledger.Body).OrderBy(unit => unit.Key == ledger.Body ? 0 : 1))
        {
            AddRow(unit.Key, $"unit:{unit.Key}", [.. unit]);
        }

        return table;

        void AddRow(string label, string key, IReadOnlyCollection<Entry> of) =>
            table.Add([new Cell(label), .. columns.Select(detail => manner.Figure(detail.Column.Sum(of), role, key, detail.Column.Key))]);
    }

    private static Table Build(FormRole role, int year, AccountsManner manner, IReadOnlyList<Detail> columns, List<Entry> entries)
    {
        var table = new Table(role, "") { Unit = manner.Format.Unit };
        var lead = manner.Codes == AccountsCodes.OneCell ? 2 : 4;
        AddHeader(table, manner, columns, lead);
        table.HeaderRows = table.Rows.Count;
        var rows = Lines(year, manner, entries);
        if (rows.Count == 0 && manner.EmptyHeaderOnly)
        {
            return table;
        }

        if (rows.Count == 0 && manner.EmptyBlankRow)
        {
            table.Add(Enumerable.Range(0, lead + columns.Count).Select(_ => new Cell("")));
            return table;
        }

        var total = new Line([new Cell("合计", lead)], "total", entries);
        foreach (var row in manner.TotalLast ? [.. rows, total] : rows.Prepend(total))
        {
            table.Add([.. row.Leading, .. columns.Select(detail => manner.Figure(detail.Column.Sum(row.Entries), role, row.Key, detail.Column.Key))]);
        }

        return table;
    }

    private static void AddHeader(Table table, AccountsManner manner, IReadOnlyList<Detail> columns, int lead)
    {
        var three = lead == 4;
        var deep = three ? 3 : 2;
        var top = new List<Cell> { new("项目", lead) };
        var below = new List<Cell> { three ? new Cell("支出功能分类科目编码", 3) : new Cell("科目编码"), new("科目名称", rowSpan: three ? 2 : 1) };
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Group is { } group)
            {
                if (i == 0 || columns[i - 1].Group != group)
                {
                    top.Add(new Cell(group, columns.Count(detail => detail.Group == group)));
                }

                below.Add(new Cell(columns[i].Column.Header, rowSpan: deep - 1));
            }
            else
            {
                top.Add(new Cell(columns[i].Column.Header, rowSpan: deep));
            }
        }

        table.Add(top);
        table.Add(below);
        if (three)
        {
            table.AddText("类", "款", "项");
        }

        if (manner.Numbered)
        {
            table.Add([new Cell("栏次", lead), .. columns.Select((_, index) => new Cell($"{index + 1}"))]);
        }
    }

    private static List<Line> Lines(int year, AccountsManner manner, List<Entry> entries)
    {
        var codes = entries.Select(entry => entry.Function).Distinct();
        if (manner.Hierarchy)
        {
            codes = codes.SelectMany(code => new[] { code[..3], code[..5], code }).Distinct();
        }

        return [.. codes.Order(StringComparer.Ordinal).Select(code => new Line(
            [.. CodeCells(manner, code), new Cell(Codes.FunctionName(code, year))], code, [.. entries.Where(entry => entry.Function.StartsWith(code, StringComparison.Ordinal))]))];
    }

    private static Cell[] CodeCells(AccountsManner manner, string code) => manner.Codes switch
    {
        AccountsCodes.OneCell => [new Cell(code)],
        AccountsCodes.AcrossThree => [new Cell(code, 3)],
        _ => [new Cell(code[..3]), new Cell(code.Length > 3 ? code[3..5] : ""), new Cell(code.Length > 5 ? code[5..] : "")],
    };
}
