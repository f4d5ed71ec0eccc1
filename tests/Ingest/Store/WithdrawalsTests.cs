using Gouji.Ingest.Store;
using static Gouji.Ingest.Tests.Store.TestWorkspace;

namespace Gouji.Ingest.Tests.Store;

public sealed class WithdrawalsTests
{
    [Fact]
    public async Task Gone_inTwoRuns_isWithdrawnAndToldOnce()
    {
        using var test = new TestWorkspace();
        await NightAsync(test, static _ => "x");
        Assert.Empty(await NightAsync(test, static path => path == "f1" ? "404" : path));
        Assert.Equal(WithdrawalEvidence.Missing, Assert.Single(test.Catalog.WithdrawnCandidates()).Evidence);

        var withdrawn = Assert.Single(await NightAsync(test, static path => path == "f1" ? "404" : path));
        Assert.Equal((Url("f1"), AddressState.Withdrawn, test.Clock.Now.AddDays(-1)), (withdrawn.Address, withdrawn.State, withdrawn.Since));
        Assert.Empty(await NightAsync(test, static path => path == "f1" ? "404" : path));
        Assert.Equal(WithdrawalEvidence.Withdrawn, Assert.Single(test.Catalog.WithdrawnCandidates()).Evidence);
    }

    [Fact]
    public async Task Gone_inTwoRunsTooCloseTogether_isNotWithdrawnYet()
    {
        using var test = new TestWorkspace();
        await NightAsync(test, static path => path);
        await NightAsync(test, static path => path == "f1" ? "404" : path);
        test.Clock.Now -= TimeSpan.FromHours(20);

        // Four hours after the first: one evening's outage would span both.
        Assert.Empty(await NightAsync(test, static path => path == "f1" ? "404" : path));
        Assert.Equal(AddressState.Gone, test.Catalog.Find(Url("f1"))!.State);
        Assert.Single(await NightAsync(test, static path => path == "f1" ? "404" : path));
    }

    [Fact]
    public async Task Gone_whileTheHostServesNothing_isAnOutage()
    {
        using var test = new TestWorkspace();
        await NightAsync(test, static path => path);
        for (var i = 0; i < 5; i++)
        {
            Assert.Empty(await NightAsync(test, static _ => "404"));
        }

        Assert.All(test.Catalog.WithdrawnCandidates(), static candidate => Assert.Equal(WithdrawalEvidence.HostOutOfOrder, candidate.Evidence));
        Assert.Equal(12, test.Catalog.WithdrawnCandidates().Count);
    }

    [Fact]
    public async Task Gone_mostOfAHostAtOnce_isARebuiltSite()
    {
        using var test = new TestWorkspace();
        await NightAsync(test, static path => path);
        for (var i = 0; i < 3; i++)
        {
            Assert.Empty(await NightAsync(test, static path => path is "f1" or "f2" ? path : "404"));
        }

        Assert.Equal(10, test.Catalog.WithdrawnCandidates().Count(static candidate => candidate.Evidence == WithdrawalEvidence.HostOutOfOrder));
    }

    [Fact]
    public async Task Gone_outageBetween_neitherCountsNorForgets()
    {
        using var test = new TestWorkspace();
        await NightAsync(test, static path => path);
        await NightAsync(test, static path => path == "f1" ? "404" : path);
        Assert.Empty(await NightAsync(test, static _ => "404"));
        Assert.Empty(await NightAsync(test, static _ => "large"));
        Assert.Single(await NightAsync(test, static path => path == "f1" ? "404" : path));
    }

    [Fact]
    public async Task Gone_sameBytesElsewhere_isAMove()
    {
        using var test = new TestWorkspace();
        await NightAsync(test, static path => path);
        for (var i = 0; i < 3; i++)
        {
            Assert.Empty(await NightAsync(test, static path => path switch { "f1" => "404", "f2" => "f1", _ => path }));
        }

        Assert.Equal(WithdrawalEvidence.Moved, Assert.Single(test.Catalog.WithdrawnCandidates()).Evidence);
    }

    [Fact]
    public async Task Unlisted_fileThatIsStillServed_isToldButNotWithdrawn()
    {
        using var test = new TestWorkspace();
        await LinkedNightAsync(test, "1", ["f1", "f2"], static path => path);
        await LinkedNightAsync(test, "2", ["f2"], static path => path);
        await LinkedNightAsync(test, "3", ["f2"], static path => path);

        var candidate = Assert.Single(test.Catalog.WithdrawnCandidates());
        Assert.Equal((Url("f1"), WithdrawalEvidence.Unlisted, AddressState.Fetched), (candidate.Address, candidate.Evidence, candidate.State));
    }

    [Fact]
    public async Task Unlisted_pageThatIsUnchangedOrFails_saysNothing()
    {
        using var test = new TestWorkspace();
        await LinkedNightAsync(test, "1", ["f1"], static path => path);
        await LinkedNightAsync(test, "304", [], static path => path);
        await LinkedNightAsync(test, "fail", [], static path => path);
        await LinkedNightAsync(test, "403", [], static path => path);
        Assert.Empty(test.Catalog.WithdrawnCandidates());
    }

    [Fact]
    public async Task Unlisted_fileThatAnotherPageLinks_isListed()
    {
        using var test = new TestWorkspace();
        await LinkedNightAsync(test, "1", ["f1"], static path => path);
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("other", AddressKind.List)]);
        await test.AnswerAsync(run, static path => path + "2");
        await test.Catalog.DiscoverAsync(run, Url("detail"), []);
        await test.Catalog.DiscoverAsync(run, Url("other"), [Found("f1")]);
        await test.EndAsync(run);
        Assert.Empty(test.Catalog.WithdrawnCandidates());
    }

    [Fact]
    public async Task Unlisted_fileGoneFromAHostOfItsOwn_isWithdrawnInTime()
    {
        using var test = new TestWorkspace();
        const string File = "https://files.example/f";
        Assert.Empty(await LinkedNightAsync(test, "1", [File], static path => path));
        Assert.Empty(await LinkedNightAsync(test, "2", [], static path => path.StartsWith("files", StringComparison.Ordinal) ? "404" : path));
        Assert.Single(await LinkedNightAsync(test, "3", [], static path => path.StartsWith("files", StringComparison.Ordinal) ? "404" : path));
    }

    private static async Task<IReadOnlyList<WithdrawalCandidate>> NightAsync(TestWorkspace test, Func<string, string> answer)
    {
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [.. Enumerable.Range(1, 12).Select(static number => Found("f" + number))]);
        await test.AnswerAsync(run, path => answer(path) is "x" ? path : answer(path));
        return await test.EndAsync(run);
    }

    private static async Task<IReadOnlyList<WithdrawalCandidate>> LinkedNightAsync(TestWorkspace test, string page, string[] links, Func<string, string> answer)
    {
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("detail", AddressKind.Detail)]);
        await test.Catalog.NextDueAsync(run, 1, 1);
        var change = await test.RecordAsync(run, Url("detail"), page);
        if (change.Kind is ChangeKind.NewDocument or ChangeKind.NewVersion)
        {
            await test.Catalog.DiscoverAsync(run, Url("detail"), [.. links.Select(static link => Found(link, depth: 1))]);
        }

        await test.AnswerAsync(run, answer);
        return await test.EndAsync(run);
    }
}
