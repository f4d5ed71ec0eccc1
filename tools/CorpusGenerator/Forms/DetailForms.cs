using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Forms;

/// <summary>The forms with one row a code or a project: B2, B3, B5, B6, B7, B9 and B10.</summary>
internal static class DetailForms
{
    private static readonly Column[] NatureColumns =
    [
        new("合计", "total", entries => entries.Sum(entry => entry.Amount)),
        new("基本支出", "basic", entries => entries.Where(entry => entry.Nature == Nature.Basic).Sum(entry => entry.Amount)),
        new("项目支出", "project", entries => entries.Where(entry => entry.Nature == Nature.Project).Sum(entry => entry.Amount)),
    ];

    /// <summary>B2 部门收入总表 by function item.</summary>
    public static Table Income(Ledger ledger, Manner manner)
    {
        var columns = IncomeColumns(manner);
        var (header, codeCells) = DetailTable.FunctionHeader(manner, "收入预算", [.. columns.Select(column => column.Header)]);
        return DetailTable.Build(FormRole.B2, manner, header, codeCells, codeCells + 1, columns,
            DetailTable.FunctionRows(manner, ledger.Entries), ledger.Entries);
    }

    /// <summary>B2 by budget unit: no codes at all. Money carried forward stands with the body itself.</summary>
    public static Table IncomeByUnit(Ledger ledger, Manner manner)
    {
        var columns = IncomeColumns(manner);
        var received = ledger.Entries.Concat(ledger.Forward.Select(item =>
            new Entry("", Nature.All, item.Fund, "", item.Amount, item.Amount))).ToList();
        Cell[] header = [new("序号"), new("单位名称"), .. columns.Select(column => new Cell(column.Header))];
        var rows = received.GroupBy(entry => entry.Unit ?? ledger.Body)
            .Select((unit, index) => new DetailRow([$"{index + 1}", unit.Key], $"unit:{unit.Key}", [.. unit])).ToList();
        return DetailTable.Build(FormRole.B2, manner, [header], 1, 2, columns, rows, received);
    }

    /// <summary>B3 部门支出总表.</summary>
    public static Table Expenditure(Ledger ledger, Manner manner) =>
        ByNature(FormRole.B3, manner, "支出预算", "合计", ledger.Entries);

    /// <summary>B5 一般公共预算支出表.</summary>
    public static Table GeneralPublic(Ledger ledger, Manner manner) =>
        ByNature(FormRole.B5, manner, "一般公共预算支出", "小计", Of(ledger, Fund.GeneralPublicBudget));

    /// <summary>B9 政府性基金预算支出表.</summary>
    public static Table GovernmentFunds(Ledger ledger, Manner manner) =>
        ByNature(FormRole.B9, manner, "政府性基金预算支出", "小计", Of(ledger, Fund.GovernmentFunds));

    /// <summary>B10 国有资本经营预算支出表.</summary>
    public static Table StateCapital(Ledger ledger, Manner manner) =>
        ByNature(FormRole.B10, manner, "国有资本经营预算支出", "小计", Of(ledger, Fund.StateCapitalOperations));

    /// <summary>B6 一般公共预算基本支出表.</summary>
    public static Table Basic(Ledger ledger, Manner manner)
    {
        Column[] columns =
        [
            NatureColumns[0] with { Header = "小计" },
            new("人员经费", "personnel", entries => entries.Where(ThreePublic.IsPersonnel).Sum(entry => entry.Amount)),
            new("公用经费", "public", entries => entries.Where(entry => !ThreePublic.IsPersonnel(entry)).Sum(entry => entry.Amount)),
        ];
        var basic = Of(ledger, Fund.GeneralPublicBudget).Where(entry => entry.Nature == Nature.Basic).ToList();
        var two = manner.Codes == CodeStyle.ThreeCells;
        List<Cell[]> header =
        [
            [new("项目", two ? 3 : 2), new("一般公共预算基本支出", 3)],
            [new("经济分类科目编码", two ? 2 : 1), new("经济分类科目名称", rowSpan: two ? 2 : 1), .. columns.Select(column => new Cell(column.Header, rowSpan: two ? 2 : 1))],
        ];
        if (two)
        {
            header.Add([new("类"), new("款")]);
        }

        var codes = basic.Select(entry => entry.Economic).Distinct();
        if (manner.Hierarchy)
        {
            codes = codes.SelectMany(code => new[] { code[..3], code }).Distinct();
        }

        var rows = codes.Order(StringComparer.Ordinal).Select(code => new DetailRow(
            two ? [code[..3], code[3..], Codes.EconomicName(code)] : [code, (manner.Hierarchy && code.Length == 5 ? "　" : "") + Codes.EconomicName(code)],
            code,
            [.. basic.Where(entry => entry.Economic.StartsWith(code, StringComparison.Ordinal))])).ToList();
        return DetailTable.Build(FormRole.B6, manner, header, two ? 2 : 1, two ? 3 : 2, columns, rows, basic);
    }

    /// <summary>B7 项目支出表 of all funds.</summary>
    public static Table Projects(Ledger ledger, Manner manner) => Projects(FormRole.B7, ledger.Entries, manner);

    /// <summary>B7 restricted to the general public budget, as 一般公共预算项目支出表 says.</summary>
    public static Table GeneralPublicProjects(Ledger ledger, Manner manner) =>
        Projects(FormRole.B7, Of(ledger, Fund.GeneralPublicBudget), manner);

    private static Table Projects(FormRole role, IReadOnlyCollection<Entry> entries, Manner manner)
    {
        var projects = entries.Where(entry => entry.Nature == Nature.Project).ToList();
        Column[] columns =
        [
            NatureColumns[0] with { Header = "项目支出合计" },
            .. Codes.EconomicClasses.Select(code => new Column(Codes.EconomicName(code), code,
                rows => rows.Where(entry => entry.Economic.StartsWith(code, StringComparison.Ordinal)).Sum(entry => entry.Amount))),
        ];
        var three = manner.Codes == CodeStyle.ThreeCells;
        var codeCells = three ? 3 : 1;
        var span = three ? 2 : 1;
        List<Cell[]> header =
        [
            [new("科目编码", codeCells), new("科目名称", rowSpan: span), new("项目名称", rowSpan: span), .. columns.Select(column => new Cell(column.Header, rowSpan: span))],
        ];
        if (three)
        {
            header.Add([new("类"), new("款"), new("项")]);
        }

        var plain = manner with { UnitCode = null, Hierarchy = false };
        var rows = projects.GroupBy(entry => (entry.Function, entry.Project)).Select(group => new DetailRow(
            [.. DetailTable.FunctionCells(plain, group.Key.Function), group.Key.Project!],
            $"{group.Key.Function}|{group.Key.Project}",
            [.. group])).ToList();
        return DetailTable.Build(role, manner, header, codeCells, codeCells + 2, columns, rows, projects);
    }

    private static Column[] IncomeColumns(Manner manner) =>
    [
        NatureColumns[0] with { Header = "总计" },
        .. manner.IncomeColumns.Select(source => new Column(source.Label, source.Key, Received(source.Key))),
    ];

    private static Func<IReadOnlyCollection<Entry>, decimal> Received(string key) => key switch
    {
        // 其中 columns carry the prefix: they are parts of a column that stands before them.
        _ when key.StartsWith("of:", StringComparison.Ordinal) => Received(key[3..]),
        "fiscal" => entries => entries.Where(entry => ThreePublic.IsFiscal(entry) && !entry.CarriedOver).Sum(entry => entry.Amount),
        "carryover" => entries => entries.Where(entry => entry.CarriedOver || entry.Fund == Fund.Carryover).Sum(entry => entry.Amount),
        _ => entries => entries.Where(entry => entry.Fund == Sources.Fund(key) && !entry.CarriedOver).Sum(entry => entry.Amount),
    };

    private static Table ByNature(FormRole role, Manner manner, string group, string total, IReadOnlyCollection<Entry> entries)
    {
        Column[] columns = [NatureColumns[0] with { Header = total }, NatureColumns[1], NatureColumns[2]];
        var (header, codeCells) = DetailTable.FunctionHeader(manner, group, [.. columns.Select(column => column.Header)]);
        return DetailTable.Build(role, manner, header, codeCells, codeCells + 1, columns, DetailTable.FunctionRows(manner, entries), entries);
    }

    private static List<Entry> Of(Ledger ledger, Fund fund) => [.. ledger.Entries.Where(entry => entry.Fund == fund)];
}
