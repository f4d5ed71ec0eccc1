using Gouji.Model;
using Gouji.Normalize.Rules;

namespace Gouji.Normalize.Tests.Rules;

public sealed class RulebookTests
{
    /// <summary>Every rule of the specification that tables alone can be judged by; prose (N-…, Y-…) is another matter.</summary>
    public static TheoryData<string> Specified() =>
    [
        // within a table
        "R-ROW-B2", "R-ROW-B3", "R-ROW-B5", "R-ROW-B6", "R-ROW-B7", "R-ROW-B8", "R-ROW-B9", "R-ROW-B10", "R-COL", "R-HIER",
        "R-B1-INC", "R-B1-EXP", "R-B1-BAL", "R-B4", "R-B8-MULTI", "R-NEG", "R-DUP",
        // across tables
        "X-TOT", "X-B1B3-CLS", "X-MIRROR", "X-FISC", "X-B4B5", "X-NONFISC", "X-BASIC", "X-PROJ", "X-PROJ-ITEM",
        "X-SG-BASIC", "X-SG-PART", "X-SG-PROJ", "X-BUY0", "X-FUNC-ECON",
        // performance forms, and the two rules on projects that tables alone can tell
        "P-FUND", "P-COST", "P-FISC", "P-SG", "P-DIR", "N-PROJ", "N-PERF",
        // final accounts
        "F1-INC", "F1-EXP", "F4-FUND", "F6-CLS", "F8-ROLL", "FX-1", "FX-2", "FX-3", "FX-4",
        // across documents
        "Y-LINK", "Y-BUDLINK", "X-UNITS", "Z-TWIN",
        // presence and form
        "Z-TABLES", "Z-EMPTY", "K-CODE", "K-NAME", "Z-PLACE", "Z-BLANKNUM", "Z-TITLE", "Z-DATE",
    ];

    public static TheoryData<string> Ids() => [.. Rulebook.BuiltIn.Rules.Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Specified))]
    public void BuiltIn_ruleOfTheSpecification_hasItsEntry(string id) =>
        Assert.Contains(Rulebook.BuiltIn.Rules, rule => rule.Id == id && rule.Enabled);

    [Fact]
    public void BuiltIn_ids_areUnique() =>
        Assert.Equal(Rulebook.BuiltIn.Rules.Count, Rulebook.BuiltIn.Rules.Select(static rule => rule.Id).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void BuiltIn_entry_isStatedInBothLanguagesOnAnAuthority(string id)
    {
        var rule = Rulebook.BuiltIn.Rules.Single(rule => rule.Id == id);
        Assert.Contains(rule.Statement.Zh, static c => c is >= '\u4E00' and <= '\u9FFF');
        Assert.Contains(rule.Statement.En, static c => char.IsAsciiLetterLower(c));
        Assert.DoesNotContain(rule.Statement.En, static c => c is >= '\u4E00' and <= '\u9FFF');
        Assert.NotEmpty(rule.Authority);
        Assert.StartsWith("built-in:", rule.File);
        Assert.StartsWith($"rule {id} ", rule.Source);
        Assert.True(rule.Line > 0);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Source_ofARule_parsesToTheSameRule(string id)
    {
        var rule = Rulebook.BuiltIn.Rules.Single(rule => rule.Id == id);
        var again = Assert.Single(Rulebook.Parse("again.rules", rule.Source).Rules);
        Assert.Equal(rule.Source, again.Source);
        Assert.Equal(rule.Statement, again.Statement);
        Assert.Equal(rule.Severity, again.Severity);
        Assert.Equal(rule.Clauses.Count, again.Clauses.Count);
        Assert.Equal(rule.Examples.Select(static example => example.Text), again.Examples.Select(static example => example.Text));
    }

    [Fact]
    public void With_newRule_isAddedBehindTheBuiltIn()
    {
        var rulebook = Rulebook.BuiltIn.With("my.rules", RuleTexts.Minimal("MY-RULE"));
        Assert.Equal(Rulebook.BuiltIn.Rules.Count + 1, rulebook.Rules.Count);
        Assert.Equal(("MY-RULE", "my.rules"), (rulebook.Rules[^1].Id, rulebook.Rules[^1].File));
        Assert.Equal(Enumerable.Range(0, rulebook.Rules.Count), rulebook.Rules.Select(static rule => rule.Order));
    }

    [Fact]
    public void With_ruleOfAKnownId_replacesItInItsPlace()
    {
        var before = Rulebook.BuiltIn.Rules.ToList().FindIndex(static rule => rule.Id == "X-BASIC");
        var rulebook = Rulebook.BuiltIn.With("my.rules", RuleTexts.Minimal("X-BASIC", "notice"));
        Assert.Equal(Rulebook.BuiltIn.Rules.Count, rulebook.Rules.Count);
        Assert.Equal(("X-BASIC", "my.rules", Severity.Notice), (rulebook.Rules[before].Id, rulebook.Rules[before].File, rulebook.Rules[before].Severity));
    }

    [Fact]
    public void With_off_switchesTheRuleOffAndLeavesTheOthers()
    {
        var rulebook = Rulebook.BuiltIn.With("my.rules", "off X-BASIC\n");
        Assert.Equal("X-BASIC", Assert.Single(rulebook.Rules, static rule => !rule.Enabled).Id);
    }

    [Fact]
    public void With_grade_changesTheSeverityAlone()
    {
        var rulebook = Rulebook.BuiltIn.With("my.rules", "grade X-BASIC notice");
        var rule = rulebook.Rules.Single(static rule => rule.Id == "X-BASIC");
        Assert.Equal((Severity.Notice, true, "built-in:cross.rules"), (rule.Severity, rule.Enabled, rule.File));
    }

    [Fact]
    public void With_gradeBehindOff_switchesTheRuleOnAgain()
    {
        var rulebook = Rulebook.BuiltIn.With("a.rules", "off X-BASIC").With("b.rules", "grade X-BASIC error");
        Assert.True(rulebook.Rules.Single(static rule => rule.Id == "X-BASIC").Enabled);
    }

    [Fact]
    public void With_anything_leavesTheOriginalAsItWas()
    {
        _ = Rulebook.BuiltIn.With("my.rules", "off X-BASIC");
        Assert.True(Rulebook.BuiltIn.Rules.Single(static rule => rule.Id == "X-BASIC").Enabled);
    }

    [Theory]
    [InlineData("off X-BASICS", 1, 5)]
    [InlineData("\n# comment\n  \ngrade NONE error", 4, 7)]
    public void With_changeOfAnUnknownRule_isRefusedAtItsIdWithTheRulesThereAre(string text, int line, int column)
    {
        var exception = Assert.Throws<RuleSyntaxException>(() => Rulebook.BuiltIn.With("my.rules", text));
        Assert.Equal(("my.rules", line, column), (exception.File, exception.Line, exception.Column));
        Assert.Contains("X-BASIC", exception.Text.En);
        Assert.Contains("X-BASIC", exception.Text.Zh);
    }

    [Fact]
    public void Parse_text_givesItsRulesAlone() => Assert.Equal(["A", "B"], Rulebook.Parse("my.rules", RuleTexts.Minimal("A") + RuleTexts.Minimal("B")).Rules.Select(static rule => rule.Id));
}
