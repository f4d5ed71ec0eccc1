using Gouji.Model;
using static Gouji.Extract.Tests.Text.PrintedText;

namespace Gouji.Extract.Tests.Text;

public sealed class WrappedCellsTests
{
    [Theory]
    [InlineData("\n上级补助\n")]
    [InlineData("\n\n上级补助\n")]
    [InlineData("上级补助\n")]
    public void Words_afterABlankCell_belongToIt_whereTheRowThenFits(string wrapped)
    {
        var table = ReadTable("\t科目\n\t总计\n\t\n" + wrapped + "\t其他\n\n" + Table("水费|1.00|1.00|", "电费|2.00|1.00|1.00"));

        Assert.Equal("科目 | 总计 | 上级补助 | 其他", Row(table, 0));
        Assert.Equal((TableGuessKind.LinesJoined, 0), (table.Guesses[0].Kind, table.Guesses[0].Row));
        Assert.Single(table.Guesses);
        Assert.Equal(1, table.Grid[0, 2].Source.Character);
    }

    [Fact]
    public void Words_inTheBody_belongToTheCell_whereTheRowIsThenWhole()
    {
        var table = ReadTable(Table("科目|甲|说明|乙", "水费|1.00||2.00") + "\t电费\n\t3.00\n\t\n\n只含外业\n\t4.00\n\n");

        Assert.Equal("电费 | 3.00 | 只含外业 | 4.00", Row(table, 2));
    }

    [Fact]
    public void Words_afterAWholeRow_areAParagraph()
    {
        var content = Read(Table("科目|甲|乙", "水费|1.00|") + "支出明细\n" + Table("款目|丙|丁", "纸|1.00|2.00"));

        Assert.Equal("支出明细", Assert.IsType<Paragraph>(content.Blocks[1]).Text);
        Assert.Equal(3, content.Blocks.Count);
    }

    [Fact]
    public void FurtherParagraphs_ofACell_areLinesOfIt()
    {
        var table = ReadTable("\t目标\n\t值\n\n\t1.完成测绘\n2.完成制图\n\t90\n\n\t外业\n\t按月完成\n按季检查\n\n");

        Assert.Equal("1.完成测绘\n2.完成制图 | 90", Row(table, 1));
        Assert.Equal("外业 | 按月完成\n按季检查", Row(table, 2));
        Assert.Equal([1, 2], table.Guesses.Select(guess => guess.Row ?? -1));
    }

    [Fact]
    public void Lines_afterAFigure_areParagraphs()
    {
        var content = Read("\t科目\n\t金额\n\n\t水费\n\t1.00\n以下为文字说明\n再一段\n");

        Assert.Equal(3, content.Blocks.Count);
        Assert.Equal("以下为文字说明", Assert.IsType<Paragraph>(content.Blocks[1]).Text);
    }
}
