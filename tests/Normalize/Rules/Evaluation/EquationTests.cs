using Gouji.Model;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;
using static Gouji.Normalize.Tests.Blame.Equations;

namespace Gouji.Normalize.Tests.Rules.Evaluation;

public sealed class EquationTests
{
    [Theory]
    [InlineData(100, 60, 40, Verdict.Holds)]
    [InlineData(100.01, 60, 40, Verdict.HoldsWithinRounding)]
    [InlineData(100.015, 60, 40, Verdict.HoldsWithinRounding)]
    [InlineData(100.02, 60, 40, Verdict.Broken)]
    [InlineData(99.98, 60, 40, Verdict.Broken)]
    public void Decide_total_mayDifferByHalfAPlaceOfEachFigure(decimal whole, decimal one, decimal other, Verdict verdict)
    {
        var equation = Sum(Cell(1, 1, whole), Cell(1, 2, one), Cell(1, 3, other));
        Assert.Equal((verdict, 150m), (equation.Verdict, equation.Slack));
    }

    [Theory]
    [InlineData(100, Verdict.Holds)]
    [InlineData(100.01, Verdict.Broken)]
    public void Decide_twoCopiesOfOneFigure_mayNotDifferAtAll(decimal copy, Verdict verdict) =>
        Assert.Equal(verdict, Make(Rule(), Relation.Same, "", "", [Cell(1, 1, copy)], [Cell(2, 1, 100m)]).Verdict);

    [Theory]
    [InlineData(10, 20, Verdict.Holds)]
    [InlineData(20, 20, Verdict.Holds)]
    [InlineData(20.01, 20, Verdict.HoldsWithinRounding)]
    [InlineData(21, 20, Verdict.Broken)]
    public void Decide_bound_breaksOnlyUpwards(decimal part, decimal whole, Verdict verdict) =>
        Assert.Equal(verdict, Make(Rule(), Relation.AtMost, "", "", [Cell(1, 1, part)], [Cell(2, 1, whole)]).Verdict);

    [Fact]
    public void Decide_blankCells_countAsNothing()
    {
        var equation = Sum(Cell(1, 1, 10m), Cell(1, 2, 10m), Cell(1, 3, null));
        Assert.Equal((Verdict.Holds, 100m), (equation.Verdict, equation.Slack));
        Assert.False(equation.OneSideBlank);
    }

    [Fact]
    public void Decide_noFigureAtAll_isSilent()
    {
        var equation = Sum(Cell(1, 1, null), Cell(1, 2, null));
        Assert.True(equation.Silent);
    }

    [Fact]
    public void Decide_figuresOnOneSideOnly_saysSo() => Assert.True(Sum(Cell(1, 1, 10m), Cell(1, 2, null)).OneSideBlank);

    [Fact]
    public void ToCheck_equation_keepsItsSidesAndTerms()
    {
        var check = Sum(Cell(1, 1, 100m), Cell(1, 2, 60m), Cell(1, 3, 30m)).Check;
        Assert.Equal((1_000_000m, 900_000m, 100_000m, 3), (check.Left, check.Right, check.Difference, check.Terms.Count));
        Assert.Equal([false, true, true], check.Terms.Select(static term => term.Right));
        Assert.Null(check.Reason);
    }

    [Fact]
    public void CannotTell_equation_givesItsReason()
    {
        var equation = Sum(Cell(1, 1, 100m), Cell(1, 2, 60m));
        equation.CannotTell(new Message("缺", "missing"));
        Assert.Equal((Verdict.CannotTell, "missing"), (equation.Check.Verdict, equation.Check.Reason!.En));
    }
}
