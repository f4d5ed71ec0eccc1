using System.Text;
using Gouji.Ingest.Store;
using static Gouji.Ingest.Tests.Store.TestWorkspace;

namespace Gouji.Ingest.Tests.Store;

public sealed class WarcWriterTests
{
    [Fact]
    public async Task Write_newBody_isAResponseWithItsDigests()
    {
        using var test = new TestWorkspace();
        await RecordAsync(test, ("a.doc", "document", static response => response with { Headers = [Header("Content-Type", "application/msword"), Header("Content-Length", "8")] }));
        var records = await WriteAsync(test);

        Assert.Equal(["warcinfo", "response"], records.Select(static record => record.Type));
        Assert.Equal(("test.warc.gz", "application/warc-fields", true), (records[0]["WARC-Filename"], records[0]["Content-Type"], records[0].Text.Contains("software: gouji/1\r\n", StringComparison.Ordinal)));
        Assert.Equal("https://czj.example/a.doc", records[1]["WARC-Target-URI"]);
        Assert.Equal(records[0]["WARC-Record-ID"], records[1]["WARC-Warcinfo-ID"]);
        Assert.Equal("application/http;msgtype=response", records[1]["Content-Type"]);
        Assert.Equal("sha256:" + test.Catalog.VersionsOf(Url("a.doc"))[0].Sha256, records[1]["WARC-Payload-Digest"]);
        Assert.Equal("HTTP/1.1 200 OK\r\nContent-Type: application/msword\r\nContent-Length: 8\r\n\r\ndocument", records[1].Text);
    }

    [Fact]
    public async Task Write_bodyThatCamePacked_doesNotClaimToBePackedStill()
    {
        using var test = new TestWorkspace();
        await RecordAsync(test, ("a.doc", "document", static response => response with { Headers = [Header("content-encoding", "gzip"), Header("Transfer-Encoding", "chunked"), Header("Server", "x")] }));
        Assert.Equal(
            "HTTP/1.1 200 OK\r\nX-Archive-Orig-content-encoding: gzip\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\nServer: x\r\nContent-Length: 8\r\n\r\ndocument",
            (await WriteAsync(test))[1].Text);
    }

    [Fact]
    public async Task Write_bytesHeldAlready_areARevisit()
    {
        using var test = new TestWorkspace();
        await RecordAsync(test, ("a.doc", "document", null), ("b.doc", "document", static response => response with { Headers = [Header("Content-Length", "8")] }));
        var records = await WriteAsync(test);

        Assert.Equal(["warcinfo", "response", "revisit"], records.Select(static record => record.Type));
        Assert.Equal("http://netpreserve.org/warc/1.1/revisit/identical-payload-digest", records[2]["WARC-Profile"]);
        Assert.Equal(
            (records[1]["WARC-Record-ID"], records[1]["WARC-Target-URI"], records[1]["WARC-Date"], records[1]["WARC-Payload-Digest"]),
            (records[2]["WARC-Refers-To"], records[2]["WARC-Refers-To-Target-URI"], records[2]["WARC-Refers-To-Date"], records[2]["WARC-Payload-Digest"]));
        Assert.Equal(("length", "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n"), (records[2]["WARC-Truncated"], records[2].Text));
    }

    [Fact]
    public async Task Write_notModified_refersToTheVersionThatItVouchesFor()
    {
        using var test = new TestWorkspace();
        await RecordAsync(test, ("a.doc", "document", null));
        await RecordAsync(test, ("a.doc", "304", null));
        var records = await WriteAsync(test);

        Assert.Equal(("revisit", "http://netpreserve.org/warc/1.1/revisit/server-not-modified"), (records[2].Type, records[2]["WARC-Profile"]));
        Assert.Equal((records[1]["WARC-Record-ID"], "HTTP/1.1 304 Not Modified\r\n\r\n"), (records[2]["WARC-Refers-To"], records[2].Text));

        // Where the version is in another file, nothing in this one can be referred to.
        var alone = await WriteAsync(test, run: 2);
        Assert.Equal(["warcinfo", "revisit"], alone.Select(static record => record.Type));
        Assert.Null(alone[1]["WARC-Refers-To"]);
    }

    [Fact]
    public async Task Write_redirect_tellsWhereItBegan()
    {
        using var test = new TestWorkspace();
        await RecordAsync(test, ("a.doc", "document", static response => response with { Chain = [new FetchHop(Url("a.doc"), 302), new FetchHop(Url("real/a.doc"), 200)] }));
        var records = await WriteAsync(test);

        Assert.Equal(["warcinfo", "response", "metadata"], records.Select(static record => record.Type));
        Assert.Equal("https://czj.example/real/a.doc", records[1]["WARC-Target-URI"]);
        Assert.Equal((records[1]["WARC-Record-ID"], "via: https://czj.example/a.doc\r\n"), (records[2]["WARC-Concurrent-To"], records[2].Text));
    }

    [Fact]
    public async Task Write_requestsThatAreKnown_standBesideTheirAnswersAndSoDoRedirects()
    {
        using var test = new TestWorkspace();
        FetchHeads[] heads =
        [
            new([Header("Host", "czj.example"), Header("User-Agent", "Gouji/1")], [Header("Location", "/real/a.doc")]),
            new([Header("Host", "czj.example"), Header("Cookie", "a=b")], []),
        ];
        await RecordAsync(test, ("a.doc", "document", response => response with { Chain = [new FetchHop(Url("a.doc"), 302), new FetchHop(Url("real/a.doc"), 200)], Heads = heads }));
        await RecordAsync(test, ("a.doc", "304", response => response with { Heads = [heads[1]] }));
        await RecordAsync(test, ("a.doc", "404", response => response with { Heads = [heads[1]] }));
        var records = await WriteAsync(test);

        Assert.Equal(["warcinfo", "response", "request", "response", "request", "metadata", "revisit", "request", "response", "request"], records.Select(static record => record.Type));
        Assert.Equal(("https://czj.example/a.doc", "HTTP/1.1 302 Found\r\nLocation: /real/a.doc\r\n\r\n", "unspecified"), (records[1]["WARC-Target-URI"], records[1].Text, records[1]["WARC-Truncated"]));
        Assert.Equal("GET /a.doc HTTP/1.1\r\nHost: czj.example\r\nUser-Agent: Gouji/1\r\n\r\n", records[2].Text);
        Assert.Equal("GET /real/a.doc HTTP/1.1\r\nHost: czj.example\r\nCookie: a=b\r\n\r\n", records[4].Text);
        Assert.All(records.Zip(records.Skip(1)).Where(static pair => pair.Second.Type == "request"), static pair =>
        {
            Assert.Equal(pair.First["WARC-Record-ID"], pair.Second["WARC-Concurrent-To"]);
            Assert.Equal((pair.First["WARC-Target-URI"], pair.First["WARC-Date"]), (pair.Second["WARC-Target-URI"], pair.Second["WARC-Date"]));
            Assert.Equal("application/http;msgtype=request", pair.Second["Content-Type"]);
        });
        Assert.Equal(records[3]["WARC-Record-ID"], records[6]["WARC-Refers-To"]);
        Assert.Equal(records.Count, records.Select(static record => record["WARC-Record-ID"]).Distinct().Count());
    }

    [Fact]
    public async Task Write_answerPiecedTogether_isAResource()
    {
        using var test = new TestWorkspace();
        await RecordAsync(test, ("a.doc", "document", static response => response with { Status = 206, ContentType = "application/msword" }));
        var records = await WriteAsync(test);
        Assert.Equal(("resource", "application/msword", "document"), (records[1].Type, records[1]["Content-Type"], records[1].Text));
    }

    [Fact]
    public async Task Write_documentThatIsGone_isEvidencedByTheHeadOfTheAnswer()
    {
        using var test = new TestWorkspace();
        await RecordAsync(test, ("a.doc", "404", static response => response with { Headers = [Header("Date", "Mon")] }), ("b.doc", "fail", null));
        var records = await WriteAsync(test);
        Assert.Equal(["warcinfo", "response"], records.Select(static record => record.Type));
        Assert.Equal(("HTTP/1.1 404 Not Found\r\nDate: Mon\r\n\r\n", "unspecified"), (records[1].Text, records[1]["WARC-Truncated"]));
    }

    [Fact]
    public async Task Write_headerThatBreaksItsLine_cannotForgeAnother()
    {
        using var test = new TestWorkspace();
        await RecordAsync(test, ("a.doc", "x", static response => response with { Headers = [Header("A", "1\r\n\r\nWARC/1.1"), Header("Name", "\u00d4\u00a4")] }));
        var block = (await WriteAsync(test))[1];
        Assert.Equal("x"u8.ToArray(), block.Payload);
        Assert.Contains("Name: \u00d4\u00a4\r\n", Encoding.Latin1.GetString(block.Block));
    }

    [Fact]
    public async Task Write_twice_givesTheSameBytes()
    {
        using var test = new TestWorkspace();
        await RecordAsync(test, ("a.doc", "document", null), ("b.doc", "other", null), ("c.doc", "404", null));
        Assert.Equal(await BytesAsync(test, null), await BytesAsync(test, null));
        var records = await WriteAsync(test);
        Assert.Equal(records.Count, records.Select(static record => record["WARC-Record-ID"]).Distinct().Count());
    }

    [Fact]
    public async Task Write_noFetches_isAnEmptyFile()
    {
        using var test = new TestWorkspace();
        Assert.Empty(await BytesAsync(test, null));
    }

    private static KeyValuePair<string, string> Header(string name, string value) => KeyValuePair.Create(name, value);

    private static async Task RecordAsync(TestWorkspace test, params (string Path, string Answer, Func<FetchResponse, FetchResponse>? With)[] answers)
    {
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [.. answers.Select(static one => Found(one.Path))]);
        await test.Catalog.NextDueAsync(run, 99, 99);
        foreach (var (path, answer, with) in answers)
        {
            var response = await test.ResponseAsync(Url(path), answer);
            await test.Catalog.RecordFetchAsync(run, with?.Invoke(response) ?? response);
        }

        await test.EndAsync(run);
    }

    private static async Task<byte[]> BytesAsync(TestWorkspace test, long? run)
    {
        using var file = new MemoryStream();
        await new WarcWriter(test.Workspace.Objects, "gouji/1").WriteAsync(test.Catalog.Fetches(run), "test.warc.gz", file);
        return file.ToArray();
    }

    private static async Task<List<ReadRecord>> WriteAsync(TestWorkspace test, long? run = null) => WarcReader.Read(await BytesAsync(test, run));
}
