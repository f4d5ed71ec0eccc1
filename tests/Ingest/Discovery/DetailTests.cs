using Gouji.Ingest.Discovery;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Tests.Discovery;

public sealed class DetailTests
{
    [Theory]
    [InlineData("<a href=a.html>某局2024年部门预算</a>", "某局2024年部门预算")]
    [InlineData("<a href=a.html title='某局2024年部门预算公开'>某局2024年…</a>", "某局2024年部门预算公开")]
    [InlineData("<a href=a.html>某局2024年部门预…</a>", "某局2024年部门预…")]
    [InlineData("<a href=a.html title=预算><img src=a.png></a>", "预算")]
    [InlineData("<a href=a.html><img src=a.png alt=预算></a>", "预算")]
    [InlineData("<table><tr><td>某局<td>2024年部门预算<td><a href=a.html>查看</a></table>", "某局 2024年部门预算")]
    [InlineData("<ul><li>2024年部门预算：<a href=a.html>市教育局</a></ul>", "市教育局")]
    [InlineData("<a href=a.html><div>某局</div><p>2024年<b>部门预算</b></p></a>", "某局2024年部门预算")]
    [InlineData("<ul><a href=a.html>\n<li>2024年部门预算</li></a><a href=b.html><li>通知</li></a></ul>", "2024年部门预算")]
    [InlineData("<a href=a.html><table><tr><td>2024年部门预算</table></a>", "2024年部门预算")]
    [InlineData("<a href=a.html title='标题：2024年部门预算&#10;作者：某局&#10;点击数：2022&#10;发表时间：2025-02-05'>2024年…</a>", "2024年部门预算")]
    [InlineData("<ul><li>[2024-02-05] 2024年部门预算 <a href=a.html>查看</a></ul>", "2024年部门预算")]
    [InlineData("<ul><li><a href=a.html>部门预算<li><a href=b.html>通知</ul>", "部门预算")]
    [InlineData("<a href='http://jyj.city.gov.cn/a.html'>2024年部门预算</a>", "2024年部门预算")]
    public void Find_wantedTitle_isADetail(string html, string title) => Assert.Equal(title, Assert.Single(Pages.Find(html).Details).Title);

    [Theory]
    [InlineData("<a href=a.html>会议通知</a>", IgnoredReason.NoWord)]
    [InlineData("<ul><li><a href=a.html>会议通知</a></li><li>2024年部门预算</li></ul>", IgnoredReason.NoWord)]
    [InlineData("<a href='https://www.other.gov.cn/a.html'>2024年部门预算</a>", IgnoredReason.OtherSite)]
    [InlineData("<a href=a.html>2022年部门预算</a>", IgnoredReason.OtherYear)]
    [InlineData("<a href=a.html>2022年部门决算 2024-02-05</a>", IgnoredReason.OtherYear)]
    [InlineData("<ul><li>（2024年2月5日）2022年部门决算<a href=a.html>查看</a></ul>", IgnoredReason.OtherYear)]
    [InlineData("<a href=a.html>2024年预算绩效评价</a>", IgnoredReason.ExcludedWord)]
    public void Find_otherTitle_isIgnoredForItsReason(string html, IgnoredReason reason)
    {
        var settings = new SourceSettings { Titles = new TitleFilter { Years = [2024], Exclude = ["绩效评价"] } };
        Assert.Equal([reason], Pages.Find(html, settings: settings).Ignored.Keys);
    }

    [Fact]
    public void Find_patterns_decide()
    {
        var settings = new SourceSettings { DetailPages = [new AddressPattern("*/info/*")], ListPages = [new AddressPattern("/bm/*/")], Titles = new TitleFilter { Include = [] } };
        var links = Pages.Find("<a href=/info/1.htm>市教育局</a><a href=/x/2.htm>市民政局</a><a href=/bm/3/>市财政局</a>", settings: settings);
        Assert.Equal(["/info/1.htm"], Pages.Paths(links.Details));
        Assert.Equal(["/bm/3/"], Pages.Paths(links.NextPages));
        Assert.Equal([IgnoredReason.OtherPattern], links.Ignored.Keys);
    }

    [Fact]
    public void Find_oneAddressUnderTwoTitles_isTakenForTheWantedOne()
    {
        var links = Pages.Find("<a href=a.html>更多信息</a><a href='a.html;jsessionid=1#x'>2024年部门预算</a>");
        Assert.Equal("2024年部门预算", Assert.Single(links.Details).Title);
        Assert.Equal([IgnoredReason.Duplicate], links.Ignored.Keys);
    }
}
