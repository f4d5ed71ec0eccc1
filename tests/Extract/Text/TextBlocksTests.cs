using System.Text;
using Gouji.Model;

namespace Gouji.Extract.Tests.Text;

public sealed class TextBlocksTests
{
    private const string Table = "\t科目\n\t合计\n\t基本支出\n\n\t行政运行\n\t12.00\n\t12.00\n\n\t住房公积金\n\t3.00\n";

    [Theory]
    [InlineData(Table + "\t3.00", true)]
    [InlineData(Table, true)]
    [InlineData(Table + "\t3.00\n", false)]
    [InlineData(Table + "\t3.00\n说明", false)]
    public void Read_textThatEndsWithinATable_saysThatRowsMayBeMissing(string text, bool isCut)
    {
        var table = PrintedText.Read(Encoding.UTF8.GetBytes(text)).Blocks.OfType<TableBlock>().Single();

        Assert.Equal(isCut, table.Guesses.Any(static guess => guess.Kind == TableGuessKind.RowsLost));
    }
}
