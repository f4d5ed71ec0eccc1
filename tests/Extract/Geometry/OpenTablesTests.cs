using Gouji.Model;

namespace Gouji.Extract.Tests.Geometry;

public sealed class OpenTablesTests
{
    [Fact]
    public void Find_alignedFigures_areATableThatSaysItWasInferred()
    {
        var page = new Drawing().Text(50, 700, "单位：万元").Text(50, 680, "科目").Text(200, 680, "基本支出").Text(330, 680, "项目支出");
        for (var i = 0; i < 3; i++)
        {
            page.Text(50, 660 - (20 * i), "行政运行").Right(240, 660 - (20 * i), $"1{i}.00").Right(370, 660 - (20 * i), $"{i}.50");
        }

        var blocks = Drawing.Blocks(out _, page);

        Assert.Equal(["单位：万元", "[科目|基本支出|项目支出 / 行政运行|10.00|0.50 / 行政运行|11.00|1.50 / 行政运行|12.00|2.50]"], Drawing.Read(Copy(page)));
        Assert.Equal(TableGuessKind.ColumnsInferred, Assert.Single(Assert.IsType<TableBlock>(blocks[1]).Guesses).Kind);
    }

    [Fact]
    public void Find_twoLines_stayText() =>
        Assert.Equal(["甲 1.00", "乙 2.00"], Drawing.Read(new Drawing().Text(50, 700, "甲").Text(200, 700, "1.00").Text(50, 680, "乙").Text(200, 680, "2.00")));

    [Fact]
    public void Find_contents_stayText()
    {
        var page = new Drawing();
        for (var i = 1; i <= 4; i++)
        {
            page.Text(50, 700 - (20 * i), $"第{i}部分…………………………").Text(500, 700 - (20 * i), $"{i}");
        }

        Assert.Equal(4, Drawing.Read(page).Length);
    }

    private static Drawing Copy(Drawing drawing)
    {
        var copy = new Drawing();
        copy.Sheet.Glyphs.AddRange(drawing.Sheet.Glyphs);
        return copy;
    }
}
