using Gouji.Model;

namespace Gouji.Normalize.Tests.Rules.BuiltIn;

public sealed class ProseSumChecksTests
{
    [Fact]
    public void Totals_classThatEndsIn支出_isNoWholeOfBasicAndProject() =>
        Assert.Empty(Checks.Run("parts-listed", "text 四、一般公共预算拨款支出情况说明 | 一般公共预算拨款支出90万元，其中，住房保障支出4万元。 | 基本支出60万元。 | 项目支出30万元。").Broken());

    [Fact]
    public void Totals_partsInAnyOrder_areAdded()
    {
        const string Sentence = "text 五、“三公”经费预算情况说明 | “三公”经费预算{0}万元，其中：公务接待费1万元，公务用车购置及运行费5万元，因公出国（境）费2万元。";
        Assert.Equal(Verdict.Holds, Assert.Single(Checks.Run("parts-listed", Sentence.Replace("{0}", "8", StringComparison.Ordinal))).Verdict);
        Assert.Single(Checks.Run("parts-listed", Sentence.Replace("{0}", "18", StringComparison.Ordinal)).Broken());
    }

    [Fact]
    public void Totals_fiscalClassesOnALineOfTheirOwn_areAdded() =>
        Assert.Single(Checks.Run("parts-listed", "text 四、财政拨款收支预算情况的总体说明 | 2020年财政拨款收支总预算100万元。 | 支出预算包括：教育支出60万元、卫生健康支出30万元。").Broken());

    [Fact]
    public void Totals_fiscalListThatMixesClassesAndNatures_isLeftAlone() =>
        Assert.Empty(Checks.Run("parts-listed", "text 四、财政拨款收支预算情况的总体说明 | 2020年财政拨款收支总预算100万元。 | 支出预算包括：教育支出100万元，具体为：人员经费60万元、公用经费40万元。"));

    [Theory]
    [InlineData("60", 0)]
    [InlineData("66", 1)]
    public void Changes_toldWithoutAmounts_areAdded(string project, int broken) =>
        Assert.Equal(broken, Checks.Run("changes-of-parts", $"text 三、支出预算情况说明 | 支出比2021年增加85万元，其中基本支出比2021年增加25万元，项目支出比2021年增加{project}万元。").Broken().Count());

    [Fact]
    public void Changes_wholeThatIsToldAgain_hasThePartsOfItsOwnParagraph() =>
        Assert.Single(Checks.Run("changes-of-parts", "text 三、支出预算情况说明 | 支出预算100.00万元，其中：基本支出60.00万元，项目支出40.00万元。 | 支出预算100.00万元，比上年预算增加9.40万元，其中：基本支出60.00万元，比上年预算增加7.20万元；项目支出40.00万元，比上年预算减少2.30万元。").Broken());

    [Fact]
    public void Changes_ofThreePublic_areLeftToTheirOwnRule() =>
        Assert.Empty(Checks.Run("changes-of-parts", "text 八、“三公”经费预算情况说明 | “三公”经费预算8万元，比上年预算增加9万元，其中：因公出国（境）费2万元，比上年预算增加1万元；公务用车购置及运行费5万元，比上年预算增加1万元；公务接待费1万元，与上年预算持平。").Broken());
}
