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

    // Accounts say 决算 in the name of each total, tell 总计 and 合计 in one section, and both sides at once.
    [Theory]
    [InlineData("2022年度收入、支出决算总计60.00万元。 | （一）收入决算总计60.00万元。 | 1.本年收入决算合计55.00万元。 | （二）支出决算总计60.00万元。 | 1.本年支出决算合计50.00万元。", 0)]
    [InlineData("2022年度收入、支出决算总计61.00万元。", 1)]
    [InlineData("（一）收入决算总计61.00万元。", 1)]
    [InlineData("（一）收入决算总计60.00万元。 | 1.本年收入决算合计51.00万元。", 1)]
    [InlineData("（二）支出决算总计60.00万元。 | 1.本年支出决算合计51.00万元。", 1)]
    [InlineData("（二）支出决算总计60.00万元。 | 1.项目支出决算合计20.00万元。", 0)]
    public void Amounts_ofAccountsThatSay决算_areCompared(string sentences, int broken) =>
        Assert.Equal(broken, Checks.Run("amounts-as-in-tables", $"F1.income[subtotal] 55.00  F1.income[total] 60.00  F1.expenditure[subtotal] 50.00  F1.expenditure[total] 60.00  F3[total].total 50.00  text 一、收入支出决算总体情况说明 | {sentences}").Broken().Count());

    [Theory]
    [InlineData("九、“三公”经费、会议费、培训费支出情况说明 | 一般公共预算财政拨款“三公”经费支出决算8.00万元（其中：一般公共预算支出8.00万元；政府性基金预算支出0万元）。公务接待费支出3.00万元，占“三公”经费的37.5%。", 0)]
    [InlineData("九、“三公”经费、会议费、培训费支出情况说明 | 一般公共预算财政拨款“三公”经费支出决算8.10万元（其中：一般公共预算支出8.10万元；政府性基金预算支出0万元）。", 1)]
    [InlineData("九、“三公”经费、会议费、培训费支出情况说明 | （1）公务用车运行维护费支出预算6.00万元，支出决算5.00万元，完成预算的83.33%。", 0)]
    [InlineData("九、“三公”经费、会议费、培训费支出情况说明 | （1）公务用车运行维护费支出预算6.00万元，支出决算5.50万元，完成预算的91.67%。", 1)]
    public void Amounts_ofThreePublicAccounts_areCompared(string sentences, int broken) =>
        Assert.Equal(broken, Checks.Run("amounts-as-in-tables", $"F7[total].total 8.00  F7[total].vehicles 5.00  F7[total].operation 5.00  F7[total].reception 3.00  text {sentences}").Broken().Count());

    [Theory]
    [InlineData("会议费支出预算80.00万元，支出决算60.00万元，完成预算的75.00%。", 0)]
    [InlineData("会议费支出预算80.00万元，支出决算60.00万元，完成预算的57.00%。", 1)]
    [InlineData("财政拨款支出决算90.00万元，占本年支出合计的99.62%。与2022年度财政拨款支出年初预算80.00万元相比，完成年初预算的112.50%。", 0)]
    [InlineData("财政拨款支出决算90.00万元，占本年支出合计的99.62%。与2022年度财政拨款支出年初预算80.00万元相比，完成年初预算的121.50%。", 1)]
    [InlineData("会议费支出决算60.00万元。与2022年度财政拨款支出年初预算80.00万元相比，完成年初预算的121.50%。", 0)]
    [InlineData("公务用车购置支出预算0万元，支出决算0万元，完成预算的100%。", 0)]
    [InlineData("公务用车购置支出预算0万元，支出决算5万元，完成预算的100%。", 1)]
    public void CompletionRates_ofABudgetNamedBeforeOrBehind_areCompared(string sentence, int broken) =>
        Assert.Equal(broken, Checks.Run("completion-rates", $"F3[total].total 95.00  text 五、支出决算情况说明 | {sentence}").Broken().Count());

    // What stands in brackets is a part of what was told before them, and the next sentence speaks of the whole.
    [Theory]
    [InlineData("减少2.00万元，减少20.00%", 0)]
    [InlineData("减少2.00万元，减少25.00%", 1)]
    public void ChangeRates_behindBrackets_areOfWhatStandsBeforeThem(string change, int broken) =>
        Assert.Equal(broken, Checks.Run("rates-on-previous-year", $"F7[total].total 8.00  text 九、“三公”经费支出情况说明 | “三公”经费支出决算8.00万元（其中：一般公共预算支出8.00万元；政府性基金预算支出0万元）。与上年相比，{change}。").Broken().Count());

    [Theory]
    [InlineData("收、支总计各增加2.00万元，增长25.00%", 0)]
    [InlineData("收、支总计各增加2.00万元，增长20.00%", 1)]
    public void ChangeRates_ofBothSides_areOfTheTotalOfBoth(string change, int broken) =>
        Assert.Equal(broken, Checks.Run("rates-on-previous-year", $"F1.income[total] 10.00  text 一、收入支出决算总体情况说明 | 收入、支出决算总计10.00万元。与上年相比，{change}。").Broken().Count());

    [Theory]
    [InlineData("占本年支出合计的80%", 0)]
    [InlineData("占本年支出的80%", 0)]
    [InlineData("占本年支出合计的70%", 1)]
    [InlineData("占四本预算资金（基本支出除外）总额的70%", 0)]
    public void Shares_ofATotalThatTheyName_areComparedWithItAlone(string share, int broken) =>
        Assert.Equal(broken, Checks.Run("shares-of-whole", $"F3[total].total 50.00  F5[total].total 40.00  text 五、一般公共预算财政拨款支出决算情况说明 | 一般公共预算财政拨款支出40.00万元，{share}。").Broken().Count());

    [Theory]
    [InlineData("单价50万元以上通用设备4台（套）；单价100万元以上专用设备11台（套）。", 0)]
    [InlineData("单价50万元以上设备4台（套）；单价100万元以上设备11台（套）。", 1)]
    public void Equipment_ofTwoKinds_isNotCompared(string sentence, int broken) =>
        Assert.Equal(broken, Checks.Run("equipment-counted", $"text 十、国有资产占用情况说明 | {sentence}").Broken().Count());

    [Theory]
    [InlineData("增长25%", 0)]
    [InlineData("增长100%", 0)]
    [InlineData("增长30%", 1)]
    public void Rates_behindAPart_mayBeOfTheWhole(string rate, int broken) =>
        Assert.Equal(broken, Checks.Run("rates-on-previous-year", $"text 一、收入决算情况说明 | 收入总计50万元，其中年初结转和结余20万元，较2020年增加10万元，{rate}。").Broken().Count());

    // Institutions have public cost and no operating cost of an agency, so less is as it should be; more is not.
    [Theory]
    [InlineData("30.00", 0)]
    [InlineData("25.00", 0)]
    [InlineData("35.00", 1)]
    public void AgencyCost_ofAccounts_isAtMostThePublicCost(string said, int broken) =>
        Assert.Equal(broken, Checks.Run("agency-cost-as-in-table", $"F6[public].total 30.00  text 十二、机关运行经费支出决算情况说明 | 机关运行经费支出决算{said}万元。").Broken().Count());
}
