using Gouji.Model;

namespace Gouji.Extract.Tests.Geometry;

public sealed class RowParterTests
{
    [Fact]
    public void Part_figuresSideBySideWithoutRules_areRows()
    {
        var table = Assert.IsType<TableBlock>(Assert.Single(Drawing.Blocks(out _, Open("12.00", "3.00", "9.00"))));

        Assert.Equal(4, table.Grid.RowCount);
        Assert.Equal(("教育", "3.00", "2.00"), (table.Grid[2, 0].Text, table.Grid[2, 1].Text, table.Grid[2, 2].Text));
        Assert.All(table.Guesses, static guess => Assert.Equal(TableGuessKind.RowsParted, guess.Kind));
    }

    [Fact]
    public void Part_wordsSideBySide_stayOneCell() =>
        Assert.Equal(2, Assert.IsType<TableBlock>(Assert.Single(Drawing.Blocks(out _, Open("按时", "足额", "到位")))).Grid.RowCount);

    private static Drawing Open(params string[] middle)
    {
        var page = new Drawing().Table([50, 150, 250, 350], 600, "项目|基本|项目");
        page.Across(500, 50, 350).Down(50, 500, 580).Down(150, 500, 580).Down(250, 500, 580).Down(350, 500, 580);
        var labels = new[] { "行政", "教育", "合计" };
        for (var i = 0; i < 3; i++)
        {
            page.Text(60, 565 - (20 * i), labels[i]).Text(160, 565 - (20 * i), middle[i]).Text(260, 565 - (20 * i), $"{i + 1}.00");
        }

        return page;
    }
}
