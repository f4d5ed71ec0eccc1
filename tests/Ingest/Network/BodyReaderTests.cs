using System.IO.Compression;
using System.Text;
using Gouji.Ingest.Network;
using Microsoft.AspNetCore.Http;

namespace Gouji.Ingest.Tests.Network;

public sealed class BodyReaderTests
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(static i => $"部门{i}\n")));

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZIP")]
    [InlineData("identity")]
    [InlineData("utf-8")]
    public async Task Download_codedPage_isDecoded(string coding)
    {
        var coded = coding.EndsWith("gzip", StringComparison.OrdinalIgnoreCase) ? Gzip(Page) : Page;
        await using var site = await Site.StartAsync(Answers.Bytes(coded, 200, "text/plain", ("Content-Encoding", coding)));
        var (result, body) = await site.GetAsync("/a");
        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
        Assert.Equal(Page, body);
        Assert.Equal("gzip", site.Visits[0].Headers["Accept-Encoding"]);
    }

    [Fact]
    public async Task Download_document_isAskedForUncoded()
    {
        await using var site = await Site.StartAsync(Answers.Bytes(Page));
        await site.GetAsync("/a", with: static request => request with { ExpectsDocument = true });
        Assert.Equal("identity", site.Visits[0].Headers["Accept-Encoding"]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    public async Task Download_bodyThatIsNotCodedAsSaid_fails(string coding)
    {
        await using var site = await Site.StartAsync(Answers.Bytes([0xFF, 0xFE, 0xFD, 0xFC, .. Page], 200, "text/plain", ("Content-Encoding", coding)));
        var (result, body) = await site.GetAsync("/a");
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.Encoding), (result.Outcome, result.Reason));
        Assert.Empty(body);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task Download_codedBodyThatEndsEarly_isNotWhole(double share)
    {
        var coded = Gzip(Page);
        await using var site = await Site.StartAsync(Answers.Bytes(coded[..(int)(coded.Length * share)], 200, "text/plain", ("Content-Encoding", "gzip")));
        var (result, body) = await site.GetAsync("/a");
        Assert.Equal((DownloadOutcome.Truncated, DownloadReason.CutShort), (result.Outcome, result.Reason));
        Assert.Empty(body);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Download_codedBodyThatFailed_isAskedForUncoded(string coding)
    {
        await using var site = await Site.AnsweringAsync(Answers.Bytes(Gzip(Page)[..^9], 200, "text/plain", ("Content-Encoding", coding)), Answers.Bytes(Page, 200, "text/plain"));
        var (result, body) = await site.GetAsync("/a", Site.Plain with { Attempts = 2 });
        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
        Assert.Equal(Page, body);
        Assert.Equal(["gzip", "identity"], site.Visits.Select(static visit => visit.Headers["Accept-Encoding"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Download_bomb_isStopped(bool small)
    {
        var bomb = Gzip(new byte[64 * 1024 * 1024]);
        await using var site = await Site.StartAsync(Answers.Bytes(bomb, 200, "text/plain", ("Content-Encoding", "gzip")));
        var (result, body) = await site.GetAsync("/a", Site.Plain with { MaximumBytes = small ? 1_000_000 : long.MaxValue });
        Assert.Equal((DownloadOutcome.TooLarge, small ? DownloadReason.TooLarge : DownloadReason.Inflation), (result.Outcome, result.Reason));
        Assert.Empty(body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Download_largerThanTheLimit_isStopped(bool announced)
    {
        await using var site = await Site.StartAsync(async context =>
        {
            context.Response.ContentLength = announced ? 1001 : null;
            await context.Response.Body.WriteAsync(new byte[1001]);
        });
        var (over, body) = await site.GetAsync("/a", Site.Plain with { MaximumBytes = 1000 });
        var (exact, _) = await site.GetAsync("/a", Site.Plain with { MaximumBytes = 1001 });
        Assert.Equal((DownloadOutcome.TooLarge, DownloadReason.TooLarge), (over.Outcome, over.Reason));
        Assert.Empty(body);
        Assert.Equal(DownloadOutcome.Fetched, exact.Outcome);
    }

    [Theory]
    [InlineData(1000L)]
    [InlineData(null)]
    public async Task Download_cutShort_isTruncated(long? announced)
    {
        using var body = new WatchedStream(400);
        await using var site = await Site.StartAsync(Answers.CutShort(new byte[400], announced, body.Reached, ("ETag", "\"v1\"")));
        var result = await site.Downloader().DownloadAsync(new DownloadRequest(site.At("/a.doc")), body, TestContext.Current.CancellationToken);

        Assert.Equal((DownloadOutcome.Truncated, DownloadReason.CutShort, 400L), (result.Outcome, result.Reason, result.Bytes));
        Assert.Equal(400, body.Length);
        Assert.Equal("\"v1\"", result.ETag);
    }

    [Theory]
    [InlineData("Content-Length: 4\r\nContent-Length: 9\r\n")]
    [InlineData("Content-Length: 4, 9\r\n")]
    [InlineData("Content-Length: -4\r\n")]
    [InlineData("Content-Length: 4 KB\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n")]
    public async Task Download_lengthThatIsNone_isNoAnswer(string length)
    {
        // RFC 9112 §6.3: where the end of the body is, such an answer does not say.
        await using var server = new RawServer($"HTTP/1.1 200 OK\r\n{length}Connection: close\r\n\r\n123456789");
        await using var downloader = new Downloader(Site.Plain);
        using var body = new MemoryStream();
        var result = await downloader.DownloadAsync(new DownloadRequest(server.At("/a.pdf")), body, TestContext.Current.CancellationToken);
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.Protocol, 0L), (result.Outcome, result.Reason, body.Length));
    }

    [Theory]
    [InlineData("Content-Length: 9\r\nContent-Length: 9\r\n", "123456789")]
    [InlineData("Content-Length: 9, 9\r\n", "123456789")]
    [InlineData("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "9\r\n123456789\r\n0\r\n\r\n")]
    public async Task Download_lengthSaidTwice_isThatLength(string length, string sent)
    {
        await using var server = new RawServer($"HTTP/1.1 200 OK\r\n{length}Connection: close\r\n\r\n{sent}");
        await using var downloader = new Downloader(Site.Plain);
        using var body = new MemoryStream();
        var result = await downloader.DownloadAsync(new DownloadRequest(server.At("/a.pdf")), body, TestContext.Current.CancellationToken);
        Assert.Equal((DownloadOutcome.Fetched, 9L), (result.Outcome, body.Length));
    }

    [Fact]
    public async Task Download_trickle_isTruncatedThoughNeverSilent()
    {
        await using var site = await Site.StartAsync(static async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[1]);
                await context.Response.Body.FlushAsync();
                await Task.Delay(20);
            }
        });
        var (result, _) = await site.GetAsync("/a", Site.Plain with { SlownessTimeout = TimeSpan.FromMilliseconds(500), LeastBytes = 10_000 });
        Assert.Equal((DownloadOutcome.Truncated, DownloadReason.TooSlow), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task Download_silence_isTruncated()
    {
        await using var site = await Site.StartAsync(static async context =>
        {
            await context.Response.Body.WriteAsync(new byte[10]);
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var (result, _) = await site.GetAsync("/a", Site.Plain with { IdleTimeout = TimeSpan.FromMilliseconds(200) });
        Assert.Equal((DownloadOutcome.Truncated, DownloadReason.Idle), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task Download_slowBody_isWholeInTheEnd()
    {
        // Each byte comes in time, all of them together do not.
        await using var site = await Site.StartAsync(static async context =>
        {
            for (var i = 0; i < 30; i++)
            {
                await context.Response.Body.WriteAsync(new byte[1]);
                await context.Response.Body.FlushAsync();
                await Task.Delay(100);
            }
        });
        var (result, body) = await site.GetAsync("/a", Site.Plain with { IdleTimeout = TimeSpan.FromMilliseconds(2500) });
        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
        Assert.Equal(30, body.Length);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var coded = new MemoryStream();
        using (var coder = new GZipStream(coded, CompressionLevel.Optimal, leaveOpen: true))
        {
            coder.Write(bytes);
        }

        return coded.ToArray();
    }
}
