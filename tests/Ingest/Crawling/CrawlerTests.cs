using Gouji.Ingest.Crawling;
using Gouji.Ingest.Network;
using Gouji.Ingest.Sources;
using Gouji.Ingest.Store;

namespace Gouji.Ingest.Tests.Crawling;

public sealed class CrawlerTests
{
    [Fact]
    public async Task Crawl_fortyDepartmentsOverSixYears_fetchesEveryDocumentOnce()
    {
        await using var site = await ServedSite.StartAsync(departments: 40, years: 6);
        var outcome = await site.RunAsync();
        Assert.Equal(site.Model.Attachments.Order(StringComparer.Ordinal), site.DocumentsHeld());
        Assert.Equal(site.Model.Attachments.Count, outcome.Report.Documents.Count);
        Assert.Empty(outcome.Report.Troubles);
        Assert.Equal(0, outcome.Report.Due);
        Assert.All(site.Requests.CountBy(static request => request.Path), static path => Assert.Equal(1, path.Value));
        Assert.All(site.Requests, static request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task Crawl_secondRun_fetchesNothingAgainAndKeepsWhatIsHeld()
    {
        await using var site = await ServedSite.StartAsync(departments: 6, years: 3);
        var first = await site.RunAsync();
        var held = site.Held();
        var files = site.Files();
        var asked = site.Requests.Select(static request => request.Path).Order(StringComparer.Ordinal).ToList();
        var second = await site.RunAsync();
        Assert.Equal(held, site.Held());
        Assert.Equal(files, site.Files());
        Assert.Equal(first.Status.Versions, second.Status.Versions);
        Assert.Empty(second.Report.Documents);
        Assert.Equal(asked, site.Requests.Select(static request => request.Path).Order(StringComparer.Ordinal));
        Assert.All(site.Requests, static request => Assert.Equal(304, request.Status));
        Assert.DoesNotContain(second.Report.Sources, static source => source.HasDriedUp);
    }

    [Fact]
    public async Task Crawl_replacedWithdrawnAndNewDocuments_areEachTold()
    {
        await using var site = await ServedSite.StartAsync(departments: 4, years: 2);
        await site.RunAsync();
        var before = site.Model.Attachments;
        site.Instead[new Uri(before[0]).PathAndQuery] = "%PDF-1.4 another"u8.ToArray();
        site.Instead[new Uri(before[1]).PathAndQuery] = null;
        site.Publish(0, departments: 5, years: 2);
        var second = await site.RunAsync();
        Assert.Equal([before[0]], second.Report.Documents.Where(static one => one.Previous is not null).Select(static one => one.Address.AbsoluteUri));
        Assert.Equal(
            site.Model.Attachments.Except(before).Order(StringComparer.Ordinal),
            second.Report.Documents.Where(static one => one.Previous is null).Select(static one => one.Address.AbsoluteUri));
        Assert.Equal([before[1]], second.Report.Missing.Select(static address => address.AbsoluteUri));
        Assert.Empty(second.Withdrawn);

        var third = await site.RunAsync();
        Assert.Empty(third.Report.Documents);
        Assert.Equal([before[1]], third.Withdrawn.Select(static one => one.Address.AbsoluteUri));
    }

    [Fact]
    public async Task Crawl_severalHosts_asksEachOneThingAtATimeWithItsPauses()
    {
        await using var site = await ServedSite.StartAsync(departments: 2, years: 2, hosts: 3);
        var delay = TimeSpan.FromSeconds(7);
        var sources = site.Sources with
        {
            Sources = [.. site.Sources.Sources.Select(source => source with { Settings = source.Settings with { Politeness = new Politeness { Delay = delay } } })],
        };
        await site.RunAsync(sources);
        Assert.Equal(site.Models.SelectMany(static model => model.Attachments).Order(StringComparer.Ordinal), site.DocumentsHeld());
        foreach (var host in site.Requests.GroupBy(static request => request.Host))
        {
            Assert.All(host, static request => Assert.Equal(0, request.Others));
            Assert.All(host.Zip(host.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= delay, $"{pair.First} {pair.Second}"));
        }

        // No host waits until another is done.
        var order = site.Requests.Select(static request => request.Host).ToList();
        Assert.All(order.Distinct(), host => Assert.True(order.IndexOf(host) < order.Count / 2));
    }

    [Fact]
    public async Task Crawl_killedAgainAndAgain_endsWithWhatAnUninterruptedRunHas()
    {
        await using var site = await ServedSite.StartAsync(departments: 5, years: 4);
        await site.RunAsync();
        var uninterrupted = site.Held();
        site.Move();
        var kills = 0;
        for (var isDone = false; !isDone;)
        {
            using var workspace = site.Open();
            await using var downloader = site.Downloader(workspace);
            var mortal = new MortalDownloader(downloader, lives: 7);
            var crawler = new Crawler(site.Sources, workspace, mortal, site.Time);
            var run = await crawler.BeginAsync();
            Assert.Equal(kills, run.Resumed);
            try
            {
                await crawler.CrawlAsync(run, TestContext.Current.CancellationToken);
                await workspace.Catalog.EndRunAsync(run, RunOutcome.Completed, new Dictionary<string, long>());
                Assert.Equal(site.Model.Attachments.Count, workspace.Catalog.Report(run).Documents.Count);
                isDone = true;
            }
            catch (KilledException)
            {
                kills++;
            }
        }

        Assert.True(kills > 5);
        Assert.Equal(uninterrupted, site.Held());
    }

    [Fact]
    public async Task Crawl_cancelled_leavesNothingClaimedAndIsTakenUp()
    {
        await using var site = await ServedSite.StartAsync(departments: 3, years: 2);
        using (var workspace = site.Open())
        {
            await using var downloader = site.Downloader(workspace);
            using var cancel = new CancellationTokenSource();
            var visits = 0;
            var crawler = new Crawler(site.Sources, workspace, downloader, site.Time) { Visited = _ => Cancel() };
            var run = await crawler.BeginAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => crawler.CrawlAsync(run, cancel.Token));
            Assert.Equal(0, workspace.Catalog.Status().Claimed);
            Assert.NotEqual(0, workspace.Catalog.Status().Due);

            void Cancel()
            {
                if (Interlocked.Increment(ref visits) == 5)
                {
                    cancel.Cancel();
                }
            }
        }

        var outcome = await site.RunAsync();
        Assert.Equal(1, outcome.Run.Resumed);
        Assert.Equal(site.Model.Attachments.Order(StringComparer.Ordinal), site.DocumentsHeld());
    }

    [Fact]
    public async Task Crawl_limitOfDocuments_leavesTheRestToLaterRuns()
    {
        await using var site = await ServedSite.StartAsync(departments: 4, years: 2);
        var sources = With(site.Sources, static settings => settings with { Limits = settings.Limits with { Documents = 3 } });
        var first = await site.RunAsync(sources);
        Assert.Equal(3, first.Report.Documents.Count);
        Assert.Equal(["某市0"], first.AtTheirLimit);
        Assert.Equal(0, first.Report.Due);
        var second = await site.RunAsync(sources);
        Assert.Equal(3, second.Report.Documents.Count);
        Assert.Equal(6, site.DocumentsHeld().Count);
    }

    [Fact]
    public async Task Crawl_anotherTitleFilter_readsUnchangedPagesAgain()
    {
        await using var site = await ServedSite.StartAsync(departments: 3, years: 3);
        await site.RunAsync(With(site.Sources, static settings => settings with { Titles = settings.Titles with { Years = [2024] } }));
        Assert.Equal(site.Model.AttachmentsOfYear(2024).Order(StringComparer.Ordinal), site.DocumentsHeld());
        await site.RunAsync();
        Assert.Equal(site.Model.Attachments.Order(StringComparer.Ordinal), site.DocumentsHeld());
    }

    [Fact]
    public async Task Crawl_startPageThatIsGone_isASourceThatDriedUp()
    {
        await using var site = await ServedSite.StartAsync(departments: 2, years: 1);
        await site.RunAsync();
        foreach (var request in site.Requests.Where(static request => !request.Path.Contains("P0", StringComparison.Ordinal)))
        {
            site.Instead[request.Path] = null;
        }

        var outcome = await site.RunAsync();
        var source = Assert.Single(outcome.Report.Sources);
        Assert.True(source.HasDriedUp);
        Assert.Equal("not-found", source.StartReason);
    }

    [Fact]
    public async Task Crawl_downloadThatBreaksOff_goesOnWhereItStopped()
    {
        await using var site = await ServedSite.StartAsync(departments: 1, years: 1);
        var document = new Uri(site.Model.Attachments[0]);
        await site.RunAsync(through: downloader => new BreakingDownloader(downloader, document));
        Assert.Equal([200, 206], site.Requests.Where(request => request.Path == document.PathAndQuery).Select(static request => request.Status));
        using var workspace = Workspace.OpenToRead(site.Folder);
        var version = Assert.Single(workspace.Catalog.VersionsOf(document));
        Assert.Equal(site.BodyOf(document), File.ReadAllBytes(workspace.Objects.PathOf(version.Sha256)));
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Folder, "tmp")));
    }

    [Fact]
    public async Task Crawl_originalThatIsLost_isFetchedAgain()
    {
        await using var site = await ServedSite.StartAsync(departments: 2, years: 1);
        var first = await site.RunAsync();
        var held = site.Held();
        using (var workspace = Workspace.OpenToRead(site.Folder))
        {
            File.Delete(workspace.Objects.PathOf(first.Report.Documents[0].Version.Sha256));
        }

        var second = await site.RunAsync();
        Assert.Empty(second.Report.Documents);
        Assert.Equal(first.Report.Documents[0].Address.PathAndQuery, Assert.Single(site.Requests, static request => request.Status == 200).Path);
        Assert.Equal(held, site.Held());
    }

    [Fact]
    public async Task Crawl_hostThatRests_isWaitedForAndNothingIsLost()
    {
        await using var site = await ServedSite.StartAsync(departments: 2, years: 1);
        var begin = site.Time.GetUtcNow();
        var outcome = await site.RunAsync(through: downloader => new RestingDownloader(downloader, site.Time, begin + TimeSpan.FromDays(1) + TimeSpan.FromMinutes(10)));
        Assert.Equal(site.Model.Attachments.Order(StringComparer.Ordinal), site.DocumentsHeld());
        Assert.True(site.Time.GetUtcNow() >= begin + TimeSpan.FromDays(1) + TimeSpan.FromMinutes(10));
        Assert.Empty(outcome.Report.Troubles);
    }

    [Fact]
    public async Task Crawl_hostThatRestsTooLong_isLeftToALaterRun()
    {
        await using var site = await ServedSite.StartAsync(departments: 2, years: 1);
        var until = site.Time.GetUtcNow() + TimeSpan.FromDays(1) + TimeSpan.FromHours(2);
        var outcome = await site.RunAsync(through: downloader => new RestingDownloader(downloader, site.Time, until));
        Assert.Equal(new RestingHost("www.city0.gov.cn", 1, "circuit-open"), Assert.Single(outcome.Report.Resting));
        Assert.Equal(0, outcome.Report.Requests);
        await site.RunAsync();
        Assert.Equal(site.Model.Attachments.Order(StringComparer.Ordinal), site.DocumentsHeld());
    }

    [Fact]
    public async Task Crawl_withoutDocuments_readsPagesAlone()
    {
        await using var site = await ServedSite.StartAsync(departments: 3, years: 2);
        var outcome = await site.RunAsync(options: new CrawlOptions { Documents = false });
        Assert.Empty(outcome.Report.Documents);
        Assert.DoesNotContain(site.Requests, request => site.Model.Attachments.Contains(new Uri(site.Model.Root, request.Path).AbsoluteUri));
        using var workspace = Workspace.OpenToRead(site.Folder);
        Assert.Equal(
            site.Model.Attachments.Order(StringComparer.Ordinal),
            workspace.Catalog.Addresses(AddressKind.Attachment).Select(static one => one.Address.AbsoluteUri).Order(StringComparer.Ordinal));
    }

    private static SourcesFile With(SourcesFile file, Func<SourceSettings, SourceSettings> change) =>
        file with { Sources = [.. file.Sources.Select(source => source with { Settings = change(source.Settings) })] };

    /// <summary>Ends the run, without any tidying, where its lives are used up.</summary>
    private sealed class MortalDownloader(IDownloader downloader, int lives) : IDownloader
    {
        private int _lives = lives;

        public async Task<DownloadResult> DownloadAsync(DownloadRequest request, Stream destination, CancellationToken cancellationToken)
        {
            if (Interlocked.Decrement(ref _lives) < 0)
            {
                throw new KilledException();
            }

            return await downloader.DownloadAsync(request, destination, cancellationToken);
        }
    }

    /// <summary>Loses the second half of one document the first time.</summary>
    private sealed class BreakingDownloader(IDownloader downloader, Uri document) : IDownloader
    {
        private int _times;

        public async Task<DownloadResult> DownloadAsync(DownloadRequest request, Stream destination, CancellationToken cancellationToken)
        {
            var result = await downloader.DownloadAsync(request, destination, cancellationToken);
            if (request.Address != document || Interlocked.Increment(ref _times) > 1)
            {
                return result;
            }

            destination.SetLength(result.Bytes / 2);
            return result with { Outcome = DownloadOutcome.Truncated, Reason = DownloadReason.CutShort, Bytes = result.Bytes / 2 };
        }
    }

    /// <summary>Refuses to ask until a time, as the circuit of a host does.</summary>
    private sealed class RestingDownloader(IDownloader downloader, TimeProvider time, DateTimeOffset until) : IDownloader
    {
        public Task<DownloadResult> DownloadAsync(DownloadRequest request, Stream destination, CancellationToken cancellationToken) => until - time.GetUtcNow() is { Ticks: > 0 } wait
            ? Task.FromResult(new DownloadResult { Outcome = DownloadOutcome.Failed, Reason = DownloadReason.CircuitOpen, FinalAddress = request.Address, RetryAfter = wait })
            : downloader.DownloadAsync(request, destination, cancellationToken);
    }

    private sealed class KilledException : Exception;
}
