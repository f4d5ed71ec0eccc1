using Gouji.Extract.Geometry;
using Gouji.Extract.Scans;

namespace Gouji.Extract.Tests.Scans;

public sealed class MixedReadingTests
{
    [Theory]
    [InlineData("201一般公共服务支出", "201 -ft", "")]
    [InlineData("预算959%", "FA 95%", "959")]
    [InlineData("收入1145.60万元，增长3.5%", "KA 1145.60 Fa 35%", "3.5")]
    public void Doubt_runThatTheOtherHasNot_isDoubtful(string text, string other, string doubtful)
    {
        var line = Line(text, null);
        MixedReading.Doubt(line, other);

        Assert.Equal(doubtful, string.Concat(text.Where((_, i) => line.Doubts[i])));
    }

    [Fact]
    public void Doubt_boundInACell_isRestoredAndDoubtful()
    {
        var line = Line("三40万元", 1);
        MixedReading.Doubt(line, "40");

        Assert.Equal("≥40万元", line.Text);
        Assert.DoesNotContain(false, line.Doubts);
    }

    private static ScanLine Line(string text, int? column) => new()
    {
        Sheet = new Sheet(1, default),
        Box = default,
        PageHeight = 1,
        UsualHeight = 1,
        Picture = "",
        Scale = 1,
        Marks = default,
        Column = column,
        Text = text,
        Doubts = new bool[text.Length],
    };
}
