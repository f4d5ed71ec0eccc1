using System.Text;
using Gouji.Ingest.Discovery;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Tests.Discovery;

/// <summary>Lists and details as the publishing systems of Chinese governments write them.</summary>
public sealed class PublishingSystemTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb2312")]
    public void Trs_listAndDetail_areWalked(string charset)
    {
        var encoding = charset == "utf-8" ? Encoding.UTF8 : Pages.Gb18030;
        var list = Pages.Find(
            $$"""
            <html><head><meta http-equiv="Content-Type" content="text/html; charset={{charset}}"><title>部门预决算_某市财政局</title></head><body>
            <ul class="nav"><li><a href="/">首页</a></li><li><a href="../zcfg/">政策法规</a></li></ul>
            <ul class="list">
            <li><span>2024-02-05</span><a href="./202402/t20240205_123.html" target="_blank" title="某市教育局2024年部门预算">某市教育局2024年部门…</a></li>
            <li><span>2024-02-04</span><a href="./202402/t20240204_122.html">某市民政局2024年部门预算</a></li>
            <li><span>2024-01-09</span><a href="./202401/t20240109_90.html">关于召开会议的通知</a></li>
            </ul>
            <script>createPageHTML(4, 0, "index", "html");</script>
            </body></html>
            """,
            "https://czj.city.gov.cn/zwgk/yjs/", encoding: encoding);
        Assert.Equal(["/zwgk/yjs/202402/t20240205_123.html", "/zwgk/yjs/202402/t20240204_122.html"], Pages.Paths(list.Details));
        Assert.Equal(["某市教育局2024年部门预算", "某市民政局2024年部门预算"], list.Details.Select(static link => link.Title));
        Assert.Equal(new DateOnly(2024, 2, 5), list.Details[0].Published);
        Assert.Equal(["/zwgk/yjs/index_1.html", "/zwgk/yjs/index_2.html", "/zwgk/yjs/index_3.html"], Pages.Paths(list.NextPages));
        Assert.Equal(3, list.Ignored[IgnoredReason.NoWord]);

        var detail = Pages.Find(
            $$"""
            <html><head><meta charset="{{charset}}"><meta name="ArticleTitle" content="某市教育局2024年部门预算"><meta name="PubDate" content="2024-02-05 10:00"></head><body>
            <div class="TRS_Editor"><p>附件：</p><p><a href="./P020240205600001.doc" oldsrc="W02.doc">某市教育局2024年部门预算.doc</a></p>
            <p><a href="./P020240205600002.xls">附件2</a></p></div>
            <a href="javascript:window.print()">打印</a><a href="javascript:window.close()">关闭</a>
            </body></html>
            """,
            "https://czj.city.gov.cn/zwgk/yjs/202402/t20240205_123.html", encoding: encoding);
        Assert.Equal(["/zwgk/yjs/202402/P020240205600001.doc", "/zwgk/yjs/202402/P020240205600002.xls"], Pages.Paths(detail.Attachments));
        Assert.Equal(2, detail.Ignored[IgnoredReason.NoAddress]);
    }

    [Theory]
    [InlineData("https://a.gov.cn/l/index.html", "createPageHTML(3, 0, 'index', 'html')", "index_1.html index_2.html")]
    [InlineData("https://a.gov.cn/l/index_1.html", "createPageHTML(3, 1, 'index', 'html')", "index_2.html")]
    [InlineData("https://a.gov.cn/l/index_2.html", "createPageHTML(3, 2, 'index', 'html')", "")]
    [InlineData("https://a.gov.cn/l/index_2.html", "createPageHTML(4, 1, 'index', 'html')", "index_3.html index_4.html")]
    [InlineData("https://a.gov.cn/l/fsll_list.shtml", "createPageHTML('page_div',4,1,'fsll_list','shtml',68)", "fsll_list_2.shtml fsll_list_3.shtml fsll_list_4.shtml")]
    [InlineData("https://a.gov.cn/l/fsll_list_3.shtml", "createPageHTML('page_div',4,3,'fsll_list','shtml',68)", "fsll_list_4.shtml")]
    [InlineData("https://a.gov.cn/l/list.shtml", "createPageHTML(3,1,'list','shtml')", "list_2.shtml list_3.shtml")]
    [InlineData("https://a.gov.cn/l/", "Pager({size:3, current:0, prefix:'index',suffix:'html'});", "index_1.html index_2.html")]
    [InlineData("https://a.gov.cn/l/", "var currentPage = 0;//所在页从0开始\nvar countPage = 3//共多少页\ndocument.write('共'+countPage+'页');", "index_1.html index_2.html")]
    [InlineData("https://a.gov.cn/l/", "var _PAGE_COUNT=\"3\"; var _PAGE_INDEX=\"0\"; var _PAGE_NAME=\"default\"; var _PAGE_EXT=\"htm\";", "default_1.htm default_2.htm")]
    [InlineData("https://a.gov.cn/l/", "function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){}", "")]
    [InlineData("https://a.gov.cn/l/", "createPageHTML(1, 0, 'index', 'html')", "")]
    [InlineData("https://a.gov.cn/l/", "createPageHTML(99999, 0, 'index', 'html')", "")]
    public void Script_thatCountsPages_givesThoseThatFollow(string address, string script, string files) =>
        Assert.Equal(
            files.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Pages.Find($"<script>{script}</script>", address).NextPages.Select(static link => link.Address.AbsolutePath["/l/".Length..]));

    [Fact]
    public void Script_whereTheSecondPageIsLinkedAsTwo_countsFromThere()
    {
        var links = Pages.Find("<a href=index_2.html>2</a><script>createPageHTML(3,0,'index','html')</script>", "https://a.gov.cn/l/");
        Assert.Equal(["/l/index_2.html", "/l/index_3.html"], Pages.Paths(links.NextPages).Order());
    }

    [Fact]
    public void Hanweb_columnOfRecords_isWalkedToItsLastWindow()
    {
        const string Proxy = "/module/web/jpage/dataproxy.jsp?startrecord=1&endrecord=45&perpage=15&col=1&appid=1&webid=1&path=%2F&columnid=1234&sourceContentType=1&unitid=5678";
        var list = Pages.Find(
            $$"""
            <html><head><meta charset="utf-8"><title>财政预决算</title></head><body>
            <div id="5678"><script type="text/xml"><datastore><nextgroup></nextgroup><recordset>
            <record><![CDATA[<li><a title='甲局2024年部门预算' href='/art/2024/2/5/art_1234_1.html'>甲局2024年部…</a><b>2024-02-05</b></li>]]></record>
            <record><![CDATA[<li><a title='会议通知' href='/art/2024/2/4/art_1234_2.html'>会议通知</a><b>2024-02-04</b></li>]]></record>
            </recordset></datastore></script></div>
            <script>$('#5678').jpage({ dataStore : d, totalRecord:100, perPage:15, proxyUrl:'{{Proxy}}' });</script>
            <a href="/col/col1234/index.html?uid=5678&amp;pageNum=2">2</a>
            </body></html>
            """,
            "https://www.city.gov.cn/col/col1234/index.html");
        var detail = Assert.Single(list.Details);
        Assert.Equal(("/art/2024/2/5/art_1234_1.html", "甲局2024年部门预算", FoundBy.Record), (detail.Address.AbsolutePath, detail.Title, detail.FoundBy));
        Assert.Equal(new DateOnly(2024, 2, 5), detail.Published);
        Assert.Equal(
            [Proxy, Proxy.Replace("startrecord=1&endrecord=45", "startrecord=46&endrecord=90"), Proxy.Replace("startrecord=1&endrecord=45", "startrecord=91&endrecord=100"), "/col/col1234/index.html?uid=5678&pageNum=2"],
            Pages.Paths(list.NextPages).OrderBy(static path => path.Contains("pageNum")));

        var window = Pages.Find(
            "<?xml version='1.0' encoding='UTF-8'?><datastore><totalrecord>100</totalrecord><totalpage>7</totalpage><recordset><record><![CDATA[<li><a href='/art/2024/1/5/art_1234_9.html'>乙局2024年部门预算</a></li>]]></record></recordset></datastore>",
            "https://www.city.gov.cn" + Proxy.Replace("startrecord=1&endrecord=45", "startrecord=46&endrecord=90"));
        Assert.Equal(["/art/2024/1/5/art_1234_9.html"], Pages.Paths(window.Details));
        Assert.Equal([Proxy.Replace("startrecord=1&endrecord=45", "startrecord=91&endrecord=100")], Pages.Paths(window.NextPages));
    }

    [Fact]
    public void Hanweb_nextGroup_isAFurtherPage()
    {
        var links = Pages.Find(
            "<datastore><nextgroup><![CDATA[<a href=\"/module/web/jpage/dataproxy.jsp?page=2&appid=1&unitid=5\"></a>]]></nextgroup><recordset><record><![CDATA[<a href='/art/1.html'>预算</a>]]></record></recordset></datastore>",
            "https://www.city.gov.cn/module/web/jpage/dataproxy.jsp?page=1&appid=1&unitid=5");
        Assert.Equal(["/module/web/jpage/dataproxy.jsp?page=2&appid=1&unitid=5"], Pages.Paths(links.NextPages));
        Assert.Single(links.Details);
    }

    [Fact]
    public void Hanweb_detail_givesItsDownloads()
    {
        var links = Pages.Find(
            "<meta name=ArticleTitle content='甲局2024年部门预算'><a href='/module/download/downfile.jsp?classid=0&filename=2402051.pdf'>甲局预算.pdf</a>",
            "https://www.city.gov.cn/art/2024/2/5/art_1234_1.html");
        Assert.Equal(["/module/download/downfile.jsp?classid=0&filename=2402051.pdf"], Pages.Paths(links.Attachments));
    }

    [Fact]
    public void Kaipu_calledPages_areFurtherPages()
    {
        var links = Pages.Find(
            """
            <title>预决算公开</title><ul><li><a href="/zfxxgk/202402/0a1b2c.shtml">甲局2024年度部门预算</a></li></ul>
            <div id="page_div"><a href="javascript:void(0)" onclick="queryArticleByCondition(this,'/zfxxgk/fsll_list_2.shtml')">下一页</a>
            <a href="javascript:void(0)" onclick="queryArticleByCondition(this,'/zfxxgk/fsll_list_3.shtml')">尾页</a></div>
            """,
            "https://www.city.gov.cn/zfxxgk/fsll_list.shtml");
        Assert.Equal(["/zfxxgk/fsll_list_2.shtml", "/zfxxgk/fsll_list_3.shtml"], Pages.Paths(links.NextPages));
        Assert.All(links.NextPages, static link => Assert.Equal(FoundBy.OnClick, link.FoundBy));
        Assert.Equal(["/zfxxgk/202402/0a1b2c.shtml"], Pages.Paths(links.Details));
    }

    [Fact]
    public void Boda_listsThatCountDown_areWalked()
    {
        var first = Pages.Find(
            "<title>预算公开</title><ul><li><a href='../info/1023/1234.htm'>甲局2024年预算</a></li></ul><a href='yjs/33.htm'>下页</a><a href='yjs/1.htm'>尾页</a>共34页",
            "https://a.city.gov.cn/xxgk/yjs.htm");
        Assert.Equal(["/xxgk/yjs/33.htm", "/xxgk/yjs/1.htm"], Pages.Paths(first.NextPages));
        Assert.Equal(["/info/1023/1234.htm"], Pages.Paths(first.Details));
        var second = Pages.Find("<a href='../yjs.htm'>首页</a><a href='../yjs.htm'>上页</a><a href='32.htm'>下页</a>", "https://a.city.gov.cn/xxgk/yjs/33.htm");
        Assert.Equal(["/xxgk/yjs.htm", "/xxgk/yjs/32.htm"], Pages.Paths(second.NextPages));

        var detail = Pages.Find(
            """
            <title>甲局2024年预算-某市教育局</title><ul><li>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&amp;owner=1404874179&amp;wbfileid=9607F8" target="_blank">甲局2024年预算.xls</a>】已下载<span></span>次</li></ul>
            <a href="1233.htm">上一条：乙局通知</a>
            """,
            "https://a.city.gov.cn/info/1023/1234.htm");
        Assert.Equal(["/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1404874179&wbfileid=9607F8"], Pages.Paths(detail.Attachments));
        Assert.Empty(detail.NextPages);
    }

    [Fact]
    public void Platform_jsonList_isWalked()
    {
        var endpoint = new JsonEndpoint { Template = "https://www.city.gov.cn/common/search/88?page={page}&_size=2", Rows = "data.results", Link = "url", Title = "title", Date = "publishedTime", Pages = "data.pageCount" };
        var source = new Source { Name = "甲", Region = "乙", Json = [endpoint] };
        const string Json = """
            {"data":{"pageCount":3,"results":[
              {"title":"甲局2024年<em>部门预算</em>","url":"http://www.city.gov.cn/zwgk/1/post_1.html","publishedTime":1707100000000},
              {"title":"会议通知","url":"/zwgk/1/post_2.html","publishedTime":1707100000000}]}}
            """;
        var page = JsonListReader.Read(Encoding.UTF8.GetBytes(Json), "application/json", endpoint.AddressOf(1), endpoint);
        var links = Pages.Counted(LinkFinder.Find(page, source));
        var detail = Assert.Single(links.Details);
        Assert.Equal(("http://www.city.gov.cn/zwgk/1/post_1.html", "甲局2024年部门预算", new DateOnly(2024, 2, 5)), (detail.Address.AbsoluteUri, detail.Title, detail.Published));
        Assert.Equal([2, 3], links.NextPages.Select(link => endpoint.PageOf(link.Address) ?? 0));
        Assert.Equal(1, links.Ignored[IgnoredReason.NoWord]);
    }

    [Fact]
    public void WordPressLike_queryPages_areWalkedWithinTheTotal()
    {
        var links = Pages.Find(
            "<a href='?id=7&page=1'>首页</a><a href='?id=7&page=2'>上一页</a><a href='?id=7&page=4'>下一页</a><a href='?id=7&page=3'>末页</a><a href='?id=8&page=2'>预算</a>当前第3/3页",
            "https://a.gov.cn/list.aspx?id=7&page=3");
        Assert.Equal(["/list.aspx?id=7&page=1", "/list.aspx?id=7&page=2"], Pages.Paths(links.NextPages));
        Assert.Equal(1, links.Ignored[IgnoredReason.PastLastPage]);
        Assert.Equal(1, links.Ignored[IgnoredReason.Itself]);
        Assert.Equal(["/list.aspx?id=8&page=2"], Pages.Paths(links.Details));
    }

    [Theory]
    [InlineData("https://a.gov.cn/l.do", "?page=2", "2")]
    [InlineData("https://a.gov.cn/l.do?id=1", "l.do?id=1&pageIndex=2", "下一页")]
    [InlineData("https://a.gov.cn/l.do?id=1", "l.do?pageNum=2&id=1", ">")]
    [InlineData("https://a.gov.cn/col/col1/index.html", "index.html?uid=5&pageNum=2", "2")]
    [InlineData("https://a.gov.cn/l/", "index_2.html", "2")]
    [InlineData("https://a.gov.cn/l/index.shtml", "index_1.shtml", "下一页")]
    [InlineData("https://a.gov.cn/l/index_1.shtml", "index.shtml", "上一页")]
    [InlineData("https://a.gov.cn/l/list.htm", "list1.htm", "2")]
    [InlineData("https://a.gov.cn/l/list-1.html", "list-2.html", "尾页")]
    [InlineData("https://a.gov.cn/l/t20240205_1.html", "t20240205_1_2.html", "下一页")]
    public void Anchor_ofAPage_isAFurtherPage(string address, string href, string text) =>
        Assert.Single(Pages.Find($"<a href='{href}'>{text}</a>", address).NextPages);

    [Theory]
    [InlineData("https://a.gov.cn/l/index.html", "t20240205_1.html", "某局2024年部门预算")]
    [InlineData("https://a.gov.cn/l/t20240205_1.html", "t20240205_2.html", "下一篇：2024年预算")]
    [InlineData("https://a.gov.cn/c/content_812.html", "content_813.html", "2024年部门预算")]
    [InlineData("https://a.gov.cn/info/1023/1234.htm", "1235.htm", "2024年预算")]
    [InlineData("https://a.gov.cn/l.do?id=1", "l.do?id=2", "2024年预算")]
    [InlineData("https://a.gov.cn/l/index.html", "https://b.gov.cn/l/index_2.html", "2")]
    [InlineData("https://a.gov.cn/l/index.html", "/", "首页")]
    public void Anchor_ofAnotherPage_isNoFurtherPage(string address, string href, string text) =>
        Assert.Empty(Pages.Find($"<a href='{href}'>{text}</a>", address).NextPages);

    [Fact]
    public void Frame_ofTheSite_isAFurtherPage()
    {
        var links = Pages.Find("<iframe src='/list/inner.html'></iframe><iframe src='https://map.example.com/'></iframe><iframe src='about:blank'></iframe>");
        Assert.Equal(["/list/inner.html"], Pages.Paths(links.NextPages));
        Assert.Equal([IgnoredReason.NotWeb, IgnoredReason.OtherSite], links.Ignored.Keys);
    }

    [Theory]
    [InlineData("<meta http-equiv=refresh content=\"0; url='new/'\">")]
    [InlineData("<title>跳转中</title><script>window.location.href = \"new/\";</script>")]
    [InlineData("<script>top.location='/zwgk/new/'</script><a href='new/'>点击进入</a>")]
    [InlineData("<script>location.replace('./new/')</script>")]
    public void Refresh_ofAPageThatShowsNothing_isFollowed(string html) =>
        Assert.Equal(["/zwgk/new/"], Pages.Paths(Pages.Find(html).NextPages));

    [Fact]
    public void Refresh_inTheScriptOfAFullPage_isNotFollowed() =>
        Assert.Empty(Pages.Find($"<script>function go(){{location.href='/login/'}}</script><p>{new string('字', 300)}").NextPages);

    [Fact]
    public void Walk_serverThatRepeatsItsLastPage_ends()
    {
        const string Rows = "<ul><li><a href=a.html>2024年预算</a></li></ul>";
        var walk = new ListWalk();
        PageLinks At(int page) => Pages.Find($"{Rows.Replace("a.html", page < 3 ? $"{page}.html" : "2.html")}<a href='?page={page + 1}'>下一页</a>", $"https://a.gov.cn/l.do?page={page}");
        Assert.Equal([true, true, false, false], Enumerable.Range(1, 4).Select(page => walk.Advances(At(page))));
    }
}
