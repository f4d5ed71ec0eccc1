using Gouji.Model;
using Gouji.Normalize.Blame;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Rules.BuiltIn;
using Gouji.Normalize.Tests.Rules;

namespace Gouji.Normalize.Tests.Blame;

public sealed class TextSlipsTests
{
    private const string Item = "B5[2013101 行政运行].total 90.00  B5[total].total 90.00  text 五、一般公共预算当年拨款情况说明 | 1.一般公共服务（类）党委办公厅（款）行政运行（项）：2020年预算数为";
    private const string Nature = "B3[total].total 100.00  B3[total].basic 60.00  B3[total].project 40.00  text 三、支出预算情况说明 | ";

    [Fact]
    public void Check_wrongAmountWithItsRate_isOneFinding()
    {
        var finding = Assert.Single(Findings(Item + "99.00万元，比上年减少10.00万元，下降10%。"));
        Assert.Equal(("N-ITEM", Severity.Error, 99m, 90m, MoneyUnit.TenThousandYuan), (finding.Rule, finding.Severity, finding.Stated, finding.Expected, finding.Unit));
        Assert.Equal(["N-ITEM", "Y-RATE"], finding.Checks.Select(static check => check.Rule));
        Assert.Equal("one-digit-wrong", finding.Cause);
        Assert.Empty(finding.Alternatives);
        Assert.Contains(finding.Blamed!, finding.Places);
        Assert.Contains("99.00万元：应为90.00万元", finding.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("with 90.00 wan yuan all 2 checks", finding.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_wrongAmountWithAnotherWrongRate_areTwoFindings()
    {
        var findings = Findings(Item + "99.00万元，比上年减少10.00万元，下降15%。");
        Assert.Equal(["N-ITEM", "Y-RATE"], findings.Select(static finding => finding.Rule).Order());
    }

    [Fact]
    public void Check_wrongWholeOfTwoShares_isOneFindingThatTellsAboutWhatItIs()
    {
        var finding = Assert.Single(Findings("text 三、支出预算情况说明 | 支出预算200.00万元，其中：教育支出60.00万元，占60%；卫生健康支出20.00万元，占20%。"));
        Assert.Equal(("N-SHARE", 200m, null), (finding.Rule, finding.Stated, finding.Expected));
        Assert.Equal(2, finding.Checks.Count);
        Assert.Contains("200.00万元：应约为", finding.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_sharesThatNoWholeGives_areTwoFindings() =>
        Assert.Equal(2, Findings("text 三、支出预算情况说明 | 支出预算200.00万元，其中：教育支出60.00万元，占60%；卫生健康支出20.00万元，占45%。").Count);

    [Fact]
    public void Check_twoWrongPartsOfASum_areTwoFindings()
    {
        var findings = Findings(Nature + "支出预算100.00万元，其中：基本支出66.00万元，项目支出44.00万元。");
        Assert.Equal([60m, 40m], findings.Select(static finding => finding.Expected!.Value));
        Assert.Equal(["N-AMT", "N-TOT", "N-AMT"], findings.SelectMany(static finding => finding.Checks).Select(static check => check.Rule));
    }

    [Fact]
    public void Check_wrongPartOfASum_isOneFinding()
    {
        var finding = Assert.Single(Findings(Nature + "支出预算100.00万元，其中：基本支出66.00万元，项目支出40.00万元。"));
        Assert.Equal(("N-AMT", 66m, 60m), (finding.Rule, finding.Stated, finding.Expected));
    }

    [Fact]
    public void Find_twoFiguresThatDoEquallyWell_namesBoth()
    {
        var (one, other) = (Figure(1, 7), Figure(2, 4));
        var slip = Assert.Single(Slips([Sum(10, one, other), Sum(10, one, other)]));
        Assert.Equal([6m, 3m], slip.Repairs.Select(static repair => repair.Value));
    }

    [Fact]
    public void Find_cellThatEquationsConfirm_isNotNamed()
    {
        var (figure, cell) = (Figure(1, 7), Figure(2, 4) with { Source = FactSource.Table });
        Assert.Equal(2, Assert.Single(Slips([Sum(10, figure, cell), Sum(10, figure, cell)])).Repairs.Count);
        Assert.Same(figure, Assert.Single(Assert.Single(Slips([Sum(10, figure, cell), Sum(10, figure, cell)], confirmed: cell)).Repairs).Fact);
    }

    [Fact]
    public void Find_replacementThatWouldBreakWhatHolds_isNone()
    {
        var figure = Figure(1, 7);
        Assert.Equal([6m], Assert.Single(Slips([Sum(6, figure), Sum(6, figure)])).Repairs.Select(static repair => repair.Value));
        Assert.All(Slips([Sum(6, figure), Sum(6, figure)], held: Sum(7, figure)), static slip => Assert.Empty(slip.Repairs));
    }

    [Fact]
    public void Find_twoFiguresThatEachMendHalf_areLeftAlone()
    {
        var (first, middle, last) = (Figure(1, 2), Figure(2, 3), Figure(3, 4));
        Assert.Equal(3, Slips([Sum(1, first), Sum(4, first, middle, last), Sum(3, last)]).Sum(static slip => slip.Broken.Count));
    }

    private static IReadOnlyList<Finding> Findings(string example) =>
        [.. new Reconciler(Rulebook.BuiltIn).Check(new DisclosureRecogniser().Recognise(ExampleBuilder.Build(example))).Findings.Where(static finding => finding.Checks.Count > 0)];

    private static List<TextSlip> Slips(IReadOnlyList<Check> broken, Check? held = null, Fact? confirmed = null)
    {
        var rule = Rulebook.BuiltIn.Rules[0];
        var results = broken.Select(static check => Result(check, Verdict.Broken)).ToList();
        return [.. new TextSlips([.. results.Select(result => new BrokenResult(rule, result))], held is null ? results : [.. results, Result(held, Verdict.Holds)], place => place == confirmed?.Place).Find()];
    }

    private static CheckResult Result(Check check, Verdict verdict) => new(verdict, check.Subject, null, []) { Arithmetic = check };

    private static Check Sum(decimal whole, params IReadOnlyList<Fact> parts) => new()
    {
        Rule = "R",
        Subject = new Message("", ""),
        Verdict = Verdict.Broken,
        Left = parts.Sum(CheckTrial.Value),
        Right = whole,
        Slack = 0,
        Terms = [.. parts.Select(static part => new Term(1, part, Right: false))],
    };

    private static Fact Figure(int block, decimal value) => Equations.Cell(1, 1, value) with { Source = FactSource.Text, Unit = null, Amount = null, Place = new Place { Sha256 = "", Source = default, Block = block } };
}
