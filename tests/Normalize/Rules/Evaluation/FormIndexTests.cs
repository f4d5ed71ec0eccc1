using Gouji.Model;
using Gouji.Normalize.Rules.Evaluation;

namespace Gouji.Normalize.Tests.Rules.Evaluation;

public sealed class FormIndexTests
{
    [Theory]
    [InlineData("B7[2013199 甲项目].total 1.00  B11[甲项目 fund].total 1.00", "甲项目", "甲项目")]
    [InlineData("B7[2013199 为民办实事经费].total 1.00  B11[访惠聚为民办实事经费 fund].total 1.00", "访惠聚为民办实事经费", "为民办实事经费")]
    [InlineData("B7[2013199 甲项目].total 1.00  B7[2013199 乙项目].total 2.00  B11[丙工程 fund].total 2.00", "丙工程", "乙项目")]
    [InlineData("B7[2013199 甲项目].total 2.00  B7[2013199 乙项目].total 2.00  B11[丙工程 fund].total 2.00", "丙工程", null)]
    [InlineData("B7[2013199 甲项目].total 1.00  B11[丙工程 fund].total 2.00", "丙工程", null)]
    [InlineData("B7[2013199 甲项目].total 1.00  B7[2013199 甲项目二期].total 2.00  B11[甲项目 fund].total 1.00", "甲项目", "甲项目")]
    public void ProjectInForm_project_isFoundByNameThenByPartThenByAmount(string example, string project, string? found) =>
        Assert.Equal(found, Index(example).ProjectInForm(project));

    [Fact]
    public void First_formPrintedTwice_isTheOneByItems()
    {
        var index = Index("B3[total].total 1.00  B3[2013101].total 1.00");
        Assert.Equal(FormRole.B3, index.First(FormRole.B3)!.Role);
        Assert.Null(index.First(FormRole.B9));
        Assert.Single(index.All(FormRole.B3));
    }

    [Theory]
    [InlineData("B3[2013101].total 1.00", true)]
    [InlineData("B3[201].total 1.00", false)]
    [InlineData("B3[total].total 1.00", false)]
    public void IsCoded_form_isOneWithItems(string example, bool coded) => Assert.Equal(coded, FormIndex.IsCoded(Index(example).First(FormRole.B3)!));

    [Theory]
    [InlineData("B1.income[gpb] 10.00  B1.income[total] 10.00", FormRole.B9, false)]
    [InlineData("B1.income[gpb] 10.00  B1.income[govfund] 1.00  B1.income[total] 11.00", FormRole.B9, true)]
    [InlineData("B1.income[gpb] 10.00  B1.income[govfund] 1.00  B1.income[total] 11.00", FormRole.B10, false)]
    [InlineData("B1.income[gpb] 10.00  B1.income[total] 10.00", FormRole.B6, true)]
    [InlineData("B3[total].total 10.00", FormRole.B9, true)]
    public void MayHoldMoney_formNotInTheDocument_isToldByTheSummaries(string example, FormRole role, bool may) => Assert.Equal(may, Index(example).MayHoldMoney(role));

    private static FormIndex Index(string example) => new(new DisclosureRecogniser().Recognise(ExampleBuilder.Build(example)));
}
