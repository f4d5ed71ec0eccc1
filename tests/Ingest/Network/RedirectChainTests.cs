using Gouji.Ingest.Network;
using Microsoft.AspNetCore.Http;

namespace Gouji.Ingest.Tests.Network;

public sealed class RedirectChainTests
{
    [Fact]
    public async Task Download_chain_isFollowedHopByHop()
    {
        await using var site = await Site.StartAsync(static context => (string?)context.Request.Path switch
        {
            "/1" => Answers.Redirect("/2", 301)(context),
            "/2" => Answers.Redirect("sub/3?x=1#part", 303)(context),
            "/sub/3" => Answers.Redirect($"http://other.gov.cn:{context.Request.Host.Port}/4", 307)(context),
            "/4" => Answers.Redirect($"//{context.Request.Host.Host}:{context.Request.Host.Port}/budget.doc", 308)(context),
            _ => Answers.Text("budget")(context),
        });
        var (result, _) = await site.GetAsync("/1");

        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
        Assert.Equal(
            [new Hop(site.At("/1"), 301), new Hop(site.At("/2"), 303), new Hop(site.At("/sub/3?x=1"), 307), new Hop(site.At("/4", "other.gov.cn"), 308), new Hop(site.At("/budget.doc", "other.gov.cn"), 200)],
            result.Hops);
        Assert.Equal(["/1", "/2", "/sub/3?x=1", "/4", "/budget.doc"], site.Paths);
        Assert.Equal("budget.doc", result.FileName);
        Assert.Equal(site.At("/budget.doc", "other.gov.cn"), result.FinalAddress);
    }

    [Fact]
    public async Task Download_heads_areWhatTheServerSawAndSaid()
    {
        await using var site = await Site.AnsweringAsync(Answers.Redirect("/b"), Answers.Text("b"));
        var (result, _) = await site.GetAsync("/a", with: static request => request with { Referrer = new Uri("http://www.example.gov.cn/list") });
        Assert.Equal(2, result.Heads.Count);
        Assert.All(result.Heads.Zip(site.Visits), static pair =>
            Assert.Equal(pair.Second.Headers.OrderBy(static header => header.Key), pair.First.Sent.OrderBy(static header => header.Key)));
        Assert.Contains(KeyValuePair.Create("Location", "/b"), result.Heads[0].Received);
    }

    [Theory]
    [InlineData("/zwgk/1.html", "/", true)]
    [InlineData("/files/1.doc", "/index.html", true)]
    [InlineData("/zwgk/1.html", "http://example.gov.cn:{0}/", true)]
    [InlineData("/zwgk/1.html", "/404.html", true)]
    [InlineData("/zwgk/1.html", "/error/notfound.jsp", true)]
    [InlineData("/zwgk/1.html", "/?id=3", false)]
    [InlineData("/index.jsp", "/", false)]
    [InlineData("/czj", "http://czj.example.gov.cn:{0}/", false)]
    [InlineData("/zwgk/1.html", "/zwgk/", false)]
    [InlineData("/zwgk/1.html", "/2024/404/1.html", false)]
    public async Task Download_redirectToAPageInPlaceOfAny_saysThatThereIsNone(string asked, string location, bool gone)
    {
        var first = true;
        await using var site = await Site.StartAsync(context =>
        {
            var redirects = first;
            first = false;
            return redirects
                ? Answers.Redirect(string.Format(System.Globalization.CultureInfo.InvariantCulture, location, context.Request.Host.Port))(context)
                : Answers.Html($"<html><head><title>某市财政局</title></head><body>{string.Concat(Enumerable.Repeat("<p>动态新闻</p>", 400))}</body></html>")(context);
        });
        var (result, body) = await site.GetAsync(asked);
        Assert.Equal(gone ? (DownloadOutcome.Gone, DownloadReason.SoftNotFound) : (DownloadOutcome.Fetched, null), (result.Outcome, result.Reason));
        Assert.Equal(gone, body.Length == 0);
    }

    [Fact]
    public async Task Download_loop_isDetected()
    {
        await using var site = await Site.StartAsync(static context => Answers.Redirect(context.Request.Path == "/a" ? "/b" : "/a#again")(context));
        var (result, _) = await site.GetAsync("/a");
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.RedirectLoop), (result.Outcome, result.Reason));
        Assert.Equal(["/a", "/b"], site.Paths);
    }

    [Theory]
    [InlineData(3, DownloadOutcome.Fetched, null)]
    [InlineData(2, DownloadOutcome.Failed, DownloadReason.TooManyRedirects)]
    public async Task Download_redirects_areCounted(int most, DownloadOutcome outcome, string? reason)
    {
        await using var site = await Site.AnsweringAsync(Answers.Redirect("/1"), Answers.Redirect("/2"), Answers.Redirect("/3"), Answers.Text("a"));
        var (result, _) = await site.GetAsync("/0", Site.Plain with { MaximumRedirects = most });
        Assert.Equal((outcome, reason), (result.Outcome, result.Reason));
        Assert.Equal(most + 1, site.Visits.Count);
    }

    [Theory]
    [InlineData("http://127.0.0.1/secret", DownloadReason.AddressNotPublic)]
    [InlineData("http://127.0.0.2:80/secret", DownloadReason.AddressNotPublic)]
    [InlineData("http://169.254.169.254/latest/meta-data", DownloadReason.AddressNotPublic)]
    [InlineData("http://[::ffff:10.0.0.1]/", DownloadReason.AddressNotPublic)]
    [InlineData("http://localhost/", DownloadReason.AddressNotPublic)]
    [InlineData("http://0x7f.1/", DownloadReason.AddressNotPublic)]
    [InlineData("http://intranet.gov.cn/", DownloadReason.AddressNotPublic)]
    [InlineData("file:///etc/passwd", DownloadReason.Scheme)]
    [InlineData("ftp://ftp.example.gov.cn/a", DownloadReason.Scheme)]
    [InlineData("javascript:history.back()", DownloadReason.Scheme)]
    [InlineData("http://a@www.example.gov.cn/", DownloadReason.UserInfo)]
    [InlineData("http://[", DownloadReason.RedirectNowhere)]
    public async Task Download_redirectToWhereWeDoNotGo_isRefused(string location, string reason)
    {
        await using var site = await Site.StartAsync(Answers.Redirect(location));
        var policy = new AddressPolicy(new StubResolver().Answering("127.0.0.1").Answering("192.168.3.4")) { Exempt = [site.EndPoint] };
        var (result, body) = await site.GetAsync("/a", Site.Plain with { AllowPrivateAddresses = false }, policy: policy);

        Assert.Equal(reason, result.Reason);
        Assert.Equal(reason == DownloadReason.RedirectNowhere ? DownloadOutcome.Failed : DownloadOutcome.Blocked, result.Outcome);
        Assert.Equal(302, result.Hops[0].Status);
        Assert.Single(site.Visits);
        Assert.Empty(body);
    }

    [Fact]
    public async Task Download_locationInRawBytes_staysInItsCoding()
    {
        var location = System.Text.Encoding.Latin1.GetString(HeaderText.Gb18030.GetBytes("/预算 表.doc"));
        await using var site = await Site.AnsweringAsync(Answers.Redirect(location), Answers.Text("a"));
        var (result, _) = await site.GetAsync("/a");
        Assert.Equal("预算 表.doc", result.FileName);
        Assert.EndsWith("/%D4%A4%CB%E3%20%B1%ED.doc", result.FinalAddress.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_cookies_liveWithinOneChain()
    {
        await using var site = await Site.StartAsync(static context => (string?)context.Request.Path switch
        {
            "/a" when context.Request.Headers.Cookie.Count == 0 => Answers.Redirect("/a", 302, ("Set-Cookie", "session=1; Path=/"), ("Set-Cookie", "=;;broken"), ("Set-Cookie", "foreign=1; Domain=other.cn"))(context),
            _ => Answers.Text("a", 200, "text/plain", ("Set-Cookie", "late=1; Path=/"))(context),
        });
        var downloader = site.Downloader();
        var (first, _) = await site.GetAsync(downloader, "/a");
        var (second, _) = await site.GetAsync(downloader, "/b");

        Assert.Equal((DownloadOutcome.Fetched, DownloadOutcome.Fetched), (first.Outcome, second.Outcome));
        Assert.Equal([null, "session=1", null], site.Visits.Select(static visit => visit.Headers.GetValueOrDefault("Cookie")));
    }

    [Fact]
    public async Task Download_cookieOfARefusal_isNotSentOnRetry()
    {
        await using var site = await Site.AnsweringAsync(Answers.Status(503, ("Set-Cookie", "token=1; Path=/")), Answers.Text("a"));
        var (result, _) = await site.GetAsync("/a", Site.Plain with { Attempts = 2 });
        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
        Assert.All(site.Visits, static visit => Assert.False(visit.Headers.ContainsKey("Cookie")));
    }

    [Fact]
    public void Follow_fromSecureToPlain_isNoted()
    {
        var chain = new RedirectChain(new Uri("https://h.cn/a"), 10);
        chain.Asked(new Answer { Outcome = DownloadOutcome.Failed, Status = 301 });
        Assert.Null(chain.Follow(new Uri("http://h.cn/a"), new Answer { Outcome = DownloadOutcome.Failed }));
        chain.Asked(new Answer { Outcome = DownloadOutcome.Failed, Status = 302 });
        Assert.Null(chain.Follow(new Uri("http://h.cn/b"), new Answer { Outcome = DownloadOutcome.Failed }));
        chain.Asked(new Answer { Outcome = DownloadOutcome.Failed, Status = 200 });
        Assert.Equal([false, true, false], chain.Hops.Select(static hop => hop.Downgraded));
    }
}
