using System.Text;
using Gouji.Ingest.Network;

namespace Gouji.Ingest.Tests.Network;

public sealed class ServedPageTests
{
    private const string Login = "<html><head><title>统一身份认证平台</title></head><body><form>用户名<input name=u> 密码<input type=\"password\" name=p></form></body></html>";
    private const string Jsl = "<script>document.cookie=('_')+('_')+('jsl_clearance_s')+'=1';location.href=location.pathname+location.search</script>";
    private const string List = "<html><head><title>预算公开</title></head><body><a href=a.doc>2020年部门预算</a> 系统维护费用公告 登录 关于404路公交的通知</body></html>";

    private static readonly string Disclosure =
        $"<html><head><title>2020年部门预算</title></head><body><table><tr><td>系统维护</td><td>12.50</td></tr><tr><td>云防护服务</td><td>3.00</td></tr></table>{new string('算', 2000)}</body></html>";

    [Theory]
    [InlineData("<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><hr>nginx</body></html>", DownloadOutcome.Gone, DownloadReason.SoftNotFound)]
    [InlineData("<html><head><title>提示信息</title></head><body>对不起，您访问的页面不存在！</body></html>", DownloadOutcome.Gone, DownloadReason.SoftNotFound)]
    [InlineData("<html><body>抱歉，该文件已被删除。</body></html>", DownloadOutcome.Gone, DownloadReason.SoftNotFound)]
    [InlineData("<html><title>页面未找到-XX市财政局</title><body>首页 机构 政务公开</body></html>", DownloadOutcome.Gone, DownloadReason.SoftNotFound)]
    [InlineData("<html><head><title>网站维护</title></head><body>系统正在维护，请稍后访问。</body></html>", DownloadOutcome.Failed, DownloadReason.Maintenance)]
    [InlineData("<html><body><p>系统升级中，暂停对外服务</p></body></html>", DownloadOutcome.Failed, DownloadReason.Maintenance)]
    [InlineData("<html><body>您的访问过于频繁，请稍后再试</body></html>", DownloadOutcome.Blocked, DownloadReason.RateLimited)]
    [InlineData(Login, DownloadOutcome.Blocked, DownloadReason.Login)]
    [InlineData(Jsl, DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData("<html><head><meta http-equiv=\"refresh\" content=\"0\"><script>document.cookie='a=1'</script></head></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData("<html><head><title>安全验证</title></head><body>请完成验证后继续访问</body></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData("<html><head><title>网站防火墙</title></head><body>您的请求带有不合法参数，已被网站管理员设置拦截！</body></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData("<html><body>本站由知道创宇云安全提供防护</body></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData("<html><head><title>Just a moment...</title></head><body>Enable JavaScript and cookies to continue</body></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData("<html><script>var arg1='3B';var a=acw_sc__v2;</script></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData("<script>alert('文件不存在或已删除');history.back();</script>", DownloadOutcome.Gone, DownloadReason.SoftNotFound)]
    [InlineData("<script language='javascript'>alert(\"请先登录！\");window.location.href='/login.jsp';</script>", DownloadOutcome.Blocked, DownloadReason.Login)]
    [InlineData("<html><head><script>eval(function(p){return p}('0'));setTimeout('location.reload()',1500)</script></head><body></body></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData("<html><head><title>请输入验证码</title></head><body><form>请输入图片中的验证码：<input name=c></form></body></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData("<html><head><title>统一身份认证</title></head><body><div id=\"app\"></div><script src=\"/app.js\"></script></body></html>", DownloadOutcome.Blocked, DownloadReason.Login)]
    [InlineData("<html><head><title>某市政务平台</title></head><body><form>用户名<input name=u>密码<input type=password name=p></form></body></html>", DownloadOutcome.Blocked, DownloadReason.Login)]
    [InlineData("<html><head><title>用户登录 - 某市政务平台</title></head><body><div id=\"app\"></div></body></html>", DownloadOutcome.Blocked, DownloadReason.Login)]
    public void Recognise_notice_isToldByName(string html, DownloadOutcome outcome, string reason)
    {
        foreach (var expectsDocument in (bool[])[true, false])
        {
            foreach (var encoding in (Encoding[])[Encoding.UTF8, HeaderText.Gb18030])
            {
                var verdict = ServedPage.Recognise(encoding.GetBytes(html), "text/html", null, expectsDocument);
                Assert.Equal((outcome, reason), (verdict?.Outcome, verdict?.Reason));
            }
        }
    }

    [Theory]
    [InlineData("<html><title>预算公开</title><body>您好，请登录 <a href=a.html>某局2020年部门预算</a> <a href=b.html>某委2020年部门预算</a></body></html>")]
    [InlineData("<html><title>台风登陆应急经费公开</title><body><a href=a.doc>2020年预算</a></body></html>")]
    [InlineData("<html><title>部门预算</title><body><form>请输入验证码<input></form><a href=1>一</a><a href=2>二</a><a href=3>三</a><a href=4>四</a><a href=5>五</a><a href=6>六</a></body></html>")]
    [InlineData("<html><title>公开平台</title><body><div id=app></div><script>window.onerror=function(){location.reload()}</script></body></html>")]
    public void Recognise_smallListWithAWordOfANotice_isAPage(string html) =>
        Assert.Null(ServedPage.Recognise(Encoding.UTF8.GetBytes(html), "text/html", "utf-8", expectsDocument: false));

    [Fact]
    public void Recognise_page_isAPageWhereOneIsAskedFor()
    {
        Assert.Null(ServedPage.Recognise(Encoding.UTF8.GetBytes(List), "text/html", "utf-8", expectsDocument: false));
        Assert.Null(ServedPage.Recognise(Encoding.UTF8.GetBytes(Disclosure), "text/html", "utf-8", expectsDocument: false));
        var verdict = ServedPage.Recognise(Encoding.UTF8.GetBytes(List), "text/html", "utf-8", expectsDocument: true);
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.PageInstead, "预算公开"), (verdict?.Outcome, verdict?.Reason, verdict?.Shown));
    }

    [Theory]
    [InlineData("系统正在维护")]
    [InlineData("请完成安全验证")]
    [InlineData("您访问的页面不存在")]
    [InlineData("访问过于频繁")]
    public void Recognise_wordsAmidOtherText_convictNobody(string words)
    {
        var page = $"<html><head><title>部门决算说明</title></head><body>{words}{{0}}</body></html>";
        Assert.NotNull(Recognised(""));
        Assert.Null(Recognised(new string('算', 300)));
        ServedPage.Verdict? Recognised(string more) => ServedPage.Recognise(Encoding.UTF8.GetBytes(page.Replace("{0}", more)), "text/html", "utf-8", expectsDocument: false);
    }

    [Theory]
    [InlineData("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body>收支总表</body></html>")]
    [InlineData("<html><meta name=Generator content=\"Microsoft Word 15\"><body>预算</body></html>")]
    [InlineData("<table>\n<tr><td>一</td></tr>\n<tr><td>二</td></tr></table>")]
    public void Recognise_officeDocumentInHtml_isADocument(string html) =>
        Assert.Null(ServedPage.Recognise(Encoding.UTF8.GetBytes(html), "application/vnd.ms-excel", null, expectsDocument: true));

    [Theory]
    [InlineData("text/html", 5, true)]
    [InlineData("text/html", 6, false)]
    [InlineData("application/vnd.ms-excel", 6, true)]
    public void Recognise_tableWithLinks_isADocumentUnlessServedAsAPageWithMany(string type, int links, bool document)
    {
        var html = $"<html><body><table><tr><td>一</td></tr><tr><td>二</td></tr></table>{string.Concat(Enumerable.Repeat("<a class=x href=b>丙</a>", links))}</body></html>";
        Assert.Equal(document, ServedPage.Recognise(Encoding.UTF8.GetBytes(html), type, null, expectsDocument: true) is null);
    }

    [Theory]
    [InlineData("%PDF-1.7 404 Not Found", "application/pdf")]
    [InlineData("PK\u0003\u0004 404", "text/html")]
    [InlineData("MIME-Version: 1.0\n\n<html><title>404</title>", "text/html")]
    [InlineData("<?xml version=\"1.0\"?><w:document>404</w:document>", "text/xml")]
    [InlineData("", "text/html")]
    public void Recognise_whatIsNoHtml_isLeftAlone(string body, string type) =>
        Assert.Null(ServedPage.Recognise(Encoding.UTF8.GetBytes(body), type, null, expectsDocument: true));

    [Fact]
    public void Recognise_headThatEndsAmidACharacter_isStillUtf8()
    {
        var bytes = Encoding.UTF8.GetBytes("<html><body>您访问的页面不存在！");
        Assert.Equal(DownloadReason.SoftNotFound, ServedPage.Recognise(bytes.AsSpan()[..^1], "text/html", null, expectsDocument: false)?.Reason);
    }

    [Theory]
    [InlineData("<title>")]
    [InlineData("<!-- <title>a</title>")]
    [InlineData("<script>")]
    [InlineData("<")]
    public void PageText_unclosedMarkup_showsNothing(string html)
    {
        Assert.Equal("", PageText.Visible(html, 100));
        Assert.Equal("<!-- <title>a</title>" == html ? "a" : "", PageText.Title(html));
    }

    [Fact]
    public void PageText_page_showsWhatIsSeen() =>
        Assert.Equal("收支 & 总表 合计", PageText.Visible("<title>t</title><style>x{}</style><p>收支&nbsp;&amp;<b>总表</b><!-- 隐 --><script>if(a<b){}</script>\n 合计<noscript>无</noscript>", 100));

    [Fact]
    public void PageText_moreThanMatters_isABeginningThatIsLonger()
    {
        var page = "<p>&nbsp; &nbsp;</p>" + string.Concat(Enumerable.Repeat("<p>&#x6536;支</p>\n", 400));
        var beginning = PageText.Visible(page, 100);
        var whole = PageText.Visible(page, 10_000);
        Assert.Equal(400 * 3 - 1, whole.Length);
        Assert.InRange(beginning.Length, 101, whole.Length - 1);
        Assert.StartsWith(beginning, whole);
    }

    [Theory]
    [InlineData(200, true, Login, DownloadOutcome.Blocked, DownloadReason.Login)]
    [InlineData(200, false, "<html><body>您访问的页面不存在</body></html>", DownloadOutcome.Gone, DownloadReason.SoftNotFound)]
    [InlineData(521, true, Jsl, DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData(412, true, "<html><script>$_ts={}</script></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData(202, true, "<html><script>$_ts = {}</script></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData(412, true, "<!DOCTYPE html><html><head><script src=\"/AbCdEf.js\"></script></head><body></body></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData(202, false, "<html><head><script>function a(){}a();</script></head><body></body></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData(404, true, "<html><head><script>function a(){}a();</script></head><body></body></html>", DownloadOutcome.Gone, DownloadReason.NotFound)]
    [InlineData(404, true, "<html><title>访问被拦截</title></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData(403, true, "<html><title>Forbidden</title></html>", DownloadOutcome.Blocked, DownloadReason.Forbidden)]
    public async Task Download_noticeInPlaceOfADocument_isNotStoredAndNotRetried(int status, bool expectsDocument, string html, DownloadOutcome outcome, string reason)
    {
        await using var site = await Site.StartAsync(Answers.Html(html, status));
        var (result, body) = await site.GetAsync("/a.doc", Site.Plain with { Attempts = 4 }, request => request with { ExpectsDocument = expectsDocument });

        Assert.Equal((outcome, reason, status), (result.Outcome, result.Reason, result.Status));
        Assert.Empty(body);
        Assert.Single(site.Visits);
    }

    [Fact]
    public async Task Download_challenges_openTheCircuit()
    {
        await using var site = await Site.StartAsync(Answers.Html(Jsl));
        var downloader = site.Downloader(Site.Plain with { FailuresToOpen = 2 });
        await site.GetAsync(downloader, "/a");
        await site.GetAsync(downloader, "/b");
        Assert.Equal(DownloadReason.CircuitOpen, (await site.GetAsync(downloader, "/c")).Result.Reason);
    }

    [Fact]
    public async Task Download_maintenanceWithAStatus_isRetriedAndNamed()
    {
        await using var site = await Site.StartAsync(Answers.Html("<html><title>系统维护</title></html>", 503));
        var (result, _) = await site.GetAsync("/a.doc", Site.Plain with { Attempts = 2 });
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.Maintenance), (result.Outcome, result.Reason));
        Assert.Equal(2, site.Visits.Count);
    }
}
