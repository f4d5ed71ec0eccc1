using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

public sealed class PerformanceReaderTests
{
    private const string Usual = """
        项目支出绩效目标表 | < | < | < | < | <
        预算单位 | 某局 | < | 项目名称 | 公务接待费 | <
        项目资金（万元） | 年度资金总额： | 80.00 | 其中：财政拨款 | 80.00 | 其他资金
        项目总体目标 | 保障接待 | < | < | < | <
        一级指标 | 二级指标 | 三级指标 | < | 指标值 | <
        项目完成指标 | 数量指标 | 接待次数 | < | ≥140次 | <
        ^ | 质量指标 | 合格率 | < | ≥100% | <
        ^ | 时效指标 | 完成时间 | < | 2020年12月 | <
        ^ | 成本指标 | 车辆运行费 | < | ≥40万元 | <
        ^ | ^ | 住宿费（万元） | < | ≤20.5 | <
        ^ | ^ | 人均标准 | < | 120元 | <
        项目效益指标 | 社会效益指标 | 满意度 | < | ≥95% | <
        """;

    [Fact]
    public void Read_projectBodyAndFunds_areThoseBesideTheirLabels()
    {
        var form = Form(Usual);
        Assert.Equal((FormRole.B11, "公务接待费", "某局"), (form.Role, form.Project, form.Body));
        var fund = form.Part("")!.Rows[0];
        Assert.Equal(("fund", RowKind.Total, Nature.Project), (fund.Key, fund.Kind, fund.Nature));
        Assert.Equal([800_000m, 800_000m], fund.Facts.OfType<Fact>().Select(static fact => fact.Amount!.Value.Yuan));
        Assert.All(fund.Facts.OfType<Fact>(), static fact => Assert.Equal("公务接待费", fact.Project));
    }

    [Fact]
    public void Read_moneyUnderCost_isACostAndTheRestAreIndicators()
    {
        var rows = Form(Usual).Part("")!.Rows;
        Assert.Equal(["车辆运行费", "住宿费（万元）", "人均标准"], rows.Where(static row => row.Key == "cost").Select(static row => row.Label));
        Assert.Equal([400_000m, 205_000m, 120m], rows.Where(static row => row.Key == "cost").Select(static row => row.Facts[3]!.Amount!.Value.Yuan));
        Assert.Equal(["接待次数", "合格率", "完成时间", "满意度"], rows.Where(static row => row.Key == "indicator").Select(static row => row.Label));
    }

    [Fact]
    public void Read_indicatorValues_areCountsRatesAndMoneyWithTheirComparator()
    {
        var part = Form(Usual).Part("")!;
        Assert.Equal((Measure.Count, 140m, null), Told("接待次数"));
        Assert.Equal((Measure.Rate, 100m, null), Told("合格率"));
        Assert.Equal((Measure.Indicator, 40m, MoneyUnit.TenThousandYuan), Told("车辆运行费"));
        Assert.Null(part.Row("完成时间").Facts[3]);
        Assert.Equal([true, true, false, true, false, false, true], part.Rows.Skip(1).Select(static row => row.Indicator!.AtLeast));
        Assert.Equal(("项目完成指标", "成本指标", "≤20.5"), (part.Row("住宿费").Indicator!.FirstLevel, part.Row("住宿费").Indicator!.SecondLevel, part.Row("住宿费").Indicator!.Value));

        (Measure, decimal?, MoneyUnit?) Told(string label) => part.Row(label).Facts[3] is { } fact ? (fact.Measure, fact.Stated, fact.Unit) : default;
    }

    [Fact]
    public void Read_fundsEachInARow_areFoundToo()
    {
        var form = Form("""
            项目名称 | 信息化建设 | < | <
            主管部门 | 某局 | 实施单位 | 某中心
            项目资金 | 年度资金总额 | 20万元 | <
            ^ | 其中：财政拨款 | 15万元 | <
            ^ | 其他资金 | 5万元 | <
            年度总体目标 | 建成系统 | < | <
            一级指标 | 二级指标 | 三级指标 | 指标值
            产出指标 | 成本指标 | 建设费 | 20万元
            """);
        Assert.Equal([200_000m, 150_000m, 50_000m], form.Part("")!.Rows[0].Facts.OfType<Fact>().Select(static fact => fact.Amount!.Value.Yuan));
    }

    [Fact]
    public void Read_severalForms_areAsPreciseAsTheFinestOfThem()
    {
        var blocks = new[] { "80", "12.50" }.Select(static amount => (Block)Printed.Table($"""
            项目名称 | 项目{amount} | < | <
            年度资金总额 | {amount} | 其中：财政拨款 | {amount}
            一级指标 | 二级指标 | 三级指标 | 指标值
            产出指标 | 成本指标 | 费用 | {amount}万元
            """)).ToArray();
        var facts = Printed.Recognise(blocks).Facts;
        Assert.All(facts, static fact => Assert.Equal(50m, fact.Amount!.Value.HalfPlace));
    }

    [Fact]
    public void Recognises_formWithoutTitle_byItsWords() => Assert.Equal(FormRole.B11, Assert.Single(Printed.Recognise(Printed.Table(Usual.Split('\n', 2)[1])).Forms).Role);

    [Fact]
    public void Recognises_budgetForm_isNone()
    {
        var table = Printed.Table("科目编码 | 科目名称 | 合计\n2013101 | 行政运行 | 1.00");
        Assert.False(PerformanceReader.Recognises(new TableView(table, 1, 1, 0, 2)));
    }

    private static FormTable Form(string drawing) => Assert.Single(Printed.Recognise(Printed.Table(drawing)).Forms);
}
