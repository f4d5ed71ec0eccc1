using Gouji.Model;
using static Gouji.Extract.Tests.Text.PrintedText;

namespace Gouji.Extract.Tests.Text;

public sealed class TableLayoutTests
{
    /// <summary>A small income form: wrapped header words, merged codes, a row that lost cells fused with the total.</summary>
    private const string Income =
        "\t科目编码\n\t科目名称\n\t总计\n\t财政拨款\n\t\n\n上级补助\n\t其他\n\n"
        + "\t类\n\t款\n\t项\n\t\n\t\n\t\n\t\n\t\n\n"
        + "\t207\n\t01\n\t09\n\t图书馆\n\t88.50\n \t合计\n\t88.50\n\t80.00\n\t\n\t8.50\n\n";

    [Fact]
    public void IncomeForm_isDrawnAsItWasPrinted()
    {
        const string expected = """
            +---------+--------+-----+--------+--------+----+
            |科目编码 |科目名称|总计 |财政拨款|上级补助|其他|
            +---+--+--+        |     |        |        |    |
            |类 |款|项|        |     |        |        |    |
            +---+--+--+--------+-----+--------+--------+----+
            |207|01|09|图书馆  |88.50|~       |~       |~   |
            +---+--+--+--------+-----+--------+--------+----+
            |合计              |88.50|80.00   |        |8.50|
            +------------------+-----+--------+--------+----+
            """;
        Assert.Equal(expected.ReplaceLineEndings("\n").Trim(), GridPicture.Draw(ReadTable(Income).Grid).Trim());
    }

    [Fact]
    public void IncomeForm_saysWhatWasGuessed()
    {
        Assert.Equal(
            [
                (TableGuessKind.LinesJoined, 0), (TableGuessKind.SpansInferred, 0), (TableGuessKind.CellsLost, 2),
                (TableGuessKind.RowsParted, 3), (TableGuessKind.SpansInferred, 3),
            ],
            ReadTable(Income).Guesses.Select(guess => (guess.Kind, guess.Row ?? -1)));
        Assert.Contains(ReadTable(Income).Guesses, guess => guess.Detail == "row has 5 of 8 cells");
    }

    [Fact]
    public void TitleRow_spansAllColumns_andCaptionRowIsGuessed()
    {
        var table = ReadTable(Table("车辆表", "编制部门：测绘局|||单位：万元", "车型|合计|购置|运行|其他", "轿车|5.00|2.00|2.00|1.00"));

        Assert.Equal("车辆表[1×5]", Row(table, 0));
        Assert.Equal("编制部门：测绘局[1×2] |  |  | 单位：万元", Row(table, 1));
        var guess = Assert.Single(table.Guesses);
        Assert.Equal((TableGuessKind.SpansInferred, 1), (guess.Kind, guess.Row));
    }

    [Fact]
    public void CaptionRow_withADate_isNoBody()
    {
        var table = ReadTable(Table("编制单位：测绘局|2021-01-05", "收入|支出", "项目|金额|项目|金额", "门票|1.00|纸|1.00"));

        Assert.Equal("收入[1×2] | 支出[1×2]", Row(table, 1));
    }

    [Fact]
    public void BodyRow_withTooFewCells_keepsThemAtTheLeft_andTheRestIsAbsentNotBlank()
    {
        var table = ReadTable(Table("科目|甲|乙|丙", "水费|1.00||2.00", "电费|3.00", "合计|4.00||2.00"));

        Assert.Equal("电费 | 3.00 | ∅ | ∅", Row(table, 2));
        Assert.False(table.Grid[1, 2].Absent);
        var guess = Assert.Single(table.Guesses);
        Assert.Equal((TableGuessKind.CellsLost, 2, "row has 2 of 4 cells"), (guess.Kind, guess.Row, guess.Detail));
    }

    [Fact]
    public void BodyRow_withTooManyCells_widensTheGrid_andLosesNone()
    {
        var table = ReadTable(Table("科目|甲|乙", "水费|1.00|2.00", "电费|3.00|4.00|5.00", "气费|6.00|7.00"));

        Assert.Equal(4, table.Grid.ColumnCount);
        Assert.Equal("电费 | 3.00 | 4.00 | 5.00", Row(table, 2));
        Assert.Equal("气费 | 6.00 | 7.00 | ∅", Row(table, 3));
        var guess = Assert.Single(table.Guesses);
        Assert.Equal((TableGuessKind.CellsExtra, 2), (guess.Kind, guess.Row));
    }

    [Fact]
    public void EmptyBodyCell_isBlank_andNeverMerged()
    {
        var table = ReadTable(Table("科目|甲|乙", "水费||", "|1.00|", "||"));

        Assert.Equal(12, table.Grid.Cells.Count);
        Assert.All(table.Grid.Cells, cell => Assert.Equal((1, 1, false), (cell.RowSpan, cell.ColumnSpan, cell.Absent)));
    }

    [Fact]
    public void ShortTotalRow_spansTheLabelColumns_andNoMore()
    {
        var aligned = ReadTable(Table("类|款|名称|甲|乙", "201|01|会议|1.00|2.00", "合 计|1.00|2.00"));
        var lost = ReadTable(Table("类|款|名称|甲|乙", "201|01|会议|1.00|2.00", "合计|1.00"));

        Assert.Equal("合 计[1×3] | 1.00 | 2.00", Row(aligned, 2));
        Assert.DoesNotContain(aligned.Guesses, guess => guess.Kind == TableGuessKind.CellsLost);
        Assert.Equal("合计[1×3] | 1.00 | ∅", Row(lost, 2));
        Assert.Contains(lost.Guesses, guess => guess is { Kind: TableGuessKind.CellsLost, Row: 2 });
    }

    [Fact]
    public void PerformanceTable_keepsEveryCellOnce_withSpansGuessed()
    {
        string[] rows =
        [
            "绩效目标表", "|||||||", "单位|测绘局|项目|外业", "资金|总额：|80万元|财政：|80万元|其他|", "目标|完成全年外业测绘", "一级|二级|三级|值",
            "产出|成本|费用|≤80万元", "||租车|≤9万元", "|时效|工期|12月", "效益|社会||",
        ];
        var table = ReadTable(Table(rows));

        Assert.Equal((10, 8), (table.Grid.RowCount, table.Grid.ColumnCount));
        Assert.Equal(rows.SelectMany(row => row.Split('|')), table.Grid.Cells.Select(cell => cell.Text));
        Assert.Equal(" |  | 租车 | ≤9万元[1×5]", Row(table, 7));
        Assert.Equal(Enumerable.Range(2, 8), table.Guesses.Select(guess => guess.Row ?? -1));
        Assert.All(table.Guesses, guess => Assert.Equal(TableGuessKind.SpansInferred, guess.Kind));
    }

    [Fact]
    public void SingleCellInTheBody_coversTheRow_unlessItIsAFigureOrATotal()
    {
        var table = ReadTable(Table("科目|甲|乙", "水费|1.00|2.00", "其中各项如下", "合计", "电费|1.00|2.00"));

        Assert.Equal("其中各项如下[1×3]", Row(table, 2));
        Assert.Equal("合计 | ∅ | ∅", Row(table, 3));
    }

    [Fact]
    public void WholeCode_coversTheColumnsOfClassSectionAndItem()
    {
        const string expected = """
            +---------------+----+----+--------+
            |项目           |合计|基本|项目支出|
            +--------+------+    |    |        |
            |科目编码|名称  |    |    |        |
            +--+--+--+------+----+----+--------+
            |类|款|项|栏次  |1   |2   |3       |
            +--+--+--+------+----+----+--------+
            |  |  |  |合计  |9.00|4.00|5.00    |
            +--+--+--+------+----+----+--------+
            |207     |文化  |9.00|4.00|5.00    |
            +--------+------+----+----+--------+
            |2070104 |图书馆|9.00|4.00|5.00    |
            +--------+------+----+----+--------+
            """;
        var table = ReadTable(Table("项目|合计|基本|项目支出", "科目编码|名称|||", "类|款|项|栏次|1|2|3", "|||合计|9.00|4.00|5.00", "207|文化|9.00|4.00|5.00", "2070104|图书馆|9.00|4.00|5.00"));

        Assert.Equal(expected.ReplaceLineEndings("\n").Trim(), GridPicture.Draw(table.Grid).Trim());
        Assert.DoesNotContain(table.Guesses, guess => guess.Kind == TableGuessKind.CellsLost);
    }

    [Fact]
    public void RowOfColumnNumbers_beginsWithAWideCell()
    {
        var table = ReadTable(Table("科目编码|名称|合计|基本", "栏次|1|2", "20701|图书馆|9.00|4.00", "20702|文物|5.00|5.00"));

        Assert.Equal("栏次[1×2] | 1 | 2", Row(table, 1));
    }
}
