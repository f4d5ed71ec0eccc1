using CsCheck;
using Gouji.Model;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Tests.Rules.Language;

public sealed class RuleFileParserTests
{
    /// <summary>A malformed text, the line and column of the fault, and what the message must name.</summary>
    public static TheoryData<string, int, int, string> Malformed()
    {
        var data = new TheoryData<string, int, int, string>
        {
            { "rule X error\n  severe yes", 2, 3, "zh, en, for" },
            { "rule", 1, 5, "the id of the rule" },
            { "rule X", 1, 7, "error, warning, notice" },
            { "rule X fatal", 1, 8, "error, warning, notice" },
            { "rule X error now", 1, 14, "the end of the line" },
            { "off", 1, 4, "the id of a rule" },
            { "off X now", 1, 7, "the end of the line" },
            { "grade X", 1, 8, "error, warning, notice" },
            { "grade X heavy", 1, 9, "error, warning, notice" },
        };
        Field("that  B3[total].total B5[total].total", 5, 25, "+, -, =, <=, is");
        Field("that  B3[total].total == B5[total].total", 5, 26, "a form");
        Field("that  B3[total].total", 5, 24, "=, <=, is");
        Field("that  B3[total].total =", 5, 26, "a form");
        Field("that  C3[total].total = B5[total].total", 5, 9, "a form");
        Field("that  B12[total].total = B5[total].total", 5, 9, "a form");
        Field("that  B3[total", 5, 17, "a row, and ]");
        Field("that  B3[total]. = B5[total].total", 5, 19, "the name of a column");
        Field("that  B3[total].total = B5[total].total and more", 5, 43, "the end of the line");
        Field("that  2 B3[total].total = B5[total].total", 5, 11, "=");
        Field("or    B3[total].total = B5[total].total", 5, 5, "that, before or");
        Field("for   every row of B3", 5, 9, "each");
        Field("for   each cell of B3", 5, 14, "row, total, parent");
        Field("for   each row B3", 5, 18, "of");
        Field("for   each row of B3 B5", 5, 24, "the end of the line");
        Field("for   each row of B33", 5, 21, "a form");
        Field("for   each row of B3,", 5, 24, "a form");
        Field("when  sunny", 5, 9, "a condition");
        Field("when  not sunny", 5, 13, "a condition");
        Field("when  has B3 or coded B5", 5, 16, "the end of the line");
        Field("check vibes", 5, 9, "the name of a built-in check");
        Field("check codes-valid B3", 5, 21, "of");
        Field("check codes-valid of B3,, B5", 5, 27, "a form");
        Field("notice has B3", 5, 10, "when");
        Field("notice when has B3 and has B5", 5, 32, "one condition");
        Field("by", 5, 5, "a text");
        return data;

        void Field(string field, int line, int column, string expected) =>
            data.Add($"rule X error\n  zh 相等\n  en equal\n  by 某规定\n  {field}\n", line, column, expected);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Parse_malformedText_isRefusedWithItsPlaceAndWhatWasExpected(string text, int line, int column, string expected)
    {
        var exception = Assert.Throws<RuleSyntaxException>(() => RuleFileParser.Parse("my.rules", text));
        Assert.Contains(expected, exception.Text.En);
        Assert.Contains(expected, exception.Text.Zh);
        Assert.Equal(("my.rules", line, column), (exception.File, exception.Line, exception.Column));
        Assert.StartsWith($"my.rules:{line}:{column}: ", exception.Message);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    [InlineData("by")]
    [InlineData("that")]
    public void Parse_ruleWithoutAField_isRefusedAtTheRuleByItsName(string field)
    {
        var lines = RuleTexts.Minimal("X-1").Split('\n').Where(line => !line.TrimStart().StartsWith(field + " ", StringComparison.Ordinal));
        var exception = Assert.Throws<RuleSyntaxException>(() => RuleFileParser.Parse("my.rules", "\n" + string.Join('\n', lines)));
        Assert.Equal((2, 1), (exception.Line, exception.Column));
        Assert.Contains("X-1 lacks the field: " + field, exception.Text.En);
    }

    [Fact]
    public void Parse_loopWithoutFormula_isRefused()
    {
        var exception = Assert.Throws<RuleSyntaxException>(() => RuleFileParser.Parse("my.rules", RuleTexts.Minimal("X") + "  for each row of B3\n"));
        Assert.Contains("that, behind for", exception.Text.En);
    }

    [Fact]
    public void Parse_continuationLines_goOnWithTheFieldAbove()
    {
        var rule = One("""
            rule X error
              zh    两表
                    合计一致
              en    The totals
                    agree
              that  B3[total].total
                    = B5[total].total
                    + B9[total].total?
              by    某规定
            """);
        Assert.Equal(("两表 合计一致", "The totals agree"), (rule.Statement.Zh, rule.Statement.En));
        Assert.Equal(2, Assert.Single(rule.Clauses).Alternatives[0].Right.Length);
    }

    [Fact]
    public void Parse_faultInAContinuationLine_isPlacedInThatLine()
    {
        var exception = Assert.Throws<RuleSyntaxException>(() => RuleFileParser.Parse("my.rules", "rule X error\n  that B3[total].total\n       = B55[total].total\n"));
        Assert.Equal((3, 10), (exception.Line, exception.Column));
    }

    [Fact]
    public void Parse_windowsLineEndsAndByteOrderMark_readTheSame()
    {
        var text = RuleTexts.Minimal("X-1") + "# comment\r\n" + RuleTexts.Minimal("X-2");
        var plain = RuleFileParser.Parse("my.rules", text.ReplaceLineEndings("\n"));
        var windows = RuleFileParser.Parse("my.rules", "\uFEFF" + text.ReplaceLineEndings("\r\n"));
        Assert.Equal(plain.Rules.Select(static rule => (rule.Id, rule.Line, rule.Source)), windows.Rules.Select(static rule => (rule.Id, rule.Line, rule.Source)));
    }

    [Fact]
    public void Parse_commentsAndBlankLines_mayStandAnywhere()
    {
        var file = RuleFileParser.Parse("my.rules", "# head\n\nrule X error\n# within\n  zh 一致\n\n   # deeper\n  en equal\n  that B3[total].total = B5[total].total\n  by 某规定\n\n# foot\noff Y\n");
        Assert.Equal("X", Assert.Single(file.Rules).Id);
        Assert.Equal(("Y", null), (Assert.Single(file.Changes).Id, file.Changes[0].Severity));
    }

    [Fact]
    public void Parse_link_comparesDocuments()
    {
        var rule = Assert.Single(RuleFileParser.Parse("my.rules", "rule X error\n  zh 一致\n  en equal\n  link previous-year-as-disclosed\n  by 某规定\n").Rules);
        Assert.True(rule.ComparesDocuments);
        Assert.Equal("previous-year-as-disclosed", Assert.Single(rule.Clauses).Link);
        Assert.False(Assert.Single(RuleFileParser.Parse("my.rules", RuleTexts.Minimal("X")).Rules).ComparesDocuments);
    }

    [Fact]
    public void Parse_linkOfNoKnownCheck_isRefusedWithTheNames()
    {
        var exception = Assert.Throws<RuleSyntaxException>(() => RuleFileParser.Parse("my.rules", "rule X error\n  link previous-year\n"));
        Assert.Equal((2, 8), (exception.Line, exception.Column));
        Assert.Contains("budget-as-disclosed, formats-agree, previous-year-as-disclosed, units-within-department", exception.Text.En);
    }

    [Fact]
    public void Parse_emptyText_hasNoRules()
    {
        var file = RuleFileParser.Parse("my.rules", "");
        Assert.Empty(file.Rules);
        Assert.Empty(file.Changes);
    }

    [Fact]
    public void Parse_everyField_reachesTheRule()
    {
        var rule = One("""
            rule X warning
              zh      一致
              en      equal
              years   2018-2020
              kind    final-accounts
              places  新疆 北京、上海,天津
              for     each item of B3, B1.income
              when    coded B3 and not has B10
              that    2*B3[item].total? - B5[item total].gpb <= sum B6[302*].total + 3
              or      count B11[fund] = count B7[leaves]
              notice  when has B9
              by      某规定
              except  某情形
              holds   B3[total].total 1
              breaks  B3[total].total 2
              unknown nothing
            """);
        Assert.Equal((Severity.Warning, 2018, 2020, DisclosureKind.FinalAccounts, "某情形", "某规定"), (rule.Severity, rule.FromYear, rule.ToYear, rule.Kind, rule.Exceptions, rule.Authority));
        Assert.Equal(["新疆", "北京", "上海", "天津"], rule.Places);
        var clause = Assert.Single(rule.Clauses);
        Assert.Equal((Loop.Item, 2, 2), (clause.Loop, clause.When.Count, clause.Alternatives.Count));
        Assert.Equal([new FormName(FormRole.B3, ""), new FormName(FormRole.B1, "income")], clause.Forms);
        Assert.True(clause.When[1].Negated);
        var (first, second) = (clause.Alternatives[0], clause.Alternatives[1]);
        Assert.Equal((Relation.AtMost, 2m, -1m, 3m), (first.Relation, first.Left[0].Coefficient, first.Left[1].Coefficient, first.Right[1].Coefficient));
        Assert.Equal(["item", "total"], first.Left[1].Selector!.Rows);
        Assert.True(first.Left[0].Selector!.Optional);
        Assert.Null(first.Right[1].Selector);
        Assert.True(second.Left[0].Selector!.Count && second.Right[0].Selector!.Count);
        Assert.Equal(Severity.Notice, Assert.Single(rule.Regrades).Severity);
        Assert.Equal([(Verdict.Holds, 14), (Verdict.Broken, 15), (Verdict.CannotTell, 16)], rule.Examples.Select(static example => (example.Expected, example.Line)));
    }

    [Theory]
    [InlineData("2018-", 2018, null)]
    [InlineData("-2017", null, 2017)]
    [InlineData("2020", 2020, 2020)]
    public void Parse_openYears_haveNoBound(string years, int? from, int? to)
    {
        var rule = One(RuleTexts.Minimal("X") + $"  years {years}\n");
        Assert.Equal((from, to), (rule.FromYear, rule.ToYear));
    }

    [Fact]
    public void Parse_secondThat_runsOverTheSameLoopAndConditions()
    {
        var rule = One("rule X error\n zh 一\n en one\n for each class of B3\n when coded B3\n that B3[class] = B5[class]\n that B3[class] = B2[class]\n by 某\n");
        Assert.Equal(2, rule.Clauses.Count);
        Assert.All(rule.Clauses, static clause => Assert.Equal((Loop.Class, 1, 1), (clause.Loop, clause.When.Count, clause.Alternatives.Count)));
    }

    [Fact]
    public void Parse_builtInFilesMutated_parseOrNameALineOfTheFile()
    {
        var files = Rulebook.BuiltIn.Rules.GroupBy(static rule => rule.File).Select(static file => string.Join("\n\n", file.Select(static rule => rule.Source))).ToArray();
        const string Pieces = "[].,=<>?*+- \t\n\r#aB1\u0000\uFEFF一rule that for off";
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 1_000_000], Gen.Int[0, 30], Gen.Int[0, Pieces.Length - 1], Gen.Int[0, 5]).Sample(
            (file, at, cut, piece, take) =>
            {
                var text = files[file];
                at %= text.Length;
                cut = Math.Min(cut, text.Length - at);
                var mutated = string.Concat(text.AsSpan(0, at), Pieces.AsSpan(piece, Math.Min(take, Pieces.Length - piece)), text.AsSpan(at + cut));
                try
                {
                    _ = RuleFileParser.Parse("mutated.rules", mutated);
                }
                catch (RuleSyntaxException exception)
                {
                    var lines = mutated.ReplaceLineEndings("\n").Split('\n');
                    Assert.InRange(exception.Line, 1, lines.Length);
                    Assert.True(exception.Column >= 1);
                    Assert.NotEmpty(exception.Text.Zh);
                }
            },
            iter: 3000);
    }

    private static Rule One(string text) => Assert.Single(RuleFileParser.Parse("my.rules", text).Rules);
}
