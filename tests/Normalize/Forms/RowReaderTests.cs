using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

public sealed class RowReaderTests
{
    private const string Header = "科目编码 | < | < | 科目名称 | 合计 | 基本支出 | 项目支出\n类 | 款 | 项 | ^ | ^ | ^ | ^\n";
    private const string Short = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n";

    [Theory]
    [InlineData(Header + "201 | 31 | 01 | 行政运行 | 3 | 2 | 1")]
    [InlineData(Header + "201 | 31 | 1 | 行政运行 | 3 | 2 | 1")]
    [InlineData(Header + "201 | 20131 | 2013101 | 行政运行 | 3 | 2 | 1")]
    [InlineData(Short + "2013101 | 行政运行 | 3 | 2 | 1")]
    [InlineData(Short + "20131 01 | 行政运行 | 3 | 2 | 1")]
    [InlineData(Short + "２０１３１０１ | 行政运行 | 3 | 2 | 1")]
    [InlineData("项目 | 合计 | 基本支出 | 项目支出\n2013101行政运行 | 3 | 2 | 1")]
    [InlineData("项目 | 合计 | 基本支出 | 项目支出\n2013101 行政运行 | 3 | 2 | 1")]
    public void Read_codeHoweverPrinted_isTheCode(string drawing)
    {
        var row = Assert.Single(Part(drawing).Rows);
        Assert.Equal(("2013101", "行政运行", RowKind.Leaf), (row.FunctionCode, row.Label, row.Kind));
        Assert.Equal("2013101", row.Facts.OfType<Fact>().First().FunctionCode);
    }

    [Fact]
    public void Read_economicCode_isEconomicAndNoFunction()
    {
        var row = Assert.Single(Printed.Form("一般公共预算基本支出情况表", "科目编码 | < | 科目名称 | 小计 | 人员经费 | 公用经费\n类 | 款 | ^ | ^ | ^ | ^\n302 | 01 | 办公费 | 2.00 | | 2.00").Part("")!.Rows);
        Assert.Equal((null, "30201"), (row.FunctionCode, row.EconomicCode));
    }

    [Fact]
    public void Read_sectionAndItemInRowsBelowTheirClass_takeTheUpperLevelsFromAbove()
    {
        var part = Part(Header + "201 | | | 一般公共服务支出 | 3 | 2 | 1\n | 31 | | 党委办公厅事务 | 3 | 2 | 1\n | | 01 | 行政运行 | 2 | 2 |\n | | 02 | 一般行政管理事务 | 1 | | 1");
        Assert.Equal(["201", "20131", "2013101", "2013102"], part.Rows.Select(static row => row.FunctionCode));
    }

    [Theory]
    [InlineData("合计 | | | | 3 | 2 | 1\n201 | 31 | 01 | 行政运行 | 3 | 2 | 1")]
    [InlineData("201 | 31 | 01 | 行政运行 | 3 | 2 | 1\n合  计 | | | | 3 | 2 | 1")]
    [InlineData("201 | 31 | 01 | 行政运行 | 3 | 2 | 1\n | | | 合  计 | 3 | 2 | 1")]
    [InlineData("201 | 31 | 01 | 行政运行 | 3 | 2 | 1\n合计 | < | < | < | 3 | 2 | 1")]
    [InlineData("201 | 31 | 01 | 行政运行 | 3 | 2 | 1\n | | | 小计 | 3 | 2 | 1")]
    [InlineData("201 | 31 | 01 | 行政运行 | 3 | 2 | 1\n总计 | | | 合计 | 3 | 2 | 1")]
    public void Read_totalWhereverPrinted_isTheTotal(string rows)
    {
        var part = Part(Header + rows);
        Assert.Equal(2, part.Rows.Count);
        Assert.Null(part.Total!.FunctionCode);
        Assert.Equal("2013101", part.Rows[Assert.Single(part.Total.Parts)].FunctionCode);
        Assert.Equal(3m, part.Total.Facts[part.ColumnOf("total")]!.Stated);
        Assert.Equal(RowKind.Total, part.Total.Facts[part.ColumnOf("total")]!.RowKind);
    }

    [Fact]
    public void Read_blankZeroDashAndAbsent_areFourDifferentThings()
    {
        var row = Part("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 经营支出\n2013101 | 行政运行 | 0.00 | | — | ~\n2013102 | 其他 | 3 | 2 | 1 | 0").Rows[0];
        Assert.Equal([FactState.Zero, FactState.Blank, FactState.Dash], row.Facts.OfType<Fact>().Select(static fact => fact.State));
        Assert.Null(row.Facts[5]);
        Assert.Equal([0m, null, null], row.Facts.OfType<Fact>().Select(static fact => fact.Stated));
    }

    [Fact]
    public void Read_figuresOfAColumn_shareItsFinestPlace()
    {
        var part = Part(Short + "2013101 | 行政运行 | 3.25 | 3 | 1\n2013102 | 其他 | 3 | 2.5 | 1");
        Assert.Equal([50m, 50m], part.Rows.Select(static row => row.Facts[2]!.Amount!.Value.HalfPlace));
        Assert.Equal([500m, 500m], part.Rows.Select(static row => row.Facts[3]!.Amount!.Value.HalfPlace));
    }

    [Fact]
    public void Read_headerRepeatedOnTheNextPage_isNoRow()
    {
        var part = Part(Short + "2013101 | 行政运行 | 3 | 2 | 1\n科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n2013102 | 其他 | 3 | 2 | 1");
        Assert.Equal(["2013101", "2013102"], part.Rows.Select(static row => row.FunctionCode));
    }

    [Fact]
    public void Read_noteAtTheFoot_isANoteAndNoRow()
    {
        var form = Printed.Form("部门支出总表", Short + "2013101 | 行政运行 | 3 | 2 | 1\n注：本表反映全部支出。 | < | < | < | <");
        Assert.Single(form.Part("")!.Rows);
        Assert.Equal(["注：本表反映全部支出。"], form.Notes);
    }

    [Fact]
    public void Read_blankFillerRows_areLeftOut() => Assert.Single(Part(Short + " | | | | \n2013101 | 行政运行 | 3 | 2 | 1\n　 | 　 | 　 | 　 | 　").Rows);

    [Fact]
    public void Read_cellThatIsNoFigure_isCountedAsUnread()
    {
        var disclosure = Printed.Recognise(Printed.Line("部门支出总表"), Printed.Table(Short + "2013101 | 行政运行 | 3.00.1 | 2 | 1\n2013102 | 其他 | 3 | 2 | 1"));
        var unread = Assert.Single(disclosure.Unread);
        Assert.Equal(("3.00.1", 2, 3), (unread.Text, unread.Place.Row, unread.Place.Column));
    }

    [Fact]
    public void Read_rowThatLostCells_saysSo()
    {
        var table = Printed.Table(Short + "2013101 | 行政运行 | 3 | ~ | ~\n2013102 | 其他 | 3 | 2 | 1", new TableGuess(TableGuessKind.CellsLost, 1, "row has 3 of 5 cells"));
        var rows = Printed.Recognise(Printed.Line("部门支出总表"), table).Forms[0].Part("")!.Rows;
        Assert.Equal([true, false], rows.Select(static row => row.LostCells));
    }

    [Fact]
    public void Read_figureOfACell_leadsToItsPlace()
    {
        var fact = Part(Short + "2013101 | 行政运行 | 3.25 | 2 | 1").Rows[0].Facts[2]!;
        Assert.Equal((Printed.Sha256, 1, 2, 3), (fact.Place.Sha256, fact.Place.Table, fact.Place.Row, fact.Place.Column));
        Assert.Equal(new TextSpan(0, 4), fact.Place.Span);
    }

    private static FormPart Part(string drawing) => Printed.Form("部门支出总体情况表", drawing).Part("")!;
}
