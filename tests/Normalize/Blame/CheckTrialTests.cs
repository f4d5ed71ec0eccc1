using Gouji.Model;
using Gouji.Normalize.Blame;

namespace Gouji.Normalize.Tests.Blame;

public sealed class CheckTrialTests
{
    private static readonly Fact Share = Figure(1, 30, null) with { Measure = Measure.Share };
    private static readonly Fact Part = Figure(2, 60, 0.5m);
    private static readonly Fact Whole = Figure(3, 100, 0.5m);

    /// <summary>30 % against 60 of 100: half a percent is rounded off, and half a unit of each amount.</summary>
    private static readonly Check Ratio = new()
    {
        Rule = "R",
        Subject = new Message("", ""),
        Verdict = Verdict.Broken,
        Left = 30,
        Right = 60,
        Slack = 0.5m + 0.5m + 0.3m,
        Terms = [new Term(1, Share, Right: false), new Term(1, Part, Right: true), new Term(1, Whole, Right: true, Divisor: true)],
    };

    [Theory]
    [InlineData(2, 30, true)]
    [InlineData(2, 31.1, true)]
    [InlineData(2, 31.2, false)]
    [InlineData(3, 200, true)]
    [InlineData(3, 195.5, true)]
    [InlineData(3, 194, false)]
    [InlineData(3, 0, false)]
    [InlineData(1, 60, true)]
    public void HoldsWith_ratio_isWithinTheRoundingOfTheNewFigures(int block, double value, bool holds) =>
        Assert.Equal(holds, CheckTrial.HoldsWith(Ratio, new Dictionary<Place, decimal> { [PlaceOf(block)] = (decimal)value }));

    [Fact]
    public void Range_ofThePartAndOfTheWhole_holdsAtBothEndsAndNotBeyond()
    {
        foreach (var fact in (Fact[])[Part, Whole])
        {
            var (least, greatest) = Assert.NotNull(CheckTrial.Range(Ratio, fact));
            Assert.InRange(fact == Part ? 30 : 200, least, greatest);
            Assert.False(CheckTrial.HoldsWith(Ratio, new Dictionary<Place, decimal> { [fact.Place] = least * 0.98m }));
            Assert.False(CheckTrial.HoldsWith(Ratio, new Dictionary<Place, decimal> { [fact.Place] = greatest * 1.02m }));
        }
    }

    [Fact]
    public void Range_figureThatIsInNoAmount_isNone() => Assert.Null(CheckTrial.Range(Ratio, Share));

    [Fact]
    public void Solve_figureOnEitherSide_makesTheSidesEqual()
    {
        var sum = Ratio with { Left = 60, Right = 110, Slack = 0, Terms = [new Term(1, Part, Right: false), new Term(1, Whole, Right: true)] };
        Assert.Equal(110, CheckTrial.Solve(sum, Part));

        // Ten of the right side is no term: a count of what is printed.
        Assert.Equal(50, CheckTrial.Solve(sum, Whole));
        Assert.True(CheckTrial.HoldsWith(sum, new Dictionary<Place, decimal> { [Whole.Place] = 50 }));
        Assert.False(CheckTrial.HoldsWith(sum, new Dictionary<Place, decimal>()));
    }

    [Fact]
    public void Solve_boundOrFigureThatCancels_isNone()
    {
        var sum = Ratio with { Terms = [new Term(1, Part, Right: false), new Term(1, Part, Right: true)] };
        Assert.Null(CheckTrial.Solve(sum, Part));
        Assert.Null(CheckTrial.Solve(sum with { Terms = [new Term(1, Part, Right: false)], AtMost = true }, Part));
        Assert.Null(CheckTrial.Solve(Ratio, Part));
    }

    private static Fact Figure(int block, decimal value, decimal? half) =>
        Equations.Cell(1, 1, value) with { Source = FactSource.Text, Place = PlaceOf(block), Stated = value, Amount = half is { } place ? new Amount(value, place) : null };

    private static Place PlaceOf(int block) => new() { Sha256 = "", Source = default, Block = block };
}
