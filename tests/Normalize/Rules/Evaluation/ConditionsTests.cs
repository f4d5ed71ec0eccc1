using Gouji.Model;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Tests.Rules.Evaluation;

public sealed class ConditionsTests
{
    [Theory]
    [InlineData("has", "B3", "B3[total].total 1.00", true)]
    [InlineData("has", "B5", "B3[total].total 1.00", false)]
    [InlineData("coded", "B3", "B3[2013101].total 1.00", true)]
    [InlineData("coded", "B3", "B3[total].total 1.00", false)]
    [InlineData("no-carryover", "", "B1.income[gpb] 1.00  B1.income[total] 1.00", true)]
    [InlineData("no-carryover", "", "B1.income[gpb] 1.00  B1.income[carryover] 1.00  B1.income[total] 2.00", false)]
    [InlineData("no-carryover", "", "B1.income[gpb] 1.00  B1.expenditure[carryforward] 1.00", false)]
    [InlineData("basic-row", "", "B8[total].total 2.00  B8[row 基本支出].total 1.00  B8[row 项目支出].total 1.00", true)]
    [InlineData("project-row", "", "B8[total].total 2.00  B8[row 基本支出].total 1.00  B8[row 项目支出].total 1.00", true)]
    [InlineData("basic-row", "", "B8[total].total 2.00", false)]
    [InlineData("project-row", "", "B8[total].total 2.00", false)]
    [InlineData("every-project-has-targets", "", "B7[2013199 甲项目].total 1.00  B11[甲项目 fund].total 1.00", true)]
    [InlineData("every-project-has-targets", "", "B7[2013199 甲项目].total 1.00  B7[2013199 乙项目].total 1.00  B11[甲项目 fund].total 1.00", false)]
    [InlineData("costs-itemised", "", "B11[甲项目 fund].total 1.00  B11[甲项目 cost 车辆运行费].value 1.00", true)]
    [InlineData("costs-itemised", "", "B11[甲项目 fund].total 1.00  B11[甲项目 cost 租车费].value 1.00", false)]
    [InlineData("carriers-itemised", "", "B7[2013199 公务接待].total 2.00  B11[公务接待 fund].total 2.00  B11[公务接待 cost 接待费].value 2.00", true)]
    [InlineData("carriers-itemised", "", "B7[2013199 公务接待].total 3.00  B11[公务接待 fund].total 3.00  B11[公务接待 cost 接待费].value 2.00", false)]
    [InlineData("projects-of-all-funds", "", "B3[total].project 2.00  B5[total].project 1.00  B7[total].total 2.00", true)]
    [InlineData("projects-of-gpb", "", "B3[total].project 2.00  B5[total].project 1.00  B7[total].total 1.00", true)]
    [InlineData("projects-of-fiscal", "", "B3[total].project 4.00  B5[total].project 1.00  B9[total].project 2.00  B7[total].total 3.00", true)]
    [InlineData("projects-of-all-funds", "", "B3[total].project 2.00  B5[total].project 1.00  B7[total].total 9.00", true)]
    [InlineData("rolls-forward", "F8", "F8[2120801].opening 1.00  F8[2120801].income 2.00", true)]
    [InlineData("rolls-forward", "F5", "F5[2013101].total 2.00", false)]
    [InlineData("carryover-by-fund", "", "F4.income[gpb] 2.00  F4.income[total] 2.00", true)]
    [InlineData("carryover-by-fund", "", "F4.income[gpb] 2.00  F4.income[carryover] 1.00  F4.income[total] 3.00", false)]
    public void Holds_document_isToldByItsForms(string name, string form, string example, bool holds)
    {
        var index = new FormIndex(new DisclosureRecogniser().Recognise(ExampleBuilder.Build(example)));
        IReadOnlyList<FormName> forms = form.Length == 0 ? [] : [new FormName(Enum.Parse<FormRole>(form), "")];
        Assert.Equal(holds, Conditions.Holds(new Condition(name, forms, Negated: false), index));
        Assert.Equal(!holds, Conditions.Holds(new Condition(name, forms, Negated: true), index));
    }

    [Fact]
    public void Names_everyCondition_isKnownAndSaysWhyItIsNotMet() =>
        Assert.All(Conditions.Names, static name =>
        {
            Assert.True(Conditions.Knows(name));
            Assert.NotEmpty(Conditions.NotMet(new Condition(name, [], Negated: false)).Zh);
            Assert.Contains(name, Conditions.NotMet(new Condition(name, [], Negated: true)).En);
        });

    [Fact]
    public void Knows_anyOtherWord_isFalse() => Assert.False(Conditions.Knows("sunny"));
}
