using Gouji.Model;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Tests.Rules;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests;

public sealed class ReconcilerTests
{
    private static readonly SmallBudget Budget = SmallBudget.Of([(500_00, 0), (300_00, 20_50), (150_64, 174_46)], 86);

    [Theory]
    [InlineData("2.00", Verdict.Holds)]
    [InlineData("2.60", Verdict.Broken)]
    public void Check_generalBudgetWithItsRollForward_isToldRowByRow(string closing, Verdict verdict)
    {
        var checks = new Reconciler(Rulebook.BuiltIn).Check(Printed.Recognise(
            Printed.Line("某局2021年度部门决算"),
            Printed.Line("一般公共预算财政拨款收入支出决算表"),
            Printed.Line("部门：某局 单位：万元"),
            Printed.Table($"科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余\n^ | ^ | ^ | ^ | 合计 | 基本支出 | 项目支出 | ^\n2013101 | 行政运行 | 1.00 | 4.00 | 3.00 | 3.00 | | {closing}"))).Checks;
        Assert.Equal(verdict, Assert.Single(checks, static check => check.Rule == "F8-ROLL").Verdict);
    }

    [Fact]
    public void Check_consistentDocument_evaluatesAndHolds()
    {
        var checks = Check(Budget.Print()).Checks;
        Assert.Equal(4, Held(checks, "R-ROW-B3"));
        Assert.Equal(4, Held(checks, "R-ROW-B5"));
        Assert.Equal(7, Held(checks, "R-ROW-B6"));
        Assert.Equal(9, Held(checks, "R-COL"));
        Assert.Equal(2, Held(checks, "X-BASIC"));
        Assert.Equal(2, Held(checks, "R-B6-CLS"));
    }

    [Fact]
    public void Check_ruleWithoutItsForms_cannotBeToldAndSaysWhy()
    {
        var check = Assert.Single(Check(Budget.Print()).Checks, static check => check.Rule == "X-TOT" && check.Terms.Count == 0 && check.Verdict == Verdict.CannotTell
            && check.Reason!.En.Contains("B1", StringComparison.Ordinal) && check.Reason.Zh.Contains("收支总表", StringComparison.Ordinal));
        Assert.Null(check.Difference);
    }

    [Fact]
    public void Check_anyDocument_namesEveryRuleThatApplies()
    {
        foreach (var content in new[] { Budget.Print(), Printed.Document(), Printed.Document(Printed.Line("某局2020年部门预算公开")) })
        {
            var kind = new DisclosureRecogniser().Recognise(content).Header.Kind;
            var told = Check(content).Checks.Select(static check => check.Rule).ToHashSet();
            var applies = Rulebook.BuiltIn.Rules.Where(rule => !rule.ComparesDocuments).Where(rule => kind == DisclosureKind.Unknown || rule.Kind == DisclosureKind.Unknown || rule.Kind == kind);
            Assert.Equal(applies.Select(static rule => rule.Id).Where(id => !told.Contains(id)), []);
        }
    }

    [Fact]
    public void Check_cannotTell_hasAReasonAlways() =>
        Assert.All(Check(Budget.Print()).Checks.Where(static check => check.Verdict == Verdict.CannotTell), static check => Assert.NotNull(check.Reason));

    [Theory]
    [InlineData("years 2021-", false)]
    [InlineData("years -2019", false)]
    [InlineData("years 2020", true)]
    [InlineData("kind final-accounts", false)]
    [InlineData("kind budget", true)]
    [InlineData("places 某局", true)]
    [InlineData("places 新疆 某局", true)]
    [InlineData("places 新疆", false)]
    public void Check_ruleForOtherYearsKindsOrPlaces_isLeftOut(string field, bool applies)
    {
        var rulebook = Rulebook.Parse("my.rules", RuleTexts.Minimal("X") + "  " + field + "\n");
        Assert.Equal(applies, new Reconciler(rulebook).Check(new DisclosureRecogniser().Recognise(Budget.Print())).Checks.Count > 0);
    }

    [Fact]
    public void Check_ruleSwitchedOff_isLeftOut()
    {
        var rulebook = Rulebook.BuiltIn.With("my.rules", "off R-COL");
        Assert.DoesNotContain(new Reconciler(rulebook).Check(new DisclosureRecogniser().Recognise(Budget.Print())).Checks, static check => check.Rule == "R-COL");
    }

    [Fact]
    public void Check_sameDocumentTwice_saysTheSame()
    {
        var disclosure = new DisclosureRecogniser().Recognise(Budget.Print());
        var (one, other) = (new Reconciler(Rulebook.BuiltIn).Check(disclosure), new Reconciler(Rulebook.BuiltIn).Check(disclosure));
        Assert.Equal(one.Checks.Select(static check => (check.Rule, check.Subject, check.Verdict, check.Left, check.Right)), other.Checks.Select(static check => (check.Rule, check.Subject, check.Verdict, check.Left, check.Right)));
        Assert.Equal(one.Findings.Select(static finding => finding.Message), other.Findings.Select(static finding => finding.Message));
    }

    [Fact]
    public void Check_roundedFigures_holdWithinTheirPlacesAndNoFurther()
    {
        Assert.Equal(Verdict.HoldsWithinRounding, Row("100.01", "33.34", "66.66"));
        Assert.Equal(Verdict.Broken, Row("100.10", "33.34", "66.66"));
        Assert.Equal(Verdict.Holds, Row("100.00", "33.34", "66.66"));
        Assert.Equal(Verdict.HoldsWithinRounding, Row("101", "34", "66"));
        Assert.Equal(Verdict.Broken, Row("102", "34", "66"));

        static Verdict Row(string total, string basic, string project) => Assert.Single(
            Check(Printed.Document(Printed.Line("部门支出总体情况表"), Printed.Table($"科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n2013101 | 行政运行 | {total} | {basic} | {project}"))).Checks,
            static check => check.Rule == "R-ROW-B3").Verdict;
    }

    [Fact]
    public void Check_seed_findsWhatIsWrongInItAndNothingElse()
    {
        if (Seed.Disclosure is not { } seed)
        {
            return;
        }

        (Severity, string)[] expected =
        [
            (Severity.Error, "N-CAR"), (Severity.Error, "N-COVER"), (Severity.Error, "N-ITEM"), (Severity.Error, "X-MIRROR"),
            (Severity.Error, "Y-RATE"), (Severity.Error, "Y-RATE"), (Severity.Error, "Y-RATE"), (Severity.Error, "Z-BLANKNUM"), (Severity.Error, "Z-BLANKNUM"),
            (Severity.Warning, "K-CODE"), (Severity.Warning, "K-NAME"), (Severity.Warning, "K-NAME"), (Severity.Warning, "N-PROJ"), (Severity.Warning, "N-REP"), (Severity.Warning, "N-SCALE"),
            (Severity.Warning, "P-FISC"), (Severity.Warning, "P-SG"), (Severity.Warning, "R-B8-MULTI"), (Severity.Warning, "R-ROW-B2"), (Severity.Warning, "X-SG-PROJ"),
            (Severity.Warning, "Y-BAL"), (Severity.Warning, "Y-SAME"), (Severity.Warning, "Z-PLACE"),
            (Severity.Notice, "P-DIR"), (Severity.Notice, "P-DIR"), (Severity.Notice, "R-DUP"),
            (Severity.Notice, "Z-TITLE"), (Severity.Notice, "Z-TITLE"), (Severity.Notice, "Z-TITLE"), (Severity.Notice, "Z-TITLE"),
        ];
        var findings = new Reconciler(Rulebook.BuiltIn).Check(seed).Findings;
        Assert.Equal(expected, findings.Select(static finding => (finding.Severity, finding.Rule)).OrderByDescending(static finding => finding.Severity).ThenBy(static finding => finding.Rule, StringComparer.Ordinal));
        var lost = findings.Single(static finding => finding.Rule == "R-ROW-B2");
        Assert.Equal((12m, "cells-lost-in-reading"), (lost.Expected, lost.Cause));
        Assert.Equal(12m, findings.Single(static finding => finding.Rule == "P-FISC").Difference);
        Assert.Equal("booked-under-another-item", findings.Single(static finding => finding.Rule == "X-MIRROR").Cause);
        Assert.Equal([(15.05m, 13.08m), (15.54m, 13.45m), (7.83m, 7.26m)], findings.Where(static finding => finding.Rule == "Y-RATE").Select(static finding => (finding.Stated!.Value, finding.Expected!.Value)));
        Assert.Equal([186.39m, 25m], findings.Where(static finding => finding.Rule == "Z-BLANKNUM").Select(static finding => finding.Expected!.Value));
        Assert.Equal("count-in-place-of-amount", findings.Single(static finding => finding.Rule == "N-CAR").Cause);
    }

    /// <summary>Each identity between and within the tables of the seed that was found to hold by hand, by the rule that evaluates it.</summary>
    [Theory]
    [InlineData("R-B1-INC", 3)] // fiscal = its budgets; subtotal = sources; total = subtotal + carryover
    [InlineData("R-B1-EXP", 2)] // subtotal = Σ classes; total = subtotal + carried forward
    [InlineData("R-B1-BAL", 1)]
    [InlineData("R-ROW-B2", 1)] // the total row
    [InlineData("R-ROW-B3", 3)] // two items and the total
    [InlineData("R-B4", 7)]     // both sides, both columns, the rows that carry money
    [InlineData("R-ROW-B5", 3)]
    [InlineData("R-ROW-B6", 26)] // 25 items and the total
    [InlineData("R-B6-CLS", 2)] // personnel = 301 + 303, public = 302
    [InlineData("R-ROW-B7", 6)] // five projects and the total
    [InlineData("R-ROW-B8", 6)] // three rows: the total, and vehicles
    [InlineData("R-COL", 17)]   // B2 2, B3 3, B5 3, B6 3, B7 2, B8 4
    [InlineData("X-TOT", 3)]
    [InlineData("X-B1B3-CLS", 1)]
    [InlineData("X-FISC", 1)]
    [InlineData("X-B4B5", 2)]
    [InlineData("X-NONFISC", 2)] // the 12 of special income, in total and as project
    [InlineData("X-BASIC", 2)]
    [InlineData("X-PROJ", 1)]
    [InlineData("X-PROJ-ITEM", 1)]
    [InlineData("X-SG-BASIC", 2)] // operation and reception of the second row
    [InlineData("X-SG-PART", 2)]
    [InlineData("X-SG-PROJ", 1)] // 85 ≤ 194.96
    [InlineData("P-FUND", 10)]  // five forms, five projects
    [InlineData("P-COST", 5)]
    [InlineData("N-PERF", 4)]   // number and money of the tables, money of the sentence
    [InlineData("N-AMT", 44)]   // 25 items and 17 amounts of the other sections
    [InlineData("N-TOT", 4)]    // income, expenditure, basic and project, the three public expenses
    [InlineData("N-BASIC", 2)]
    [InlineData("N-SHARE", 5)]
    [InlineData("N-STAFF", 1)]
    [InlineData("N-PROJ", 5)]
    [InlineData("N-SG", 1)]     // −17 = +3 − 20
    [InlineData("N-OPER", 1)]
    public void Check_seed_identitiesThatHold_areEvaluatedAndHold(string rule, int count)
    {
        if (Seed.Disclosure is { } seed)
        {
            Assert.Equal(count, Held(new Reconciler(Rulebook.BuiltIn).Check(seed).Checks, rule));
        }
    }

    private static int Held(IReadOnlyList<Check> checks, string rule) => checks.Count(check => check.Rule == rule && check.Verdict == Verdict.Holds && check.Left is not null);

    private static Reconciliation Check(DocumentContent content) => new Reconciler(Rulebook.BuiltIn).Check(new DisclosureRecogniser().Recognise(content));
}
