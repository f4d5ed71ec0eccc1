using Gouji.Normalize.Prose;

namespace Gouji.Normalize.Tests.Prose;

public sealed class ItemReferenceTests
{
    [Theory]
    [InlineData("1.一般公共服务(类)财政事务(款)行政运行(项):", 7, "一般公共服务", "财政事务", "行政运行", "")]
    [InlineData("一般公共服务支出(201类)财政事务(06款)行政运行(01项)", 7, "一般公共服务支出", "财政事务", "行政运行", "2010601")]
    [InlineData("一般公共服务支出(201)财政事务(06)行政运行(01)", 7, "一般公共服务支出", "财政事务", "行政运行", "2010601")]
    [InlineData("一般公共服务支出(201)财政事务(20106)行政运行(2010601)", 7, "一般公共服务支出", "财政事务", "行政运行", "2010601")]
    [InlineData("(一)一般公共服务(类)党委办公厅(室)及相关机构事务(款)行政运行(项)", 7, "一般公共服务", "党委办公厅室及相关机构事务", "行政运行", "")]
    [InlineData("其中:教育支出(类)普通教育(款)", 5, "教育支出", "普通教育", "", "")]
    [InlineData("1.普通教育(款)小学教育(项)支出", 7, "", "普通教育", "小学教育", "")]
    [InlineData("2.卫生健康支出(类)", 3, "卫生健康支出", "", "", "")]
    public void In_line_findsTheItemAndItsLevel(string text, int level, string name, string section, string item, string code)
    {
        var found = Assert.Single(ItemReference.In(text));
        Assert.Equal((level, name, section, item, code), (found.Level, found.Class, found.Section, found.Item, found.Code));
        Assert.EndsWith(")", text[found.Start..found.End], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("维修(护)费1万元")]
    [InlineData("因公出国(境)费0万元")]
    [InlineData("行政运行950.64万元")]
    [InlineData("")]
    public void In_lineWithoutItem_findsNone(string text) => Assert.Empty(ItemReference.In(text));

    [Fact]
    public void In_lineWithSeveral_findsEachInOrder() =>
        Assert.Equal(["行政运行", "住房公积金"], ItemReference.In("教育(类)教育管理事务(款)行政运行(项)5万元,住房保障(类)住房改革支出(款)住房公积金(项)2万元").Select(static item => item.Item));
}
