using Gouji.Extract.Geometry;

namespace Gouji.Extract.Tests.Geometry;

public sealed class CellWriterTests
{
    [Fact]
    public void Write_wrappedChinese_isJoinedWithoutSpace() => Assert.Equal("[机关事业单位基本养老保险|1]", InCell("机关事业单位", "基本养老保险"));

    [Fact]
    public void Write_figureWrappedForLackOfRoom_isOneFigure() => Assert.Equal("[156,211,123.40|1]", InCell("156,211,123", ".40"));

    [Fact]
    public void Write_twoFiguresInACell_stayTwo() => Assert.Equal("[12.50 13.60|1]", InCell("12.50", "13.60"));

    [Fact]
    public void Write_latinWords_areJoinedWithSpace() => Assert.Equal("[Total Cost|1]", InCell("Total", "Cost"));

    [Fact]
    public void Write_boldPrintedTwice_isReadOnce() =>
        Assert.Equal(["[合计|1]"], Drawing.Read(new Drawing().Table([50, 150, 250], 600, "合计|1").Text(53.4, 586, "合计")));

    // A page may break 867.81 behind its point: half a digit wide, it would have fitted once more, and the next digit would not.
    [Theory]
    [InlineData(22.6, true)]
    [InlineData(30, false)]
    public void Write_pointAtTheEndOfALine_isFullWhereNoDigitFollows(double right, bool isFull)
    {
        List<Glyph> glyphs = [Character("8", 1, 6), Character("6", 6, 11), Character("7", 11, 16), Character(".", 16, 18.5)];

        Assert.Equal("867.", CellWriter.Write(glyphs, new Box(0, 0, right, 12), out _, out var full));
        Assert.Equal(isFull, full);

        static Glyph Character(string text, double left, double right) => new(text, left, right, 2, 10);
    }

    private static string InCell(string first, string second) => Assert.Single(Drawing.Read(new Drawing()
        .Across(600, 50, 150).Across(560, 50, 150).Down(50, 560, 600).Down(113, 560, 600).Down(150, 560, 600)
        .Text(52, 585, first).Text(52, 570, second).Text(115, 580, "1")));
}
