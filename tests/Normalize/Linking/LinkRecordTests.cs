using Gouji.Model;
using Gouji.Normalize.Linking;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Linking;

public sealed class LinkRecordTests
{
    [Fact]
    public void Of_documentWithoutAYear_isNotLinked() => Assert.Null(LinkRecord.Of(Printed.Recognise(Printed.Line("某局部门预算公开"))));

    [Fact]
    public void Of_smallBudget_keepsTotalsAndItems() =>
        Assert.Equal(
            ["gpb.basic", "gpb.project", "gpb.total", "gpb:2010601", "gpb:2010602", "gpb.total@PreviousBudget", "gpb:2010601@PreviousBudget", "gpb:2010602@PreviousBudget"],
            Years.Budget("某局", 2020, 100, "上年预算数", 90).Figures
                .Select(static figure => figure.Thing + (figure.Measure == LinkMeasure.ThisYear ? "" : "@" + figure.Measure))
                .OrderBy(static name => name.Contains('@')).ThenBy(static name => name, StringComparer.Ordinal));

    [Theory]
    [InlineData("基本支出90.00万元，比上年预算减少10.00万元。", "gpb.basic@PreviousBudget=1000000")]
    [InlineData("基本支出90.00万元，比2019年执行数减少10.00万元。", "gpb.basic@PreviousExecuted=1000000")]
    [InlineData("基本支出90.00万元，比上年增加10.00万元。", "gpb.basic@PreviousUnnamed=800000")]
    [InlineData("基本支出90.00万元，与上年预算持平。", "gpb.basic@PreviousBudget=900000")]
    [InlineData("1.一般公共服务（类）财政事务（款）行政运行（项）：2020年预算数为100.00万元，比上年执行数减少10.00万元。", "gpb:2010601@PreviousExecuted=1100000")]
    [InlineData("1.一般公共服务（类）财政事务（款）信息化建设（项）：2020年预算数为100.00万元，比上年执行数减少10.00万元。", "")]
    [InlineData("2019年一般公共预算支出预算数为110.00万元。", "gpb.total@PreviousBudget=1100000")]
    [InlineData("基本支出90.00万元，比2018年预算减少10.00万元。", "")]
    [InlineData("基本支出90.00万元，比上年调整预算减少10.00万元。", "")]
    [InlineData("基本支出80.00万元，比上年预算减少10.00万元。", "")]
    public void Of_changeInASentence_impliesTheYearBeforeWhereItsFigureIsThatOfTheTable(string sentence, string expected)
    {
        var record = Years.Record("a.docx",
            Printed.Line("某局2020年部门预算公开"),
            Printed.Line("一般公共预算支出情况表"),
            Printed.Line("编制部门：某局 单位：万元"),
            Printed.Table("科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出\n2010601 | 行政运行 | 100.00 | 90.00 | 10.00\n | 合计 | 100.00 | 90.00 | 10.00"),
            Printed.Line("五、一般公共预算当年拨款情况说明"),
            Printed.Line(sentence));
        Assert.Equal(expected, string.Join('\n', record.Figures.Where(static figure => figure.Fact.Source == FactSource.Text).Select(static figure => $"{figure.Thing}@{figure.Measure}={figure.Yuan:0}")));
    }

    [Fact]
    public void Of_restructuringInTheGlossary_doesNotCount()
    {
        Assert.True(Years.Budget("某局", 2020, 100, remark: "因机构改革划入人员。").SpeaksOfRestructuring);
        Assert.False(Years.Record("a.docx", Printed.Line("某局2020年部门预算公开"), Printed.Line("一般公共预算支出情况表"), Printed.Line("编制部门：某局 单位：万元"),
            Printed.Table("科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出\n2010601 | 行政运行 | 100.00 | 90.00 | 10.00\n | 合计 | 100.00 | 90.00 | 10.00"),
            Printed.Line("第四部分 名词解释"), Printed.Line("转移性支出：指上下级政府之间划转的资金，包括以前年度结转结余资金的划转和其他各项资金的合并使用。")).SpeaksOfRestructuring);
    }

    [Fact]
    public void Of_twoFormsThatContradictEachOther_leavesTheFigureOut()
    {
        Block[] form =
        [
            Printed.Line("一般公共预算支出情况表"), Printed.Line("编制部门：某局 单位：万元"),
            Printed.Table("科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出\n2010601 | 行政运行 | 100.00 | 90.00 | 10.00\n | 合计 | 100.00 | 90.00 | 10.00"),
        ];
        var other = (Block[])[form[0], form[1], Printed.Table("科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出\n2010601 | 行政运行 | 120.00 | 90.00 | 30.00\n | 合计 | 120.00 | 90.00 | 30.00")];
        var record = Years.Record("a.docx", [Printed.Line("某局2020年部门预算公开"), .. form, .. other]);
        Assert.Equal(["gpb.basic"], record.Figures.Select(static figure => figure.Thing));
    }
}
