using Gouji.Model;
using static Gouji.Extract.Tests.Text.PrintedText;

namespace Gouji.Extract.Tests.Text;

public sealed class FusedRowsTests
{
    [Fact]
    public void TwoWholeRows_arePartedWhereTheTableIsWide()
    {
        var table = ReadTable(Table("科目|甲|乙", "水费|1.00|", "电费|2.00|3.00|气费||4.00", "合计|3.00|7.00"));

        Assert.Equal("电费 | 2.00 | 3.00", Row(table, 2));
        Assert.Equal("气费 |  | 4.00", Row(table, 3));
        var guess = Assert.Single(table.Guesses);
        Assert.Equal((TableGuessKind.RowsParted, 3), (guess.Kind, guess.Row));
    }

    [Fact]
    public void ShortRowBeforeATotal_isPartedAtTheTotal()
    {
        var table = ReadTable(Table("类|款|名称|合计|甲|乙", "201|01|会议|1.00|1.00|", "201|02|培训|2.00|合计|3.00|1.00|2.00"));

        Assert.Equal("201 | 02 | 培训 | 2.00 | ∅ | ∅", Row(table, 2));
        Assert.Equal("合计[1×3] | 3.00 | 1.00 | 2.00", Row(table, 3));
    }

    [Fact]
    public void ShortRowBeforeACode_isPartedAtTheCode()
    {
        var table = ReadTable(Table("类|款|名称|合计|甲|乙", "201|01|会议|1.00|1.00|", "201|02|培训|2.00|201|03|印刷|3.00||3.00"));

        Assert.Equal("201 | 02 | 培训 | 2.00 | ∅ | ∅", Row(table, 2));
        Assert.Equal("201 | 03 | 印刷 | 3.00 |  | 3.00", Row(table, 3));
    }

    [Fact]
    public void ThreeRows_arePartedTwice()
    {
        var table = ReadTable(Table("类|款|名称|合计|甲|乙", "201|02|培训|2.00|201|03|印刷|3.00|201|04|差旅|4.00||4.00"));

        Assert.Equal(4, table.Grid.RowCount);
        Assert.Equal("201 | 03 | 印刷 | 3.00 | ∅ | ∅", Row(table, 2));
    }

    [Fact]
    public void SpaceBeforeTheTab_partsRowsThatTogetherAreNoWiderThanTheTable()
    {
        var table = ReadTable(Table("类|款|项|名称|合计|甲|乙|丙") + "\t201\n\t01\n\t01\n\t会议\n \t合计\n\t5.00\n\n");

        Assert.Equal("201 | 01 | 01 | 会议 | ∅ | ∅ | ∅ | ∅", Row(table, 1));
        Assert.Equal(3, table.Grid.RowCount);
    }

    [Fact]
    public void SpacesBeforeEveryTab_meanNothing()
    {
        var table = ReadTable(Table("科目|甲|乙", "水费|1.00|2.00", "合计|1.00|2.00").Replace("\t", "  \t", StringComparison.Ordinal));

        Assert.Empty(table.Guesses);
        Assert.Equal(3, table.Grid.RowCount);
    }

    [Fact]
    public void TotalLabelsInsideAFullRow_partNothing()
    {
        var table = ReadTable(Table("收入|支出", "项目|金额|项目|金额", "门票|1.00|纸张|1.00", "合计|1.00|合计|1.00"));

        Assert.Equal(4, table.Grid.RowCount);
        Assert.DoesNotContain(table.Guesses, guess => guess.Kind == TableGuessKind.RowsParted);
    }
}
