using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Prose;

public sealed class ItemRowsTests
{
    private const string Table = """
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        2010601 | 行政运行 | 10.00 | 10.00 |
        2010602 | 一般行政管理事务 | 2.00 | | 2.00
        2013201 | 行政运行 | 7.00 | 7.00 |
        2210201 | 住房公积金 | 3.00 | 3.00 |
        | 合计 | 22.00 | 20.00 | 2.00
        """;

    private static readonly FormRole[] General = [FormRole.B5];

    [Theory]
    [InlineData("一般公共服务(类)财政事务(款)行政运行(项)", "2010601", 10)]
    [InlineData("一般公共服务(类)组织事务(款)行政运行(项)", "2013201", 7)]
    [InlineData("一般公共服务支出(类)财政事务(款)", "20106", 12)]
    [InlineData("一般公共服务(类)", "201", 19)]
    [InlineData("住房保障(类)住房改革支出(款)住房公积金(项)", "2210201", 3)]
    [InlineData("任何名称(201类)任何名称(06款)任何名称(02项)", "2010602", 2)]
    public void Find_name_isTheRowsOfThatItem(string text, string code, decimal wan)
    {
        var match = Find(text, out var ambiguous);
        Assert.False(ambiguous);
        Assert.Equal(code, match!.Code);
        Assert.Equal(wan * 10_000, match.Cells.Sum(static cell => cell.Amount!.Value.Yuan));
    }

    [Fact]
    public void Find_nameOfNoRow_isNull() => Assert.Null(Find("教育(类)普通教育(款)高等教育(项)", out _));

    [Fact]
    public void Find_nameUnderAnotherSection_isNoneOfTheRows()
    {
        Assert.Null(Find("一般公共服务(类)其他(款)行政运行(项)", out var ambiguous));
        Assert.False(ambiguous);
    }

    private static ItemMatch? Find(string text, out bool ambiguous) =>
        ItemRows.Find([Printed.Form("一般公共预算支出情况表", Table)], General, ItemReference.In(text)[0], 2020, out ambiguous);
}
