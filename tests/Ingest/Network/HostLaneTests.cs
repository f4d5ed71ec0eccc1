using System.Collections.Concurrent;
using Gouji.Ingest.Network;
using Microsoft.AspNetCore.Http;

namespace Gouji.Ingest.Tests.Network;

public sealed class HostLaneTests
{
    private static readonly TimeSpan Delay = Site.Plain.Delay;

    [Fact]
    public async Task Download_oneHost_pausesBetweenRequests()
    {
        await using var site = await Site.AnsweringAsync(Answers.Redirect("/b"), Answers.Text("b"), Answers.Text("c"));
        var downloader = site.Downloader();
        await site.GetAsync(downloader, "/a");
        await site.GetAsync(downloader, "/c");
        Assert.Equal([Delay, Delay], site.Time.Pauses);
        Assert.Equal(["/a", "/b", "/c"], site.Paths);
    }

    [Fact]
    public async Task Download_otherHost_doesNotPause()
    {
        await using var site = await Site.StartAsync(Answers.Text("a"));
        var downloader = site.Downloader();
        foreach (var host in (string[])["a.gov.cn", "b.gov.cn", "c.gov.cn"])
        {
            await downloader.DownloadAsync(new DownloadRequest(site.At("/a", host)), new MemoryStream(), default);
        }

        Assert.Empty(site.Time.Pauses);
    }

    [Fact]
    public async Task Download_pauseAlreadyOver_isNotWaitedAgain()
    {
        await using var site = await Site.StartAsync(Answers.Text("a"));
        var downloader = site.Downloader();
        await site.GetAsync(downloader, "/a");
        site.Time.Advance(Delay);
        await site.GetAsync(downloader, "/b");
        Assert.Empty(site.Time.Pauses);
    }

    [Fact]
    public async Task Download_oneHostOnTwoPorts_isAskedOneAtATime()
    {
        var (inside, most) = (0, 0);
        RequestDelegate answer = async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Delay(15);
            Interlocked.Decrement(ref inside);
            await Answers.Text("a")(context);
        };
        await using var first = await Site.StartAsync(answer);
        await using var second = await Site.StartAsync(answer);
        var downloader = first.Downloader();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            // One host in several spellings.
            var address = (i % 2 == 0 ? first : second).At($"/{i}", (i % 3) switch { 0 => "www.example.gov.cn", 1 => "WWW.Example.gov.cn", _ => "www.example.gov.cn." });
            var result = await downloader.DownloadAsync(new DownloadRequest(address), new MemoryStream(), default);
            Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
        }));

        Assert.Equal(1, most);
        Assert.Equal(12, first.Visits.Count + second.Visits.Count);
    }

    [Fact]
    public async Task Download_twoHosts_areAskedAtTheSameTime()
    {
        var arrived = new ConcurrentDictionary<string, TaskCompletionSource>();
        TaskCompletionSource Arrival(string host) => arrived.GetOrAdd(host, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var site = await Site.StartAsync(async context =>
        {
            // Each host answers only once the other one was asked too.
            var host = context.Request.Host.Host;
            Arrival(host).TrySetResult();
            await Arrival(host == "a.gov.cn" ? "b.gov.cn" : "a.gov.cn").Task.WaitAsync(TimeSpan.FromSeconds(30));
            await Answers.Text("a")(context);
        });
        var downloader = site.Downloader();
        var results = await Task.WhenAll(((string[])["a.gov.cn", "b.gov.cn"]).Select(host =>
            downloader.DownloadAsync(new DownloadRequest(site.At("/a", host)), new MemoryStream(), default)));
        Assert.All(results, static result => Assert.Equal(DownloadOutcome.Fetched, result.Outcome));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Download_retryAfterInSeconds_isWaitedOut(int status)
    {
        await using var site = await Site.AnsweringAsync(Answers.Status(status, ("Retry-After", "37")), Answers.Text("a"));
        var (result, _) = await site.GetAsync("/a", Site.Plain with { Attempts = 2 });
        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
        Assert.Equal([TimeSpan.FromSeconds(37)], site.Time.Pauses);
    }

    [Fact]
    public async Task Download_retryAfterAsADate_isWaitedOut()
    {
        await using var site = await Site.AnsweringAsync(Answers.Status(429, ("Retry-After", "Wed, 12 Feb 2020 08:01:30 GMT")), Answers.Text("a"));
        var (result, _) = await site.GetAsync("/a", Site.Plain with { Attempts = 2 });
        Assert.Equal(DownloadOutcome.Fetched, result.Outcome);
        Assert.Equal([TimeSpan.FromSeconds(90)], site.Time.Pauses);
    }

    [Theory]
    [InlineData("86400", 86_400)]
    [InlineData("999999999", 86_400)]
    [InlineData("Thu, 13 Feb 2020 08:00:00 GMT", 86_400)]
    [InlineData("121", 121)]
    public async Task Download_retryAfterBeyondTheLimit_isToldAndTheHostLeftAlone(string after, int seconds)
    {
        await using var site = await Site.AnsweringAsync(Answers.Status(429, ("Retry-After", after)), Answers.Text("a"));
        var downloader = site.Downloader(Site.Plain with { Attempts = 4 });
        var (result, _) = await site.GetAsync(downloader, "/a");
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.TooManyRequests, TimeSpan.FromSeconds(seconds)), (result.Outcome, result.Reason, result.RetryAfter));

        site.Time.Advance(TimeSpan.FromSeconds(seconds - 121));
        site.Time.Advance(TimeSpan.FromMilliseconds(500));
        var (resting, _) = await site.GetAsync(downloader, "/b");
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.HostResting, TimeSpan.FromMilliseconds(120_500)), (resting.Outcome, resting.Reason, resting.RetryAfter));
        Assert.Empty(resting.Hops);
        Assert.Single(site.Visits);

        site.Time.Advance(TimeSpan.FromMilliseconds(500));
        var (later, _) = await site.GetAsync(downloader, "/b");
        Assert.Equal(DownloadOutcome.Fetched, later.Outcome);
        Assert.Equal([TimeSpan.FromMinutes(2)], site.Time.Pauses);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(520)]
    public async Task Download_statusThatPasses_isRetriedSoManyTimes(int status)
    {
        await using var site = await Site.StartAsync(Answers.Status(status));
        var (result, _) = await site.GetAsync("/a", Site.Plain with { Attempts = 3 });
        Assert.Equal((DownloadOutcome.Failed, status), (result.Outcome, result.Status));
        Assert.Equal(status == 429 ? DownloadReason.TooManyRequests : DownloadReason.ServerError, result.Reason);
        Assert.Equal(3, site.Visits.Count);
        Assert.Single(result.Hops);
    }

    [Fact]
    public async Task Download_failures_backOffLongerAndLonger()
    {
        await using var site = await Site.StartAsync(Answers.Status(503));
        var options = Site.Plain with { Attempts = 6, Delay = TimeSpan.Zero, BackOff = TimeSpan.FromSeconds(4), LongestWait = TimeSpan.FromSeconds(30) };
        await using var downloader = new Downloader(options, site.Memory, site.Time, new AddressPolicy(site.Resolver, allowPrivate: true), static () => 0.5);
        await site.GetAsync(downloader, "/a");

        var pauses = site.Time.Pauses.Where(static pause => pause > TimeSpan.FromMilliseconds(1)).ToList();
        Assert.Equal(5, pauses.Count);
        Assert.Equal(pauses.Order(), pauses);
        Assert.True(pauses[0] < pauses[2]);
        Assert.All(pauses, static pause => Assert.True(pause <= TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Download_backOff_concernsTheWholeHost()
    {
        await using var site = await Site.AnsweringAsync(Answers.Status(503, ("Retry-After", "100")), Answers.Text("a"));
        await site.GetAsync("/a");
        Assert.Equal(site.Time.GetUtcNow() + TimeSpan.FromSeconds(100), site.Memory.Load("www.example.gov.cn")!.NextAllowed);

        // Another downloader, as after a restart, knows of it.
        await site.GetAsync("/b");
        Assert.Equal([TimeSpan.FromSeconds(100)], site.Time.Pauses);
    }

    [Fact]
    public async Task Download_hostThatFailsAgainAndAgain_isNotAskedForATime()
    {
        var healthy = false;
        await using var site = await Site.StartAsync(context => healthy ? Answers.Text("a")(context) : Answers.Status(500)(context));
        var options = Site.Plain with { FailuresToOpen = 3, OpenFor = TimeSpan.FromMinutes(5) };
        var downloader = site.Downloader(options);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(DownloadReason.ServerError, (await site.GetAsync(downloader, "/a")).Result.Reason);
        }

        var (open, _) = await site.GetAsync(downloader, "/a");
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.CircuitOpen, TimeSpan.FromMinutes(5)), (open.Outcome, open.Reason, open.RetryAfter));
        var other = await downloader.DownloadAsync(new DownloadRequest(site.At("/a", "other.gov.cn")), new MemoryStream(), default);
        Assert.Equal(DownloadReason.ServerError, other.Reason);

        // A restart does not close the circuit.
        Assert.Equal(DownloadReason.CircuitOpen, (await site.GetAsync("/a", options)).Result.Reason);
        Assert.Equal(4, site.Visits.Count);

        // One trial, which fails, opens it for twice as long.
        site.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(DownloadReason.ServerError, (await site.GetAsync(downloader, "/a")).Result.Reason);
        Assert.Equal(TimeSpan.FromMinutes(10), (await site.GetAsync(downloader, "/a")).Result.RetryAfter);

        // One that succeeds closes it.
        healthy = true;
        site.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(DownloadOutcome.Fetched, (await site.GetAsync(downloader, "/a")).Result.Outcome);
        Assert.Equal(new HostState(site.Time.GetUtcNow() + Delay, 0, null), site.Memory.Load("www.example.gov.cn"));
    }

    [Fact]
    public async Task Download_circuitThatOpensAmidRetries_endsThem()
    {
        await using var site = await Site.StartAsync(Answers.Status(500));
        var (result, _) = await site.GetAsync("/a", Site.Plain with { Attempts = 9, FailuresToOpen = 2 });
        Assert.Equal(DownloadReason.ServerError, result.Reason);
        Assert.Equal(2, site.Visits.Count);
    }

    [Fact]
    public async Task Download_answersThatAreNoFailures_doNotOpenTheCircuit()
    {
        await using var site = await Site.AnsweringAsync(Answers.Status(500), Answers.Status(404), Answers.Status(500), Answers.Status(403), Answers.Text("a"));
        var downloader = site.Downloader(Site.Plain with { FailuresToOpen = 2 });
        for (var i = 0; i < 4; i++)
        {
            await site.GetAsync(downloader, "/a");
        }

        Assert.Equal(DownloadOutcome.Fetched, (await site.GetAsync(downloader, "/a")).Result.Outcome);
    }

    [Fact]
    public async Task Download_stateOfAnotherClock_doesNotSilenceForEver()
    {
        await using var site = await Site.StartAsync(Answers.Text("a"));
        site.Memory.Save("www.example.gov.cn", new HostState(DateTimeOffset.MaxValue, 0, DateTimeOffset.MaxValue));
        var (result, _) = await site.GetAsync("/a");
        Assert.Equal(TimeSpan.FromHours(24), result.RetryAfter);
    }

    [Fact]
    public async Task Download_pauseBeforeARetry_restsTheWholeHost()
    {
        await using var site = await Site.AnsweringAsync(Answers.Status(503), Answers.Text("a"));
        var start = site.Time.GetUtcNow();
        var memory = new NotingMemory();
        var options = Site.Plain with { Attempts = 2, BackOff = TimeSpan.FromSeconds(60) };
        await using var downloader = new Downloader(options, memory, site.Time, new AddressPolicy(site.Resolver, allowPrivate: true), static () => 0.5);
        await downloader.DownloadAsync(new DownloadRequest(site.At("/a")), new MemoryStream(), default);

        // After the failure, before the retry, after the success.
        Assert.Equal([1, 1, 0], memory.Saved.Select(static state => state.ConsecutiveFailures));
        Assert.Equal(start + Delay, memory.Saved[0].NextAllowed);
        Assert.True(memory.Saved[1].NextAllowed > start + (10 * Delay));
    }

    private sealed class NotingMemory : IHostMemory
    {
        public List<HostState> Saved { get; } = [];

        public HostState? Load(string host) => null;

        public void Save(string host, HostState state) => Saved.Add(state);

        public KnownRobots? LoadRobots(string site) => null;

        public void SaveRobots(string site, KnownRobots robots)
        {
            // No test of pauses asks for it.
        }
    }
}
