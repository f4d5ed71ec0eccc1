using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Forms;

/// <summary>B11 项目支出绩效目标表: one table a project.</summary>
internal static class PerformanceForm
{
    public const string Title = "项目支出绩效目标表";

    private static readonly FigureFormat Trimmed = new() { Trimmed = true };

    public static Table Build(Ledger ledger, Manner manner, ProjectPlan plan)
    {
        var entries = ledger.Entries.Where(entry => entry.Project == plan.Name).ToList();
        var fiscal = entries.Where(ThreePublic.IsFiscal).Sum(entry => entry.Amount);
        var total = entries.Sum(entry => entry.Amount);
        var table = new Table(FormRole.B11, Title) { HeaderRows = 0 };
        if (manner.TitleInCell || manner.Balance == BalanceStyle.Tree)
        {
            table.Add(new Cell("项  目  支  出  绩  效  目  标  表", 7));
        }

        table.Add(new Cell("预算单位"), new Cell(ledger.Body, 2), new Cell("项目名称"), new Cell(plan.Name, 3));
        table.Add(new Cell("项目资金（万元）"), new Cell("年度资金总额："), Money(total, "total"), new Cell("其中：财政拨款"), Money(fiscal, "fiscal"),
            new Cell("其他资金"), Money(total - fiscal, "other"));
        table.Add(new Cell("项目总体目标"), new Cell(plan.Goal, 6));
        table.Add(new Cell("一级指标"), new Cell("二级指标"), new Cell("三级指标", 3), new Cell("指标值", 2));
        var costs = Costs(plan, entries);
        for (var i = 0; i < costs.Count; i++)
        {
            Cell[] lead = i == 0 ? [new Cell("项目完成指标", rowSpan: costs.Count + 3), new Cell("成本指标", rowSpan: costs.Count)] : [];
            table.Add([.. lead, new Cell(costs[i].Label, 3),
                new Cell($"{plan.CostSign}{Trimmed.PrintZeroToo(costs[i].Amount)}万元", 2) { Key = new CellKey(FormRole.B11, plan.Name, $"cost{i + 1}"), Amount = costs[i].Amount }]);
        }

        AddIndicator("数量指标", plan.Output);
        AddIndicator("时效指标", $"资金使用期限 {ledger.Year}年12月底前");
        AddIndicator("质量指标", "验收合格率 ≥95%");
        table.Add(new Cell("项目效益指标"), new Cell("社会效益指标"), Label(plan.Benefit), Value(plan.Benefit));
        table.Add(new Cell("满意度指标"), new Cell("服务对象满意度指标"), new Cell("服务对象满意度", 3), new Cell("≥90%", 2));
        return table;

        Cell Money(decimal amount, string column) => new(amount == 0 ? "" : $"{Trimmed.Print(amount)}万元")
        {
            Key = new CellKey(FormRole.B11, plan.Name, column),
            Amount = amount,
        };

        void AddIndicator(string kind, string indicator) => table.Add(new Cell(kind), Label(indicator), Value(indicator));
    }

    /// <summary>The cost indicators of the plan, or one an economic item, so that they add up to the project.</summary>
    private static List<(string Label, decimal Amount)> Costs(ProjectPlan plan, List<Entry> entries) => plan.Costs.Count > 0
        ? [.. plan.Costs]
        : [.. entries.GroupBy(entry => entry.Economic).Select(group => ($"{Codes.EconomicName(group.Key)}支出", group.Sum(entry => entry.Amount)))];

    private static Cell Label(string indicator) => new(indicator.Split(' ')[0], 3);

    private static Cell Value(string indicator) => new(indicator.Split(' ')[1], 2);
}
