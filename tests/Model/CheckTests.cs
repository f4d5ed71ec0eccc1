namespace Gouji.Model.Tests;

public sealed class CheckTests
{
    private static readonly Check Told = new() { Rule = "R-COL", Subject = new Message("合计行", "row of totals"), Verdict = Verdict.Broken, Left = 950m, Right = 1145m };

    [Fact]
    public void Difference_bothSides_isLeftMinusRight() => Assert.Equal(-195m, Told.Difference);

    [Fact]
    public void Difference_sideThatCannotBeTold_isNothing()
    {
        Assert.Null((Told with { Left = null }).Difference);
        Assert.Null((Told with { Right = null }).Difference);
    }

    [Theory]
    [InlineData(Language.Chinese, "合计行")]
    [InlineData(Language.English, "row of totals")]
    public void In_language_isTheSentenceOfThatLanguage(Language language, string text) => Assert.Equal(text, Told.Subject.In(language));

    [Fact]
    public void Severities_fromLightToGrave_areInOrder() => Assert.Equal([Severity.Notice, Severity.Warning, Severity.Error], Enum.GetValues<Severity>().Order());
}
