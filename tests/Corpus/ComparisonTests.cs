using Gouji.Model;

namespace Gouji.Corpus.Tests;

/// <summary>The comparison that all cases rest on can fail, and tells why.</summary>
public sealed class ComparisonTests
{
    private static readonly ExpectedFinding Balance = new() { Rule = "R-B1-BAL", Alternatives = ["X-TOT"], Severity = "error", Count = 1, Figures = ["1130.54"] };

    [Fact]
    public void Differences_findingUnderAnAlternative_isAccepted() =>
        Assert.Empty(Comparison.Differences([Finding("X-TOT", "无数字")], [Balance]));

    [Fact]
    public void Differences_figureWrittenWithSeparator_isNamed() =>
        Assert.Empty(Comparison.Differences([Finding("R-B1-BAL", "1,130.540 ≠ 1103.54")], [Balance]));

    [Fact]
    public void Differences_nothingReported_isMissing() =>
        Assert.Equal(["missing error R-B1-BAL or X-TOT that names 1130.54"], Comparison.Differences([], [Balance]));

    [Fact]
    public void Differences_anotherFigure_isUnexpectedAndMissing()
    {
        var differences = Comparison.Differences([Finding("R-B1-BAL", "11130.54")], [Balance]).ToList();
        Assert.Equal("unexpected Error R-B1-BAL: 11130.54 (the evidence does not name 1130.54)", differences[0]);
        Assert.StartsWith("missing ", Assert.Single(differences.Skip(1)));
    }

    [Fact]
    public void Differences_oneFindingTooMany_isUnexpected() =>
        Assert.StartsWith("unexpected ", Assert.Single(Comparison.Differences([Finding("X-TOT", "甲"), Finding("X-TOT", "乙")], [Balance])));

    [Fact]
    public void Differences_upToTwo_areAcceptedAndAThirdIsNot()
    {
        var upToTwo = Balance with { AtMost = 2 };
        Assert.Empty(Comparison.Differences([Finding("X-TOT", "甲"), Finding("X-TOT", "乙")], [upToTwo]));
        Assert.Single(Comparison.Differences([Finding("X-TOT", "甲"), Finding("X-TOT", "乙"), Finding("X-TOT", "丙")], [upToTwo]));
    }

    [Fact]
    public void Differences_twoExpectationsOfOneRule_areEachAnswered()
    {
        // The first finding answers both; only together with the second does each get its own.
        var any = new ExpectedFinding { Rule = "R-COL", Severity = "error", Count = 1 };
        var one = any with { Figures = ["10"] };
        Assert.Empty(Comparison.Differences([Finding("R-COL", "10"), Finding("R-COL", "20")], [any, one]));
        Assert.Empty(Comparison.Differences([Finding("R-COL", "20"), Finding("R-COL", "10")], [one, any]));
    }

    [Theory]
    [InlineData(Severity.Error, 12.0, 21.0, "digits-swapped", true)]
    [InlineData(Severity.Warning, 12.0, 21.0, "digits-swapped", false)]
    [InlineData(Severity.Error, 12.0, 20.0, "digits-swapped", false)]
    [InlineData(Severity.Error, 13.0, 21.0, "digits-swapped", false)]
    [InlineData(Severity.Error, 12.0, 21.0, null, false)]
    public void Mismatches_severityBlameAndCause_mustAgree(Severity severity, double stated, double expected, string? cause, bool agrees)
    {
        var wanted = new ExpectedFinding
        {
            Rule = "R-COL",
            Severity = "error",
            Count = 1,
            Blamed = new ExpectedBlame { Stated = "12.00", Expected = "21", Cause = "digits-swapped" },
        };
        var finding = Finding("R-COL", "") with { Severity = severity, Stated = (decimal)stated, Expected = (decimal)expected, Cause = cause };
        Assert.Equal(agrees, !Comparison.Mismatches(finding, wanted).Any());
    }

    private static Finding Finding(string rule, string zh) => new() { Number = 1, Rule = rule, Severity = Severity.Error, Message = new Message(zh, "") };
}
