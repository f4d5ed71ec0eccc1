using Gouji.Ingest.Store;
using static Gouji.Ingest.Tests.Store.TestWorkspace;

namespace Gouji.Ingest.Tests.Store;

public sealed class FrontierTests
{
    [Fact]
    public async Task Discover_twice_addsOnceAndKeepsTheState()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        Assert.Equal(new DiscoveryResult(2, 0), await test.Catalog.DiscoverAsync(run, null, [Found("a.doc"), Found("b.doc")]));
        await test.AnswerAsync(run, static path => path == "a.doc" ? "x" : "403");
        Assert.Equal(new DiscoveryResult(1, 2), await test.Catalog.DiscoverAsync(run, null, [Found("a.doc") with { Title = "2026年预算", Published = new DateOnly(2026, 2, 3) }, Found("b.doc"), Found("c.doc")]));

        var a = test.Catalog.Find(Url("a.doc"))!;
        Assert.Equal((AddressState.Fetched, "2026年预算", new DateOnly(2026, 2, 3)), (a.State, a.Title, a.Published));
        Assert.Equal((AddressState.Blocked, "forbidden"), (test.Catalog.Find(Url("b.doc"))!.State, test.Catalog.Find(Url("b.doc"))!.Reason));
        Assert.Equal(AddressState.New, test.Catalog.Find(Url("c.doc"))!.State);
    }

    [Fact]
    public async Task Discover_unknownSourceOrPage_addsNothing()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Catalog.DiscoverAsync(run, null, [Found("a.doc"), Found("b.doc") with { Source = "other" }]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Catalog.DiscoverAsync(run, Url("page"), [Found("a.doc")]));
        Assert.Equal(0, test.Catalog.Status().Total);
    }

    [Fact]
    public async Task NextDue_order_isHostThenKindThenDepthThenAge()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null,
        [
            Found("f2", depth: 2), Found("d", AddressKind.Detail, 1), Found("f1", depth: 1), Found("l2", AddressKind.List, 3), Found("l1", AddressKind.List),
            Found("f3", depth: 2), Found("https://a.example/f"), Found("https://z.example/f"),
        ]);

        var claim = await test.Catalog.NextDueAsync(run, 100, 5);
        Assert.Equal(
            ["https://a.example/f", "https://czj.example/l1", "https://czj.example/l2", "https://czj.example/d", "https://czj.example/f1", "https://czj.example/f2", "https://z.example/f"],
            claim.Addresses.Select(static due => due.Address.AbsoluteUri));
    }

    [Fact]
    public async Task NextDue_hostWithClaims_isPassedOverUntilTheyAreAnswered()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("a"), Found("b"), Found("https://z.example/c")]);

        Assert.Equal([Url("a")], (await test.Catalog.NextDueAsync(run, 1, 1)).Addresses.Select(static due => due.Address));
        Assert.Equal(["z.example"], (await test.Catalog.NextDueAsync(run, 9, 9)).Addresses.Select(static due => due.Host));
        Assert.Empty((await test.Catalog.NextDueAsync(run, 9, 9)).Addresses);
        await test.RecordAsync(run, Url("a"), "x");
        Assert.Equal([Url("b")], (await test.Catalog.NextDueAsync(run, 9, 9)).Addresses.Select(static due => due.Address));
    }

    [Fact]
    public async Task NextDue_hostThatRests_isDueWhenItMayBeAsked()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("a")]);
        var later = test.Clock.Now.AddMinutes(7);
        test.Catalog.SaveHost(new HostRecord("czj.example", test.Clock.Now.AddMinutes(1), 5, later));

        Assert.Equal((0, later), await ClaimAsync());
        test.Clock.Now = later;
        Assert.Equal((1, null), await ClaimAsync());

        async Task<(int Count, DateTimeOffset? Next)> ClaimAsync() => await test.Catalog.NextDueAsync(run, 9, 9) is var claim ? (claim.Addresses.Count, claim.Next) : default;
    }

    [Fact]
    public async Task NextDue_failedTry_waitsLongerEachTimeThenFails()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("a")]);
        var start = test.Clock.Now;
        var waits = new List<double>();
        var changes = new List<ChangeKind>();
        while (await test.Catalog.NextDueAsync(run, 9, 9) is var claim && (claim.Addresses.Count > 0 || claim.Next is not null))
        {
            if (claim.Next is { } next)
            {
                waits.Add((next - test.Clock.Now).TotalMinutes);
                test.Clock.Now = next;
            }
            else
            {
                changes.Add((await test.RecordAsync(run, Url("a"), "fail")).Kind);
            }
        }

        Assert.Equal([1, 2], waits);
        Assert.Equal([ChangeKind.Retry, ChangeKind.Retry, ChangeKind.Failed], changes);
        Assert.Equal([1, 2, 3], test.Catalog.Fetches().Select(static fetch => fetch.Attempt));
    }

    [Fact]
    public async Task RecordFetch_pauseLongerThanARun_concludesItAndIsHeededByTheNext()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("a")]);
        await test.Catalog.NextDueAsync(run, 9, 9);
        var response = await test.ResponseAsync(Url("a"), "fail");
        Assert.Equal(ChangeKind.Failed, (await test.Catalog.RecordFetchAsync(run, response with { RetryAfter = TimeSpan.FromHours(30) })).Kind);
        await test.EndAsync(run);

        run = await test.BeginAsync();
        Assert.Equal((0, null), await DueAsync(run));
        await test.EndAsync(run);
        run = await test.BeginAsync();
        Assert.Equal((1, null), await DueAsync(run));

        async Task<(int, DateTimeOffset?)> DueAsync(CatalogRun one) => await test.Catalog.NextDueAsync(one, 9, 9) is var claim ? (claim.Addresses.Count, claim.Next) : default;
    }

    [Fact]
    public async Task NextDue_addressThatIsHeld_bringsWhatAConditionalRequestNeeds()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("list", AddressKind.List)]);
        await test.Catalog.DiscoverAsync(run, Url("list"), [Found("a.doc", depth: 1) with { AnchorText = "附件" }]);
        await test.Catalog.NextDueAsync(run, 9, 9);
        var modified = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var response = await test.ResponseAsync(Url("a.doc"), "x") with { ETag = "\"1\"", LastModified = modified };
        await test.Catalog.RecordFetchAsync(run, response);
        await test.EndAsync(run);

        run = await test.BeginAsync();
        var due = (await test.Catalog.NextDueAsync(run, 9, 9)).Addresses.Single(static due => due.Kind == AddressKind.Attachment);
        Assert.Equal(("\"1\"", modified, response.Object!.Sha256, Url("list"), "附件", 1), (due.ETag, due.LastModified, due.Sha256, due.Parent, due.AnchorText, due.Attempt));
    }

    [Fact]
    public async Task PutBack_claimedAddress_isDueLaterAndCountsNoTry()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("a")]);
        await test.Catalog.NextDueAsync(run, 9, 9);
        await test.Catalog.PutBackAsync(Url("a"), test.Clock.Now.AddMinutes(3), "host-resting");

        Assert.Equal(test.Clock.Now.AddMinutes(3), (await test.Catalog.NextDueAsync(run, 9, 9)).Next);
        Assert.Equal((AddressState.New, 0, "host-resting"), test.Catalog.Find(Url("a")) is { } known ? (known.State, known.Attempts, known.Reason) : default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Catalog.PutBackAsync(Url("a"), null, null));
    }

    [Fact]
    public async Task BeginRun_runThatWasCutOff_isTakenUpWhereItStood()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("a"), Found("b"), Found("c")]);
        await test.Catalog.NextDueAsync(run, 2, 2);
        await test.RecordAsync(run, Url("a"), "x");
        test.Reopen();

        var again = await test.Catalog.BeginRunAsync();
        Assert.Equal(run with { Resumed = 1 }, again);
        Assert.Equal([Url("b"), Url("c")], (await test.Catalog.NextDueAsync(again, 9, 9)).Addresses.Select(static due => due.Address));
        await test.EndAsync(again);
        Assert.Equal(2, (await test.BeginAsync()).Number);
    }

    [Fact]
    public async Task BeginRun_ofSomeSources_leavesTheOthersAtRest()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.AddSourcesAsync([new CatalogSource("教育局")]);
        await test.Catalog.DiscoverAsync(run, null, [Found("a"), Found("b") with { Source = "教育局" }]);
        await test.EndAsync(run);

        run = await test.Catalog.BeginRunAsync(["教育局"]);
        Assert.Equal([Url("b")], (await test.Catalog.NextDueAsync(run, 9, 9)).Addresses.Select(static due => due.Address));
    }

    [Fact]
    public async Task EndedRun_takesNothingMore()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("a")]);
        await test.Catalog.NextDueAsync(run, 9, 9);
        await test.EndAsync(run);

        await Assert.ThrowsAsync<InvalidOperationException>(() => test.RecordAsync(run, Url("a"), "x"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Catalog.NextDueAsync(run, 9, 9));
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.EndAsync(run));
        Assert.Equal((RunOutcome.Completed, 0L), (test.Catalog.AllRuns()[0].Outcome, test.Catalog.Status().Claimed));
    }

    [Fact]
    public async Task Host_record_survivesAReopening()
    {
        using var test = new TestWorkspace();
        var host = new HostRecord("czj.example", test.Clock.Now, 3, test.Clock.Now.AddHours(1));
        var robots = new RobotsRecord("https://czj.example", "User-agent: *\nDisallow:"u8.ToArray(), test.Clock.Now);
        test.Catalog.SaveRobots(robots);
        test.Catalog.SaveHost(host);
        test.Reopen();

        Assert.Equal(host, test.Catalog.LoadHost("czj.example"));
        Assert.Equivalent(robots, test.Catalog.LoadRobots("https://czj.example"), strict: true);
        Assert.Null(test.Catalog.LoadRobots("https://czj.example:8443"));
        Assert.Null(test.Catalog.LoadHost("other.example"));
    }

    [Fact]
    public async Task BeginRun_hostWhoseCircuitIsOpen_isAskedAgainAndKeepsItsOwnPause()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        var host = new HostRecord("czj.example", test.Clock.Now.AddHours(2), 4, test.Clock.Now.AddHours(1));
        test.Catalog.SaveHost(host);
        test.Reopen();
        await test.Catalog.BeginRunAsync();
        Assert.Equal(host, test.Catalog.LoadHost("czj.example"));

        await test.EndAsync(run);
        await test.Catalog.BeginRunAsync();
        Assert.Equal(host with { OpenUntil = null }, test.Catalog.LoadHost("czj.example"));
    }

    [Fact]
    public async Task PagesToRead_pageBetweenItsAnswerAndItsLinks_isTold()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("list", AddressKind.List), Found("empty", AddressKind.Detail), Found("a.doc")]);
        await test.AnswerAsync(run, static path => "<html>" + path);
        test.Reopen();
        run = await test.Catalog.BeginRunAsync();

        Assert.Equal([Url("list"), Url("empty")], test.Catalog.PagesToRead(run).Select(static page => page.Address));
        await test.Catalog.DiscoverAsync(run, Url("list"), [Found("a.doc"), Found("b.doc", depth: 1)]);
        await test.Catalog.DiscoverAsync(run, Url("empty"), []);
        Assert.Empty(test.Catalog.PagesToRead(run));
        await test.EndAsync(run);

        // An unchanged page links to what it linked to before; a changed one is read again.
        run = await test.BeginAsync();
        await test.AnswerAsync(run, static path => path == "list" ? "<html>other" : "304");
        Assert.Equal([Url("list")], test.Catalog.PagesToRead(run).Select(static page => page.Address));
    }
}
