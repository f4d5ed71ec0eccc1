using System.Text;
using Gouji.Extract.Readers;
using Gouji.Extract.Tests.Docx;
using Gouji.Model;

namespace Gouji.Extract.Tests.Readers;

public sealed class Xml2003ReaderTests
{
    private const string Header = "<Row><Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">项目</Data></Cell><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">预算数</Data></Cell></Row>"
        + "<Row><Cell ss:Index=\"2\"><Data ss:Type=\"String\">合计</Data></Cell><Cell><Data ss:Type=\"String\">项目支出</Data></Cell></Row>";

    [Theory]
    [InlineData("UTF-8", "")]
    [InlineData("gb2312", "")]
    [InlineData("UTF-8", "\r\n")]
    public void Read_workbook_givesWhatIsPrintedUnderItsHeader(string encoding, string before)
    {
        var content = Read(Header + "<Row><Cell><Data ss:Type=\"String\">行政运行</Data></Cell>" + Figure("n", "1312.456") + Figure("n", "0") + "</Row>", encoding: encoding, before: before);
        var table = Assert.IsType<TableBlock>(Assert.Single(content.Blocks));

        Assert.Equal("xls-xml", content.Format);
        Assert.Equal((2, 1), (table.Grid[0, 0].RowSpan, table.Grid[0, 0].ColumnSpan));
        Assert.Equal((1, 2), (table.Grid[0, 1].RowSpan, table.Grid[0, 1].ColumnSpan));
        Assert.Equal(("1,312.46", "0.00"), (table.Grid[2, 1].Text, table.Grid[2, 2].Text));
        Assert.Empty(content.Notes);
    }

    [Fact]
    public void Read_positions_areCountedOnWhereTheyAreLeftOut()
    {
        var content = Read("<Column ss:Hidden=\"1\" ss:Index=\"2\"/>" + "<Row ss:Index=\"3\">" + Text("项目") + Text("藏") + Text("合计") + "</Row><Row ss:Hidden=\"1\">" + Text("隐") + "</Row><Row>" + Text("甲") + "<Cell ss:Index=\"3\"><Data ss:Type=\"Number\">5</Data></Cell></Row>");

        Assert.Equal(["[项目|合计 / 甲|5]"], Drawn.Blocks(content));
        Assert.Equal(["hidden-rows", "hidden-columns"], content.Notes.Select(note => note.Code));
        Assert.Equal(new SourcePosition("表", 5, 3), Assert.IsType<TableBlock>(content.Blocks[0]).Grid[1, 1].Source);
    }

    [Fact]
    public void Read_textInRuns_isWhole() =>
        Assert.Equal(["[一般公共预算|合计 / 甲|5]"], Drawn.Blocks(Read("<Row><Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\"><B>一般</B><Font>公共</Font>预算</ss:Data><Comment><Data>批注</Data></Comment></Cell>" + Text("合计") + "</Row><Row>" + Text("甲") + Figure("Default", "5") + "</Row>")));

    [Fact]
    public void Read_formulaWithoutResult_isLostAndNotBlank()
    {
        var content = Read("<Row>" + Text("项目") + Text("合计") + "</Row><Row>" + Text("甲") + "<Cell ss:Formula=\"=SUM(R[1]C)\"/></Row><Row>" + Text("乙") + Figure("Default", "5") + "</Row>");

        Assert.True(Assert.IsType<TableBlock>(content.Blocks[0]).Grid[1, 1].Absent);
        Assert.Contains("B2", Assert.Single(content.Notes).Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_hiddenSheet_isNamedAndNotRead()
    {
        var content = Read("<Row>" + Text("项目") + Text("合计") + "</Row>", options: "<x:Visible>SheetHidden</x:Visible>");

        Assert.Empty(content.Blocks);
        Assert.Equal("hidden-sheets", Assert.Single(content.Notes).Code);
    }

    [Fact]
    public void Read_cutShort_isDamaged()
    {
        var whole = Workbook(Header, "", "UTF-8", "");
        var failure = Assert.Throws<UnreadableDocumentException>(() => Read(Encoding.UTF8.GetBytes(whole[..(whole.Length - 60)])));

        Assert.Equal(UnreadableReason.Damaged, failure.Reason);
    }

    private static string Text(string text) => $"<Cell><Data ss:Type=\"String\">{text}</Data></Cell>";

    private static string Figure(string style, string value) => $"<Cell ss:StyleID=\"{style}\"><Data ss:Type=\"Number\">{value}</Data></Cell>";

    private static DocumentContent Read(string table, string options = "", string encoding = "UTF-8", string before = "")
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Read(Encoding.GetEncoding(encoding).GetBytes(Workbook(table, options, encoding, before)));
    }

    private static DocumentContent Read(byte[] bytes) =>
        new DocumentExtractor().Read(new FetchedDocument("x.xls", bytes, new string('0', 64)), TestContext.Current.CancellationToken);

    private static string Workbook(string table, string options, string encoding, string before) =>
        $"{before}<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
        + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
        + "<Styles><Style ss:ID=\"n\"><NumberFormat ss:Format=\"Standard\"/></Style></Styles>"
        + $"<Worksheet ss:Name=\"表\"><Table>{table}</Table><x:WorksheetOptions>{options}</x:WorksheetOptions></Worksheet></Workbook>";
}
