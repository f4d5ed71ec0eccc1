using Gouji.Ingest.Discovery;

namespace Gouji.Ingest.Tests.Discovery;

/// <summary>Lists and pages that stand in scripts alone, and pages that send the reader on.</summary>
public sealed class ScriptedListTests
{
    [Theory]
    [InlineData("""var data=[{"url":"/art/1.html","title":"甲局2024年部门预算","date":"2024-02-05"},{"url":"/art/2.html","title":"会议通知"}];""")]
    [InlineData("""var data=[{title:'甲局2024年部门预算',date:'2024-02-05',url:'/art/1.html'},{title:'会议通知',url:'/art/2.html'}]""")]
    [InlineData("""window.__DATA__={"list":{"rows":[{"id":7,"docTitle":"甲局2024年<em>部门预算<\/em>","docPubUrl":"\/art\/1.html","site":{"name":"某市","id":3},"crDate":"2024-02-05 10:00:00"},{"docTitle":"会议通知","docPubUrl":"\/art\/2.html"}]}}""")]
    [InlineData("if (a) { f('x'); }\nlist.push({ name: \"甲局2024年部门预算\", link: \"art/1.html\", time: \"2024-02-05\" });\nlist.push({ name: \"会议通知\", link: \"art/2.html\" });")]
    public void Records_inAScript_areLinks(string script)
    {
        var links = Pages.Find($"<div id=app></div><script>{script}</script>", "https://a.gov.cn/");
        var detail = Assert.Single(links.Details);
        Assert.Equal(("/art/1.html", "甲局2024年部门预算", FoundBy.Script), (detail.Address.AbsolutePath, detail.Title, detail.FoundBy));
        Assert.Equal(new DateOnly(2024, 2, 5), detail.Published);
        Assert.Equal(1, links.Ignored[IgnoredReason.NoWord]);
    }

    [Fact]
    public void Record_ofADocument_hasItsTitle()
    {
        var links = Pages.Find("<script>var files=[{fileName:'甲局2024年部门预算',fileUrl:'/upload/1.pdf'},{fileName:'会议通知',fileUrl:'/upload/2.pdf'}]</script>");
        var document = Assert.Single(links.Attachments);
        Assert.Equal(("/upload/1.pdf", "甲局2024年部门预算"), (document.Address.AbsolutePath, document.Title));
    }

    [Theory]
    [InlineData("var t={title:'2024年部门预算'}; var o={url:'/a.html'};")]
    [InlineData("var t={title:'2024年部门预算', pic:'/a.html'};")]
    [InlineData("var t={title:'2024年部门预算', url:base + '/a.html'};")]
    [InlineData("var t={title:'2024年部门预算', url:'/a/' + id + '.html'};")]
    [InlineData("var t={title:'2024年部门预算', url:'post'};")]
    [InlineData("var t={title:'2024年部门预算', url:'https://b.example.com/a.html'};")]
    public void Script_withoutARecord_givesNoDetail(string script) => Assert.Empty(Pages.Find($"<script>{script}</script>").Details);

    [Fact]
    public void Script_ofMoreThanAMillionCharacters_isReadToItsEnd()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(static row => $"{{\"id\":{row},\"title\":\"会议通知之{row}\",\"summary\":\"各单位按时参加\"}},\n"));
        var links = Pages.Find($"<script>var rows=[{rows}{{\"title\":\"2024年预算\",\"url\":\"/art/1.html\"}}];var file='/upload/2024年预算.pdf';</script><title>预算</title>");
        Assert.True(rows.Length > 1_000_000);
        Assert.Equal(["/art/1.html"], Pages.Paths(links.Details));
        Assert.Single(links.Attachments);
    }

    [Theory]
    [InlineData("https://a.gov.cn/l/", "createPageHTML('page_div',3,0,'index','shtml',150)", "index_1.shtml index_2.shtml")]
    [InlineData("https://a.gov.cn/l/", "createPageHTML(\"3\",\"0\",\"index\",\"html\")", "index_1.html index_2.html")]
    [InlineData("https://a.gov.cn/l/", "createPageHTML('3', '0', 'index', '.htm')", "index_1.htm index_2.htm")]
    [InlineData("https://a.gov.cn/l/", "createPageHTML(3, 0, \"index\", \"\")", "index_1.html index_2.html")]
    [InlineData("https://a.gov.cn/l/index.shtml", "createPageHTML(3, 0, \"index\", \"\")", "index_1.shtml index_2.shtml")]
    [InlineData("https://a.gov.cn/l/", "createPageHTML('index','html',3,0)", "index_1.html index_2.html")]
    [InlineData("https://a.gov.cn/l/", "createPageHTML(0,3,'index','html')", "index_1.html index_2.html")]
    [InlineData("https://a.gov.cn/l/", "createPageHTML(3,0,'1203','html')", "1203_1.html 1203_2.html")]
    [InlineData("https://a.gov.cn/l/", "createPageHTML('pages','3','0','1203','html','41')", "1203_1.html 1203_2.html")]
    [InlineData("https://a.gov.cn/l/", "createPageHTML('page_div','3','1','list','shtml',41)", "list_2.shtml list_3.shtml")]
    [InlineData("https://a.gov.cn/l/", "createPageHTML(total, current, 'index', 'html')", "")]
    [InlineData("https://a.gov.cn/l/", "createPageHTML('3','index')", "")]
    public void PageCount_inWhateverOrder_givesThePagesThatFollow(string address, string script, string files) =>
        Assert.Equal(
            files.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Pages.Find($"<script>{script}</script>", address).NextPages.Select(static link => link.Address.AbsolutePath["/l/".Length..]));

    [Theory]
    [InlineData("col=1&startrecord={0}&unitid=5&endrecord={1}&perpage=15")]
    [InlineData("endrecord={1}&startrecord={0}&unitid=5")]
    [InlineData("startrecord={0}&perpage=15&endrecord={1}")]
    public void RecordWindow_parametersInAnyOrder_areWalked(string query)
    {
        string At(int start, int end) => "/module/web/jpage/dataproxy.jsp?" + query.Replace("{0}", $"{start}").Replace("{1}", $"{end}");
        var links = Pages.Find($"<script>$('#5').jpage({{totalRecord:70,perPage:15,proxyUrl:'{At(1, 30)}'}});</script>", "https://a.gov.cn/col/col1/index.html");
        Assert.Equal([At(1, 30), At(31, 60), At(61, 70)], Pages.Paths(links.NextPages));
    }

    [Fact]
    public void RecordWindows_ofTwoColumns_areBothWalked()
    {
        static string At(int unit, int start, int end) => $"/module/web/jpage/dataproxy.jsp?startrecord={start}&endrecord={end}&unitid={unit}";
        var links = Pages.Find(
            $"<script>$('#5').jpage({{totalRecord:40,proxyUrl:'{At(5, 1, 30)}'}});</script><script>$('#6').jpage({{totalRecord:60,proxyUrl:'{At(6, 1, 45)}'}});</script>",
            "https://a.gov.cn/col/col1/index.html");
        Assert.Equal([At(5, 1, 30), At(5, 31, 40), At(6, 1, 45), At(6, 46, 60)], Pages.Paths(links.NextPages).Order(StringComparer.Ordinal).OrderBy(static path => path[^1]));
    }

    [Theory]
    [InlineData("<a href='javascript:gotoPage(3)'>3</a>")]
    [InlineData("<a href='javascript:gotoPage(2)'>下一页</a>")]
    [InlineData("<a href='#' onclick='toPage(2)'>2</a>")]
    [InlineData("<a href=\"javascript:__doPostBack('pager','2')\">2</a>")]
    [InlineData("<a href=\"javascript:__doPostBack('GridView1','Page$Next')\">下一页</a>")]
    public void Page_thatOnlyAScriptCanReach_isNamed(string html)
    {
        var links = Pages.Find(html);
        Assert.Empty(links.NextPages);
        Assert.Equal([IgnoredReason.ScriptedPage], links.Ignored.Keys);
    }

    [Theory]
    [InlineData("<a href='javascript:window.print()'>打印</a>")]
    [InlineData("<a href='#'>1</a>")]
    [InlineData("<a href='javascript:void(0)'>下一页</a>")]
    [InlineData("<a href='javascript:;'>2</a>")]
    public void Call_thatLeadsToNoPage_hasNoAddress(string html) => Assert.Equal([IgnoredReason.NoAddress], Pages.Find(html).Ignored.Keys);

    [Theory]
    [InlineData("https://a.gov.cn/zwgk/gone.html", "<meta http-equiv=refresh content='3;url=/'>页面不存在，3秒后跳转到首页", "")]
    [InlineData("https://a.gov.cn/zwgk/gone.html", "<meta http-equiv=refresh content='0;url=/index.html'>", "")]
    [InlineData("https://a.gov.cn/zwgk/gone.html", "页面不存在<script>setTimeout(\"location.href='/'\",3000)</script><script>location.href='/';</script>", "")]
    [InlineData("https://a.gov.cn/", "<meta http-equiv=refresh content='0;url=index.html'>", "/index.html")]
    [InlineData("https://a.gov.cn/zwgk/", "<meta http-equiv=refresh content='0;url=/zwgk/ys/'>", "/zwgk/ys/")]
    [InlineData("https://a.gov.cn/zwgk/", "<meta http-equiv=refresh content='0; ys/'>", "/zwgk/ys/")]
    [InlineData("https://a.gov.cn/zwgk/", "<meta http-equiv=refresh content='5;url=ys/'>栏目已迁移", "/zwgk/ys/")]
    [InlineData("https://a.gov.cn/zwgk/", "<meta http-equiv=refresh content='300'><a href=a.html>预算</a>", "")]
    public void Refresh_isFollowedUnlessItGoesHome(string address, string html, string next) =>
        Assert.Equal(next.Split(' ', StringSplitOptions.RemoveEmptyEntries), Pages.Paths(Pages.Find(html, address).NextPages));

    [Fact]
    public void Refresh_ofAFullPageAfterAWhile_isNotFollowed() =>
        Assert.Empty(Pages.Find($"<meta http-equiv=refresh content='600;url=/zwgk/news/'><p>{new string('字', 300)}").NextPages);

    [Theory]
    [InlineData("https://a.gov.cn/l/list_12.html", "list_12_2.html", "2")]
    [InlineData("https://a.gov.cn/l/list_12_1.html", "list_12_2.html", "2")]
    [InlineData("https://a.gov.cn/l/index.jhtml", "index_2.jhtml", "2")]
    [InlineData("https://a.gov.cn/p/1.html", "2.html", "2")]
    [InlineData("https://a.gov.cn/p/", "2.html", "2")]
    public void NumberedFile_ofTheList_isAFurtherPage(string address, string href, string text) =>
        Assert.Single(Pages.Find($"<a href='{href}'>{text}</a>", address).NextPages);

    [Theory]
    [InlineData("https://a.gov.cn/l/list_12.html", "list_12_2.html", "2024年部门预算")]
    [InlineData("https://a.gov.cn/l/list_12.html", "list_13_2.html", "2")]
    public void NumberedFile_ofAnotherList_isNoFurtherPage(string address, string href, string text) =>
        Assert.Empty(Pages.Find($"<a href='{href}'>{text}</a>", address).NextPages);

    [Fact]
    public void Ampersand_escapedTwice_isOneAddress()
    {
        var links = Pages.Find("<title>预算</title><a href='/down.jsp?id=1&amp;amp;f=a.pdf'>附件</a><a href='/down.jsp?id=1&amp;f=a.pdf'>下载</a>");
        Assert.Equal(["/down.jsp?id=1&f=a.pdf"], Pages.Paths(links.Attachments));
    }

    [Theory]
    [InlineData("https://a.gov.cn/cal.do", "?y=2023&m=1&d=5", "5")]
    [InlineData("https://a.gov.cn/cal.do?y=2023&m=1", "?y=2023&m=2", "下一页")]
    [InlineData("https://a.gov.cn/cal.do?y=2023&m=1", "?y=2023&m=1&d=12", "12")]
    [InlineData("https://a.gov.cn/l.do?id=1", "l.do?id=2&kind=3", "2")]
    public void Query_ofACalendarOrAnotherList_isNoFurtherPage(string address, string href, string text) =>
        Assert.Empty(Pages.Find($"<a href='{href}'>{text}</a>", address).NextPages);

    [Theory]
    [InlineData("https://a.gov.cn/l.do?id=1", "l.do?id=1&offs=20", "2")]
    [InlineData("https://a.gov.cn/l.do?id=1&offs=20", "l.do?id=1&offs=40", "下一页")]
    [InlineData("https://a.gov.cn/l.do", "?pagesize=15&seite=2", "2")]
    [InlineData("https://a.gov.cn/l.do?id=1", "?id=1&year=2022", "2022")]
    public void Query_withOneNumberThatDiffers_isAFurtherPage(string address, string href, string text) =>
        Assert.Single(Pages.Find($"<a href='{href}'>{text}</a>", address).NextPages);
}
