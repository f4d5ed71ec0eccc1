using Gouji.Model;
using Gouji.Normalize.Rules;

namespace Gouji.Corpus.Tests;

/// <summary>Every source of the corpus gives what its case.json says, and nothing else above a notice.</summary>
public sealed class CaseTests
{
    [Theory]
    [MemberData(nameof(Corpus.AllSources), MemberType = typeof(Corpus))]
    public void Check_source_reportsWhatItsCaseExpectsAndNoMore(string source)
    {
        var name = Corpus.CaseOf(source);
        var expected = Corpus.Case(name).Expect.Where(Demand.Includes).Select(one => KnownGaps.Without(name, one)).ToList();
        Assert.Empty(Comparison.Differences(Grave(source), expected));
    }

    [Fact]
    public void KnownGaps_figuresNotNamed_areStillMissing() => Assert.All(KnownGaps.FiguresNotNamed, static gap =>
    {
        var expected = Corpus.Case(gap.Key).Expect.Where(Demand.Includes).Where(one => one.Rule == gap.Value).ToList();
        Assert.NotEmpty(expected);
        Assert.NotEmpty(Comparison.Differences([.. Grave(Corpus.FirstOf(gap.Key)).Where(finding => finding.Rule == gap.Value)], expected));
    });

    [Theory]
    [MemberData(nameof(Corpus.AllSources), MemberType = typeof(Corpus))]
    public void Check_source_givesTheNoticesOfItsCase(string source)
    {
        var notices = Corpus.Source(source).Reconciliation.Findings.Where(static finding => finding.Severity == Severity.Notice).Select(static finding => finding.Rule);
        Assert.Empty(Corpus.Case(Corpus.CaseOf(source)).Notices.Where(Demand.Has).Except(notices));
    }

    [Theory]
    [MemberData(nameof(Corpus.AllSources), MemberType = typeof(Corpus))]
    public void Recognise_source_findsTheFormsOfItsCaseInOrder(string source)
    {
        var expected = Corpus.Case(Corpus.CaseOf(source)).Tables;
        var disclosure = Corpus.Source(source).Disclosure;
        var found = disclosure.Forms.Select(static form => form.Role.ToString()).ToList();
        Assert.Equal(expected.Total, expected.Roles.Count);
        Assert.True(Agree(found, 0, expected.Roles, 0), $"found {string.Join(' ', found)}, expected {string.Join(' ', expected.Roles)}");
        Assert.True(disclosure.RecognisedCount >= expected.Recognised, $"{disclosure.RecognisedCount} of {expected.Recognised} forms recognised");
    }

    [Theory]
    [MemberData(nameof(Corpus.AllSources), MemberType = typeof(Corpus))]
    public void Recognise_source_readsEveryFigureOfItsForms(string source) =>
        Assert.Empty(Corpus.Source(source).Disclosure.Unread.Select(static unread => unread.Text));

    [Theory]
    [MemberData(nameof(Corpus.AllSources), MemberType = typeof(Corpus))]
    public void Check_source_evaluatesEquationsOfMoreThanOneForm(string source)
    {
        // No findings must never mean that nothing was checked.
        var decided = Corpus.Source(source).Reconciliation.Checks.Where(static check => check.Verdict != Verdict.CannotTell && check.Terms.Count > 0).ToList();
        Assert.True(decided.Count >= 20, $"only {decided.Count} equations could be told");
        Assert.True(decided.SelectMany(static check => check.Terms).Select(static term => term.Fact.Role).Distinct().Count() > 3);
    }

    [Theory]
    [MemberData(nameof(Corpus.AllCases), MemberType = typeof(Corpus))]
    public void Case_rules_areInTheRulebookOrOfProse(string name)
    {
        // A misspelt rule would otherwise never be demanded.
        var written = Corpus.Case(name);
        var rules = written.Expect.SelectMany(static expected => expected.Rules).Concat(written.Notices);
        Assert.All(rules, static rule => Assert.True(Demand.Has(rule) || Demand.ProseRules.Contains(rule), rule + " is no rule"));
    }

    [Fact]
    public void Corpus_kinds_areAllThere()
    {
        var kinds = Corpus.Cases.Select(static name => Corpus.Case(name).Kind).ToHashSet();
        Assert.Equal(["consistent", "example", "planted", "trap"], kinds.Order(StringComparer.Ordinal));
        Assert.All(Corpus.Cases, static name => Assert.NotEmpty(Corpus.SourcesOf(name)));
        Assert.All(Corpus.Cases.Select(Corpus.Case).Where(static one => one.Kind == "consistent"), static one => Assert.Empty(one.Expect));
        Assert.NotEmpty(Rulebook.BuiltIn.Rules);
    }

    private static List<Finding> Grave(string source) =>
        [.. Corpus.Source(source).Reconciliation.Findings.Where(static finding => finding.Severity > Severity.Notice)];

    /// <summary>Whether the forms found are those expected, in order. A local form may be anything, or no table of figures at all.</summary>
    private static bool Agree(List<string> found, int i, IReadOnlyList<string> expected, int j)
    {
        if (j == expected.Count)
        {
            return i == found.Count;
        }

        return expected[j] == "-"
            ? Agree(found, i, expected, j + 1) || (i < found.Count && Agree(found, i + 1, expected, j + 1))
            : i < found.Count && found[i] == expected[j] && Agree(found, i + 1, expected, j + 1);
    }
}
