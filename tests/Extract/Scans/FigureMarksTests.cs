using Gouji.Extract.Scans;

namespace Gouji.Extract.Tests.Scans;

public sealed class FigureMarksTests
{
    [Theory]
    [InlineData("12.5", true)]
    [InlineData("125", false)]
    [InlineData("1.2.5", false)]
    [InlineData("2.5", false)]
    public void Agree_pointsAndDigits_areThoseOfTheInk(string text, bool agrees)
    {
        var map = new ScanPicture(200, 60).Box(10, 10, 16, 30).Box(30, 10, 16, 30).Box(52, 35, 5, 5).Box(64, 10, 16, 30).Map;

        Assert.Equal(agrees, FigureMarks.Of(map, new PixelBox(10, 10, 80, 40), 36).Agree(text));
    }

    [Fact]
    public void Agree_twoFiguresSideBySide_isNever()
    {
        var map = new ScanPicture(300, 60).Box(10, 10, 16, 30).Box(150, 10, 16, 30).Map;

        Assert.False(FigureMarks.Of(map, new PixelBox(10, 10, 166, 40), 36).Agree("12"));
    }

    [Fact]
    public void Of_flatMark_isStroke() =>
        Assert.True(FigureMarks.Of(new ScanPicture(200, 60).Box(10, 20, 30, 4).Map, new PixelBox(10, 20, 40, 24), 36).IsStroke);
}
