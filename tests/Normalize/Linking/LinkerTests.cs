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

    [Fact]
    public void Link_checkThatFailsOnOneBody_saysSoAndGoesOn()
    {
        var records = new[] { Years.Budget(Body, 2019, 100), Years.Budget(Body, 2020, 120, "上年预算数", 101), Years.Budget("乙河县财政局", 2020, 50), Years.Budget("乙河县财政局", 2021, 60, "上年预算数", 51) };
        var linker = new Linker(Rulebook.BuiltIn.Rules, static (name, context) =>
            context.Group.Body.Key.StartsWith('甲') ? throw new FormatException("no such place") : LinkChecks.Run(name, context));
        var documents = linker.Link(records).Documents;
        var failed = documents[0].Checks.Where(static check => check.Verdict == Verdict.CannotTell).ToList();
        Assert.Equal(1, documents[0].Index);
        Assert.NotEmpty(failed);
        Assert.All(failed, static check => Assert.EndsWith("FormatException: no such place", check.Reason!.En, StringComparison.Ordinal));
        Assert.Equal(3, documents[1].Index);
        Assert.Equal(Severity.Error, Assert.Single(documents[1].Findings).Severity);
    }

    [Fact]
    public void Link_cancelled_ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var records = new[] { Years.Budget(Body, 2019, 100), Years.Budget(Body, 2020, 120, "上年预算数", 101) };
        Assert.Throws<OperationCanceledException>(() => new Linker(Rulebook.BuiltIn.Rules).Link(records, cancelled.Token));
    }

    private static List<string> Messages(IReadOnlyList<LinkRecord> records) => [.. Years.Findings(records).Select(static finding => finding.Message.En).Order(StringComparer.Ordinal)];
}
