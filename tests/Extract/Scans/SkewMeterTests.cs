using Gouji.Extract.Scans;

namespace Gouji.Extract.Tests.Scans;

public sealed class SkewMeterTests
{
    [Theory]
    [InlineData(0.02)]
    [InlineData(-0.013)]
    [InlineData(0.004)]
    public void SlopeOf_rules_isTheirs(double slope) => Assert.InRange(SkewMeter.SlopeOf(Page(slope).Map), slope - 0.0006, slope + 0.0006);

    [Fact]
    public void SlopeOf_straightPage_isNone() => Assert.Equal(0, SkewMeter.SlopeOf(Page(0).Map));

    [Fact]
    public void SlopeOf_emptyPage_isNone() => Assert.Equal(0, SkewMeter.SlopeOf(new ScanPicture(400, 400).Map));

    [Fact]
    public void Levelled_bySlope_makesRulesStraight()
    {
        var image = Page(0.02).Image.Levelled(0.02);

        Assert.Equal(0, SkewMeter.SlopeOf(InkMap.Of(image)));
        Assert.Equal(8, RuleFinder.Find(InkMap.Of(image)).Count(static rule => rule.Rule.IsHorizontal));
    }

    private static ScanPicture Page(double slope)
    {
        var picture = new ScanPicture(1600, 1200);
        for (var i = 0; i < 8; i++)
        {
            picture.Box(150, 300 + (i * 70), 1300, 3, slope);
        }

        return picture;
    }
}
