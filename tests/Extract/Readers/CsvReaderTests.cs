using System.Text;
using Gouji.Extract.Readers;
using Gouji.Extract.Tests.Docx;
using Gouji.Model;

namespace Gouji.Extract.Tests.Readers;

public sealed class CsvReaderTests
{
    private const string Table = "科目编码,科目名称,合计,项目支出\r\n20101,\"行政运行,甲\",\"1,312.46\",0\r\n,合计,\"1,312.46\",\r\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    public void Read_records_areRowsOfATable(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Encoding.GetEncoding(encoding);
        var content = Read([.. text.GetPreamble(), .. text.GetBytes("部门支出总表,,,\r\n,,,单位：万元\r\n" + Table)]);

        Assert.Equal("csv", content.Format);
        Assert.Equal(
            ["部门支出总表", "[|||单位：万元 / 科目编码|科目名称|合计|项目支出 / 20101|行政运行,甲|1,312.46|0 / |合计|1,312.46|]"],
            Drawn.Blocks(content));
    }

    [Fact]
    public void Read_linesWithoutCommas_standBesideTheTable()
    {
        var content = Read("部门支出总表\n" + Table + "\n注：本表为空表。\n");

        Assert.Contains("注：本表为空表。", TestDocuments.Texts(content)[^1], StringComparison.Ordinal);
        Assert.Equal(new SourcePosition("", 6, 1), content.Blocks[^1].Source);
    }

    [Fact]
    public void Read_lineBreakWithinQuotes_staysInItsCell()
    {
        var content = Read("项目,\"预算数\n（万元）\",说明\n甲,1,\"说\"\"明\"\n乙,2,\n");

        Assert.Equal(["[项目|预算数\\n（万元）|说明 / 甲|1|说\"明 / 乙|2|]"], Drawn.Blocks(content));
    }

    [Fact]
    public void Read_lineWithMoreFieldsBehindTheSample_isDamagedAndNotShifted()
    {
        var lines = string.Concat(Enumerable.Repeat("20101,行政运行,1312.46\n", 4000));
        var failure = Assert.Throws<UnreadableDocumentException>(() => Read(lines + "20102,一般,1,312.46\n"));

        Assert.Equal(UnreadableReason.Damaged, failure.Reason);
        Assert.Contains("4001", failure.Text.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("收入10,支出20,结余30。\n收入10。\n支出,如下。\n")]
    [InlineData("一,二,三\n四,五,六\n七,八,九\n")]
    [InlineData("收入,1,2\n支出,3,4\n")]
    public void Recognises_prose_isNoTable(string text) => Assert.False(new CsvReader().Recognises(Encoding.UTF8.GetBytes(text)));

    private static DocumentContent Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static DocumentContent Read(byte[] bytes) =>
        new DocumentExtractor().Read(new FetchedDocument("x.csv", bytes, new string('0', 64)), TestContext.Current.CancellationToken);
}
