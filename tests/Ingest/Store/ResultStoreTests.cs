using System.Text;
using CsCheck;
using Gouji.Ingest.Store;
using static Gouji.Ingest.Tests.Store.TestWorkspace;

namespace Gouji.Ingest.Tests.Store;

public sealed class ResultStoreTests
{
    [Fact]
    public async Task Save_anyBytes_comeBackAsTheyWere()
    {
        using var test = new TestWorkspace();
        var key = await KeyAsync(test, "x");
        await Gen.Byte.Array[0, 5000].Array[0, 4].SampleAsync(
            async payloads =>
            {
                var member = new ExtractedMember("inner.doc", "checked") { Payloads = payloads.Select(static (bytes, i) => (bytes, i)).ToDictionary(static one => "part " + one.i, static one => new ReadOnlyMemory<byte>(one.bytes)) };
                await test.Workspace.Results.SaveAsync(key, [member]);
                var read = Assert.Single(test.Workspace.Results.Read(key));
                Assert.Equal(payloads.Length, read.Payloads.Count);
                Assert.All(payloads.Select(static (bytes, i) => (bytes, i)), one => Assert.Equal(one.bytes, read.Payloads["part " + one.i].ToArray()));
            },
            iter: 50,
            threads: 1);
    }

    [Fact]
    public async Task Save_membersOfAnArchive_keepTheirOrderAndReplaceEarlierOnes()
    {
        using var test = new TestWorkspace();
        var key = await KeyAsync(test, "x");
        await test.Workspace.Results.SaveAsync(key, [new("old", "checked")]);
        await test.Workspace.Results.SaveAsync(key, [new("z.doc", "checked"), new("a.doc", "unreadable") { Reason = "damaged" }]);
        await test.Workspace.Results.SaveAsync(key with { RulebookVersion = "other" }, [new("", "checked")]);

        Assert.Equal([("z.doc", "checked", null), ("a.doc", "unreadable", "damaged")], test.Workspace.Results.Read(key).Select(static one => (one.Member, one.Outcome, one.Reason)));
        Assert.Empty(test.Workspace.Results.Read(key with { ExtractorVersion = "other" }));
    }

    [Fact]
    public async Task NeedsExtraction_eachObjectOnce_untilItIsReadByTheseVersions()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("b.doc"), Found("a.doc"), Found("same.doc"), Found("page", AddressKind.Detail), Found("list", AddressKind.List)]);
        await test.AnswerAsync(run, static path => path == "same.doc" ? "b.doc" : path);
        var results = test.Workspace.Results;

        Assert.Equal([Url("b.doc"), Url("a.doc")], results.NeedsExtraction("1", "1").Select(static need => need.Address));
        await results.SaveAsync(new ExtractionKey(results.NeedsExtraction("1", "1").First().Object.Sha256, "1", "1"), [new("", "checked")]);
        Assert.Equal([Url("a.doc")], results.NeedsExtraction("1", "1").Select(static need => need.Address));
        Assert.Equal(2, results.NeedsExtraction("1", "2").Count());

        var current = results.Current("1", "1").ToList();
        Assert.Equal([(Url("a.doc"), 0), (Url("b.doc"), 1), (Url("same.doc"), 1)], current.Select(static one => (one.Address, one.Members.Count)));
    }

    [Fact]
    public async Task Needs_moreThanAreFetchedTogether_comeOnceEachWhileResultsAreKept()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        string[] names = [.. Enumerable.Range(0, 600).Select(static number => $"{number}.doc")];
        await test.Catalog.DiscoverAsync(run, null, [.. names.Select(static name => Found(name))]);
        await test.AnswerAsync(run, static path => path);
        var order = new List<string>();
        foreach (var need in test.Workspace.Results.NeedsExtraction("1", "1"))
        {
            order.Add(need.Object.Sha256);
            await test.Workspace.Results.SaveAsync(new ExtractionKey(need.Object.Sha256, "1", "1"), [new("", "checked")]);
        }

        Assert.Equal(names.Length, order.Distinct().Count());
        Assert.Equal(names.Length, order.Count);
        var versions = new List<Uri>();
        foreach (var (address, version) in test.Catalog.NeedsFindings("1", "1"))
        {
            versions.Add(address);
            await test.Catalog.SaveFindingsAsync(run, version.Number, "1", "1", [], []);
        }

        Assert.Equal(names.Select(static name => Url(name)), versions);
        Assert.Empty(test.Catalog.NeedsFindings("1", "1"));
    }

    [Fact]
    public async Task ReadPayload_membersOfOneName_areToldApartByTheirPlace()
    {
        using var test = new TestWorkspace();
        var key = await KeyAsync(test, "x");
        ExtractedMember Member(string text) => new("a.doc", "checked") { Payloads = new Dictionary<string, ReadOnlyMemory<byte>> { ["one"] = Encoding.UTF8.GetBytes(text), ["other"] = new byte[3] } };
        await test.Workspace.Results.SaveAsync(key, [Member("first"), Member("second")]);
        Assert.Equal("second", Encoding.UTF8.GetString(test.Workspace.Results.ReadPayload(key, 1, "one").Span));
        Assert.Equal(["one"], test.Workspace.Results.Read(key, "one")[0].Payloads.Keys);
        Assert.Equal(["one", "other"], test.Workspace.Results.Read(key)[0].Payloads.Keys.Order());
    }

    [Fact]
    public async Task SaveFindings_correctedByALaterVersion_areResolvedAndTheRestKeepTheirAge()
    {
        using var test = new TestWorkspace();
        var first = await VersionAsync(test, "1", "a", "b");
        var second = await VersionAsync(test, "2", "b", "c");

        var changes = test.Catalog.CompareFindings(first, second);
        Assert.Equal(["a"], changes.Corrected.Select(static one => one.Key));
        Assert.Equal(["c"], changes.Added.Select(static one => one.Key));
        Assert.Equal(["b"], changes.Unchanged.Select(static one => one.Key));
        Assert.Equal([("a", 2L), ("b", null)], test.Catalog.FindingsOf(first).Select(static one => (one.Key, one.ResolvedRun)));
        Assert.Equal([("b", 1L), ("c", 2L)], test.Catalog.FindingsOf(second).Select(static one => (one.Key, one.FirstSeenRun)));
    }

    [Fact]
    public async Task NeedsFindings_documentThatComesBack_isCheckedThoughItsBytesWereRead()
    {
        using var test = new TestWorkspace();
        await VersionAsync(test, "1", "a");
        await VersionAsync(test, "2");
        var third = await VersionAsync(test, "1");

        // The bytes of the first version are read already; nothing is to be extracted.
        Assert.Empty(test.Workspace.Results.NeedsExtraction("1", "1"));
        Assert.Empty(test.Catalog.NeedsFindings("1", "1"));
        Assert.Empty(test.Catalog.NeedsFindings("1", "2"));
        Assert.Equal(3, test.Catalog.VersionsOf(Url("doc")).Count);
        await test.Workspace.Results.SaveAsync(new ExtractionKey(test.Catalog.VersionsOf(Url("doc"))[0].Sha256, "1", "2"), [new("", "checked")]);
        Assert.Equal([1, 3], test.Catalog.NeedsFindings("1", "2").Select(static one => one.Version.Ordinal));
        Assert.Equal(third, test.Catalog.NeedsFindings("1", "2").Last().Version.Number);
    }

    private static async Task<long> VersionAsync(TestWorkspace test, string text, params string[] findings)
    {
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("doc")]);
        await test.AnswerAsync(run, _ => text);
        foreach (var need in test.Workspace.Results.NeedsExtraction("1", "1"))
        {
            await test.Workspace.Results.SaveAsync(new ExtractionKey(need.Object.Sha256, "1", "1"), [new("", "checked")]);
        }

        var version = Assert.Single(test.Catalog.NeedsFindings("1", "1")).Version.Number;
        await test.Catalog.SaveFindingsAsync(run, version, "1", "1", [.. findings.Select(static key => new StoredFinding(key, "X-BASIC", "error", "不一致", "differs"))], []);
        await test.EndAsync(run);
        return version;
    }

    private static async Task<ExtractionKey> KeyAsync(TestWorkspace test, string text)
    {
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [Found("doc")]);
        await test.AnswerAsync(run, _ => text);
        return new ExtractionKey(test.Catalog.VersionsOf(Url("doc"))[0].Sha256, "1", "1");
    }
}
