using Gouji.Normalize.Forms;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

public sealed class TableAnatomyTests
{
    [Fact]
    public void Of_titleAndUnitLineInCells_areCaptions()
    {
        var anatomy = Of("""
            表三 | < | < | <
            部门支出总体情况表 | < | < | <
            编制部门：某局 | < | < | 单位：万元
            科目编码 | 科目名称 | 合计 | 基本支出
            2013101 | 行政运行 | 1.00 | 1.00
            """);
        Assert.Equal((3, 4), (anatomy.HeaderStart, anatomy.BodyStart));
        Assert.Equal(["表三", "部门支出总体情况表", "编制部门：某局", "单位：万元"], anatomy.Captions);
    }

    [Fact]
    public void Of_headerOverThreeRowsWithNumbering_isHeaderToTheLastOfThem()
    {
        var anatomy = Of("""
            科目编码 | < | < | 科目名称 | 支出预算 | < | <
            类 | 款 | 项 | ^ | 合计 | 其中 | <
            ^ | ^ | ^ | ^ | ^ | 基本支出 | 项目支出
            栏次 | < | < | < | 1 | 2 | 3
            201 | 31 | 01 | 行政运行 | 3 | 2 | 1
            """);
        Assert.Equal((0, 4), (anatomy.HeaderStart, anatomy.BodyStart));
    }

    [Fact]
    public void Of_numberingBesideTheLevelsOfTheCode_isHeader()
    {
        var anatomy = Of("""
            项目 | < | < | < | 合计 | 基本支出
            科目编码 | < | < | 科目名称 | ^ | ^
            类 | 款 | 项 | 栏次 | 1 | 2
            合计 | < | < | < | 3.00 | 3.00
            2013101 | < | < | 行政运行 | 3.00 | 3.00
            """);
        Assert.Equal((0, 3), (anatomy.HeaderStart, anatomy.BodyStart));
    }

    [Fact]
    public void Of_blankRowAboveTheHeader_isPassedOver()
    {
        var anatomy = Of("""
             | | |
            科目编码 | 科目名称 | 合计 | 基本支出
            2013101 | 行政运行 | 1.00 | 1.00
            """);
        Assert.Equal((1, 2), (anatomy.HeaderStart, anatomy.BodyStart));
        Assert.Empty(anatomy.Captions);
    }

    [Fact]
    public void Of_totalInTheFirstRow_beginsTheBody()
    {
        var anatomy = Of("""
            科目编码 | 科目名称 | 合计 | 基本支出
            合计 | | | 
            2013101 | 行政运行 | 1.00 | 1.00
            """);
        Assert.Equal(1, anatomy.BodyStart);
    }

    [Fact]
    public void Of_blankAmountsUnderTheHeader_endTheHeaderAtTheFirstCode()
    {
        var anatomy = Of("""
            科目编码 | 科目名称 | 合计 | 基本支出
            201 | 一般公共服务支出 | |
            2013101 | 行政运行 | 1.00 | 1.00
            """);
        Assert.Equal(1, anatomy.BodyStart);
    }

    [Fact]
    public void Of_continuedTableWithoutHeader_isBodyFromItsFirstRow()
    {
        var anatomy = Of("""
            2013102 | 一般行政管理事务 | 1.00 | 0.00
            2013199 | 其他 | 2.00 | 0.00
            """);
        Assert.Equal((0, 0), (anatomy.HeaderStart, anatomy.BodyStart));
    }

    [Theory]
    [InlineData("编制部门：某局", true)]
    [InlineData("填报单位：某局", true)]
    [InlineData("单位：万元", true)]
    [InlineData("金额单位：元", true)]
    [InlineData("合计", false)]
    [InlineData("单位名称", false)]
    public void IsUnitLine_text_isTold(string key, bool expected) => Assert.Equal(expected, TableAnatomy.IsUnitLine(key));

    [Theory]
    [InlineData("表一", true)]
    [InlineData("附表3:", true)]
    [InlineData("公开01表", true)]
    [InlineData("表格", false)]
    [InlineData("部门收支总体情况表一览", false)]
    public void IsTableOrdinal_text_isTold(string key, bool expected) => Assert.Equal(expected, TableAnatomy.IsTableOrdinal(key));

    private static TableAnatomy Of(string drawing)
    {
        var table = Printed.Table(drawing);
        return TableAnatomy.Of(new TableView(table, 1, 1, 0, table.Grid.RowCount));
    }
}
