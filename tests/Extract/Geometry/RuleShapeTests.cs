using Gouji.Extract.Geometry;

namespace Gouji.Extract.Tests.Geometry;

public sealed class RuleShapeTests
{
    [Fact]
    public void OfBox_thinBox_isRuleAlongIt()
    {
        Assert.Equal(new Rule(true, 100.5, 10, 90), RuleShape.OfBox(new Box(10, 100, 90, 101)));
        Assert.Equal(new Rule(false, 10.5, 100, 190), RuleShape.OfBox(new Box(10, 100, 11, 190)));
    }

    [Fact]
    public void OfBox_shadedCell_isNoRule() => Assert.Null(RuleShape.OfBox(new Box(10, 100, 90, 115)));

    [Fact]
    public void OfStroke_slantedLine_isNoRule() => Assert.Null(RuleShape.OfStroke(0, 0, 50, 40, 1));

    // Some programs draw a border as a very short stroke with a very wide pen.
    [Fact]
    public void OfStroke_shortStrokeOfAWidePen_isRuleAcrossIt() => Assert.Equal(new Rule(false, 10.25, 0, 80), RuleShape.OfStroke(10, 40, 10.5, 40, 80));
}
