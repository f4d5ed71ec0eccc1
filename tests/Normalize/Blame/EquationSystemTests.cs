using Gouji.Model;
using Gouji.Normalize.Blame;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;
using static Gouji.Normalize.Tests.Blame.Equations;

namespace Gouji.Normalize.Tests.Blame;

public sealed class EquationSystemTests
{
    /// <summary>A square of two rows and two columns with its margins: six equations over nine cells.</summary>
    private static (Fact[,] Cells, List<Equation> Equations) Square(params decimal[] figures)
    {
        var cells = new Fact[3, 3];
        for (var i = 0; i < 9; i++)
        {
            cells[i / 3, i % 3] = Cell((i / 3) + 1, (i % 3) + 1, figures[i]);
        }

        var equations = new List<Equation>();
        for (var i = 0; i < 3; i++)
        {
            equations.Add(Sum(cells[i, 2], cells[i, 0], cells[i, 1]));
            equations.Add(Sum(cells[2, i], cells[0, i], cells[1, i]));
        }

        return (cells, equations);
    }

    [Fact]
    public void SmallestRepairs_cellThatTwoEquationsShare_isTheOnlyOne()
    {
        var (cells, equations) = Square(1, 2, 3, 4, 50, 9, 5, 7, 12);
        var repair = Assert.Single(Repairs(equations));
        Assert.Equal(new CellChange(cells[1, 1], -450_000m), Assert.Single(repair));
    }

    [Fact]
    public void SmallestRepairs_oneEquationAlone_listsEveryCellOfIt()
    {
        var (whole, one, other) = (Cell(1, 3, 30m), Cell(1, 1, 10m), Cell(1, 2, 19m));
        var repairs = Repairs([Sum(whole, one, other)]);
        Assert.Equal([whole, one, other], repairs.Select(static repair => Assert.Single(repair).Fact));
        Assert.Equal([-10_000m, 10_000m, 10_000m], repairs.Select(static repair => repair[0].Delta));
    }

    [Fact]
    public void SmallestRepairs_cellThatAHoldingEquationGuards_isNoCandidate()
    {
        var (whole, one, other) = (Cell(1, 3, 30m), Cell(1, 1, 10m), Cell(1, 2, 19m));
        var (copy, companion) = (Cell(5, 1, 10m), Cell(6, 1, 19m));
        var repairs = Repairs([Sum(whole, one, other), Sum(copy, one), Sum(companion, other)]);
        Assert.Same(whole, Assert.Single(Assert.Single(repairs)).Fact);
    }

    [Fact]
    public void SmallestRepairs_twoIndependentErrors_areOneSetOfTwoCells()
    {
        var (cells, equations) = Square(10, 2, 3, 4, 50, 9, 5, 7, 12);
        var repair = Assert.Single(Repairs(equations));
        Assert.Equal([(cells[0, 0], -90_000m), (cells[1, 1], -450_000m)], repair.Select(static change => (change.Fact, change.Delta)));
    }

    [Fact]
    public void SmallestRepairs_changeThatNeedsACompanion_findsItInAHoldingEquation()
    {
        // The fiscal part is entered under fiscal instead of other: fiscal + other = total holds, only the sum over fiscal breaks.
        var (total, fiscal, other) = (Cell(1, 1, 12m), Cell(1, 2, 12m), Cell(1, 3, null));
        var (sum, rest) = (Cell(9, 2, 30m), Cell(2, 2, 30m));
        var guarded = Cell(8, 1, 12m);
        var equations = new List<Equation> { Sum(total, fiscal, other), Sum(guarded, total), Sum(sum, fiscal, rest), Sum(Cell(9, 9, 30m), sum), Sum(Cell(9, 8, 30m), rest) };
        var repairs = Repairs(equations);
        Assert.Contains(repairs, repair => repair.Count == 2
            && repair.Contains(new CellChange(fiscal, -120_000m)) && repair.Contains(new CellChange(other, 120_000m)));
    }

    [Fact]
    public void SmallestRepairs_fixedCells_areNeverChanged()
    {
        var (whole, one, other) = (Cell(1, 3, 30m), Cell(1, 1, 10m), Cell(1, 2, 19m));
        var equation = Sum(whole, one, other);
        var system = new EquationSystem([equation], new HashSet<Fact>([one, other], ReferenceEqualityComparer.Instance));
        Assert.Same(whole, Assert.Single(Assert.Single(system.SmallestRepairs([equation]))).Fact);
    }

    [Fact]
    public void SmallestRepairs_changeBelowZero_isNoRepair()
    {
        // 10 = 2 + 30: the 2 would have to become −20.
        var (whole, one, other) = (Cell(1, 3, 10m), Cell(1, 1, 2m), Cell(1, 2, 30m));
        Assert.DoesNotContain(Repairs([Sum(whole, one, other)]), repair => ReferenceEquals(repair[0].Fact, one));
    }

    [Fact]
    public void SmallestRepairs_boundsAndOpenEquations_takeNoPart()
    {
        var (whole, one, other) = (Cell(1, 3, 30m), Cell(1, 1, 10m), Cell(1, 2, 19m));
        var bound = Make(Rule(), Relation.AtMost, "", "", [whole], [Cell(7, 7, 30m)]);
        var open = Sum(one, Cell(7, 8, 10m));
        open.CannotTell(new Message("缺", "missing"));
        Assert.Equal(3, Repairs([Sum(whole, one, other), bound, open]).Count);
        Assert.Empty(new EquationSystem([bound], []).SmallestRepairs([bound]));
    }

    [Fact]
    public void SmallestRepairs_moreThanThreeCellsAmiss_findsNone()
    {
        var equations = Enumerable.Range(0, 4).Select(static i => Sum(Cell(i, 1, 30m), Cell(i, 2, 29m))).ToList();
        Assert.Empty(Repairs(equations));
    }

    private static List<IReadOnlyList<CellChange>> Repairs(List<Equation> equations) =>
        new EquationSystem(equations, []).SmallestRepairs(equations.FindAll(static equation => equation.Verdict == Verdict.Broken));
}
