using Gouji.Model;

namespace Gouji.Normalize.Tests.Rules.BuiltIn;

/// <summary>What the manners of places make of the sentences that several checks read.</summary>
public sealed class ProseChecksTests
{
    [Theory]
    [InlineData("下设2个科室，分别是：办公室、财务科（会计核算）。", 0)]
    [InlineData("内设机构2个，分别为：办公室、财务科。", 0)]
    [InlineData("内设机构3个，分别为：办公室、财务科。", 1)]
    [InlineData("内设3个股室，即：办公室、财务股。", 1)]
    public void Offices_countedInAnyManner_areCompared(string sentence, int broken) =>
        Assert.Equal(broken, Checks.Run("offices-enumerated", $"text 二、机构设置情况 | {sentence}").Broken().Count());

    [Theory]
    [InlineData("本年支出合计48", 50)]
    [InlineData("支出总计48", 60)]
    public void Amounts_wrongTotal_shouldBeThatOfTheYearWhereItSays合计(string said, int expected)
    {
        var result = Assert.Single(Checks.Run("amounts-as-in-tables", $"F1.expenditure[subtotal] 50.00  F1.expenditure[total] 60.00  F3[total].total 50.00  text 三、支出决算情况说明 | {said}.00万元。").Broken());
        Assert.Equal(expected, result.Expected);
    }

    [Fact]
    public void Headings_yearOfALaterSentence_isNotThatOfTheHeading() =>
        Assert.Empty(Checks.Run("years-in-headings", "B3[total].total 1.00  text 三、支出预算情况说明 | （三）国有资产占用使用情况。2018年共有车辆7辆。").Broken());

    [Fact]
    public void Shares_movedSoThatASectionAddsUpTo100_areRounded()
    {
        const string Before = "text 五、一般公共预算当年拨款情况说明 | （二）一般公共预算当年拨款结构情况 | ";
        var results = Checks.Run("shares-of-whole", Before + "一般公共预算拨款300万元。 | 1.教育（类）100万元，占33.34%。 | 2.卫生健康（类）100万元，占33.33%。 | 3.农林水（类）100万元，占33.33%。");
        Assert.Contains(results, static result => result.Verdict == Verdict.HoldsWithinRounding);
        Assert.Empty(results.Broken());
    }

    [Theory]
    [InlineData("公务用车费3万元，占60%；公务接待费2万元，占40%。", 0)]
    [InlineData("“三公”经费5万元，公务用车费3万元，占60%；公务接待费2万元，占4%。", 1)]
    public void Shares_besideEachOther_areNotOfEachOther(string sentence, int broken) =>
        Assert.Equal(broken, Checks.Run("shares-of-whole", $"text 八、“三公”经费预算情况说明 | {sentence}").Broken().Count());

    [Fact]
    public void Shares_ofAWholeThatTheyName_areOfNoOther() =>
        Assert.Single(Checks.Run("shares-of-whole", "text 三、支出预算情况说明 | 支出预算200万元。 | 一般公共预算支出80万元，占财政拨款支出100万元的40%。").Broken());

    [Theory]
    [InlineData("减少0.3万元", 0)]
    [InlineData("减少0.9万元", 1)]
    public void AddUp_unchangedItems_countAsNothing(string change, int broken) =>
        Assert.Equal(broken, Checks.Run("changes-add-up", $"text 八、“三公”经费预算情况说明 | “三公”经费预算17万元，因公出国（境）费0万元，公务用车购置费0万元，公务用车运行费15万元，公务接待费2万元。 | “三公”经费预算比上年预算{change}，其中：因公出国（境）费与上年预算持平，公务用车购置费与上年预算持平，公务用车运行费比上年预算增加0.5万元，公务接待费比上年预算减少0.8万元。").Broken().Count());

    [Theory]
    [InlineData("支出较上年预算增加75万元", 0)]
    [InlineData("支出较上年预算增加57万元", 1)]
    [InlineData("支出较上年执行数增加57万元", 0)]
    public void Balance_changesOfTheTotals_areCompared(string change, int broken) =>
        Assert.Equal(broken, Checks.Run("changes-balance", $"text 二、收入预算情况说明 | 收入预算100万元。收入较上年预算增加75万元。 | 三、支出预算情况说明 | 支出预算100万元。{change}。").Broken().Count());
}
