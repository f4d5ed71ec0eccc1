using Gouji.Extract.Scans;

namespace Gouji.Extract.Tests.Scans;

public sealed class LineCutterTests
{
    [Fact]
    public void Lines_strokesOfOneCharacter_areOneLine()
    {
        // 三 above 二: gaps within a character are small, the gap between the lines is not.
        var map = new ScanPicture(200, 200).Box(50, 20, 30, 4).Box(52, 34, 26, 4).Box(48, 48, 34, 4).Box(50, 90, 30, 4).Box(48, 110, 34, 4).Map;

        Assert.Equal([(20, 52), (90, 114)], LineCutter.Lines(map, new PixelBox(0, 0, 200, 200), 36).ConvertAll(static line => (line.Top, line.Bottom)));
    }

    [Fact]
    public void Parts_wideGap_parts()
    {
        var map = new ScanPicture(400, 100).Box(20, 20, 30, 30).Box(60, 20, 30, 30).Box(300, 20, 30, 30).Map;

        Assert.Equal([(20, 90), (300, 330)], LineCutter.Parts(map, new PixelBox(0, 10, 400, 60), 50).ConvertAll(static part => (part.Left, part.Right)));
    }
}
