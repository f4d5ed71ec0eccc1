using Gouji.Extract.Scans;

namespace Gouji.Extract.Tests.Scans;

public sealed class TsvReaderTests
{
    private const string Head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

    [Fact]
    public void Read_words_goToTheirPictures()
    {
        var lines = TsvReader.Read(
            Head + "1\t1\t0\t0\t0\t0\t0\t0\t99\t30\t-1\t\n5\t1\t1\t1\t1\t1\t12\t10\t40\t20\t91.5\t合\n5\t1\t1\t1\t1\t2\t60\t10\t40\t20\t88\t计\n5\t3\t1\t1\t1\t1\t2\t3\t4\t5\t96.25\t950.64\n",
            3);

        Assert.Equal(["合计", "", "950.64"], lines.Select(static line => line.Text));
        Assert.Equal([88, 0, 96.25], lines.Select(static line => line.Confidence));
        Assert.Equal(new PixelBox(2, 3, 6, 8), lines[2].Words[0].Box);
    }

    [Theory]
    [InlineData("5\t9\t1\t1\t1\t1\t2\t3\t4\t5\t96\tx")]
    [InlineData("5\t0\t1\t1\t1\t1\t2\t3\t4\t5\t96\tx")]
    [InlineData("5\t1\t1\t1\t1\t1\t2\t3\t4\t5\tnone\tx")]
    [InlineData("5\t1\t1")]
    [InlineData("5\t1\t1\t1\t1\t1\t2\t3\t4\t5\t96\t  ")]
    public void Read_linesThatAreNoWord_arePassedOver(string line) => Assert.Equal("", TsvReader.Read(Head + line, 1)[0].Text);
}
