using Gouji.Normalize.Linking;

namespace Gouji.Normalize.Tests.Linking;

public sealed class GapFinderTests
{
    private static readonly string[] Bureaus = ["财政局", "教育局", "民政局", "司法局", "审计局", "统计局", "水利局", "林业局"];

    [Theory]
    [InlineData(8, 1)]
    [InlineData(6, 1)]
    [InlineData(5, 0)]
    public void Find_fewSiblings_areNoEvidence(int bodies, int gaps)
    {
        var found = Years.Link(Folder(bodies, static (body, year) => body != 2 || year != 2020)).Gaps;
        Assert.Equal(gaps, found.Count);
        Assert.All(found, static gap => Assert.Equal(("甲河县民政局", 2020), (gap.Body, gap.FiscalYear)));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 0)]
    public void Find_yearThatManySiblingsLack_isNotExpected(int lacking, int gaps) =>
        Assert.Equal(gaps, Years.Link(Folder(8, (body, year) => body >= lacking || year != 2020)).Gaps.Count);

    [Fact]
    public void Find_siblings_areOfOnePlace()
    {
        var other = Bureaus.Select(static bureau => Years.Budget("乙河县" + bureau, 2019, 10)).ToList();
        Assert.Empty(Years.Link([.. other, .. Folder(4, static (_, _) => true)]).Gaps);
    }

    [Fact]
    public void Find_renamedBody_namesTheOther()
    {
        var renamed = new[] { Years.Budget("甲河县文化体育广播影视局", 2019, 10), Years.Budget("甲河县文化体育广播电视局", 2020, 10), Years.Budget("甲河县文化体育广播电视局", 2021, 10) };
        var gap = Assert.Single(Years.Link([.. Folder(8, static (_, _) => true), .. renamed]).Gaps, static gap => gap is { Body: "甲河县文化体育广播电视局", FiscalYear: 2019 });
        Assert.Contains("'甲河县文化体育广播影视局', of a similar name, has documents of that year", gap.Why.En);
    }

    private static List<LinkRecord> Folder(int bodies, Func<int, int, bool> published) =>
    [
        .. from body in Enumerable.Range(0, bodies)
           from year in Enumerable.Range(2019, 3)
           where published(body, year)
           select Years.Budget("甲河县" + Bureaus[body], year, 10),
    ];
}
