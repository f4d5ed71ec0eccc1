using Gouji.Extract.Geometry;

namespace Gouji.Extract.Tests.Geometry;

public sealed class RuleMergerTests
{
    [Fact]
    public void Merge_piecesEndToEnd_areOneRule() =>
        Assert.Equal([new Rule(true, 100, 10, 90)], RuleMerger.Merge([new Rule(true, 100, 50, 90), new Rule(true, 100, 10, 50)]));

    [Fact]
    public void Merge_dashes_areOneRule()
    {
        var rule = Assert.Single(RuleMerger.Merge([.. Enumerable.Range(0, 20).Select(static i => new Rule(false, 5, i * 5, (i * 5) + 2))]));

        Assert.Equal((0, 97), (rule.From, rule.To));
    }

    [Fact]
    public void Merge_doubleLine_isOneRuleBetween()
    {
        var rule = Assert.Single(RuleMerger.Merge([new Rule(true, 100, 10, 90), new Rule(true, 102, 10, 90)]));

        Assert.Equal(101, rule.At, 6);
    }

    [Fact]
    public void Merge_rulesOfTablesSideBySide_stayTwo() =>
        Assert.Equal(2, RuleMerger.Merge([new Rule(true, 100, 10, 90), new Rule(true, 100, 120, 200)]).Count);

    [Fact]
    public void Merge_rowsOfSmallPrint_stayApart() =>
        Assert.Equal(2, RuleMerger.Merge([new Rule(true, 100, 10, 90), new Rule(true, 106, 10, 90)]).Count);
}
