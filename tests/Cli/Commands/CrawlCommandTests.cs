using System.Text.Json;
using Gouji.Cli.Tests.Support;

namespace Gouji.Cli.Tests.Commands;

public sealed class CrawlCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_newSite_namesEachDocumentAndFetchesItOnce()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        site.Publish(2, PublishingSite.Budget(2));
        var terminal = Crawl(site, ExitStatus.Ok);
        Assert.Equal(
            $"""
            new        某县  某县第1局2020年部门预算公开  {site.Root}/files/1.doc
            new        某县  某县第2局2020年部门预算公开  {site.Root}/files/2.doc

            """,
            terminal.Out);
        Assert.Contains("documents    2 new, 0 changed, 0 withdrawn, 0 missing, 0 unchanged\n", terminal.Error);
        Assert.All(site.Requests.CountBy(static request => request.Path), static path => Assert.Equal(1, path.Value));
    }

    [Fact]
    public async Task Run_again_printsNothingAndDownloadsNothing()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        Crawl(site, ExitStatus.Ok);
        var before = site.Requests.Count;
        var terminal = Crawl(site, ExitStatus.Ok);
        Assert.Equal("", terminal.Out);
        Assert.Contains("documents    0 new, 0 changed, 0 withdrawn, 0 missing, 1 unchanged\n", terminal.Error);
        Assert.All(site.Requests.Skip(before).Where(static request => request.Path != "/robots.txt"), static request => Assert.Equal(304, request.Status));
    }

    [Fact]
    public async Task Run_dryRun_namesWhatIsNotHeldAndDownloadsNothing()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        Crawl(site, ExitStatus.Ok);
        site.Publish(2, PublishingSite.Budget(2));
        var before = Files();
        var asked = site.Requests.Count;
        var terminal = Crawl(site, ExitStatus.Ok, "--dry-run");
        Assert.Equal($"某县  某县第2局2020年部门预算公开  {site.Root}/files/2.doc\n", terminal.Out);
        Assert.Equal("3 pages, 2 documents: 1 would be downloaded, 1 are held; nothing was downloaded\n", terminal.Error);
        Assert.DoesNotContain(site.Requests.Skip(asked), static request => request.Path.StartsWith("/files/", StringComparison.Ordinal));
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Run_dryRunWithoutAWorkspace_makesNone()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        using var json = JsonDocument.Parse(Crawl(site, ExitStatus.Ok, "--dry-run", "--json").Out);
        Assert.Equal($"{site.Root}/files/1.doc", json.RootElement.GetProperty("would_download")[0].GetProperty("address").GetString());
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task Run_documentThatIsGone_exitsWith0AndTellsThatItIsMissing()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        site.Publish(2, PublishingSite.Budget(2));
        Crawl(site, ExitStatus.Ok);
        site.Withdraw(PublishingSite.PathOf(1));
        Assert.Contains("0 withdrawn, 1 missing, 1 unchanged\n", Crawl(site, ExitStatus.Ok, hours: 24).Error);
        var terminal = Crawl(site, ExitStatus.Ok, hours: 48);
        Assert.Equal($"withdrawn  {site.Root}/files/1.doc\n", terminal.Out);
    }

    [Fact]
    public async Task Run_disclosureWithoutDocumentOrFigures_isTold()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        site.PublishPage(2, "<!DOCTYPE html><title>某县第2局2020年部门预算公开</title><p>详见政务公开栏。</p>");
        var terminal = Crawl(site, ExitStatus.Ok);
        Assert.Contains("no document  1 disclosures link to none and show no figures; ", terminal.Error);
        using var json = JsonDocument.Parse(Crawl(site, ExitStatus.Ok, "--json").Out);
        Assert.Equal($"{site.Root}/yjs/2.html", Assert.Single(json.RootElement.GetProperty("pages_without_documents").EnumerateArray()).GetProperty("address").GetString());
    }

    [Fact]
    public async Task Run_sourceThatListsNothingAnyLonger_failsAndSaysWhy()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        Crawl(site, ExitStatus.Ok);
        site.EmptyTheList();
        site.Withdraw("/yjs/1.html");
        Assert.Contains(
            "the source '某县' listed 1 documents before and lists none now: its pages no longer link to any; the site may have been rebuilt\n",
            Crawl(site, ExitStatus.Failed).Error);
        site.Withdraw("/yjs/");
        Assert.Contains(
            "the source '某县' listed 1 documents before and lists none now: its start page cannot be had: it is gone (not-found)\n",
            Crawl(site, ExitStatus.Failed).Error);
    }

    [Fact]
    public async Task Run_pageInPlaceOfADocument_exitsWith4()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        site.Publish(2, "<!DOCTYPE html><title>某县人民政府</title><body>" + string.Concat(Enumerable.Repeat("<p>欢迎访问本县政府网站，请从导航进入各栏目。</p>", 80)));
        using var json = JsonDocument.Parse(Crawl(site, ExitStatus.Unreadable, "--json").Out);
        var failed = Assert.Single(json.RootElement.GetProperty("failed").EnumerateArray());
        Assert.Equal(($"{site.Root}/files/2.doc", "page-instead"), (failed.GetProperty("address").GetString(), failed.GetProperty("reason").GetString()));

        // In words on screen, and whenever one asks.
        Assert.Contains($"failed  {site.Root}/files/2.doc  a web page came instead of the document (page-instead)\n", Crawl(site, ExitStatus.Unreadable).Error);
        var terminal = new TestTerminal { CurrentDirectory = _folder.Path };
        Assert.Equal(ExitStatus.Ok, terminal.Run("status", "data"));
        Assert.Contains($"\nfailed  1: a web page came instead of the document (page-instead), {site.Root}/files/2.doc\n", terminal.Out);
        Assert.Equal(ExitStatus.Ok, terminal.Run("status", "data", "--json"));
        using var status = JsonDocument.Parse(terminal.Out);
        var still = Assert.Single(status.RootElement.GetProperty("failed").EnumerateArray());
        Assert.Equal((failed.GetProperty("address").GetString(), "page-instead"), (still.GetProperty("address").GetString(), still.GetProperty("reason").GetString()));
        Assert.Empty(status.RootElement.GetProperty("blocked").EnumerateArray());
    }

    [Fact]
    public void Run_badSourcesFile_listsAllProblemsWithTheirLines()
    {
        var path = _folder.Write("bad.yaml", "sources:\n  - name: 某市\n    region: 某省\n    strat: https://a.gov.cn/\n    titels: {}\n");
        var terminal = new TestTerminal { CurrentDirectory = _folder.Path };
        Assert.Equal(ExitStatus.Usage, terminal.Run("crawl", path));
        Assert.Contains($"{path}:4:5: the source has no key 'strat'; did you mean 'start'?\n", terminal.Error);
        Assert.Contains($"{path}:5:5: the source has no key 'titels'; did you mean 'titles'?\n", terminal.Error);
        Assert.Equal(ExitStatus.Usage, terminal.Run("crawl", _folder["none.yaml"]));
        Assert.StartsWith("gouji: cannot read the sources file", terminal.Error);
    }

    [Fact]
    public async Task Run_workspaceInUse_isRefused()
    {
        await using var site = await PublishingSite.StartAsync();
        using var held = Ingest.Store.Workspace.Open(_folder["data"], TimeProvider.System);
        Assert.Contains("another gouji is using the workspace", Crawl(site, ExitStatus.Failed).Error);
    }

    private string[] Files() => [.. Directory.GetFiles(_folder["data"], "*", SearchOption.AllDirectories)
        .Where(static file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith("-wal", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(static file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}")];

    private TestTerminal Crawl(PublishingSite site, int expected, params string[] options) => Crawl(site, expected, 0, options);

    private TestTerminal Crawl(PublishingSite site, int expected, int hours, params string[] options)
    {
        var terminal = new TestTerminal { CurrentDirectory = _folder.Path, Time = new ShiftedTime(hours) };
        var status = terminal.Run(["crawl", site.Sources(_folder), "--workspace", "data", .. options]);
        Assert.True(expected == status, $"{status}: {terminal.Error}");
        return terminal;
    }
}
