using Gouji.Extract.Text;

namespace Gouji.Extract.Tests.Text;

public sealed class BudgetWordsTests
{
    [Theory]
    [InlineData("合计", true)]
    [InlineData("合　 计", true)]
    [InlineData("支 出 总 计：", true)]
    [InlineData("小计", true)]
    [InlineData("会计", false)]
    [InlineData("合计数", false)]
    [InlineData("一般公共预算财政拨款支出合计", false)]
    public void IsTotalLabel_ignoresSpaces(string text, bool expected) => Assert.Equal(expected, BudgetWords.IsTotalLabel(text));

    [Theory]
    [InlineData("收支 总 表", true)]
    [InlineData("绩效目标表（一）", false)]
    [InlineData("收支总表（空表）", true)]
    [InlineData("表三：", true)]
    [InlineData("附表1", true)]
    [InlineData("表扬先进", false)]
    [InlineData("指标", false)]
    public void IsTableTitle_knowsTitlesAndNumbers(string text, bool expected) => Assert.Equal(expected, BudgetWords.IsTableTitle(text));

    [Theory]
    [InlineData("编制部门：测绘局", true)]
    [InlineData("填报单位（盖章）：测绘局", true)]
    [InlineData("单位:元", true)]
    [InlineData("单位名称", false)]
    [InlineData("年度资金总额：", false)]
    public void IsCaption_needsAColon(string text, bool expected) => Assert.Equal(expected, BudgetWords.IsCaption(text));

    [Theory]
    [InlineData("一、主要职能", true)]
    [InlineData("（三）公务接待", true)]
    [InlineData("十二、其他", true)]
    [InlineData("一般公共预算", false)]
    [InlineData("三公经费", false)]
    public void IsNumberedHeading_needsAMarkAfterTheNumber(string text, bool expected) => Assert.Equal(expected, BudgetWords.IsNumberedHeading(text));
}
