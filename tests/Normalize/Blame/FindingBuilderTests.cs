using Gouji.Model;
using Gouji.Normalize.Blame;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Blame;

public sealed class FindingBuilderTests
{
    private const string Header = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n";

    [Fact]
    public void Build_wrongCellOfTwoEquations_blamesItWithTheFigureItShouldBe()
    {
        var finding = Assert.Single(Check("2013101 | 行政运行 | 950.64 | 950.46 | \n2013102 | 其他 | 194.96 | | 194.96\n合计 | | 1145.60 | 950.64 | 194.96"));
        Assert.Equal((950.46m, 950.64m, MoneyUnit.TenThousandYuan, "digits-swapped"), (finding.Stated, finding.Expected, finding.Unit, finding.Cause));
        Assert.Equal(0.18m, Math.Abs(finding.Difference!.Value));
        Assert.Equal((1, Severity.Error, "R-ROW-B3"), (finding.Number, finding.Severity, finding.Rule));
        Assert.Equal((1, 2, 4), (finding.Blamed!.Table, finding.Blamed.Row, finding.Blamed.Column));
        Assert.Empty(finding.Alternatives);
        Assert.Equal(["R-ROW-B3", "R-COL"], finding.Checks.Select(static check => check.Rule));
        Assert.Contains(finding.Blamed, finding.Places);
        Assert.All([finding.Message.Zh, finding.Message.En], static text => Assert.Contains("950.64 ≠ 950.46", text));
    }

    [Fact]
    public void Build_oneEquationAlone_listsTheCellsThatWouldMendIt()
    {
        var finding = Assert.Single(Check("2013101 | 行政运行 | 84.37 | 21.15 | 48.92"));
        Assert.Equal((84.37m, 70.07m), (finding.Stated, finding.Expected));
        Assert.Equal([(21.15m, 35.45m), (48.92m, 63.22m)], finding.Alternatives.Select(static blame => (blame.Stated!.Value, blame.Expected)));
        Assert.Contains("3处", finding.Message.Zh);
        Assert.Contains("Any of 3 cells", finding.Message.En);
    }

    [Fact]
    public void Build_severalCellsAndOneLikelySlip_putsTheLikelyFirst()
    {
        var finding = Assert.Single(Check("2013101 | 行政运行 | 132.45 | 81.34 | 15.11"));
        Assert.Equal((15.11m, 51.11m, "digits-swapped"), (finding.Stated, finding.Expected, finding.Cause));
        Assert.Equal(2, finding.Alternatives.Count);
    }

    [Fact]
    public void Build_blankThatOnlyAFigureWouldFill_isAWarning()
    {
        var finding = Assert.Single(Check("2013101 | 行政运行 | 30.00 | 10.00 | \n合计 | | 30.00 | 10.00 | 20.00"));
        Assert.Equal((Severity.Warning, Causes.MissingFigure, 20m), (finding.Severity, finding.Cause, finding.Expected));
        Assert.Null(finding.Stated);
        Assert.Contains("空白", finding.Message.Zh);
        Assert.Contains("blank", finding.Message.En);
    }

    [Fact]
    public void Build_twoCellsThatNoEquationSeesTogether_areTwoFindings()
    {
        var findings = Check("2013101 | 行政运行 | 950.64 | 950.46 | \n2013102 | 其他 | 194.96 | | 169.46\n合计 | | 1145.60 | 950.64 | 194.96");
        Assert.Equal([950.46m, 169.46m], findings.Select(static finding => finding.Stated!.Value));
        Assert.Equal([1, 2], findings.Select(static finding => finding.Number));
    }

    [Fact]
    public void Build_rowThatLostCells_isNoErrorOfThePublisher()
    {
        var table = Printed.Table(Header + "2013101 | 行政运行 | 30.00 | 18.00 | ~\n2013102 | 其他 | 5.00 | | 5.00\n合计 | | 35.00 | 18.00 | 17.00", new TableGuess(TableGuessKind.CellsLost, 1, "row has 4 of 5 cells"));
        var finding = Assert.Single(Check(table));
        Assert.Equal((Severity.Warning, Causes.CellsLost, 12m), (finding.Severity, finding.Cause, finding.Expected));
        Assert.Equal((2, 5), (finding.Blamed!.Row, finding.Blamed.Column));
        Assert.Contains("项目支出", finding.Message.Zh);
    }

    [Fact]
    public void Build_moneyUnderAnotherItem_isTheSameMoney()
    {
        const string Rule = "rule X-MIRROR error\n zh 同一科目金额一致\n en The same item agrees\n for each item of B3, B5\n that B3[item].total? = B5[item].total?\n by 某规定\n";
        var finding = Assert.Single(new Reconciler(Rulebook.BuiltIn.With("my.rules", Rule)).Check(Printed.Recognise(
            Printed.Line("部门支出总体情况表"), Printed.Table(Header + "2013101 | 行政运行 | 30.00 | 30.00 | \n合计 | | 30.00 | 30.00 | "),
            Printed.Line("一般公共预算支出情况表"), Printed.Table(Header + "2013101 | 行政运行 | 10.00 | 10.00 | \n2013102 | 一般行政管理事务 | 20.00 | 20.00 | \n合计 | | 30.00 | 30.00 | "))).Findings);
        Assert.Equal(Causes.BookedElsewhere, finding.Cause);
        Assert.Null(finding.Blamed);
        Assert.Equal(2, finding.Checks.Count);
    }

    [Theory]
    [InlineData("", Severity.Error)]
    [InlineData(" notice when has B3", Severity.Notice)]
    [InlineData(" notice when has B9", Severity.Error)]
    [InlineData(" notice when not has B9", Severity.Notice)]
    public void Build_lighterSeverityUnderACondition_appliesWhereItIsMet(string regrade, Severity severity)
    {
        var rules = Rulebook.Parse("my.rules", $"rule R error\n zh 一\n en one\n for each row of B3\n that whole = sum parts\n{regrade}\n by 某\n");
        Assert.Equal(severity, Assert.Single(Check(Printed.Table(Header + "2013101 | 行政运行 | 30.00 | 10.00 | 19.00"), rules)).Severity);
    }

    [Fact]
    public void Build_findings_standGravestFirstThenInTheOrderOfTheDocument()
    {
        var rules = Rulebook.Parse("my.rules", """
            rule A notice
             zh 一
             en one
             check no-duplicates of B3
             by 某
            rule B error
             zh 一
             en one
             for each row of B3, B5
             that whole = sum parts
             by 某
            """);
        var findings = new Reconciler(rules).Check(Printed.Recognise(
            Printed.Line("一般公共预算支出情况表"), Printed.Table(Header + "2013101 | 行政运行 | 30.00 | 10.00 | 19.00"),
            Printed.Line("部门支出总体情况表"), Printed.Table(Header + "2013101 | 行政运行 | 30.00 | 10.00 | 18.00\n2013101 | 行政运行 | 1.00 | 1.00 | "))).Findings;
        Assert.Equal([("B", 1), ("B", 2), ("A", 3)], findings.Select(static finding => (finding.Rule, finding.Number)));
        Assert.Equal([1, 2], findings.Take(2).Select(static finding => finding.Places[0].Table!.Value));
    }

    [Fact]
    public void Build_differencesWithinTheirPlaces_areNoFinding() => Assert.Empty(Check("2013101 | 行政运行 | 100.01 | 33.34 | 66.66"));

    private static IReadOnlyList<Finding> Check(string rows) => Check(Printed.Table(Header + rows));

    private static IReadOnlyList<Finding> Check(TableBlock table, Rulebook? rulebook = null) =>
        new Reconciler(rulebook ?? Rulebook.BuiltIn).Check(Printed.Recognise(Printed.Line("部门支出总体情况表"), Printed.Line("单位：万元"), table)).Findings;
}
