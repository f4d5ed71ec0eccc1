using Gouji.Model;
using Gouji.Normalize.Linking;
using Gouji.Normalize.Rules;

namespace Gouji.Normalize.Tests.Linking;

public sealed class LinkerTests
{
    private const string Body = "甲河县财政局";

    [Fact]
    public void Link_oneDocument_saysNothing() => Assert.Empty(Years.Link(Years.Budget(Body, 2020, 120, "上年预算数", 101)).Documents);

    [Fact]
    public void Link_ruleThatIsOff_isNotApplied()
    {
        var records = new[] { Years.Budget(Body, 2019, 100), Years.Budget(Body, 2020, 120, "上年预算数", 101) };
        Assert.Empty(new Linker(Rulebook.BuiltIn.With("my.rules", "off Y-LINK\n").Rules).Link(records).Documents);
        var graded = new Linker(Rulebook.BuiltIn.With("my.rules", "grade Y-LINK notice\n").Rules).Link(records);
        Assert.Equal(Severity.Notice, Assert.Single(graded.Documents[0].Findings).Severity);
    }

    [Fact]
    public void Link_anyOrderOfTheRecords_judgesAlike()
    {
        var records = new[]
        {
            Years.Budget(Body, 2019, 100), Years.Budget(Body, 2020, 120, "上年预算数", 101), Years.Budget(Body, 2021, 130, "上年预算数", 121),
            Years.Budget("乙河县财政局", 2020, 50), Years.Budget("乙河县财政局", 2021, 60, "上年预算数", 51),
        };
        var forwards = Messages(records);
        Assert.Equal(3, forwards.Count);
        Assert.Equal(forwards, Messages([.. records.Reverse()]));
    }

    [Fact]
    public void Link_aTotalAndTheItemThatMovesIt_areOneFinding()
    {
        var finding = Assert.Single(Years.Findings(Years.OfOtherBytes(Years.Budget(Body, 2019, 100)), Years.Budget(Body, 2020, 120, "上年预算数", 101)));
        Assert.Equal(2, finding.Checks.Count);
        Assert.Equal(4, finding.Places.Count);
        Assert.DoesNotContain("科目", finding.Message.Zh.Split('；')[1]);
    }

    [Fact]
    public void Link_equationAcrossDocuments_namesBothPlaces()
    {
        var finding = Assert.Single(Years.Findings(Years.OfOtherBytes(Years.Budget(Body, 2019, 100)), Years.Budget(Body, 2020, 120, "上年预算数", 101)));
        Assert.Equal(2, finding.Places.Count(static place => place.Sha256 == new string('a', 64)));
        Assert.Equal(finding.Checks[0].Terms.Select(static term => term.Fact.Place.Sha256 == new string('a', 64)), [false, true]);
    }

    private static List<string> Messages(IReadOnlyList<LinkRecord> records) => [.. Years.Findings(records).Select(static finding => finding.Message.En).Order(StringComparer.Ordinal)];
}
