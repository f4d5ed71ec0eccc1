using CsCheck;
using Gouji.Extract.Readers;
using Gouji.Model;
using static Gouji.Extract.Tests.Text.PrintedText;

namespace Gouji.Extract.Tests.Text;

public sealed class PlainTextPropertyTests
{
    private static readonly Gen<string> Figure = OneOf("", "　", "0.00", "1.25", "12", "1,145.60", "—", "100%");

    private static readonly Gen<string> AnyCell = OneOf(
        "", "", "　", "1.25", "12", "201", "31", "01", "合计", "小 计", "科目编码", "类", "款", "项", "名称", "单位：万元", "收入", "支出", "2020", "说明");

    /// <summary>A table with a header that has every column and rows of a label and figures.</summary>
    private static readonly Gen<string[]> WholeTable =
        from columns in Gen.Int[2, 9]
        from body in Figure.Array[columns - 1].Array[1, 12]
        let header = string.Join('|', Enumerable.Range(0, columns).Select(i => $"栏{(char)('甲' + i)}目"))
        select (string[])[header, .. body.Select((figures, i) => $"品目{(char)('a' + i)}|{string.Join('|', figures)}")];

    private static readonly Gen<string[]> RaggedTable =
        from rows in AnyCell.Array[1, 9].Array[2, 12]
        select rows.Select(cells => string.Join('|', cells)).ToArray();

    [Fact]
    public void WholeTables_comeBackCellByCell_inOrder()
    {
        WholeTable.Array[1, 3].Sample(tables =>
        {
            var text = string.Join("\n附表1\n", tables.Select(Table));
            var expected = tables.Select(rows => rows.SelectMany(row => row.Split('|')).Select(cell => cell.Trim('　')));
            var content = Read(text);
            var read = content.Blocks.OfType<TableBlock>().ToArray();

            Assert.Equal(expected, read.Select(table => table.Grid.Cells.Select(cell => cell.Text)));
            Assert.All(read, table => Assert.Empty(table.Guesses));
        });
    }

    [Fact]
    public void RaggedTables_loseAndInventNoWords()
    {
        RaggedTable.Sample(rows =>
        {
            var expected = rows.SelectMany(row => row.Split('|')).Select(cell => cell.Trim('　')).Where(cell => cell.Length > 0);
            var content = Read(Table(rows));

            Assert.Equal(expected, Texts(content).Where(cell => cell.Length > 0));
            AssertSourcesAreOrdered(content);
        });
    }

    [Fact]
    public void RaggedTables_tellLostCellsFromBlankOnes()
    {
        RaggedTable.Sample(rows =>
        {
            foreach (var table in Read(Table(rows)).Blocks.OfType<TableBlock>())
            {
                foreach (var cell in table.Grid.Cells)
                {
                    Assert.True(!cell.Absent || cell is { Text: "", RowSpan: 1, ColumnSpan: 1 });
                }
            }
        });
    }

    [Fact]
    public void Garbage_neverThrowsButUnreadable()
    {
        var characters = Gen.Char["\t\t\t\n\n\n\r 　\fa1.,合计编码表单位：备注[]bookmark:\u0001\uE000。（一、"];
        characters.Array[0, 200].Select(text => new string(text)).Sample(text => ReadOrRefuse(System.Text.Encoding.UTF8.GetBytes(text)), iter: 5_000);
        Gen.Byte.Array[0, 100].Sample(ReadOrRefuse, iter: 2_000);
        OneOf<byte>(9, 10, 32, 49, 0xA1, 0xD6, 0x81, 0x30, 0xFF, 0xFE, 0xEF, 0xBB, 0xBF).Array[0, 100].Sample(ReadOrRefuse, iter: 2_000);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void ReadOrRefuse(byte[] bytes)
    {
        var recognised = new PlainTextReader().Recognises(bytes);
        try
        {
            AssertSourcesAreOrdered(PrintedText.Read(bytes));
        }
        catch (UnreadableDocumentException failure)
        {
            Assert.True(!recognised || (bytes.Length > 32 && failure.Reason == UnreadableReason.Damaged), failure.Message);
        }
    }

    private static void AssertSourcesAreOrdered(DocumentContent content)
    {
        var sources = content.Blocks.SelectMany(block => block is TableBlock table ? table.Grid.Cells.Where(cell => !cell.Absent).Select(cell => cell.Source) : [block.Source]);
        var last = (Line: 0, Character: 0);
        foreach (var source in sources)
        {
            Assert.True((source.Line, source.Character).CompareTo(last) > 0, $"line {source.Line}, character {source.Character} after {last}");
            last = (source.Line, source.Character);
        }
    }
}
