using System.Text;
using Gouji.Ingest.Network;
using Microsoft.AspNetCore.Http;

namespace Gouji.Ingest.Tests.Network;

public sealed class RobotsGuardTests
{
    private static readonly NetworkOptions Obedient = Site.Plain with { ObeyRobots = true };

    [Fact]
    public async Task Download_disallowed_isBlockedUnasked()
    {
        await using var site = await SiteWith(Answers.Text("User-agent: gouji\nDisallow: /private\n"));
        var downloader = site.Downloader(Obedient);
        var (blocked, _) = await site.GetAsync(downloader, "/private/a.doc");
        var (allowed, _) = await site.GetAsync(downloader, "/public/a.doc");

        Assert.Equal((DownloadOutcome.Blocked, DownloadReason.RobotsDisallow, 0), (blocked.Outcome, blocked.Reason, blocked.Hops.Count));
        Assert.Equal(DownloadOutcome.Fetched, allowed.Outcome);
        Assert.Equal(["/robots.txt", "/public/a.doc"], site.Paths);
        Assert.Equal(Obedient.UserAgent, site.Visits[0].Headers["User-Agent"]);
    }

    [Fact]
    public async Task Download_notObeying_doesNotAsk()
    {
        await using var site = await SiteWith(Answers.Text("User-agent: *\nDisallow: /"));
        var (result, _) = await site.GetAsync("/a", Site.Plain);
        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
        Assert.Equal(["/a"], site.Paths);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(204)]
    public async Task Download_noRobots_isAllowed(int status)
    {
        await using var site = await SiteWith(Answers.Status(status));
        var (result, _) = await site.GetAsync("/a", Obedient);
        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><head><title>404</title></head><body>页面不存在 Disallow: /</body></html>")]
    public async Task Download_robotsThatSayNothing_allow(string text)
    {
        await using var site = await SiteWith(Answers.Text(text, 200, "text/html"));
        var (result, _) = await site.GetAsync("/a", Obedient);
        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Download_robotsUnreachable_isDisallowedForNow(int status)
    {
        var broken = true;
        await using var site = await SiteWith(context => broken ? Answers.Status(status)(context) : Answers.Text("User-agent: *\nDisallow: /b")(context));
        var downloader = site.Downloader(Obedient);
        var (first, _) = await site.GetAsync(downloader, "/a");
        var (second, _) = await site.GetAsync(downloader, "/a");
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.RobotsUnreachable), (first.Outcome, first.Reason));
        Assert.Equal(DownloadReason.RobotsUnreachable, second.Reason);
        Assert.NotNull(first.RetryAfter);
        Assert.Equal(["/robots.txt"], site.Paths);

        broken = false;
        site.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(DownloadOutcome.Fetched, (await site.GetAsync(downloader, "/a")).Result.Outcome);

        // What was read before holds on while the file cannot be had.
        broken = true;
        site.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(DownloadReason.RobotsDisallow, (await site.GetAsync(downloader, "/b")).Result.Reason);
        Assert.Equal(DownloadOutcome.Fetched, (await site.GetAsync(downloader, "/a")).Result.Outcome);
    }

    [Theory]
    [InlineData(200, "<script>document.cookie='jsl_clearance=1';location.reload()</script>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData(521, "<script>document.cookie='jsl_clearance=1';location.reload()</script>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData(202, "<html><head><script>a()</script></head></html>", DownloadOutcome.Blocked, DownloadReason.Challenge)]
    [InlineData(200, "<title>系统维护</title>网站正在维护中", DownloadOutcome.Failed, DownloadReason.RobotsUnreachable)]
    [InlineData(200, "<title>提示</title>您的访问过于频繁", DownloadOutcome.Failed, DownloadReason.RobotsUnreachable)]
    public async Task Download_noticeInPlaceOfRobots_allowsNothingForNow(int status, string notice, DownloadOutcome outcome, string reason)
    {
        var guarded = true;
        await using var site = await SiteWith(context => guarded ? Answers.Html(notice, status)(context) : Answers.Text("User-agent: *\nDisallow: /b")(context));
        var downloader = site.Downloader(Obedient);
        var (first, _) = await site.GetAsync(downloader, "/a");
        Assert.Equal((outcome, reason), (first.Outcome, first.Reason));
        Assert.Equal(reason, (await site.GetAsync(downloader, "/a")).Result.Reason);
        Assert.Equal(["/robots.txt"], site.Paths);

        guarded = false;
        site.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(DownloadOutcome.Fetched, (await site.GetAsync(downloader, "/a")).Result.Outcome);
        Assert.Equal(DownloadReason.RobotsDisallow, (await site.GetAsync(downloader, "/b")).Result.Reason);
    }

    [Fact]
    public async Task Download_robotsInACodingNobodyAskedFor_allowNothingForNow()
    {
        await using var site = await SiteWith(Answers.Text("User-agent: *\nDisallow:", 200, "text/plain", ("Content-Encoding", "br")));
        var (result, _) = await site.GetAsync("/a", Obedient);
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.RobotsUnreachable), (result.Outcome, result.Reason));
        Assert.Equal(["/robots.txt"], site.Paths);
    }

    [Fact]
    public async Task Download_crawlDelayOfADay_stillGivesAPageADay()
    {
        await using var site = await SiteWith(Answers.Text("User-agent: *\nCrawl-delay: 99999"));
        for (var night = 1; night <= 3; night++)
        {
            // robots.txt has to be read anew each night; where that counted as the visit of the day, nothing else would ever be asked.
            Assert.Equal(DownloadOutcome.Fetched, (await site.GetAsync("/a", Obedient)).Result.Outcome);
            Assert.Equal(DownloadReason.HostResting, (await site.GetAsync("/b", Obedient)).Result.Reason);
            site.Time.Advance(TimeSpan.FromHours(24));
        }

        Assert.Equal(["/robots.txt", "/a", "/robots.txt", "/a", "/robots.txt", "/a"], site.Paths);
    }

    [Fact]
    public async Task Download_robotsOnce_aDay()
    {
        await using var site = await SiteWith(Answers.Text("User-agent: *\nDisallow: /b"));
        var downloader = site.Downloader(Obedient);
        await Task.WhenAll(site.GetAsync(downloader, "/a"), site.GetAsync(downloader, "/a"), site.GetAsync(downloader, "/b"));
        Assert.Single(site.Paths, static path => path == "/robots.txt");

        site.Time.Advance(TimeSpan.FromHours(23));
        await site.GetAsync(downloader, "/a");
        Assert.Single(site.Paths, static path => path == "/robots.txt");

        site.Time.Advance(TimeSpan.FromHours(1));
        await site.GetAsync(downloader, "/a");
        Assert.Equal(2, site.Paths.Count(static path => path == "/robots.txt"));
    }

    [Fact]
    public async Task Download_robotsOfAnEarlierRun_holdForTheirDay()
    {
        await using var site = await SiteWith(Answers.Text("User-agent: *\nDisallow: /b\nCrawl-delay: 9"));
        await site.GetAsync("/a", Obedient);
        site.Time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(DownloadReason.RobotsDisallow, (await site.GetAsync("/b", Obedient)).Result.Reason);
        var downloader = site.Downloader(Obedient);
        await site.GetAsync(downloader, "/a");
        await site.GetAsync(downloader, "/a");
        Assert.Equal(TimeSpan.FromSeconds(9), site.Time.Pauses[^1]);
        Assert.Single(site.Paths, static path => path == "/robots.txt");

        site.Time.Advance(TimeSpan.FromHours(1));
        await site.GetAsync("/a", Obedient);
        Assert.Equal(2, site.Paths.Count(static path => path == "/robots.txt"));
    }

    [Fact]
    public async Task Download_noRobotsInAnEarlierRun_isRememberedToo()
    {
        await using var site = await SiteWith(Answers.Status(404));
        await site.GetAsync("/a", Obedient);
        await site.GetAsync("/a", Obedient);
        Assert.Single(site.Paths, static path => path == "/robots.txt");
    }

    [Fact]
    public async Task Download_robotsOfAnEarlierRunThatCannotBeHadAnew_holdOn()
    {
        var broken = false;
        await using var site = await SiteWith(context => broken ? Answers.Status(503)(context) : Answers.Text("User-agent: *\nDisallow: /b")(context));
        await site.GetAsync("/a", Obedient);
        broken = true;
        site.Time.Advance(TimeSpan.FromHours(30));
        Assert.Equal(DownloadReason.RobotsDisallow, (await site.GetAsync("/b", Obedient)).Result.Reason);
        Assert.Equal(DownloadOutcome.Fetched, (await site.GetAsync("/a", Obedient)).Result.Outcome);
    }

    [Fact]
    public async Task Download_crawlDelay_prevailsOverAShorterDelay()
    {
        await using var site = await SiteWith(Answers.Text("User-agent: *\nCrawl-delay: 9"));
        var downloader = site.Downloader(Obedient);
        await site.GetAsync(downloader, "/a");
        await site.GetAsync(downloader, "/b");
        Assert.Equal([TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(9)], site.Time.Pauses);
    }

    [Fact]
    public async Task Download_crawlDelayShorterThanOurs_changesNothing()
    {
        await using var site = await SiteWith(Answers.Text("User-agent: *\nCrawl-delay: 0.1"));
        await site.GetAsync("/a", Obedient);
        Assert.Equal([Obedient.Delay], site.Time.Pauses);
    }

    [Theory]
    [InlineData(5, DownloadReason.RobotsDisallow)]
    [InlineData(6, null)]
    public async Task Download_robotsBehindRedirects_areFollowedFiveTimes(int redirects, string? reason)
    {
        var left = redirects;
        await using var site = await Site.StartAsync(context =>
            context.Request.Path == "/a" ? Answers.Text("a")(context)
            : left-- > 0 ? Answers.Redirect($"http://h{left}.gov.cn:{context.Request.Host.Port}/r{left}.txt")(context)
            : Answers.Text("User-agent: *\nDisallow: /")(context));
        var (result, _) = await site.GetAsync("/a", Obedient);
        Assert.Equal(reason, result.Reason);
    }

    [Fact]
    public async Task Download_robotsThatLeadInside_areNoRobots()
    {
        await using var site = await SiteWith(Answers.Redirect("http://127.0.0.2/robots.txt"));
        var policy = new AddressPolicy(site.Resolver) { Exempt = [site.EndPoint] };
        var (result, _) = await site.GetAsync("/a", Obedient, policy: policy);
        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
    }

    [Fact]
    public async Task Download_redirect_isCheckedAgainstTheRulesOfItsHost()
    {
        await using var site = await Site.StartAsync(static context => (context.Request.Host.Host, (string?)context.Request.Path) switch
        {
            ("www.example.gov.cn", "/a") => Answers.Redirect($"http://files.gov.cn:{context.Request.Host.Port}/b")(context),
            ("files.gov.cn", "/robots.txt") => Answers.Text("User-agent: *\nDisallow: /b")(context),
            (_, "/robots.txt") => Answers.Status(404)(context),
            _ => Answers.Text("b")(context),
        });
        var (result, _) = await site.GetAsync("/a", Obedient);
        Assert.Equal((DownloadOutcome.Blocked, DownloadReason.RobotsDisallow), (result.Outcome, result.Reason));
        Assert.Equal([new Hop(site.At("/a"), 302)], result.Hops);
        Assert.DoesNotContain("/b", site.Paths);
    }

    [Fact]
    public async Task Download_hugeRobots_areReadUpToTheLimit()
    {
        var text = new StringBuilder("User-agent: *\nDisallow: /b\n").Append('#', RobotsTxt.MaximumBytes).Append("\nDisallow: /a\n").ToString();
        await using var site = await SiteWith(Answers.Text(text));
        var downloader = site.Downloader(Obedient with { MaximumBytes = 1000 });
        Assert.Equal(DownloadOutcome.Fetched, (await site.GetAsync(downloader, "/a")).Result.Outcome);
        Assert.Equal(DownloadReason.RobotsDisallow, (await site.GetAsync(downloader, "/b")).Result.Reason);
    }

    [Fact]
    public async Task Download_hostInside_isToldAsSuch()
    {
        await using var downloader = new Downloader(new NetworkOptions(), policy: new AddressPolicy(new StubResolver().Answering("192.168.1.1")));
        var result = await downloader.DownloadAsync(new DownloadRequest(new Uri("http://www.example.gov.cn/a")), new MemoryStream(), default);
        Assert.Equal((DownloadOutcome.Blocked, DownloadReason.AddressNotPublic), (result.Outcome, result.Reason));
    }

    private static Task<Site> SiteWith(RequestDelegate robots) =>
        Site.StartAsync(context => context.Request.Path == "/robots.txt" ? robots(context) : Answers.Text("a")(context));
}
