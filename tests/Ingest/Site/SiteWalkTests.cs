using System.Text;
using Gouji.Ingest.Discovery;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Tests.Site;

public sealed class SiteWalkTests
{
    private static readonly Uri Root = new("http://www.city.gov.cn/");

    [Fact]
    public void Walk_fortyDepartmentsOverSixYears_findsEveryAttachmentOnceAndNothingElse()
    {
        var model = new SiteModel(seed: 1, departments: 40, years: 6, Root);
        Assert.Equal(240, model.Disclosures.Count);
        var walk = Walk(model, model.Source);
        Assert.Equal(model.Attachments.Order(StringComparer.Ordinal), Found(walk));
        Assert.Equal(model.Attachments.Count, model.Attachments.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(walk.Missing);

        // 240 details and 16 pages of lists, of which the first and the last are served under a second address.
        Assert.InRange(walk.Pages, 256, 260);
        FoundBy[] ways = [FoundBy.Anchor, FoundBy.OnClick, FoundBy.DataAttribute, FoundBy.Embed, FoundBy.Script, FoundBy.Viewer];
        Assert.Equal(ways.Order(), walk.Attachments.Select(static link => link.FoundBy).Distinct().Order());
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(3, 2, 1)]
    [InlineData(4, 5, 7)]
    [InlineData(5, 31, 1)]
    [InlineData(6, 32, 2)]
    [InlineData(7, 9, 9)]
    [InlineData(8, 16, 2)]
    [InlineData(9, 62, 1)]
    public void Walk_anySite_findsTheTruth(int seed, int departments, int years)
    {
        var model = new SiteModel(seed, departments, years, new Uri("http://127.0.0.1:8080/"));
        Assert.Equal(model.Attachments.Order(StringComparer.Ordinal), Found(Walk(model, model.Source)));
    }

    [Fact]
    public void Walk_forOneYear_findsThatYearOnly()
    {
        var model = new SiteModel(seed: 10, departments: 12, years: 4, Root);
        var source = model.Source with { Settings = model.Source.Settings with { Titles = new TitleFilter { Years = [2023] } } };
        Assert.Equal(model.AttachmentsOfYear(2023).Order(StringComparer.Ordinal), Found(Walk(model, source)));
    }

    [Fact]
    public void Pages_sameSeed_areTheSame()
    {
        var (one, other) = (new SiteModel(11, 4, 2, Root), new SiteModel(11, 4, 2, Root));
        Assert.Equal(one.Attachments, other.Attachments);
        foreach (var path in one.Attachments.Select(static address => new Uri(address).PathAndQuery).Append("/zwgk/yjs/"))
        {
            Assert.Equal(200, new SitePages(one).Get(path).Status);
            Assert.Equal(new SitePages(one).Get(path).Body, new SitePages(other).Get(path).Body);
        }

        Assert.NotEqual(one.Attachments, new SiteModel(12, 4, 2, Root).Attachments);
    }

    [Fact]
    public void Pages_documents_allDiffer()
    {
        var model = new SiteModel(13, 10, 3, Root);
        var pages = new SitePages(model);
        var bodies = model.Attachments.Select(address => Convert.ToHexString(pages.Get(new Uri(address).PathAndQuery).Body)).ToList();
        Assert.Equal(bodies.Count, bodies.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Pages_noticeWithAnAttachment_isServedThoughNotLookedFor()
    {
        var pages = new SitePages(new SiteModel(14, 2, 1, Root));
        Assert.Contains("/tz/1.html", Encoding.Latin1.GetString(pages.Get("/zwgk/yjs/").Body), StringComparison.Ordinal);
        Assert.Contains("/tz/1.doc", Encoding.Latin1.GetString(pages.Get("/tz/1.html").Body), StringComparison.Ordinal);
        Assert.Equal([200, 404, 404], new[] { "/robots.txt", "/tz/none", "/zwgk/yjs/index_99.html" }.Select(path => pages.Get(path).Status));
    }

    private static SiteWalk Walk(SiteModel model, Source source)
    {
        var pages = new SitePages(model);
        return SiteWalk.Of(source, address => pages.Get(address.PathAndQuery));
    }

    private static IEnumerable<string> Found(SiteWalk walk) => walk.Attachments.Select(static link => link.Address.AbsoluteUri).Order(StringComparer.Ordinal);
}
