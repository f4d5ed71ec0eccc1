using CsCheck;
using Gouji.Extract.Geometry;
using Gouji.Model;

namespace Gouji.Extract.Tests.Geometry;

public sealed class RuledTablesTests
{
    private static readonly double[] Three = [50, 150, 250, 350];

    [Fact]
    public void Find_fullGrid_givesACellAPosition() =>
        Assert.Equal(["[项目|基本|项目 / 合计|1.00|2.00]"], Drawing.Read(new Drawing().Table(Three, 600, "项目|基本|项目", "合计|1.00|2.00")));

    [Fact]
    public void Find_missingRules_giveSpansBothWays()
    {
        var page = new Drawing()
            .Across(600, 50, 350).Across(580, 150, 350).Across(560, 50, 350).Across(540, 50, 350)
            .Down(50, 540, 600).Down(150, 540, 600).Down(250, 540, 580).Down(350, 540, 600)
            .Text(60, 575, "科目").Text(200, 586, "支出预算").Text(160, 566, "基本").Text(260, 566, "项目").Text(60, 546, "合计").Text(160, 546, "1.00").Text(260, 546, "2.00");
        var table = Assert.IsType<TableBlock>(Assert.Single(Drawing.Blocks(out _, page)));

        Assert.Equal((2, 1, "科目"), (table.Grid[0, 0].RowSpan, table.Grid[0, 0].ColumnSpan, table.Grid[0, 0].Text));
        Assert.Equal((1, 2, "支出预算"), (table.Grid[0, 1].RowSpan, table.Grid[0, 1].ColumnSpan, table.Grid[0, 1].Text));
        Assert.Equal("2.00", table.Grid[2, 2].Text);
        Assert.Empty(table.Guesses);
    }

    [Fact]
    public void Find_noOuterBorders_textBeyondTheLastRuleIsInTheTable()
    {
        var page = new Drawing().Down(150, 540, 600).Down(250, 540, 600);
        foreach (var y in new[] { 600, 580, 560, 540 })
        {
            page.Across(y, 50, 350);
        }

        page.Text(60, 586, "项目").Text(160, 586, "基本").Text(260, 586, "项目").Text(60, 566, "行政").Text(160, 566, "1").Text(260, 566, "2").Text(60, 546, "合计").Text(160, 546, "1").Text(260, 546, "2");

        Assert.Equal(["[项目|基本|项目 / 行政|1|2 / 合计|1|2]"], Drawing.Read(page));
    }

    [Fact]
    public void Find_severalTablesOnAPage_areTablesWithTheirTextsBetween() =>
        Assert.Equal(
            ["表一", "[甲|1]", "表二", "[乙|2]"],
            Drawing.Read(new Drawing().Text(50, 640, "表一").Table([50, 150, 250], 600, "甲|1").Text(50, 540, "表二").Table([50, 150, 250], 500, "乙|2")));

    [Fact]
    public void Find_frameAroundThePage_isNoTable() =>
        Assert.Equal(["正文。", "[甲|1]"], Drawing.Read(new Drawing()
            .Across(20, 20, 580).Across(780, 20, 580).Down(20, 20, 780).Down(580, 20, 780)
            .Text(50, 640, "正文。").Table([50, 150, 250], 600, "甲|1")));

    [Fact]
    public void Find_underlineInACell_isNoBorder() =>
        Assert.Equal(["[甲|12.50 / 乙|3.00]"], Drawing.Read(new Drawing().Table([50, 150, 250], 600, "甲|12.50", "乙|3.00").Across(583, 155, 180)));

    [Fact]
    public void Find_rowThatEndsEarly_hasLostCells()
    {
        var page = new Drawing().Table(Three, 600, "项目|基本|项目", "行政|1|2").Table(Three, 540, "合计|1|2");
        page.Across(560, 50, 150).Down(50, 540, 560).Down(150, 540, 560).Text(53, 546, "小计");
        var table = Assert.IsType<TableBlock>(Assert.Single(Drawing.Blocks(out _, page)));

        Assert.True(table.Grid[2, 1].Absent && table.Grid[2, 2].Absent);
        Assert.Equal(new TableGuess(TableGuessKind.CellsLost, 2, "row has 1 of 3 cells"), Assert.Single(table.Guesses));
    }

    [Fact]
    public void Find_cellsThatAreNoRectangle_arePartedAndNoted()
    {
        // The middle row lacks the rule below its left half only.
        var page = new Drawing().Across(600, 50, 250).Across(580, 150, 250).Across(560, 50, 250).Down(50, 560, 600).Down(250, 560, 600).Down(150, 560, 580)
            .Text(60, 586, "甲").Text(160, 566, "乙");
        var table = Assert.IsType<TableBlock>(Assert.Single(Drawing.Blocks(out _, page)));

        Assert.Equal(TableGuessKind.SpansMended, Assert.Single(table.Guesses).Kind);
        Assert.Equal(("甲", "乙"), (table.Grid[0, 0].Text, table.Grid[1, 1].Text));
    }

    [Fact]
    public void Find_shadedCellsWithoutRules_areATable()
    {
        var page = new Drawing();
        for (var row = 0; row < 2; row++)
        {
            for (var column = 0; column < 2; column++)
            {
                page.Sheet.Shades.Add(new Box(50 + (100 * column), 560 + (20 * row), 150 + (100 * column), 580 + (20 * row)));
            }
        }

        Assert.Equal(["[甲|1 / 乙|2]"], Drawing.Read(page.Text(55, 586, "甲").Text(155, 586, "1").Text(55, 566, "乙").Text(155, 566, "2")));
    }

    [Fact]
    public void Find_textTurnedInACell_isReadAlongItself() =>
        Assert.Equal(["[基本支出|1.00]"], Drawing.Read(new Drawing().Across(600, 50, 150).Across(500, 50, 150).Down(50, 500, 600).Down(80, 500, 600).Down(150, 500, 600)
            .Text(70, 520, "基本支出", direction: Direction.Up).Text(90, 540, "1.00000"[..4])));

    [Fact]
    public void Find_cell_knowsItsPlaceAndBox()
    {
        var table = Assert.IsType<TableBlock>(Drawing.Blocks(out _, new Drawing(7).Text(50, 700, "表一").Table([50, 150, 250], 600, "甲|12"))[1]);

        Assert.Equal(7, table.Page);
        Assert.Equal(new SourcePosition("page 7", 2, 2), table.Grid[0, 1].Source);
        Assert.Equal(new PageBox(150, 580, 250, 600), table.Grid[0, 1].Box);
    }

    [Fact]
    public void Find_tooManyCells_isTooLarge() =>
        Assert.Equal(UnreadableReason.TooLarge, Assert.Throws<UnreadableDocumentException>(() => RuledTables.Find(
            new Drawing().Table(Three, 600, "甲|1|2", "乙|1|2").Sheet, new ReadingLimits { TableCells = 5 }, out _)).Reason);

    // Whatever the rules are: the grid is whole, and no character is lost or doubled.
    [Fact]
    public void Find_anyRules_putEveryGlyphIntoExactlyOnePlace() =>
        Gen.Select(
            Gen.Select(Gen.Bool, Gen.Int[0, 12], Gen.Int[0, 12], Gen.Int[0, 12]).List[0, 40],
            Gen.Select(Gen.Int[0, 25], Gen.Int[0, 25]).List[1, 40]).Sample((rules, texts) =>
        {
            var page = new Drawing();
            foreach (var (isHorizontal, at, from, to) in rules)
            {
                page.Sheet.Rules.Add(new Rule(isHorizontal, 100 + (at * 20), 100 + (Math.Min(from, to) * 20), 100 + (Math.Max(from, to) * 20)));
            }

            foreach (var (x, y) in texts.Distinct())
            {
                page.Text(80 + (x * 15), 80 + (y * 15), "甲");
            }

            return Drawing.Read(page).Sum(static block => block.Count(static c => c == '甲')) >= texts.Distinct().Count();
        });
}
