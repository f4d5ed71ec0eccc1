using Gouji.Normalize.Prose;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Prose;

public sealed class ClaimReaderTests
{
    [Fact]
    public void Read_figureOfTheYearBefore_isOfTheSameThing()
    {
        var claims = Claims("二、收入预算情况说明", "2023年收入预算120万元，比2022年100万元增加20万元，增长20%。");
        Assert.Equal(["收入预算", "收入预算", "收入预算", "收入预算"], claims.Select(static claim => claim.Subject));
        Assert.True(claims[1].IsOfEarlierYear);
        Assert.Same(claims[0], claims[2].Owner);
    }

    [Theory]
    [InlineData("（二）公务接待费。2023年预算数0.45万元。", "公务接待费")]
    [InlineData("（一）收入预算情况：2023年年初预算数120万元。", "收入预算")]
    [InlineData("2.公务接待费0.45万元。", "公务接待费")]
    public void Read_figureWithoutAName_hasThatOfItsTopic(string text, string subject) =>
        Assert.Equal(subject, Assert.Single(Claims("五、“三公”经费预算情况说明", text)).Subject);

    [Fact]
    public void Read_unchanged_isOfTheThingThatItNames()
    {
        var claims = Claims("八、“三公”经费预算情况说明", "因公出国（境）费0万元，公务用车购置2万元。", "其中：因公出国（境）费与上年预算持平，公务用车购置费较上年预算无变化。");
        Assert.Equal([claims[0], claims[1]], claims.Where(static claim => claim.Kind == ClaimKind.Unchanged).Select(static claim => claim.Owner));
    }

    [Fact]
    public void Read_changeOfANamedThing_isOfTheOneAmountOfItsSection()
    {
        var claims = Claims("八、“三公”经费预算情况说明", "公务接待费2.1万元，公务用车运行费15万元。", "（二）公务接待费比上年预算减少0.3万元，下降12.50%。");
        Assert.Equal([claims[0], claims[0]], claims.Skip(2).Select(static claim => claim.Owner));
    }

    [Fact]
    public void Read_changeOfAThingWithTwoAmounts_isOfNeither()
    {
        var claims = Claims("八、“三公”经费预算情况说明", "公务接待费2.1万元。", "公务接待费1.1万元。", "公务接待费比上年预算减少0.3万元。");
        Assert.Null(claims[^1].Owner);
    }

    [Fact]
    public void Read_wholeThatAShareNames_isNoAmountOfItsOwn()
    {
        var claims = Claims("三、支出预算情况说明", "一般公共预算支出80万元，占支出预算100万元的80%。");
        Assert.False(claims[1].IsAmount);
        Assert.Equal((ClaimKind.Share, claims[0], claims[1]), (claims[2].Kind, claims[2].Owner, claims[2].Whole));
    }

    [Theory]
    [InlineData("包括人员经费3万元和公用经费2万元。", "人员经费", "公用经费")]
    [InlineData("安排基本支出3万元，基本支出年初预算数为2万元。", "基本支出", "基本支出")]
    public void Read_wordsAroundAName_areNoPartOfIt(string text, params string[] subjects) =>
        Assert.Equal(subjects, Claims("三、支出预算情况说明", text).Select(static claim => claim.Subject));

    private static List<Claim> Claims(string heading, params string[] paragraphs) =>
        [.. Printed.Recognise([Printed.Line("某局2023年部门预算公开"), Printed.Line(heading), .. paragraphs.Select(Printed.Line)]).Prose.Claims];
}
