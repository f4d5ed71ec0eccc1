using Gouji.Model;

namespace Gouji.Extract.Tests.Geometry;

public sealed class TableJoinerTests
{
    private static readonly double[] Columns = [50, 150, 250, 350];

    [Fact]
    public void Join_headerPrintedAgain_isLeftOutAndNoted()
    {
        var blocks = Drawing.Blocks(
            out var notes,
            new Drawing(1).Text(50, 740, "收入总表").Table(Columns, 300, "科目|基本|项目", "行政|1|2"),
            new Drawing(2).Table(Columns, 700, "科目|基本|项目", "合计|1|2"));

        Assert.Equal("科目|基本|项目 / 行政|1|2 / 合计|1|2", Docx.Drawn.Table(blocks[1]));
        Assert.Equal("page 2", Assert.IsType<TableBlock>(blocks[1]).Grid[2, 0].Source.Part);
        Assert.Equal("tables-joined", Assert.Single(notes).Code);
    }

    [Fact]
    public void Join_pageWithOnlyTheTotal_joinsOverItsMergedCells() =>
        Assert.Equal(["[类|款|金额 / 201|31|5 / 合计|合计|5]"], Drawing.Read(
            new Drawing(1).Table(Columns, 300, "类|款|金额", "201|31|5"),
            new Drawing(2).Table([50, 250, 350], 700, "合计|5")));

    [Fact]
    public void Join_titleBetween_keepsTablesApart() =>
        Assert.Equal(3, Drawing.Read(new Drawing(1).Table(Columns, 300, "类|款|金额", "201|31|5"), new Drawing(2).Text(50, 740, "支出总表").Table(Columns, 700, "类|款|金额", "合计||5")).Length);

    [Fact]
    public void Join_titlePrintedAgain_isLeftOut() =>
        Assert.Equal(["支出总表", "[类|款|金额 / 201|31|5 / 202|32|6]"], Drawing.Read(
            new Drawing(1).Text(50, 700, "支出总表").Table(Columns, 300, "类|款|金额", "201|31|5"),
            new Drawing(2).Text(50, 700, "支出总表（续）").Table(Columns, 680, "类|款|金额", "202|32|6")));

    [Fact]
    public void Join_otherColumns_keepsTablesApart() =>
        Assert.Equal(2, Drawing.Read(new Drawing(1).Table(Columns, 300, "类|款|金额"), new Drawing(2).Table([50, 120, 300, 350], 700, "甲|乙|丙")).Length);

    [Fact]
    public void Join_rightHalfOnTheFacingPage_standsBesideTheLeft()
    {
        var table = Assert.IsType<TableBlock>(Assert.Single(Drawing.Blocks(
            out var notes,
            new Drawing(1).Table(Columns, 700, "科目|合计|基本", "行政|3.00|1.00", "合计|3.00|1.00"),
            new Drawing(2).Table([50, 120, 300], 640, "项目|经营", "2.00|", "2.00|-"))));
        Assert.Equal("科目|合计|基本|项目|经营 / 行政|3.00|1.00|2.00| / 合计|3.00|1.00|2.00|-", Docx.Drawn.Table(table));
        Assert.Equal("page 2", table.Grid[1, 3].Source.Part);
        Assert.Equal("tables-joined", Assert.Single(notes).Code);
    }

    [Theory]
    [InlineData("项目|经营", "2.00|", "会议费|-")]
    [InlineData("项目|经营", "2.00|-", "2.00|", "3.00|")]
    [InlineData("1.00|2.00", "2.00|-", "2.00|")]
    [InlineData("项目|单位：元", "2.00|", "2.00|-")]
    public void Join_otherTableOnTheNextPage_staysApart(params string[] rows) =>
        Assert.Equal(2, Drawing.Read(
            new Drawing(1).Table(Columns, 700, "科目|合计|基本", "行政|3.00|1.00", "合计|3.00|1.00"),
            new Drawing(2).Table([50, 120, 300], 700, rows)).Length);

    [Fact]
    public void Join_blankCellUnderAShortRow_isACellOfItsOwn()
    {
        var table = Assert.IsType<TableBlock>(Assert.Single(Drawing.Blocks(
            out _,
            new Drawing(1).Table(Columns, 300, "科目|基本|项目", "行政|1.00|2.00"),
            new Drawing(2).Table(Columns, 700, "|3.00|4.00", "合计|4.00|6.00"))));
        Assert.Equal("科目|基本|项目 / 行政|1.00|2.00 / |3.00|4.00 / 合计|4.00|6.00", Docx.Drawn.Table(table));
    }

    [Fact]
    public void Join_rowBrokenByThePage_isOneRow()
    {
        double[] narrow = [50, 115, 250, 350];
        var table = Assert.IsType<TableBlock>(Assert.Single(Drawing.Blocks(
            out _,
            new Drawing(1).Table(narrow, 300, "科目|基本|项目", "机关事业单位|1.00|2.00"),
            new Drawing(2).Table(narrow, 700, "养老缴费||", "合计|1.00|2.00"))));

        Assert.Equal("科目|基本|项目 / 机关事业单位养老缴费|1.00|2.00 / 合计|1.00|2.00", Docx.Drawn.Table(table));
        Assert.Equal(new TableGuess(TableGuessKind.LinesJoined, 1, "the row goes on over the page and was joined"), Assert.Single(table.Guesses));
    }

    [Fact]
    public void Join_nameWithoutFiguresBrokenByThePage_isOneRowWhereTheColumnIsNumbered() =>
        Assert.Equal(["[科目|金额 / 213 农林水支出|1.00 / 214 交通运输支出| / 215 资源勘探工业信息等支出| / 216 商业服务业支出|]"], Drawing.Read(
            new Drawing(1).Table([50, 150, 250], 300, "科目|金额", "213 农林水支出|1.00", "214 交通运输支出|", "215 资源勘探工业信|"),
            new Drawing(2).Table([50, 150, 250], 700, "息等支出|", "216 商业服务业支出|")));

    [Fact]
    public void Join_bracketLeftOpenByThePage_isClosedInTheSameRow() =>
        Assert.Equal(["[项目|金额 / 因公出国（境）费用|1.00 / 单位上年结余（不包括额度结余）| / 合计|1.00]"], Drawing.Read(
            new Drawing(1).Table([50, 155, 250], 300, "项目|金额", "因公出国（境）费用|1.00", "单位上年结余（不包括|"),
            new Drawing(2).Table([50, 155, 250], 700, "额度结余）|", "合计|1.00")));

    [Fact]
    public void Join_fullNameWithoutFiguresInAColumnWithoutNumbers_isARowOfItsOwn() =>
        Assert.Equal(["[项目|金额 / 事业收入|1.00 / 上级补助收入及其附属| / 单位上缴收入| / 合计|1.00]"], Drawing.Read(
            new Drawing(1).Table([50, 155, 250], 300, "项目|金额", "事业收入|1.00", "上级补助收入及其附属|"),
            new Drawing(2).Table([50, 155, 250], 700, "单位上缴收入|", "合计|1.00")));

    [Fact]
    public void Join_labelWithoutFigures_isARowOfItsOwn() =>
        Assert.Equal(["[科目|基本 / 行政|1.00 / 教育| / 合计|1.00]"], Drawing.Read(
            new Drawing(1).Table([50, 150, 250], 300, "科目|基本", "行政|1.00"),
            new Drawing(2).Table([50, 150, 250], 700, "教育|", "合计|1.00")));
}
