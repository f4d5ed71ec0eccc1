using Gouji.Extract.Tests.Docx;
using Gouji.Model;
using static Gouji.Extract.Tests.Doc.DocBuilder;

namespace Gouji.Extract.Tests.Doc;

public sealed class TableRowsTests
{
    private const int Restart = 0x60;
    private const int Continue = 0x20;

    [Fact]
    public void Read_rowsOfOtherEdges_spanTheColumnsOfAll()
    {
        var grid = Grid(new DocBuilder().Cell("标题").EndRow(Row([0, 3000])).Cell("a").Cell("b").EndRow(Row([0, 1000, 3000])).Cell("c").Cell("d").EndRow(Row([0, 2000, 3000])));

        Assert.Equal((3, 3), (grid.RowCount, grid.ColumnCount));
        Assert.Equal([(0, 3), (0, 1), (1, 2), (0, 2), (2, 1)], grid.Cells.Select(static cell => (cell.Column, cell.ColumnSpan)));
    }

    [Fact]
    public void Read_cellsMergedDown_areOne()
    {
        var grid = Grid(new DocBuilder().Cell("甲").Cell("乙").EndRow(Row([0, 1000, 2000], Restart, 0)).Cell("").Cell("丙").EndRow(Row([0, 1000, 2000], Continue)));

        Assert.Equal((2, "甲"), (grid[0, 0].RowSpan, grid[0, 0].Text));
        Assert.Equal("丙", grid[1, 1].Text);
    }

    [Fact]
    public void Read_mergeByLaterChange_counts()
    {
        var grid = Grid(new DocBuilder()
            .Cell("甲").Cell("乙").EndRow(Join(Row([0, 1000, 2000]), Sprm(0xD62B, 2, 0, 3)))
            .Cell("").Cell("丙").EndRow(Join(Row([0, 1000, 2000]), Sprm(0xD62B, 2, 0, 1))));

        Assert.Equal(2, grid[0, 0].RowSpan);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    public void Read_cellsMergedAcross_areOneHoweverTheFirstIsMarked(int first, int other)
    {
        var grid = Grid(new DocBuilder()
            .Cell("甲").Cell("乙").Cell("").Cell("丁").Cell("戊").EndRow(Row([0, 1440, 2880, 4320, 5760, 7200], first, other, other, first, other))
            .Row("1", "2", "3", "4", "5"));

        Assert.Equal([("甲\n乙", 3), ("丁\n戊", 2)], grid.Cells.Take(2).Select(static cell => (cell.Text, cell.ColumnSpan)));
    }

    [Fact]
    public void Read_cellsMergedAndSplitByLaterChange_areAsLeft()
    {
        var three = Row([0, 1440, 2880, 4320]);
        var grid = Grid(new DocBuilder()
            .Cell("甲").Cell("").Cell("乙").EndRow(Join(three, Sprm(0x5624, 0, 3), Sprm(0x5625, 2, 3)))
            .Row("1", "2", "3"));

        Assert.Equal([2, 1], grid.Cells.Take(2).Select(static cell => cell.ColumnSpan));
    }

    [Fact]
    public void Read_cellsInsertedDeletedAndResized_moveTheEdges()
    {
        var grid = Grid(new DocBuilder()
            .Cell("甲").Cell("乙").EndRow(Join(Row([0, 100]), Sprm(0x7621, [1, 2, .. Word(1440)]), Sprm(0x5622, 0, 1), Sprm(0x7623, [0, 1, .. Word(2880)])))
            .Row("1", "2", "3"));

        Assert.Equal([2, 1], grid.Cells.Take(2).Select(static cell => cell.ColumnSpan));
    }

    [Fact]
    public void Read_rowThatEndsEarly_hasAbsentCells()
    {
        var table = Table(new DocBuilder().Row("a", "b", "c").Cell("d").EndRow(Row([0, 1440])));

        Assert.Equal("a|b|c / d|∅|∅", Drawn.Table(table));
        Assert.Equal((TableGuessKind.CellsLost, 1), (Assert.Single(table.Guesses).Kind, table.Guesses[0].Row));
    }

    [Fact]
    public void Read_rowThatBeginsLate_leavesColumnsOut() =>
        Assert.Equal("a|b / ∅|c", Drawn.Table(Table(new DocBuilder().Row("a", "b").Cell("c").EndRow(Row([1440, 2880])))));

    [Fact]
    public void Read_edgesNearlyTheSame_areOneColumnAndNoted()
    {
        var table = Table(new DocBuilder().Cell("a").Cell("b").EndRow(Row([0, 1000, 2000])).Cell("c").Cell("d").EndRow(Row([5, 1020, 2010])));

        Assert.Equal("a|b / c|d", Drawn.Table(table));
        Assert.Equal(TableGuessKind.ColumnsInferred, Assert.Single(table.Guesses).Kind);
    }

    [Fact]
    public void Read_narrowCellOfOneRow_isKept() =>
        Assert.Equal("a|b|c", Drawn.Table(Table(new DocBuilder().Cell("a").Cell("b").Cell("c").EndRow(Row([0, 1000, 1010, 2000])))));

    [Fact]
    public void Read_cellWithoutWidth_losesNoText()
    {
        var table = Table(new DocBuilder().Cell("a").Cell("b").Cell("c").EndRow(Row([0, 1000, 1000, 2000])).Cell("1").Cell("2").EndRow(Row([0, 1000, 2000])));

        Assert.Equal(@"a\nb|c / 1|2", Drawn.Table(table));
        Assert.Equal(TableGuessKind.CellsExtra, Assert.Single(table.Guesses).Kind);
    }

    [Fact]
    public void Read_moreCellsThanDefined_areKeptAndNoted()
    {
        var table = Table(new DocBuilder().Cell("a").Cell("b").Cell("c").EndRow(Row([0, 1000])));

        Assert.Equal("a|b|c", Drawn.Table(table));
        Assert.Equal(TableGuessKind.CellsExtra, Assert.Single(table.Guesses).Kind);
    }

    [Fact]
    public void Read_rowWithoutDefinition_isKeptAndNoted()
    {
        var table = Table(new DocBuilder().Cell("a").Cell("b").EndRow([]));

        Assert.Equal("a|b", Drawn.Table(table));
        Assert.Equal(TableGuessKind.ColumnsInferred, Assert.Single(table.Guesses).Kind);
    }

    [Fact]
    public void Read_rowWithoutEnd_isKeptAndNoted()
    {
        var table = Table(new DocBuilder().Row("a", "b").Cell("c").Cell("d").P("外"));

        Assert.Equal("a|b / c|d", Drawn.Table(table));
        Assert.Equal(TableGuessKind.SpansMended, Assert.Single(table.Guesses).Kind);
    }

    [Fact]
    public void Read_deletedRow_isLeftOut() =>
        Assert.Equal("a|b / e|f", Drawn.Table(Table(new DocBuilder()
            .Row("a", "b").Cell("c").Cell("d").EndRow(Row([0, 1440, 2880]), Sprm(0x0800, 1)).Row("e", "f"))));

    [Fact]
    public void Read_paragraphBetweenRows_partsTwoTables() =>
        Assert.Equal(["[a|b]", "[c|d]"], Drawn.Blocks(new DocBuilder().Row("a", "b").P("").Row("c", "d").Read()));

    [Fact]
    public void Read_paragraphsOfACell_areLines() =>
        Assert.Equal([@"[一\n二|乙]"], Drawn.Blocks(new DocBuilder().P("一", InTable()).Cell("二　").Cell("乙").EndRow(Row([0, 1000, 2000])).Read()));

    [Fact]
    public void Read_nestedTable_followsTheOuterOne() =>
        Assert.Equal([@"[前\n后|乙]", "[1|2]", "外"], Drawn.Blocks(new DocBuilder()
            .P("前", InTable())
            .Run("1").Mark("\r", 0, Join(InTable(2), Sprm(0x244B, 1))).Run("2").Mark("\r", 0, Join(InTable(2), Sprm(0x244B, 1)))
            .Mark("\r", 0, Join(InTable(2), Sprm(0x244B, 1), Sprm(0x244C, 1), Row([0, 500, 1000])))
            .Cell("后").Cell("乙").EndRow(Row([0, 1000, 2000])).P("外").Read()));

    [Fact]
    public void Read_frameOfOneCell_isItsContent() =>
        Assert.Equal(["一", "二", "外"], Drawn.Blocks(new DocBuilder().P("一", InTable()).Cell("二").EndRow(Row([0, 1000])).P("外").Read()));

    private static TableGrid Grid(DocBuilder builder) => Assert.IsType<TableBlock>(Assert.Single(builder.P("").Read().Blocks)).Grid;

    private static TableBlock Table(DocBuilder builder) => Assert.IsType<TableBlock>(builder.P("").Read().Blocks[0]);
}
