using Gouji.Extract.Tests.Docx;
using Gouji.Model;
using static Gouji.Extract.Tests.Rtf.RtfText;

namespace Gouji.Extract.Tests.Rtf;

public sealed class RtfTableTests
{
    [Fact]
    public void End_rowsWithEdgesOfTheirOwn_giveTheUnionOfColumns()
    {
        var table = One(Row([2000, 3000], "a", "b") + Row([1000, 2000, 3000], "1", "2", "3"));

        Assert.Equal("a|a|b / 1|2|3", Drawn.Table(table));
        Assert.Empty(table.Guesses);
    }

    [Fact]
    public void End_edgesAHairApart_areOne() =>
        Assert.Equal("a|b / 1|2", Drawn.Table(One(Row([1000, 3000], "a", "b") + Row([1012, 2994], "1", "2"))));

    [Fact]
    public void End_narrowColumnsOfOneRow_stayApart() =>
        Assert.Equal("a|b|c / 1|1|2", Drawn.Table(One(Row([1000, 1010, 3000], "a", "b", "c") + Row([1010, 3000], "1", "2"))));

    [Fact]
    public void End_mergesAcrossAndDown_coverTheirPositions()
    {
        var table = One(
            Row("\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000", "a", "b", "")
            + Row("\\clvmrg\\cellx1000\\cellx2000\\cellx3000", "", "1", "2"));

        Assert.Equal("a|b|b / a|1|2", Drawn.Table(table));
        Assert.Empty(table.Guesses);
    }

    [Fact]
    public void End_definitionBehindTheCells_countsAsWell() =>
        Assert.Equal("a|a / 1|2", Drawn.Table(One(
            "\\pard\\intbl a\\cell\\trowd\\trleft0\\cellx2000\\row\\pard\\intbl 1\\cell 2\\cell\\trowd\\trleft0\\cellx1000\\cellx2000\\row")));

    [Fact]
    public void End_rowThatBeginsFurtherRight_hasAbsentCellsBefore() =>
        Assert.Equal("a|b / ∅|1", Drawn.Table(One(Row([1000, 2000], "a", "b") + "\\trowd\\trleft1000\\cellx2000\\pard\\intbl 1\\cell\\row")));

    [Fact]
    public void End_fewerCellsThanDefined_areAbsent()
    {
        var table = One(Row([1000, 2000], "a", "b") + Row([1000, 2000], "1"));

        Assert.Equal("a|b / 1|∅", Drawn.Table(table));
        Assert.Equal(TableGuessKind.CellsLost, Assert.Single(table.Guesses).Kind);
    }

    [Fact]
    public void End_moreCellsThanDefined_areKeptAndNoted()
    {
        var table = One(Row([1000, 2000], "a", "b", "5"));

        Assert.Equal("a|b|5", Drawn.Table(table));
        Assert.Equal(TableGuessKind.CellsExtra, Assert.Single(table.Guesses).Kind);
    }

    [Fact]
    public void End_nestedTable_followsTheTableThatHoldsIt() =>
        Assert.Equal(["[a|z]", "[x|y]", "c"], Drawn.Blocks(Read(
            "\\trowd\\trleft0\\cellx1000\\cellx2000\\pard\\intbl a\\cell"
            + "\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\trleft0\\cellx400\\cellx800\\nestrow}{\\nonesttables\\par}"
            + "\\pard\\intbl\\itap1 z\\cell\\row\\pard\\itap0 c\\par")));

    [Fact]
    public void End_onlyOneCell_isAFrameAroundItsParagraphs() =>
        Assert.Equal(["a", "b"], Drawn.Blocks(Read(Row([1000], "a\\par b"))));

    [Fact]
    public void End_paragraphsOfACell_areLinesOfItsText() =>
        Assert.Equal("a\\nb|c", Drawn.Table(One(Row([1000, 2000], "a\\par b", "c"))));

    [Fact]
    public void End_textWithoutTheMarkOfItsCell_isTheLastCell() =>
        Assert.Equal("a|b", Drawn.Table(One("\\trowd\\trleft0\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\row")));

    [Fact]
    public void End_tablesPartedByAParagraph_areTwo() =>
        Assert.Equal(["[a|b]", "[c|d]"], Drawn.Blocks(Read(Row([1000, 2000], "a", "b") + "\\pard\\par" + Row([1000, 2000], "c", "d"))));

    private static TableBlock One(string body) => Assert.IsType<TableBlock>(Assert.Single(Read(body).Blocks));
}
