using Gouji.Extract.Scans;

namespace Gouji.Extract.Tests.Scans;

public sealed class RuleFinderTests
{
    [Fact]
    public void Find_bothDirections_inPointsFromTheBottomLeft()
    {
        var rules = RuleFinder.Find(new ScanPicture(900, 600).Box(100, 150, 600, 3).Box(300, 150, 3, 300).Map);

        Assert.Equal(2, rules.Count);
        var (level, upright) = (rules[0].Rule, rules[1].Rule);
        Assert.True(level.IsHorizontal && !upright.IsHorizontal);
        Assert.Equal((600 - 151.5) * 72 / 300, level.At, 3);
        Assert.Equal((24.0, 168.0), (level.From, level.To));
        Assert.Equal(301.5 * 72 / 300, upright.At, 3);
        Assert.Equal((36.0, 108.0), (upright.From, upright.To));
    }

    [Fact]
    public void Find_brokenForAFewPixels_isOne() =>
        Assert.Single(RuleFinder.Find(new ScanPicture(900, 600).Box(100, 150, 200, 3).Box(303, 150, 200, 3).Map));

    [Fact]
    public void Find_strokesFillingsAndEdges_areNone() =>
        Assert.Empty(RuleFinder.Find(new ScanPicture(900, 600)
            .Box(100, 150, 40, 4)
            .Box(100, 200, 400, 60)
            .Box(0, 2, 900, 6)
            .Box(890, 0, 6, 600).Map));
}
