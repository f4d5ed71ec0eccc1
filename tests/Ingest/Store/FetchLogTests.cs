using Gouji.Ingest.Store;
using static Gouji.Ingest.Tests.Store.TestWorkspace;

namespace Gouji.Ingest.Tests.Store;

public sealed class FetchLogTests
{
    /// <summary>Night by night: the answer, what it changes, the state, and which texts are held.</summary>
    [Theory]
    [InlineData("A:NewDocument A:Unchanged 304:Unchanged", "A", AddressState.Fetched)]
    [InlineData("A:NewDocument B:NewVersion A:NewVersion", "A B A", AddressState.Fetched)]
    [InlineData("A:NewDocument 404:Gone A:Unchanged", "A", AddressState.Fetched)]
    [InlineData("A:NewDocument 404:Gone 404:Gone 404:Withdrawn fail:Withdrawn 403:Withdrawn", "A", AddressState.Withdrawn)]
    [InlineData("A:NewDocument 404:Gone 404:Gone A:NewVersion", "A A", AddressState.Fetched)]
    [InlineData("A:NewDocument 404:Gone 404:Gone 304:NewVersion", "A A", AddressState.Fetched)]
    [InlineData("A:NewDocument 404:Gone fail:Failed 403:Blocked 404:Gone", "A", AddressState.Withdrawn)]
    [InlineData("A:NewDocument 404:Gone B:NewVersion 404:Gone", "A B", AddressState.Gone)]
    [InlineData("404:Gone 404:Gone 404:Gone", "", AddressState.Gone)]
    [InlineData("304:Failed", "", AddressState.Failed)]
    [InlineData("403:Blocked A:NewDocument large:Failed", "A", AddressState.Failed)]
    [InlineData("A:NewDocument fail:Failed fail:Failed", "A", AddressState.Failed)]
    public async Task RecordFetch_nightByNight_tellsWhatChanges(string nights, string held, AddressState state)
    {
        using var test = new TestWorkspace(new CatalogOptions { AttemptsPerRun = 1 });
        foreach (var night in nights.Split(' '))
        {
            var (answer, expected) = night.Split(':') is [var first, var second] ? (first, Enum.Parse<ChangeKind>(second)) : default;
            var run = await test.BeginAsync();
            await test.Catalog.DiscoverAsync(run, null, [Found("doc"), Found("other")]);
            var changes = await test.AnswerAsync(run, path => path == "doc" ? answer : "other");
            Assert.Equal(expected, changes["doc"].Kind);
            await test.EndAsync(run);
        }

        var digests = new Dictionary<string, string> { ["A"] = (await test.StoreAsync("A")).Sha256, ["B"] = (await test.StoreAsync("B")).Sha256 };
        var versions = test.Catalog.VersionsOf(Url("doc"));
        Assert.Equal(held.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => digests[text]), versions.Select(static version => version.Sha256));
        Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(static version => version.Ordinal));
        Assert.Equal(state, test.Catalog.Find(Url("doc"))!.State);
    }

    [Fact]
    public async Task RecordFetch_versions_tellWhenTheyWereSeen()
    {
        using var test = new TestWorkspace();
        DateTimeOffset[] nights = new DateTimeOffset[4];
        FetchChange? change = null;
        for (var i = 0; i < 4; i++)
        {
            var run = await test.BeginAsync();
            nights[i] = test.Clock.Now;
            await test.Catalog.DiscoverAsync(run, null, [Found("doc")]);
            change = (await test.AnswerAsync(run, _ => i < 3 ? "old" : "new"))["doc"];
            await test.EndAsync(run);
        }

        var versions = test.Catalog.VersionsOf(Url("doc"));
        Assert.Equal([(nights[0], nights[2]), (nights[3], nights[3])], versions.Select(static version => (version.FirstSeen, version.LastSeen)));
        Assert.Equal((versions[1], versions[0]), (change!.Current, change.Previous));
    }

    [Fact]
    public async Task RecordFetch_addressThatIsNotClaimed_isRefused()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("a")]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.RecordAsync(run, Url("a"), "x"));
        await test.Catalog.NextDueAsync(run, 9, 9);
        await test.RecordAsync(run, Url("a"), "x");
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.RecordAsync(run, Url("a"), "x"));
        Assert.Single(test.Catalog.Fetches());
    }

    [Fact]
    public async Task RecordFetch_fetchedWithoutItsObject_isRefusedWhole()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("a")]);
        await test.Catalog.NextDueAsync(run, 9, 9);
        var response = await test.ResponseAsync(Url("a"), "x");
        await Assert.ThrowsAnyAsync<Exception>(() => test.Catalog.RecordFetchAsync(run, response with { Object = null }));
        Assert.Equal((AddressState.New, 1L, 0L), (test.Catalog.Find(Url("a"))!.State, test.Catalog.Status().Claimed, test.Catalog.Status().Fetches));
    }

    [Fact]
    public async Task Fetches_whatWasRecorded_comesBack()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("a")]);
        await test.Catalog.NextDueAsync(run, 9, 9);
        var response = await test.ResponseAsync(Url("a"), "x") with
        {
            Chain = [new FetchHop(Url("a"), 302), new FetchHop(new Uri("http://other.example:8080/年"), null)],
            Headers = [KeyValuePair.Create("Content-Disposition", "attachment; filename=\"\u00d4\u00a4\u00cb\u00e3.doc\""), KeyValuePair.Create("X", "")],
            FileName = "预算.doc",
            ContentType = "application/msword",
            Charset = "gbk",
            ETag = "W/\"1\"",
            LastModified = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Bytes = 1,
        };
        await test.Catalog.RecordFetchAsync(run, response);

        var logged = Assert.Single(test.Catalog.Fetches(run.Number));
        Assert.Equal(response.Chain, logged.Response.Chain);
        Assert.Equal(response.Headers, logged.Response.Headers);
        Assert.Equal(response, logged.Response with { Chain = response.Chain, Headers = response.Headers });
        Assert.Empty(test.Catalog.Fetches(run.Number + 1));
    }
}
