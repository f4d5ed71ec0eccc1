using Gouji.Model;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

/// <summary>Which rows sum up which, written as <c>201 = 20131 + 20132</c>.</summary>
public sealed class RowStructureTests
{
    private const string Header = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n";

    [Fact]
    public void Arrange_itemsAlone_totalSumsThemAll() => Expect("合计 = 2013101 + 2080505", """
        2013101 | 行政运行 | 3 | 3 |
        2080505 | 养老保险缴费支出 | 2 | 2 |
        合计 | | 5 | 5 |
        """);

    [Fact]
    public void Arrange_classSectionAndItem_eachSumsTheNextLevel() => Expect("""
        合计 = 2013101 + 2013102 + 2013299 + 2080505
        201 = 20131 + 20132
        20131 = 2013101 + 2013102
        20132 = 2013299
        208 = 20805
        20805 = 2080505
        """, """
        合计 | | 10 | 10 |
        201 | 一般公共服务支出 | 8 | 8 |
        20131 | 党委办公厅事务 | 6 | 6 |
        2013101 | 行政运行 | 4 | 4 |
        2013102 | 一般行政管理事务 | 2 | 2 |
        20132 | 组织事务 | 2 | 2 |
        2013299 | 其他组织事务支出 | 2 | 2 |
        208 | 社会保障和就业支出 | 2 | 2 |
        20805 | 行政事业单位养老支出 | 2 | 2 |
        2080505 | 养老保险缴费支出 | 2 | 2 |
        """);

    [Fact]
    public void Arrange_classOverItemsWithoutSections_sumsTheItems() => Expect("""
        201 = 2013101 + 2013102
        合计 = 2013101 + 2013102
        """, """
        201 | 一般公共服务支出 | 6 | 6 |
        2013101 | 行政运行 | 4 | 4 |
        2013102 | 一般行政管理事务 | 2 | 2 |
        合计 | | 6 | 6 |
        """);

    [Fact]
    public void Arrange_sectionWithoutItems_isALeaf() => Expect("""
        207 = 20799
        合计 = 20799 + 2013101
        """, """
        207 | 文化旅游体育与传媒支出 | 6 | 6 |
        20799 | 其他文化旅游体育与传媒支出 | 6 | 6 |
        2013101 | 行政运行 | 4 | 4 |
        合计 | | 10 | 10 |
        """);

    [Fact]
    public void Arrange_ofWhichRow_isInNoSum() => Expect("合计 = 2013101 + 2013102", """
        2013101 | 行政运行 | 4 | 4 |
        | 其中：在职人员经费 | 3 | 3 |
        2013102 | 一般行政管理事务 | 2 | 2 |
        合计 | | 6 | 6 |
        """);

    [Fact]
    public void Arrange_unitsHeadingTheirItems_sumThem() => Expect("""
        合计 = 2013101 + 2013102 + 2013101
        甲局本级 = 2013101 + 2013102
        乙中心 = 2013101
        """, """
        合计 | | 10 | 10 |
        | 甲局本级 | 6 | 6 |
        2013101 | 行政运行 | 4 | 4 |
        2013102 | 一般行政管理事务 | 2 | 2 |
        | 乙中心 | 4 | 4 |
        2013101 | 行政运行 | 4 | 4 |
        """);

    [Fact]
    public void Arrange_uncodedItemOfItsOwn_isCountedByTheTotal() => Expect("合计 = 2013101 + 结转下年", """
        2013101 | 行政运行 | 4 | 4 |
        | 结转下年 | 2 | 2 |
        合计 | | 6 | 6 |
        """);

    [Fact]
    public void Arrange_totalPrintedTwiceOverPages_bothSumAll() => Expect("""
        合计 = 2013101 + 2013102
        合计 = 2013101 + 2013102
        """, """
        合计 | | 6 | 6 |
        2013101 | 行政运行 | 4 | 4 |
        2013102 | 一般行政管理事务 | 2 | 2 |
        合计 | | 6 | 6 |
        """);

    [Fact]
    public void Arrange_twoSubtotalsAndATotal_theTotalCountsTheItemsOnly()
    {
        var part = Printed.Form("部门支出总表", Header + """
            2013101 | 行政运行 | 4 | 4 |
            | 小计 | 4 | 4 |
            2080505 | 养老保险缴费支出 | 2 | 2 |
            | 小计 | 2 | 2 |
            合计 | | 6 | 6 |
            """).Part("")!;
        Assert.Equal(["2013101", "2080505"], part.Total!.Parts.Select(i => part.Rows[i].FunctionCode));
        Assert.Equal(2, part.Rows.Count(static row => row.Kind == RowKind.Subtotal));
    }

    [Fact]
    public void Arrange_severalTotals_eachSumsWhatStandsAboveIt() => Expect("""
        合计 = 2013101 + 2013102
        合计 = 2080505
        """, """
        2013101 | 行政运行 | 4 | 4 |
        2013102 | 一般行政管理事务 | 2 | 2 |
        合计 | | 6 | 6 |
        2080505 | 养老保险缴费支出 | 3 | 3 |
        合计 | | 3 | 3 |
        """);

    [Fact]
    public void Arrange_projectsUnderTheirItem_areItsParts()
    {
        var part = Printed.Form("项目支出情况表", """
            科目编码 | 科目名称 | 项目名称 | 合计 | 工资福利支出 | 商品和服务支出 | 资本性支出
            2013199 | 其他事务支出 | | 30 | | 30 |
            | | 甲项目 | 10 | | 10 |
            | | 乙项目 | 20 | | 20 |
            合计 | | | 30 | | 30 |
            """).Part("")!;
        Assert.Equal("2013199 = 甲项目 + 乙项目\n合计 = 甲项目 + 乙项目", part.Sums());
        Assert.All(part.Rows.Where(static row => row.Project is not null), static row => Assert.Equal("2013199", row.FunctionCode));
    }

    [Fact]
    public void Arrange_economicClassesWithSections_sumTheirSections()
    {
        var part = Printed.Form("一般公共预算基本支出情况表", """
            科目编码 | 科目名称 | 小计 | 人员经费 | 公用经费
            301 | 工资福利支出 | 3 | 3 |
            30101 | 基本工资 | 2 | 2 |
            30102 | 津贴补贴 | 1 | 1 |
            302 | 商品和服务支出 | 2 | | 2
            30201 | 办公费 | 2 | | 2
            合计 | | 5 | 3 | 2
            """).Part("")!;
        Assert.Equal("301 = 30101 + 30102\n302 = 30201\n合计 = 30101 + 30102 + 30201", part.Sums());
    }

    private static void Expect(string sums, string rows) => Assert.Equal(sums.ReplaceLineEndings("\n"), Printed.Form("部门支出总体情况表", Header + rows).Part("")!.Sums());
}
