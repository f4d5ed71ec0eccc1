using System.Globalization;
using System.Text;
using Gouji.Ingest.Network;
using Microsoft.AspNetCore.Http;

namespace Gouji.Ingest.Tests.Network;

public sealed class ResumeTests
{
    private static readonly byte[] Document = [.. Enumerable.Range(0, 10_000).Select(static i => (byte)(i % 251))];
    private static readonly NetworkOptions Twice = Site.Plain with { Attempts = 2 };

    [Theory]
    [InlineData("ETag", "\"v1\"", "\"v1\"")]
    [InlineData("Last-Modified", "Tue, 11 Feb 2020 08:30:00 GMT", "Tue, 11 Feb 2020 08:30:00 GMT")]
    public async Task Download_brokenOff_goesOnWhereItStopped(string header, string value, string ifRange)
    {
        using var body = new WatchedStream(4000);
        await using var site = await Site.AnsweringAsync(Answers.CutShort(Document[..4000], Document.Length, body.Reached, (header, value)), Rest(Document, (header, value)));
        var result = await site.Downloader(Twice).DownloadAsync(new DownloadRequest(site.At("/a.doc")), body, default);

        Assert.Equal((DownloadOutcome.Fetched, 206), (result.Outcome, result.Status));
        Assert.Equal(Document, body.ToArray());
        Assert.Equal("bytes=4000-", site.Visits[1].Headers["Range"]);
        Assert.Equal(ifRange, site.Visits[1].Headers["If-Range"]);
        Assert.False(site.Visits[1].Headers.ContainsKey("If-None-Match"));
    }

    [Theory]
    [InlineData("ETag", "W/\"v1\"")]
    [InlineData("X-Nothing", "a")]
    public async Task Download_brokenOffWithNothingToVouch_startsAnew(string header, string value)
    {
        using var body = new WatchedStream(4000);
        await using var site = await Site.AnsweringAsync(Answers.CutShort(Document[..4000], Document.Length, body.Reached, (header, value)), Answers.Bytes(Document));
        var result = await site.Downloader(Twice).DownloadAsync(new DownloadRequest(site.At("/a.doc")), body, default);

        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
        Assert.Equal(Document, body.ToArray());
        Assert.False(site.Visits[1].Headers.ContainsKey("Range"));
    }

    [Fact]
    public async Task Download_serverThatGivesNoRanges_isNotAskedForOne()
    {
        using var body = new WatchedStream(4000);
        await using var site = await Site.AnsweringAsync(
            Answers.CutShort(Document[..4000], Document.Length, body.Reached, ("ETag", "\"v1\""), ("Accept-Ranges", "none")), Answers.Bytes(Document));
        await site.Downloader(Twice).DownloadAsync(new DownloadRequest(site.At("/a.doc")), body, default);
        Assert.Equal(Document, body.ToArray());
        Assert.False(site.Visits[1].Headers.ContainsKey("Range"));
    }

    [Fact]
    public async Task Download_changedMeanwhile_startsAnew()
    {
        byte[] changed = [.. Document.Reverse()];
        using var body = new WatchedStream(4000);
        await using var site = await Site.AnsweringAsync(
            Answers.CutShort(Document[..4000], Document.Length, body.Reached, ("ETag", "\"v1\"")), Answers.Bytes(changed, 200, "application/pdf", ("ETag", "\"v2\"")));
        var result = await site.Downloader(Twice).DownloadAsync(new DownloadRequest(site.At("/a.doc")), body, default);

        Assert.Equal((DownloadOutcome.Fetched, "\"v2\""), (result.Outcome, result.ETag));
        Assert.Equal(changed, body.ToArray());
    }

    [Theory]
    [InlineData(206)]
    [InlineData(416)]
    public async Task Download_alwaysBrokenOffAndRangesAlwaysWrong_endsAfterItsTries(int status)
    {
        await using var site = await Site.StartAsync(async context =>
        {
            if (context.Request.Headers.Range.Count > 0)
            {
                await Answers.Bytes(Document, status, "application/pdf", ("ETag", "\"v1\""), ("Content-Range", $"bytes 0-{Document.Length - 1}/{Document.Length}"))(context);
                return;
            }

            context.Response.Headers.ETag = "\"v1\"";
            context.Response.ContentLength = Document.Length;
            await context.Response.Body.WriteAsync(Document.AsMemory(0, 4000));
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var body = new MemoryStream();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var options = Site.Plain with { Attempts = 3, IdleTimeout = TimeSpan.FromMilliseconds(500) };
        var result = await site.Downloader(options).DownloadAsync(new DownloadRequest(site.At("/a.doc")), body, limit.Token);

        Assert.Equal((DownloadOutcome.Truncated, DownloadReason.Idle), (result.Outcome, result.Reason));

        // Where one range was wrong, no other is asked for.
        Assert.Single(site.Visits, static visit => visit.Headers.ContainsKey("Range"));
        Assert.Equal(5, site.Visits.Count);
    }

    [Theory]
    [InlineData("Last-Modified", "Tue, 18 Feb 2020 08:30:00 GMT", 10_000)]
    [InlineData("X-Nothing", "a", 9_000)]
    public async Task Download_rangeOfAnotherDocumentDespiteIfRange_startsAnew(string header, string value, int length)
    {
        var changed = Document.Reverse().Take(length).ToArray();
        using var body = new WatchedStream(4000);
        await using var site = await Site.AnsweringAsync(
            Answers.CutShort(Document[..4000], Document.Length, body.Reached, ("Last-Modified", "Tue, 11 Feb 2020 08:30:00 GMT")),
            Rest(changed, (header, value)),
            Answers.Bytes(changed));
        var result = await site.Downloader(Twice).DownloadAsync(new DownloadRequest(site.At("/a.doc")), body, default);

        Assert.Equal((DownloadOutcome.Fetched, 200), (result.Outcome, result.Status));
        Assert.Equal(changed, body.ToArray());
    }

    [Fact]
    public async Task Download_partOfADocumentOfAnotherLength_startsAnew()
    {
        using var part = new Part(Document[..6000]);
        await using var site = await Site.AnsweringAsync(Rest(Document), Answers.Bytes(Document));
        var (result, body) = await site.GetAsync("/a.doc", with: request => request with { PartialPath = part.Path, ETag = "\"v1\"", DeclaredBytes = 9_999 });

        Assert.Equal((DownloadOutcome.Fetched, 200), (result.Outcome, result.Status));
        Assert.Equal(Document, body);
    }

    [Fact]
    public async Task Download_restOfUnknownTotal_isNotWholeBeforeWhatWasDeclared()
    {
        using var part = new Part(Document[..6000]);
        await using var site = await Site.StartAsync(Answers.Bytes(Document[6000..8000], 206, "application/pdf", ("ETag", "\"v1\""), ("Content-Range", "bytes 6000-7999/*")));
        var (result, _) = await site.GetAsync("/a.doc", with: request => request with { PartialPath = part.Path, ETag = "\"v1\"", DeclaredBytes = Document.Length });

        Assert.Equal((DownloadOutcome.Truncated, DownloadReason.CutShort, Document.Length), (result.Outcome, result.Reason, result.DeclaredBytes));
    }

    [Fact]
    public async Task Download_brokenOffTwice_keepsWhatItHas()
    {
        using var body = new WatchedStream(4000);
        await using var site = await Site.AnsweringAsync(
            Answers.CutShort(Document[..4000], Document.Length, body.Reached, ("ETag", "\"v1\"")), Answers.Status(503));
        var result = await site.Downloader(Twice).DownloadAsync(new DownloadRequest(site.At("/a.doc")), body, default);

        Assert.Equal((DownloadOutcome.Truncated, DownloadReason.ServerError, 503), (result.Outcome, result.Reason, result.Status));
        Assert.Equal(("\"v1\"", 4000L), (result.ETag, result.Bytes));
        Assert.Equal(Document[..4000], body.ToArray());
    }

    [Fact]
    public async Task Download_withdrawnMeanwhile_keepsNothing()
    {
        using var body = new WatchedStream(4000);
        await using var site = await Site.AnsweringAsync(
            Answers.CutShort(Document[..4000], Document.Length, body.Reached, ("ETag", "\"v1\"")), Answers.Status(404));
        var result = await site.Downloader(Twice).DownloadAsync(new DownloadRequest(site.At("/a.doc")), body, default);
        Assert.Equal((DownloadOutcome.Gone, 0L, 0L), (result.Outcome, result.Bytes, body.Length));
    }

    [Fact]
    public async Task Download_partOfAnEarlierRun_isCompleted()
    {
        using var part = new Part(Document[..6000]);
        await using var site = await Site.StartAsync(Rest(Document, ("ETag", "\"v1\"")));
        var (result, body) = await site.GetAsync("/a.doc", with: request => request with { PartialPath = part.Path, ETag = "\"v1\"" });

        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
        Assert.Equal(Document, body);
        Assert.Equal("bytes=6000-", Assert.Single(site.Visits).Headers["Range"]);
        Assert.False(site.Visits[0].Headers.ContainsKey("If-None-Match"));
    }

    [Theory]
    [InlineData(206, "bytes 5999-9999/10000", "\"v1\"")]
    [InlineData(206, "bytes 6000-9999/10000", "\"v2\"")]
    [InlineData(206, null, "\"v1\"")]
    [InlineData(206, "pages 6000-9999/10000", "\"v1\"")]
    [InlineData(416, "bytes */5000", "\"v1\"")]
    public async Task Download_rangeThatIsNotTheOneAskedFor_startsAnew(int status, string? range, string tag)
    {
        using var part = new Part(Document[..6000]);
        await using var site = await Site.AnsweringAsync(
            Answers.Bytes(Document[6000..], status, "application/pdf", range is null ? [("ETag", tag)] : [("ETag", tag), ("Content-Range", range)]),
            Answers.Bytes(Document));
        var (result, body) = await site.GetAsync("/a.doc", with: request => request with { PartialPath = part.Path, ETag = "\"v1\"" });

        Assert.Equal((DownloadOutcome.Fetched, 200), (result.Outcome, result.Status));
        Assert.Equal(Document, body);
        Assert.False(site.Visits[1].Headers.ContainsKey("Range"));
    }

    [Theory]
    [InlineData(9000, "bytes 6000-9999/10000")]
    [InlineData(9000, "bytes 6000-8999/10000")]
    [InlineData(9000, "bytes 6000-9999/*")]
    public async Task Download_rangeShorterThanDeclared_isNeverWhole(int end, string range)
    {
        using var part = new Part(Document[..6000]);
        await using var site = await Site.StartAsync(Answers.Bytes(Document[6000..end], 206, "application/pdf", ("ETag", "\"v1\""), ("Content-Range", range)));
        var (result, body) = await site.GetAsync("/a.doc", with: request => request with { PartialPath = part.Path, ETag = "\"v1\"" });

        Assert.Equal((DownloadOutcome.Truncated, DownloadReason.CutShort), (result.Outcome, result.Reason));
        Assert.Equal(Document[..end], body);
    }

    [Fact]
    public async Task Download_rangesPieceByPiece_areJoined()
    {
        using var part = new Part(Document[..1000]);
        await using var site = await Site.StartAsync(context =>
        {
            var from = int.Parse(context.Request.Headers.Range.ToString()["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
            var to = Math.Min(from + 4000, Document.Length);
            return Answers.Bytes(Document[from..to], 206, "application/pdf", ("ETag", "\"v1\""), ("Content-Range", $"bytes {from}-{to - 1}/{Document.Length}"))(context);
        });
        var (result, body) = await site.GetAsync("/a.doc", Site.Plain with { Attempts = 3 }, request => request with { PartialPath = part.Path, ETag = "\"v1\"" });
        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
        Assert.Equal(Document, body);
        Assert.Equal(3, site.Visits.Count);
    }

    [Fact]
    public async Task Download_rangeOfADocumentThatIsTooLarge_isRefused()
    {
        using var part = new Part(Document[..100]);
        await using var site = await Site.StartAsync(Rest(Document, ("ETag", "\"v1\"")));
        var (result, _) = await site.GetAsync("/a.doc", Site.Plain with { MaximumBytes = 9999 }, request => request with { PartialPath = part.Path, ETag = "\"v1\"" });
        Assert.Equal((DownloadOutcome.TooLarge, DownloadReason.TooLarge), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("W/\"v1\"")]
    public async Task Download_partThatNothingVouchesFor_isNotUsed(string? tag)
    {
        using var part = new Part(Encoding.ASCII.GetBytes("other"));
        await using var site = await Site.StartAsync(Answers.Bytes(Document));
        var (_, body) = await site.GetAsync("/a.doc", with: request => request with { PartialPath = part.Path, ETag = tag });
        Assert.Equal(Document, body);
        Assert.False(site.Visits[0].Headers.ContainsKey("Range") || site.Visits[0].Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public async Task Download_partThatIsGone_isNoPart()
    {
        await using var site = await Site.StartAsync(Answers.Bytes(Document));
        var (_, body) = await site.GetAsync("/a.doc", with: static request => request with { PartialPath = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), ETag = "\"v1\"" });
        Assert.Equal(Document, body);
    }

    /// <summary>Answers the range that is asked for.</summary>
    private static RequestDelegate Rest(byte[] document, params (string Name, string Value)[] headers) => context =>
    {
        var from = int.Parse(context.Request.Headers.Range.ToString()["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        return Answers.Bytes(document[from..], 206, "application/msword", [.. headers, ("Content-Range", $"bytes {from}-{document.Length - 1}/{document.Length}")])(context);
    };

    private sealed class Part : IDisposable
    {
        public Part(byte[] bytes) => File.WriteAllBytes(Path, bytes);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
