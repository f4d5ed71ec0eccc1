using System.Net;
using System.Text;
using Gouji.Ingest.Network;
using Microsoft.AspNetCore.Http;

namespace Gouji.Ingest.Tests.Network;

public sealed class DownloaderTests
{
    [Fact]
    public async Task Download_document_givesItsBytesAndWhatIsKnownOfIt()
    {
        byte[] document = [0xD0, 0xCF, 0x11, 0xE0, .. Enumerable.Range(0, 300_000).Select(static i => (byte)(i % 251))];
        await using var site = await Site.StartAsync(Answers.Bytes(document, 200, "Application/MSWord; Charset=\"GBK\"",
            ("ETag", "\"v1\""), ("Last-Modified", "Tue, 11 Feb 2020 08:30:00 GMT"), ("Content-Disposition", "attachment; filename=budget.doc")));
        var (result, body) = await site.GetAsync("/a.jsp?id=1#top");

        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
        Assert.Equal(document, body);
        Assert.Equal(200, result.Status);
        Assert.Equal("budget.doc", result.FileName);
        Assert.Equal("application/msword", result.ContentType);
        Assert.Equal("gbk", result.Charset);
        Assert.Equal("\"v1\"", result.ETag);
        Assert.Equal(new DateTimeOffset(2020, 2, 11, 8, 30, 0, TimeSpan.Zero), result.LastModified);
        Assert.Equal(site.At("/a.jsp?id=1"), result.FinalAddress);
        Assert.Equal([new Hop(site.At("/a.jsp?id=1"), 200)], result.Hops);
        Assert.True(result.Hops[0].UnusualPort);
        Assert.Contains(KeyValuePair.Create("ETag", "\"v1\""), result.Headers);
    }

    [Fact]
    public async Task Download_request_saysWhoAsksAndFromWhere()
    {
        await using var site = await Site.StartAsync(Answers.Text("a"));
        await site.GetAsync("/a", Site.Plain with { UserAgent = "Gouji/0.1 (+mailto:a@b.cn)" }, request => request with { Referrer = site.At("/预算/list.html#3") });

        var headers = Assert.Single(site.Visits).Headers;
        Assert.Equal("Gouji/0.1 (+mailto:a@b.cn)", headers["User-Agent"]);
        Assert.Equal(site.At("/%E9%A2%84%E7%AE%97/list.html").AbsoluteUri, headers["Referer"]);
        Assert.False(headers.ContainsKey("Cookie") || headers.ContainsKey("Authorization") || headers.ContainsKey("traceparent"));
    }

    [Fact]
    public async Task Download_versionAlreadyHeld_isNotModified()
    {
        await using var site = await Site.StartAsync(context =>
            context.Request.Headers.IfNoneMatch == "\"v1\"" && context.Request.Headers.IfModifiedSince == "Tue, 11 Feb 2020 08:30:00 GMT"
                ? Answers.Status(304, ("ETag", "\"v1\""))(context)
                : Answers.Text("new")(context));
        var held = new DateTimeOffset(2020, 2, 11, 16, 30, 0, TimeSpan.FromHours(8));
        var (same, body) = await site.GetAsync("/a.doc", with: request => request with { ETag = "\"v1\"", LastModified = held });
        var (other, _) = await site.GetAsync("/a.doc", with: request => request with { ETag = "\"v0\"", LastModified = held });

        Assert.Equal((DownloadOutcome.NotModified, 304, "\"v1\""), (same.Outcome, same.Status, same.ETag));
        Assert.Empty(body);
        Assert.Equal(DownloadOutcome.Fetched, other.Outcome);
    }

    [Fact]
    public async Task Download_notModifiedWithoutACondition_isNoSuccess()
    {
        await using var site = await Site.StartAsync(Answers.Status(304));
        var (result, _) = await site.GetAsync("/a");
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.UnexpectedStatus), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData(401, DownloadOutcome.Blocked, DownloadReason.Unauthorized)]
    [InlineData(403, DownloadOutcome.Blocked, DownloadReason.Forbidden)]
    [InlineData(407, DownloadOutcome.Blocked, DownloadReason.Unauthorized)]
    [InlineData(451, DownloadOutcome.Blocked, DownloadReason.Legal)]
    [InlineData(404, DownloadOutcome.Gone, DownloadReason.NotFound)]
    [InlineData(410, DownloadOutcome.Gone, DownloadReason.NotFound)]
    [InlineData(204, DownloadOutcome.Failed, DownloadReason.Empty)]
    [InlineData(206, DownloadOutcome.Failed, DownloadReason.UnexpectedStatus)]
    [InlineData(300, DownloadOutcome.Failed, DownloadReason.UnexpectedStatus)]
    [InlineData(302, DownloadOutcome.Failed, DownloadReason.RedirectNowhere)]
    [InlineData(400, DownloadOutcome.Failed, DownloadReason.UnexpectedStatus)]
    [InlineData(416, DownloadOutcome.Failed, DownloadReason.UnexpectedStatus)]
    [InlineData(501, DownloadOutcome.Failed, DownloadReason.UnexpectedStatus)]
    public async Task Download_statusThatARetryDoesNotChange_isAskedOnce(int status, DownloadOutcome outcome, string reason)
    {
        await using var site = await Site.StartAsync(Answers.Status(status));
        var (result, body) = await site.GetAsync("/a.doc", Site.Plain with { Attempts = 4 });

        Assert.Equal((outcome, reason, status), (result.Outcome, result.Reason, result.Status));
        Assert.Empty(body);
        Assert.Single(site.Visits);
        Assert.Null(result.FileName);
    }

    [Theory]
    [InlineData("bytes 0-2/3", true)]
    [InlineData("bytes 0-2/9", false)]
    [InlineData("bytes 6-8/9", false)]
    [InlineData(null, false)]
    public async Task Download_rangeUnasked_isADocumentOnlyWhereItIsTheWhole(string? range, bool whole)
    {
        await using var site = await Site.StartAsync(Answers.Bytes([1, 2, 3], 206, "application/pdf", range is null ? [] : [("Content-Range", range)]));
        var (result, _) = await site.GetAsync("/a.pdf");
        Assert.Equal(whole ? (DownloadOutcome.Fetched, null) : (DownloadOutcome.Failed, DownloadReason.UnexpectedStatus), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task Download_emptyBody_isNoDocument()
    {
        await using var site = await Site.StartAsync(Answers.Bytes([]));
        var (result, _) = await site.GetAsync("/a.doc");
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.Empty), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Download_rawChineseName_isRecovered(bool gbk)
    {
        var bytes = (gbk ? HeaderText.Gb18030 : Encoding.UTF8).GetBytes("attachment; filename=\"2020年部门预算.doc\"");
        await using var site = await Site.StartAsync(Answers.Bytes([1], 200, "application/msword", ("Content-Disposition", Encoding.Latin1.GetString(bytes))));
        var (result, _) = await site.GetAsync("/down.do?id=1");
        Assert.Equal("2020年部门预算.doc", result.FileName);
    }

    [Fact]
    public async Task Download_nobodyListens_isAConnectionFailure()
    {
        await using var site = await Site.StartAsync(Answers.Text("a"));
        var gone = site.At("/a");
        await site.DisposeAsync();
        using var body = new MemoryStream();
        await using var downloader = new Downloader(Site.Plain, null, site.Time, new AddressPolicy(site.Resolver, allowPrivate: true));
        var result = await downloader.DownloadAsync(new DownloadRequest(gone), body, default);

        Assert.Equal((DownloadOutcome.Failed, DownloadReason.Connection, (int?)null), (result.Outcome, result.Reason, result.Status));
        Assert.Equal([new Hop(gone, null)], result.Hops);
    }

    [Fact]
    public async Task Download_unknownName_isSaidToBeUnknown()
    {
        await using var site = await Site.StartAsync(Answers.Text("a"));
        var (result, _) = await site.GetAsync("/a", Site.Plain with { Attempts = 4 }, policy: new AddressPolicy(new UnknownNames(), allowPrivate: true));
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.NameUnknown), (result.Outcome, result.Reason));
        Assert.Contains("www.example.gov.cn", result.Message!.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_secureAddressOfAPlainServer_isATlsFailure()
    {
        await using var site = await Site.StartAsync(Answers.Text("a"));
        using var body = new MemoryStream();
        var result = await site.Downloader().DownloadAsync(new DownloadRequest(new UriBuilder(site.At("/a")) { Scheme = "https" }.Uri), body, default);
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.Tls), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task Download_noAnswer_isATimeout()
    {
        await using var site = await Site.StartAsync(static context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var (result, _) = await site.GetAsync("/a", Site.Plain with { ConnectTimeout = TimeSpan.FromMilliseconds(1000), HeaderTimeout = TimeSpan.FromMilliseconds(1) });
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.Timeout), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task Download_cancelled_throwsAndLeavesTheHostUsable()
    {
        using var cancel = new CancellationTokenSource();
        await using var site = await Site.AnsweringAsync(
            async context =>
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            },
            Answers.Text("a"));
        var downloader = site.Downloader();
        using var body = new MemoryStream();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => downloader.DownloadAsync(new DownloadRequest(site.At("/a")), body, cancel.Token));
        var (result, _) = await site.GetAsync(downloader, "/a");
        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
    }

    [Fact]
    public async Task Download_fullDestination_throwsItsOwnFailure()
    {
        await using var site = await Site.StartAsync(Answers.Bytes(new byte[1000]));
        using var full = new MemoryStream(new byte[10]);
        await Assert.ThrowsAsync<NotSupportedException>(() => site.Downloader().DownloadAsync(new DownloadRequest(site.At("/a")), full, default));
    }

    [Fact]
    public async Task Download_nameThatNowLeadsInside_isRefusedAtTheNextConnection()
    {
        await using var site = await Site.StartAsync(Answers.Text("a", 200, "text/plain", ("Connection", "close")));
        var resolver = new StubResolver().Answering("127.0.0.1").Answering("127.0.0.2");
        var policy = new AddressPolicy(resolver) { Exempt = [site.EndPoint] };
        var downloader = site.Downloader(Site.Plain with { AllowPrivateAddresses = false }, policy);

        var (first, _) = await site.GetAsync(downloader, "/a");
        Assert.Equal((DownloadOutcome.Fetched, 1), (first.Outcome, resolver.Calls));
        var (second, _) = await site.GetAsync(downloader, "/a");
        Assert.Equal((DownloadOutcome.Blocked, DownloadReason.AddressNotPublic), (second.Outcome, second.Reason));
        Assert.Single(site.Visits);
    }

    [Theory]
    [InlineData("ftp://www.example.gov.cn/a", DownloadReason.Scheme)]
    [InlineData("http://user@www.example.gov.cn/a", DownloadReason.UserInfo)]
    [InlineData("http://127.0.0.1/a", DownloadReason.AddressNotPublic)]
    [InlineData("http://2130706433/a", DownloadReason.AddressNotPublic)]
    [InlineData("http://1.2.3.4.5/a", DownloadReason.MalformedHost)]
    public async Task Download_addressAgainstThePolicy_isBlockedUnasked(string address, string reason)
    {
        var resolver = new StubResolver();
        await using var downloader = new Downloader(new NetworkOptions(), policy: new AddressPolicy(resolver));
        using var body = new MemoryStream();
        var result = await downloader.DownloadAsync(new DownloadRequest(new Uri(address)), body, default);
        Assert.Equal((DownloadOutcome.Blocked, reason, 0), (result.Outcome, result.Reason, result.Hops.Count));
        Assert.Equal(0, resolver.Calls);
    }

    /// <summary>A server at every address of this machine sees who connects; where inside is allowed, all of these do.</summary>
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("127.0.0.2")]
    [InlineData("１２７.０.０.１")]
    [InlineData("127。0。0。1")]
    [InlineData("0.0.0.0")]
    [InlineData("www.example.gov.cn", "127.0.0.1")]
    [InlineData("www.example.gov.cn", "127.8.8.8")]
    [InlineData("www.example.gov.cn", "0.0.0.0")]
    public async Task Download_thisMachineInAnySpelling_makesNoConnection(string host, string? resolved = null)
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Any, 0);
        listener.Start();
        var request = new DownloadRequest(new Uri($"http://{host}:{((IPEndPoint)listener.LocalEndpoint).Port}/a"));
        var options = Site.Plain with { AllowPrivateAddresses = false, ObeyRobots = true, HeaderTimeout = TimeSpan.FromSeconds(0.2), ConnectTimeout = TimeSpan.FromSeconds(0.2) };
        await using (var downloader = new Downloader(options, policy: new AddressPolicy(new StubResolver().Answering(resolved ?? "8.8.8.8"))))
        {
            var result = await downloader.DownloadAsync(request, new MemoryStream(), default);
            Assert.Equal((DownloadOutcome.Blocked, DownloadReason.AddressNotPublic), (result.Outcome, result.Reason));
            Assert.False(listener.Pending());
        }

        await using (var downloader = new Downloader(options, policy: new AddressPolicy(new StubResolver().Answering(resolved ?? "8.8.8.8"), allowPrivate: true)))
        {
            await downloader.DownloadAsync(request, new MemoryStream(), default);
            Assert.True(listener.Pending());
        }
    }

    [Fact]
    public async Task Download_privateAddressBehindAName_isBlocked()
    {
        await using var downloader = new Downloader(new NetworkOptions(), policy: new AddressPolicy(new StubResolver().Answering("10.0.0.1")));
        using var body = new MemoryStream();
        var result = await downloader.DownloadAsync(new DownloadRequest(new Uri("http://www.example.gov.cn/a")), body, default);
        Assert.Equal((DownloadOutcome.Blocked, DownloadReason.AddressNotPublic), (result.Outcome, result.Reason));
        Assert.Contains("10.0.0.1 (private)", result.Message!.En, StringComparison.Ordinal);
    }

    private sealed class UnknownNames : IHostResolver
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
            throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound);
    }
}
