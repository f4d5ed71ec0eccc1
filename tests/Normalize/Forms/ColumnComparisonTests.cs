using Gouji.Normalize.Forms;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

public sealed class ColumnComparisonTests
{
    private const string Expenditure = "一般公共预算支出表";

    [Theory]
    [InlineData("增减额 | 增减%", "Change 4: 3-2, Rate 5: 3-2")]
    [InlineData("比上年增减额 | 比上年增减幅度", "Change 4: 3-2, Rate 5: 3-2")]
    [InlineData("较上年变动 | 变动比例", "Change 4: 3-2, Rate 5: 3-2")]
    [InlineData("比上年减少 | 减少%", "")]
    [InlineData("占比 | 备注", "")]
    public void Find_headersOfOneLevel_pairThisYearWithLast(string headers, string expected) =>
        Assert.Equal(expected, Found(Expenditure, $"""
            科目编码 | 科目名称 | 上年执行数 | 本年预算数 | {headers}
            2010101 | 行政运行 | 70.00 | 80.00 | 10.00 | 14.29
            2010104 | 人大会议 | 30.00 | 40.00 | 10.00 | 33.33
            """));

    [Fact]
    public void Find_changeUnderAHeaderThatNamesBothYears_isAChange() =>
        Assert.Equal("Change 6: 3-2, Rate 7: 3-2", Found(Expenditure, """
            科目编码 | 科目名称 | 2019年执行数 | 2020年预算数 | < | < | 2020年预算数比2019年执行数 | <
            ^ | ^ | ^ | 合计 | 基本支出 | 项目支出 | 增减额 | 增减%
            2010101 | 行政运行 | 70.00 | 80.00 | 80.00 | 0 | 10.00 | 14.29
            2010104 | 人大会议 | 30.00 | 40.00 | 0 | 40.00 | 10.00 | 33.33
            """));

    [Fact]
    public void Find_twoBases_theWordDecides() =>
        Assert.Equal("Change 5: 4-2, Change 6: 4-3", Found(Expenditure, """
            科目编码 | 科目名称 | 上年预算数 | 上年执行数 | 本年预算数 | 比上年预算增减 | 比上年执行数增减
            2010101 | 行政运行 | 70.00 | 75.00 | 80.00 | 10.00 | 5.00
            2010104 | 人大会议 | 30.00 | 35.00 | 40.00 | 10.00 | 5.00
            """));

    [Fact]
    public void Find_twoBasesAndNoWord_cannotBeTold() =>
        Assert.Equal("", Found(Expenditure, """
            科目编码 | 科目名称 | 上年预算数 | 上年执行数 | 本年预算数 | 增减额
            2010101 | 行政运行 | 70.00 | 75.00 | 80.00 | 10.00
            2010104 | 人大会议 | 30.00 | 35.00 | 40.00 | 10.00
            """));

    [Fact]
    public void Find_pairsUnderEachItem_stayUnderTheirHeader() =>
        Assert.Equal("Completion 2: 1-0, Completion 5: 4-3", Found("2020年度财政拨款“三公”经费支出决算表", """
            公务用车运行维护费 | < | < | 公务接待费 | < | <
            预算数 | 决算数 | 完成率% | 预算数 | 决算数 | 完成率%
            12.00 | 9.00 | 75.00 | 8.00 | 6.00 | 75.00
            """));

    [Fact]
    public void Find_itemsAsRows_isFoundBeforeTheFormIsTurned()
    {
        var part = Printed.Form("2020年度财政拨款“三公”经费支出决算表", """
            项目 | 年初预算数 | 决算数 | 完成预算% | 上年决算数 | 比上年增减额 | 增减%
            合计 | 20.00 | 15.00 | 75.00 | 12.00 | 3.00 | 25.00
            公务用车运行维护费 | 12.00 | 9.00 | 75.00 | 7.00 | 2.00 | 28.57
            公务接待费 | 8.00 | 6.00 | 75.00 | 5.00 | 1.00 | 20.00
            """).Part("")!;
        Assert.Equal(
            ["合计 Completion 75.00", "合计 Change 3.00", "合计 Rate 25.00", "公务用车运行维护费 Completion 75.00", "公务用车运行维护费 Change 2.00", "公务用车运行维护费 Rate 28.57", "公务接待费 Completion 75.00", "公务接待费 Change 1.00", "公务接待费 Rate 20.00"],
            part.Compared.Select(static compared => $"{compared.Row.Label} {compared.Kind} {compared.Figure.Stated}"));

        // Percentages are kept as records too.
        Assert.Contains(part.Rows, static row => row.Facts is [{ Stated: 25.00m }, ..]);
    }

    [Fact]
    public void Of_fallsWithoutASign_areNotCompared()
    {
        var part = Printed.Form(Expenditure, """
            科目编码 | 科目名称 | 上年执行数 | 本年预算数 | 增减额
            2010101 | 行政运行 | 80.00 | 70.00 | 10.00
            2010104 | 人大会议 | 30.00 | 40.00 | 10.00
            """).Part("")!;
        Assert.NotEmpty(ColumnComparison.Find(part.Columns));
        Assert.Empty(part.Compared);
    }

    private static string Found(string title, string drawing) => string.Join(", ", ColumnComparison.Find(Printed.Form(title, drawing).Part("")!.Columns)
        .Select(static found => $"{found.Kind} {found.Column}: {found.Current}-{found.Base}"));
}
