using Gouji.Extract.Scans;

namespace Gouji.Extract.Tests.Scans;

public sealed class FigureReadingTests
{
    [Theory]
    [InlineData("1145.60", 95, "1145.60", 95, true, "1145.60", true)]
    [InlineData("1145.60", 95, "1145.50", 95, true, "1145.60", false)]
    [InlineData("1145.60", 60, "1145.60", 95, true, "1145.60", false)]
    [InlineData("114560", 95, "114560", 95, false, "114560", false)]
    [InlineData("1,145.60", 95, "1,145.60", 95, true, "1,145.60", true)]
    [InlineData("11,45.60", 95, "11,45.60", 95, true, "11,45.60", false)]
    [InlineData("", 0, "12.00", 95, true, "12.00", false)]
    public void Settle_readings_areCertainWhereAllAgree(string bound, double boundConfidence, string open, double openConfidence, bool agrees, string text, bool isCertain)
    {
        Assert.Equal(text, FigureReading.Settle(ReadLine.Nothing, Line(bound, boundConfidence), Line(open, openConfidence), _ => agrees, out var certain));
        Assert.Equal(isCertain, certain);
    }

    [Fact]
    public void Settle_bothModelsAgree_needsLessConfidence()
    {
        FigureReading.Settle(Line("01", 86), Line("01", 65), Line("01", 65), static _ => true, out var isCertain);

        Assert.True(isCertain);
    }

    [Theory]
    [InlineData("1145.60", true)]
    [InlineData("ll45。60", true)]
    [InlineData("—", true)]
    [InlineData("行政运行", false)]
    [InlineData("2020年", false)]
    [InlineData("", false)]
    public void MayBe_text_looksLikeAFigure(string text, bool expected) => Assert.Equal(expected, FigureReading.MayBe(text));

    private static ReadLine Line(string text, double confidence) => text.Length == 0 ? ReadLine.Nothing : new ReadLine([new ReadWord(text, confidence, default)]);
}
