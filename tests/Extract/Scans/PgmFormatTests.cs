using System.Text;
using Gouji.Extract.Scans;

namespace Gouji.Extract.Tests.Scans;

public sealed class PgmFormatTests
{
    [Fact]
    public void Read_commentsAndSpaces_arePassedOver()
    {
        var image = Read("P5 # drawn\n# by hand\n 3\t2\n255\n", 0, 1, 2, 3, 4, 255)!;

        Assert.Equal((3, 2), (image.Width, image.Height));
        Assert.Equal([0, 1, 2, 3, 4, 255], image.Pixels);
    }

    [Fact]
    public void Read_fewerGreys_areStretched() => Assert.Equal([0, 255], Read("P5 2 1 15\n", 0, 15)!.Pixels);

    [Fact]
    public void Write_thenRead_isTheSame()
    {
        var image = new GrayImage(2, 2, [1, 2, 3, 4]);

        Assert.Equal(image.Pixels, PgmFormat.Read(PgmFormat.Write(image), 100)!.Pixels);
    }

    [Theory]
    [InlineData("P6 1 1 255\n")]
    [InlineData("P5 2 2 255\n")]
    [InlineData("P5 0 1 255\n")]
    [InlineData("P5 1 1 65535\n")]
    [InlineData("P5 99999 99999 255\n")]
    [InlineData("P5 99999999999 1 255\n")]
    [InlineData("P5")]
    [InlineData("")]
    public void Read_otherOrCutShort_isNothing(string head) => Assert.Null(Read(head, 7));

    private static GrayImage? Read(string head, params byte[] pixels) => PgmFormat.Read([.. Encoding.ASCII.GetBytes(head), .. pixels], 1000);
}
