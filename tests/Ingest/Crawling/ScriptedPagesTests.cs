using System.Text;
using Gouji.Ingest.Crawling;
using Gouji.Model;

namespace Gouji.Ingest.Tests.Crawling;

public sealed class ScriptedPagesTests
{
    [Theory]
    [InlineData("<a href='javascript:gotoPage(2)'>2</a><a href='javascript:gotoPage(2)'>下一页</a>", true)]
    [InlineData("<a href='javascript:window.print()'>打印</a>", false)]
    public async Task Crawl_listThatOnlyAScriptContinues_isTold(string pager, bool isTold)
    {
        await using var site = await ServedSite.StartAsync(departments: 1, years: 1);
        var start = Assert.Single(site.Sources.Sources[0].Start);
        site.Instead[start.PathAndQuery] = Encoding.UTF8.GetBytes($"<html><title>部门预算</title><ul><li>列表</li></ul>{pager}</html>");
        var problems = new List<Message>();
        using var workspace = site.Open();
        await using var downloader = site.Downloader(workspace);
        var crawler = new Crawler(site.Sources, workspace, downloader, site.Time) { Visited = visited => problems.AddRange(visited.Problem is { } problem ? [problem] : []) };
        await crawler.CrawlAsync(await crawler.BeginAsync(), TestContext.Current.CancellationToken);
        Assert.Single(site.Requests);
        Assert.Equal(isTold, problems.Exists(static problem => problem.En.StartsWith("2 links lead to further pages", StringComparison.Ordinal)));
        Assert.Equal(isTold ? 1 : 0, problems.Count);
    }
}
