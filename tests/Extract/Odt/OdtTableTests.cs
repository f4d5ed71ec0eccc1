using Gouji.Extract.Tests.Docx;
using Gouji.Model;
using static Gouji.Extract.Tests.Odt.OdtBuilder;

namespace Gouji.Extract.Tests.Odt;

public sealed class OdtTableTests
{
    [Fact]
    public void End_spans_coverTheirPositions()
    {
        var table = ReadOne(
            Row(Spanned("甲", 2), Covered(), Spanned("乙", 1, 2)),
            Row(Cell("丙"), Cell("丁"), Covered()));

        Assert.Equal("甲|甲|乙 / 丙|丁|乙", Drawn.Table(table));
        Assert.Empty(table.Guesses);
    }

    [Fact]
    public void End_repeatedCellsAndRows_areWrittenOut() =>
        Assert.Equal("甲|0|0 / 甲|0|0 / 乙||", Drawn.Table(ReadOne(
            "<table:table-row table:number-rows-repeated=\"2\">" + Cell("甲") + Cell("0", "table:number-columns-repeated=\"2\"") + "</table:table-row>",
            Row(Cell("乙"), "<table:table-cell table:number-columns-repeated=\"2\"/>"))));

    [Fact]
    public void End_blankEndOfASheet_isLeftOut()
    {
        var table = ReadOne(
            Row(Cell("甲"), Cell("乙"), "<table:table-cell table:number-columns-repeated=\"16382\"/>"),
            "<table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>");

        Assert.Equal((1, 2), (table.Grid.RowCount, table.Grid.ColumnCount));
    }

    [Fact]
    public void End_coveredCellThatNothingCovers_isReadAndNoted()
    {
        var table = ReadOne(Row(Cell("甲"), "<table:covered-table-cell><text:p>5</text:p></table:covered-table-cell>", Cell("乙")), Row(Cell("1"), Cell("2"), Cell("3")));

        Assert.Equal("甲|5|乙 / 1|2|3", Drawn.Table(table));
        Assert.Equal(TableGuessKind.SpansMended, Assert.Single(table.Guesses).Kind);
    }

    [Fact]
    public void End_rowThatEndsEarly_hasAbsentCells()
    {
        var table = ReadOne(Row(Cell("甲"), Cell("乙")), Row(Cell("丙")));

        Assert.Equal("甲|乙 / 丙|∅", Drawn.Table(table));
        Assert.Equal(TableGuessKind.CellsLost, Assert.Single(table.Guesses).Kind);
    }

    [Fact]
    public void End_nestedTable_followsTheTableThatHoldsIt() =>
        Assert.Equal(["[甲|乙]", "[丙|丁]", "后"], Drawn.Blocks(ReadBody(
            Table(Row("<table:table-cell>" + P("甲") + Table(Row(Cell("丙"), Cell("丁"))) + "</table:table-cell>", Cell("乙"))) + P("后"))));

    [Fact]
    public void End_onlyOneCell_isAFrameAroundItsContent() =>
        Assert.Equal(["甲", "[丙|丁]", "乙"], Drawn.Blocks(ReadBody(Table(Row(
            "<table:table-cell>" + P("甲") + Table(Row(Cell("丙"), Cell("丁"))) + P("乙") + "</table:table-cell>")))));

    [Fact]
    public void End_headerRowsAndGroups_areRows() =>
        Assert.Equal("甲|乙 / 1|2", Drawn.Table(ReadOne(
            "<table:table-header-rows>" + Row(Cell("甲"), Cell("乙")) + "</table:table-header-rows>",
            "<table:table-row-group>" + Row(Cell("1"), Cell("2")) + "</table:table-row-group>")));

    [Fact]
    public void End_paragraphsOfACell_areLinesOfItsText() =>
        Assert.Equal("甲\\n乙|丙", Drawn.Table(ReadOne(Row("<table:table-cell>" + P("甲") + P("\u3000乙 ") + "</table:table-cell>", Cell("丙")))).Replace("\u3000", "", StringComparison.Ordinal));

    private static TableBlock ReadOne(params string[] rows) => Assert.IsType<TableBlock>(Assert.Single(ReadBody(Table(rows)).Blocks));
}
