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

    // 类, 款 and 项 in columns of their own are digits too.
    [Fact]
    public void Find_codesBeforeTheWords_areColumns()
    {
        var page = new Drawing();
        string[][] rows = [["208", "", "", "社会保障", "120.50"], ["208", "05", "", "养老支出", "120.50"], ["208", "05", "01", "退休", "120.50"]];
        for (var i = 0; i < rows.Length; i++)
        {
            var y = 700 - (20 * i);
            page.Text(50, y, rows[i][0]).Text(90, y, rows[i][1]).Text(130, y, rows[i][2]).Text(170, y, rows[i][3]).Right(330, y, rows[i][4]);
        }

        Assert.Equal(["[208|||社会保障|120.50 / 208|05||养老支出|120.50 / 208|05|01|退休|120.50]"], Drawing.Read(page));
    }

    [Fact]
    public void Find_rowsWhoseColumnsCannotBeTold_stayTextAndAreNoted()
    {
        var page = new Drawing();
        for (var i = 0; i < 3; i++)
        {
            page.Text(50 + (40 * i), 700 - (20 * i), "行政运行").Text(120 + (40 * i), 700 - (20 * i), "10.00").Text(170 + (40 * i), 700 - (20 * i), "12.00");
        }

        Assert.All(Drawing.Blocks(out var notes, page), static block => Assert.IsType<Paragraph>(block));
        Assert.Equal("rows-unparted", Assert.Single(notes).Code);
    }

    // Of a form with two sides only the rows without figure on the left can be told apart; a row of both sides in one cell would be a lie.
    [Fact]
    public void Find_figureThatTouchesTheNextColumn_isNoRow()
    {
        var page = new Drawing();
        for (var i = 0; i < 3; i++)
        {
            page.Text(50, 700 - (20 * i), "其他收入").Right(240, 700 - (20 * i), $"{i}.00");
        }

        page.Text(50, 640, "收入合计").Text(190, 640, "1005.09支出合计").Right(370, 640, "1005.09");

        Assert.Equal(["[其他收入|0.00 / 其他收入|1.00 / 其他收入|2.00]", "收入合计 1005.09支出合计 1005.09"], Drawing.Read(page));
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
