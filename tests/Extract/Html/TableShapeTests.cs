namespace Gouji.Extract.Tests.Html;

public sealed class TableShapeTests
{
    private const string Data = "<table><tr><td>项目<td>金额<tr><td>收入<td>1</table>";
    private const string DataDrawn = "项目|金额 / 收入|1";

    private static readonly string Prose = new('字', 100);

    [Fact]
    public void Read_tableAroundAPage_isFlattened()
    {
        var blocks = HtmlPage.Blocks(
            $"<table><tr><td colspan=2>网站<tr><td>栏目一<br>栏目二<td><h1>标题</h1><p>甲</p>{Data}<p>乙</p><tr><td colspan=2>版权</table>");
        Assert.Equal(["网站", "栏目一\n栏目二", "标题", "甲", DataDrawn, "乙", "版权"], blocks);
    }

    [Fact]
    public void Read_layoutInLayout_isFlattened() =>
        Assert.Equal(
            ["首页", "公开", DataDrawn, "版权"],
            HtmlPage.Blocks($"<table><tr><td>首页<td>公开</tr><tr><td colspan=2><table><tr><td><table><tr><td>{Data}</table></table><tr><td>版权</table>"));

    [Fact]
    public void Read_oneColumnOfBlocks_isFlattened() =>
        Assert.Equal(["甲", "乙", "丙"], HtmlPage.Blocks("<table><tr><td></td><td><p>甲</p><p>乙</p></td></tr><tr><td><td>丙</table>"));

    [Fact]
    public void Read_oneTextAlone_isAParagraph() =>
        Assert.Equal(["单位：万元", DataDrawn], HtmlPage.Blocks($"<table><tr><td align=right>单位：万元</td></tr></table>{Data}"));

    [Fact]
    public void Read_articleBesideLinks_isFlattened() =>
        Assert.Equal(
            ["链接", Prose, Prose, Prose],
            HtmlPage.Blocks($"<table><tr><td>链接<td><p>{Prose}</p><p>{Prose}</p><p>{Prose}</p></table>"));

    [Theory]
    [InlineData("<tr><td>甲<tr><td>乙", "甲 / 乙")]
    [InlineData("<tr><td>甲<td>乙", "甲|乙")]
    [InlineData("<tr><td><p>甲</p><p>乙</p><td><p>1</p><p>2</p>", "甲\n乙|1\n2")]
    [InlineData("<tr><th><p>甲</p><p>乙</p>", "甲\n乙")]
    [InlineData("<thead><tr><td>甲</thead>", "甲")]
    public void Read_tableOfItsOwnData_staysATable(string rows, string expected) =>
        Assert.Equal([expected], HtmlPage.Blocks($"<table>{rows}</table>"));

    [Fact]
    public void Read_dataInADataCell_followsTheOuterTable() =>
        Assert.Equal(
            ["指标|值|甲 / 一|1| / 二|2|乙", DataDrawn, DataDrawn, "后"],
            HtmlPage.Blocks($"<table><tr><td>指标<td>值<td>甲{Data}<tr><td>一<td>1<td>{Data}<tr><td>二<td>2<td>乙</table>后"));

    [Fact]
    public void Read_layoutInADataCell_isPartOfItsText() =>
        Assert.Equal(
            ["项目|a\nb / 一|1 / 二|2"],
            HtmlPage.Blocks("<table><tr><td>项目<td><table><tr><td><p>a</p><p>b</p></table><tr><td>一<td>1<tr><td>二<td>2</table>"));

    [Fact]
    public void Read_tableInAListItem_keepsTheListGoing() =>
        Assert.Equal(["1. 甲", DataDrawn, "2. 乙"], HtmlPage.Blocks($"<ol><li>甲{Data}<li>乙</ol>"));
}
