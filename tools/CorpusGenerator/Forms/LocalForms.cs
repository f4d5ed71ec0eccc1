using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Forms;

/// <summary>Forms that provinces add to the common ones. No identity across tables names them; their own totals hold.</summary>
internal static class LocalForms
{
    /// <summary>支出分经济科目表, 支出预算明细表: function items against economic classes, or against the sections that occur.</summary>
    public static Func<Ledger, Manner, Table> EconomicMatrix(Func<Entry, bool> which, params string[] economic) => (ledger, manner) =>
    {
        var entries = ledger.Entries.Where(which).ToList();
        IEnumerable<string> shown = economic.Length > 0 ? economic : entries.Select(entry => entry.Economic).Distinct().Order(StringComparer.Ordinal);
        Column[] columns =
        [
            new("合计", "total", all => all.Sum(entry => entry.Amount)),
            .. shown.Select(code => new Column(Codes.EconomicName(code), code,
                all => all.Where(entry => entry.Economic.StartsWith(code, StringComparison.Ordinal)).Sum(entry => entry.Amount))),
        ];
        var missing = entries.FirstOrDefault(entry => economic.Length > 0 && !economic.Any(code => entry.Economic.StartsWith(code, StringComparison.Ordinal)));
        if (missing is not null)
        {
            throw new InvalidOperationException($"The columns leave out {missing.Economic}.");
        }

        var (header, codeCells) = DetailTable.FunctionHeader(manner, "支出经济分类", [.. columns.Select(column => column.Header)]);
        return DetailTable.Build(FormRole.Unknown, manner, header, codeCells, codeCells + 1, columns, DetailTable.FunctionRows(manner, entries), entries);
    };

    /// <summary>政府采购预算表: one row a kind.</summary>
    public static Table Procurement(Ledger ledger, Manner manner)
    {
        var table = new Table(FormRole.Unknown, "") { Unit = manner.Format.Unit, HeaderRows = 1 };
        table.AddText("序号", "采购项目类别", "采购方式", "预算金额");
        (string Name, decimal Amount)[] kinds = [("货物类", ledger.Procurement.Goods), ("工程类", ledger.Procurement.Works), ("服务类", ledger.Procurement.Services)];
        foreach (var (name, amount) in kinds)
        {
            table.Add(new Cell($"{table.Rows.Count}"), new Cell(name), new Cell("集中采购"), manner.Figure(amount, FormRole.Unknown, $"procurement:{name}", "total"));
        }

        table.Add(new Cell("合计", 3), manner.Figure(kinds.Sum(kind => kind.Amount), FormRole.Unknown, "procurement:total", "total"));
        return table;
    }

    /// <summary>政府购买服务预算表: the commissioned services of the projects.</summary>
    public static Table PurchasedServices(Ledger ledger, Manner manner)
    {
        var bought = ledger.Entries.Where(entry => entry.Project is not null && entry.Economic == "30227").ToList();
        var table = new Table(FormRole.Unknown, "") { Unit = manner.Format.Unit, HeaderRows = 1 };
        table.AddText("购买服务项目名称", "承接主体类别", "购买服务金额");
        foreach (var entry in bought)
        {
            table.Add(new Cell(entry.Project!), new Cell("社会组织、企业"), manner.Figure(entry.Amount, FormRole.Unknown, $"services:{entry.Project}", "total"));
        }

        table.Add(new Cell("合计", 2), manner.Figure(bought.Sum(entry => entry.Amount), FormRole.Unknown, "services:total", "total"));
        return table;
    }

    /// <summary>A form of that shape that has nothing to show.</summary>
    public static Func<Ledger, Manner, Table> Empty(params string[] headers) => (_, manner) =>
    {
        var table = new Table(FormRole.Unknown, "") { Unit = manner.Format.Unit, HeaderRows = 1 };
        table.AddText(headers);
        table.Add(headers.Select(_ => manner.Empty));
        table.Add([new Cell("合计"), .. headers.Skip(1).Select(_ => manner.Empty)]);
        return table;
    };

    /// <summary>部门整体支出绩效目标表.</summary>
    public static Table OverallPerformance(Ledger ledger, Manner manner)
    {
        var table = new Table(FormRole.Unknown, "") { Unit = manner.Format.Unit };
        table.Add(new Cell("部门名称"), new Cell(ledger.Body, 3));
        table.Add(new Cell("年度预算总额"), new Cell(manner.Format.Print(ledger.Total)), new Cell("其中：项目支出"),
            new Cell(manner.Format.Print(ledger.Entries.Where(entry => entry.Nature == Nature.Project).Sum(entry => entry.Amount))));
        table.Add(new Cell("年度总体目标"), new Cell($"围绕{ledger.Duties}，按期完成年度各项任务。", 3));
        table.Add(new Cell("一级指标"), new Cell("二级指标"), new Cell("三级指标"), new Cell("指标值"));
        table.Add(new Cell("产出指标", rowSpan: 2), new Cell("数量指标"), new Cell("重点任务完成项数"), new Cell("≥8项"));
        table.Add(new Cell("时效指标"), new Cell("年度任务按期完成率"), new Cell("≥95%"));
        table.Add(new Cell("满意度指标"), new Cell("服务对象满意度指标"), new Cell("群众满意度"), new Cell("≥90%"));
        return table;
    }
}
