using Gouji.Model;

namespace Gouji.Normalize.Tests.Linking;

public sealed class PreviousYearCheckTests
{
    private const string Body = "甲河县财政局";

    [Fact]
    public void Run_copyThatAgrees_holds() => Assert.Equal(
        "2020/甲河县财政局.docx: Holds\n2020/甲河县财政局.docx: Holds\n2020/甲河县财政局.docx: Holds",
        Years.Verdicts("Y-LINK", Years.Budget(Body, 2019, 100), Years.Budget(Body, 2020, 120, "上年预算数", 100)));

    [Theory]
    [InlineData("上年预算数", Severity.Error)]
    [InlineData("2019年预算数", Severity.Error)]
    public void Run_copyOfANamedBase_isAnError(string header, Severity severity)
    {
        var finding = Assert.Single(Years.Findings(Years.Budget(Body, 2019, 100), Years.Budget(Body, 2020, 120, header, 101)));
        Assert.Equal(("Y-LINK", severity, 1m), (finding.Rule, finding.Severity, finding.Difference));
        Assert.Null(finding.Blamed);
        Assert.Contains("2019/甲河县财政局.docx", finding.Message.Zh);
        Assert.Contains("101.00 wan yuan", finding.Message.En);
    }

    [Theory]
    [InlineData("上年执行数", Severity.Warning)]
    [InlineData("上年决算数", Severity.Error)]
    public void Run_baseOfTheAccounts_isComparedWithThem(string header, Severity severity)
    {
        var records = new[] { Years.Budget(Body, 2019, 100), Years.Accounts(Body, 2019, 90), Years.Budget(Body, 2020, 120, header, 100) };
        Assert.Equal(severity, Assert.Single(Years.Findings(records)).Severity);
        Assert.Empty(Years.Findings(records[0], records[1], Years.Budget(Body, 2020, 120, header, 90)));
    }

    [Fact]
    public void Run_baseThatIsNotNamed_mayBeEither()
    {
        var before = new[] { Years.Budget(Body, 2019, 100), Years.Accounts(Body, 2019, 90) };
        Assert.Equal("2020/甲河县财政局.docx: Holds\n2020/甲河县财政局.docx: Holds\n2020/甲河县财政局.docx: Holds", Years.Verdicts("Y-LINK", [.. before, Years.Budget(Body, 2020, 120, "上年数", 100)]));
        Assert.Equal("2020/甲河县财政局.docx: Holds\n2020/甲河县财政局.docx: Holds\n2020/甲河县财政局.docx: Holds", Years.Verdicts("Y-LINK", [.. before, Years.Budget(Body, 2020, 120, "上年数", 90)]));
        Assert.Equal(Severity.Warning, Assert.Single(Years.Findings([.. before, Years.Budget(Body, 2020, 120, "上年数", 95)])).Severity);
        Assert.Equal(
            "2020/甲河县财政局.docx: CannotTell\n2020/甲河县财政局.docx: CannotTell\n2020/甲河县财政局.docx: Holds",
            Years.Verdicts("Y-LINK", before[0], Years.Budget(Body, 2020, 120, "上年数", 95)));
    }

    [Fact]
    public void Run_scopeThatIsNotStated_isAWarning() =>
        Assert.Equal(Severity.Warning, Assert.Single(Years.Findings(Years.Budget(Body, 2019, 100, title: "部门（单位）预算"), Years.Budget(Body, 2020, 120, "上年预算数", 101))).Severity);

    [Fact]
    public void Run_scopeThatIsNotStatedBesideBoth_isComparedWithNeither() => Assert.Empty(Years.Findings(
        Years.Budget(Body, 2019, 100), Years.Budget(Body, 2019, 70, title: "单位预算", document: "2019/u.docx"), Years.Budget(Body, 2020, 120, "上年预算数", 85, title: "部门（单位）预算")));

    [Fact]
    public void Run_restructuringInEitherDocument_cannotBeTold()
    {
        const string moved = "因机构改革，部分职能划转。";
        Assert.Empty(Years.Findings(Years.Budget(Body, 2019, 100, remark: moved), Years.Budget(Body, 2020, 120, "上年预算数", 300)));
        Assert.Empty(Years.Findings(Years.Budget(Body, 2019, 100), Years.Budget(Body, 2020, 120, "上年预算数", 300, remark: moved)));
        Assert.Single(Years.Findings(Years.Budget(Body, 2019, 100), Years.Budget(Body, 2020, 120, "上年预算数", 300)));
    }

    [Fact]
    public void Run_figuresOfOtherPlacesWithTheSameBareName_areNotCompared()
    {
        var before = Years.Budget("财政局", 2019, 100, document: "甲/2019/a.docx");
        Assert.Empty(Years.Link(before, Years.Budget("财政局", 2020, 120, "上年预算数", 300, document: "乙/2020/a.docx")).Documents);
        Assert.Single(Years.Findings(before, Years.Budget("财政局", 2020, 120, "上年预算数", 300, document: "甲/2020/a.docx")));
    }

    [Fact]
    public void Run_bodyOfASimilarName_isOfferedAndBacksNoFinding()
    {
        var linked = Years.Link(
            Years.Budget("甲河县文化体育广播影视局", 2019, 100),
            Years.Budget("甲河县文化体育广播电视局", 2020, 120, "上年预算数", 300),
            Years.Budget("甲河县文化体育广播电视局", 2021, 130, "上年预算数", 120));
        Assert.Empty(linked.Documents.SelectMany(static document => document.Findings));
        var doubtful = Assert.Single(linked.Documents[0].Checks, static check => check.Verdict == Verdict.CannotTell);
        Assert.Contains("甲河县文化体育广播影视局", doubtful.Reason!.En);
    }

    [Fact]
    public void Run_twoVersionsOfLastYear_cannotBeTold() => Assert.Equal(
        "2020/甲河县财政局.docx: CannotTell\n2020/甲河县财政局.docx: CannotTell\n2020/甲河县财政局.docx: Holds",
        Years.Verdicts("Y-LINK", Years.Budget(Body, 2019, 100), Years.Budget(Body, 2019, 110, document: "2019/again.docx"), Years.Budget(Body, 2020, 120, "上年预算数", 100)));

    [Fact]
    public void Run_sameDisclosureTwice_isJudgedOnce()
    {
        var records = new[]
        {
            Years.Budget(Body, 2019, 100), Years.Budget(Body, 2019, 100, document: "2019/copy.docx"),
            Years.Budget(Body, 2020, 120, "上年预算数", 101), Years.Budget(Body, 2020, 120, "上年预算数", 101, document: "2020/copy.docx"),
        };
        Assert.Equal("2020/copy.docx: Broken\n2020/copy.docx: Broken\n2020/copy.docx: Holds", Years.Verdicts("Y-LINK", records));
        Assert.Single(Years.Findings(records));
    }

    [Fact]
    public void Run_lastPlaceApart_isRounding() =>
        Assert.Contains("HoldsWithinRounding", Years.Verdicts("Y-LINK", Years.Budget(Body, 2019, 100), Years.Budget(Body, 2020, 120, "上年预算数", 100.01m)));
}
