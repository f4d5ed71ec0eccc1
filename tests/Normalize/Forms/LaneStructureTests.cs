using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

/// <summary>Which rows of the income or expenditure side sum up which.</summary>
public sealed class LaneStructureTests
{
    [Fact]
    public void Arrange_fundsBelowFiscalAppropriation_areItsParts() => Income("""
        财政拨款（补助） = 一般公共预算 + 政府性基金预算
        小计 = 财政拨款（补助） + 事业收入 + 其他收入
        收入总计 = 小计 + 单位上年结余
        """, "财政拨款（补助）|10", "一般公共预算|9", "政府性基金预算|1", "事业收入|2", "其他收入|", "小计|12", "单位上年结余|3", "收入总计|15");

    [Fact]
    public void Arrange_ordinals_nestByTheirLevel() => Income("""
        一、财政拨款收入 = （一）一般公共预算 + （二）政府性基金预算
        二、财政专户管理资金 = 1.教育收费 + 2.其他收费
        本年收入合计 = 一、财政拨款收入 + 二、财政专户管理资金 + 三、事业收入
        收入总计 = 本年收入合计 + 四、上年结转
        """, "一、财政拨款收入|10", "（一）一般公共预算|9", "（二）政府性基金预算|1", "二、财政专户管理资金|3", "1.教育收费|1", "2.其他收费|2", "三、事业收入|2", "本年收入合计|15", "四、上年结转|5", "收入总计|20");

    [Fact]
    public void Arrange_noSubtotal_totalSumsEverythingAbove() => Income("收入总计 = 一般公共预算 + 事业收入 + 上年结转",
        "一般公共预算|9", "事业收入|2", "上年结转|5", "收入总计|16");

    [Fact]
    public void Arrange_ofWhichRows_areInNoSum() => Income("收入总计 = 一、财政拨款 + 二、事业收入",
        "一、财政拨款|9", "其中：一般公共预算|5", "二、事业收入|2", "收入总计|11");

    [Fact]
    public void Arrange_brothersBehindOfWhich_areOfWhichToo() => Income("收入总计 = 财政拨款 + 事业收入",
        "财政拨款|9", "其中：一般公共预算|5", "政府性基金预算|3", "事业收入|2", "收入总计|11");

    [Fact]
    public void Arrange_totalPrintedFirst_sumsWhatStandsBelow() => Income("收入总计 = 一般公共预算 + 事业收入",
        "收入总计|11", "一般公共预算|9", "事业收入|2");

    [Fact]
    public void Arrange_labelWithoutOrdinalAmongNumbered_isAPartOnlyWhereTheTotalClosesWithIt()
    {
        Income("收入总计 = 一、财政拨款 + 二、事业收入", "一、财政拨款|9", "经费拨款|4", "二、事业收入|2", "收入总计|11");
        Income("收入总计 = 一、财政拨款 + 捐赠款 + 二、事业收入", "一、财政拨款|9", "捐赠款|4", "二、事业收入|2", "收入总计|15");
    }

    [Fact]
    public void Arrange_fundsUnderCarryover_areItsParts() => Income("""
        上年结转 = 一般公共预算 + 政府性基金预算
        收入总计 = 本年收入 + 上年结转
        """.Replace("本年收入", "一般公共预算拨款"), "一般公共预算拨款|9", "上年结转|3", "一般公共预算|2", "政府性基金预算|1", "收入总计|12");

    [Fact]
    public void Arrange_expenditure_subtotalSumsTheClassesAndTotalAddsWhatIsCarriedForward()
    {
        var part = Printed.Form("收支总表", """
            项目 | 预算数 | 功能分类 | 预算数
            财政拨款 | 6.00 | 201 一般公共服务支出 | 2.00
            事业收入 | 1.00 | 205 教育支出 | 3.00
            | | 小计 | 5.00
            | | 结转下年 | 2.00
            收入总计 | 7.00 | 支出总计 | 7.00
            """).Part("expenditure")!;
        Assert.Equal("小计 = 201 + 205\n支出总计 = 小计 + 结转下年", part.Sums());
    }

    private static void Income(string sums, params string[] rows)
    {
        var classes = new[] { "201 一般公共服务支出|12", "202 外交支出|", "203 国防支出|", "204 公共安全支出|", "205 教育支出|", "206 科学技术支出|", "208 社会保障和就业支出|", "210 卫生健康支出|", "211 节能环保支出|", "212 城乡社区支出|" };
        var drawing = "收入 | < | 支出 | <\n项目 | 预算数 | 功能分类 | 预算数\n" + string.Join('\n', rows.Select((row, i) => $"{row}|{classes[i]}"));
        Assert.Equal(sums.ReplaceLineEndings("\n"), Printed.Form("部门收支总表", drawing).Part("income")!.Sums());
    }
}
