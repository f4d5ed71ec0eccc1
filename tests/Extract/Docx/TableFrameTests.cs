using Gouji.Model;
using static Gouji.Extract.Tests.Docx.DocxBuilder;

namespace Gouji.Extract.Tests.Docx;

/// <summary>Tables as Word writes them, and the grids they come to.</summary>
public sealed class TableFrameTests
{
    private const string Restart = "<w:vMerge w:val=\"restart\"/>";
    private const string Continue = "<w:vMerge/>";

    [Fact]
    public void GridSpan_coversItsColumns() =>
        Is("甲|甲|乙 / 丙|丁|戊", Tbl(Tr(Tc("甲", Span(2)), Tc("乙")), Tr(Tc("丙"), Tc("丁"), Tc("戊"))));

    [Fact]
    public void VerticalMerge_becomesARowSpan()
    {
        var table = ReadTable(Tbl(Tr(Tc("甲", Restart), Tc("乙")), Tr(Tc("", Continue), Tc("丙")), Tr(Tc("", "<w:vMerge w:val=\"continue\"/>"), Tc("丁"))));

        Assert.Equal("甲|乙 / 甲|丙 / 甲|丁", Drawn.Table(table));
        Assert.Equal(3, table.Grid[0, 0].RowSpan);
        Assert.Equal(4, table.Grid.Cells.Count);
    }

    // The continuing cell is the second of its row but stands on the third column: counting cells instead of columns merges the wrong one.
    [Fact]
    public void VerticalMerge_goesByGridColumn_notByTheNumberOfTheCell() =>
        Is("甲|乙|丙 / 丁|丁|丙 / 戊|己|庚", Tbl(
            Tr(Tc("甲"), Tc("乙"), Tc("丙", Restart)), Tr(Tc("丁", Span(2)), Tc("", Continue)), Tr(Tc("戊"), Tc("己"), Tc("庚"))));

    [Fact]
    public void VerticalMerge_withColumnSpan_isABlock()
    {
        var table = ReadTable(Tbl(Tr(Tc("甲", Span(2) + Restart), Tc("乙")), Tr(Tc("", Span(2) + Continue), Tc("丙"))));

        Assert.Equal((2, 2), (table.Grid[1, 1].RowSpan, table.Grid[1, 1].ColumnSpan));
    }

    [Fact]
    public void VerticalMerge_restartBelowRestart_beginsAnew() =>
        Is("甲|1 / 甲|2 / 乙|3 / 乙|4", Tbl(Tr(Tc("甲", Restart), Tc("1")), Tr(Tc("", Continue), Tc("2")), Tr(Tc("乙", Restart), Tc("3")), Tr(Tc("", Continue), Tc("4"))));

    [Fact]
    public void VerticalMerge_continueWithoutRestart_isAPlainCell() =>
        Is("甲|乙 / 丙|丁", Tbl(Tr(Tc("甲", Continue), Tc("乙")), Tr(Tc("丙", Continue), Tc("丁"))));

    [Fact]
    public void VerticalMerge_textInTheContinuingCell_isNotLost() => Is("甲\\n余|乙 / 甲\\n余|丙", Tbl(Tr(Tc("甲", Restart), Tc("乙")), Tr(Tc("余", Continue), Tc("丙"))));

    [Fact]
    public void VerticalMerge_overOtherColumns_isKeptApartAndNoted()
    {
        var table = ReadTable(Tbl(Tr(Tc("甲", Span(2) + Restart), Tc("乙")), Tr(Tc("丙", Continue), Tc("丁"), Tc("戊"))));

        Assert.Equal("甲|甲|乙 / 丙|丁|戊", Drawn.Table(table));
        Assert.Equal(TableGuessKind.SpansMended, Assert.Single(table.Guesses).Kind);
    }

    [Fact]
    public void HorizontalMerge_ofOldDocuments_becomesAColumnSpan() =>
        Is("甲|甲|乙 / 丙|丁|戊", Tbl(Tr(Tc("甲", "<w:hMerge w:val=\"restart\"/>"), Tc("", "<w:hMerge/>"), Tc("乙")), Tr(Tc("丙"), Tc("丁"), Tc("戊"))));

    [Fact]
    public void HorizontalMerge_textInTheContinuingCell_isKeptWithItsPlace()
    {
        var table = ReadTable(Tbl(
            Tr("\n" + Tc("", "<w:hMerge w:val=\"restart\"/>"), "\n" + Tc("甲", "<w:hMerge/>"), Tc("乙")),
            Tr(Tc("丙", "<w:hMerge w:val=\"restart\"/>"), Tc("丁", "<w:hMerge/>"), Tc("戊"))));

        Assert.Equal("甲|甲|乙 / 丙\\n丁|丙\\n丁|戊", Drawn.Table(table));
        Assert.Equal(table.Grid[0, 2].Source.Line, table.Grid[0, 0].Source.Line);
    }

    [Fact]
    public void HorizontalMerge_continueWithoutRestart_isAPlainCell() => Is("甲|乙", Tbl(Tr(Tc("甲"), Tc("乙", "<w:hMerge/>"))));

    [Fact]
    public void GridBeforeAndGridAfter_leaveAbsentCells_thatAreNoted()
    {
        var table = ReadTable(Tbl(
            Tr(Tc("甲"), Tc("乙"), Tc("丙"), Tc("丁")),
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:wBefore w:w=\"9\"/><w:gridAfter w:val=\"2\"/></w:trPr>" + Tc("戊") + "</w:tr>"));

        Assert.Equal("甲|乙|丙|丁 / ∅|戊|∅|∅", Drawn.Table(table));
        Assert.Equal(new TableGuess(TableGuessKind.CellsLost, 1, "row has 1 of 4 cells"), Assert.Single(table.Guesses));
    }

    // A blank cell was published blank; an absent one was lost.
    [Fact]
    public void BlankCell_isNotAbsent() => Is("甲| / 乙|∅", Tbl(Tr(Tc("甲"), "<w:tc><w:p/></w:tc>"), Tr(Tc("乙"))));

    [Fact]
    public void TableGrid_thatLies_isNotBelieved() =>
        Is("甲|乙", $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/><w:tblGridChange><w:tblGrid><w:gridCol/></w:tblGrid></w:tblGridChange></w:tblGrid>{Tr(Tc("甲"), Tc("乙"))}</w:tbl>");

    [Fact]
    public void SpansBelowOne_countAsOne() => Is("甲|乙", Tbl(Tr(Tc("甲", Span(0)), Tc("乙", Span(-3)))));

    [Fact]
    public void CellText_paragraphsAreLines_andTheEndsAreTrimmed() =>
        Is("公务用车\\n购置费|　".TrimEnd('　') + "乙", Tbl(Tr($"<w:tc><w:p/>{P("　公务用车")}{P("购置费 ")}<w:p/></w:tc>", Tc("\u00A0乙　"))));

    [Fact]
    public void DeletedRow_isLeftOut_andMergesGoOnPastIt() =>
        Is("甲|1 / 甲|3", Tbl(Tr(Tc("甲", Restart), Tc("1")), "<w:tr><w:trPr><w:del/></w:trPr>" + Tc("", Continue) + Tc("2") + "</w:tr>", Tr(Tc("", Continue), Tc("3"))));

    [Fact]
    public void InsertedRow_counts() => Is("甲|乙 / 丙|丁", Tbl(Tr(Tc("甲"), Tc("乙")), "<w:tr><w:trPr><w:ins/></w:trPr>" + Tc("丙") + Tc("丁") + "</w:tr>"));

    [Fact]
    public void DeletedCell_isLeftOut_withTheFieldItBegins() =>
        Is("甲|丙 / 丁|戊", Tbl(
            Tr(Tc("甲"), "<w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p></w:tc>", Tc("丙")),
            Tr(Tc("丁"), Tc("戊", "<w:cellIns/>"))));

    [Fact]
    public void TrackedMerge_countsAsMade() =>
        Is("甲|1 / 甲|2", Tbl(Tr(Tc("甲", "<w:cellMerge w:vMerge=\"rest\"/>"), Tc("1")), Tr(Tc("", "<w:cellMerge w:vMerge=\"cont\" w:vMergeOrig=\"rest\"/>"), Tc("2"))));

    [Fact]
    public void OldCellProperties_ofATrackedChange_doNotCount() =>
        Is("甲|乙", Tbl(Tr(Tc("甲", "<w:tcPrChange><w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr></w:tcPrChange>"), Tc("乙"))));

    [Fact]
    public void AllRowsDeleted_noTable() =>
        Assert.Empty(ReadBody("<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + Tc("甲") + "</w:tr></w:tbl><w:tbl/>").Blocks);

    [Fact]
    public void NestedTables_followTheTableThatHoldsThem_inOrder() =>
        Blocks(
            ["[外一前\\n外一后|外二]", "[内|一]", "[深|深]", "[内|二]", "末"],
            Tbl(Tr(
                $"<w:tc>{P("外一前")}{Tbl(Tr(Tc("内"), $"<w:tc>{P("一")}{Tbl(Tr(Tc("深"), Tc("深")))}<w:p/></w:tc>"))}{P("外一后")}</w:tc>",
                $"<w:tc>{Tbl(Tr(Tc("内"), Tc("二")))}{P("外二")}</w:tc>")) + P("末"));

    [Fact]
    public void OneCellTable_isAFrameAroundItsBlocks()
    {
        var content = ReadBody(Tbl(Tr($"<w:tc>{P("甲", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>")}{Tbl(Tr(Tc("乙"), Tc("丙")))}{P("丁")}</w:tc>")));

        Assert.Equal(["甲", "[乙|丙]", "丁"], Drawn.Blocks(content));
        Assert.Equal(ParagraphKind.Heading, Assert.IsType<Paragraph>(content.Blocks[0]).Kind);
    }

    [Fact]
    public void OneCellTable_inACell_isTextOfTheCell() =>
        Blocks(["[前\\n框|乙]"], Tbl(Tr($"<w:tc>{P("前")}{Tbl(Tr(Tc("框")))}<w:p/></w:tc>", Tc("乙"))));

    [Fact]
    public void OneColumn_ofSeveralRows_isATable() => Is("甲 / 乙", Tbl(Tr(Tc("甲")), Tr(Tc("乙"))));

    [Fact]
    public void FrameWithinFrame_isFlattened() => Blocks(["甲", "[乙|丙]"], Tbl(Tr($"<w:tc>{Tbl(Tr($"<w:tc>{P("甲")}{Tbl(Tr(Tc("乙"), Tc("丙")))}<w:p/></w:tc>"))}<w:p/></w:tc>")));

    [Fact]
    public void CellLimit_isKept()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() =>
            new DocxBuilder().Body(Tbl(Tr(Tc("甲", Span(2_000_000_000)), Tc("乙", Span(2_000_000_000))))).Read());

        Assert.Equal(UnreadableReason.TooLarge, error.Reason);
    }

    [Fact]
    public void HorizontalMergeOfHugeSpans_isTooLarge()
    {
        var huge = "<w:gridSpan w:val=\"2000000000\"/>";
        var error = Assert.Throws<UnreadableDocumentException>(() =>
            new DocxBuilder().Body(Tbl(Tr(Tc("甲", huge + "<w:hMerge w:val=\"restart\"/>"), Tc("", huge + "<w:hMerge/>")))).Read());

        Assert.Equal(UnreadableReason.TooLarge, error.Reason);
    }

    [Theory]
    [InlineData("<w:tc><w:p/></w:tc>")]
    [InlineData("<w:tr><w:trPr><w:del/></w:trPr></w:tr>")]
    [InlineData("<w:tcPr><w:cellDel/></w:tcPr>")]
    [InlineData("<w:tbl><w:tc/><w:tr/></w:tbl>")]
    [InlineData("<w:tbl><w:tr><w:tc><w:tc><w:p/></w:tc></w:tc></w:tr></w:tbl>")]
    [InlineData("<w:p><w:p><w:tbl><w:p/></w:tbl></w:p></w:p>")]
    public void TableParts_inTheWrongPlace_doNotHarm(string markup) => Assert.Contains("留", Drawn.Blocks(ReadBody(markup + P("留"))));

    private static void Is(string expected, string body) => Assert.Equal(expected, Drawn.Table(ReadTable(body)));

    private static void Blocks(string[] expected, string body) => Assert.Equal(expected, Drawn.Blocks(ReadBody(body)));
}
