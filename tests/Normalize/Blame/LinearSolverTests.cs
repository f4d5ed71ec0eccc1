using CsCheck;
using Gouji.Normalize.Blame;

namespace Gouji.Normalize.Tests.Blame;

public sealed class LinearSolverTests
{
    [Fact]
    public void TrySolve_independentEquations_solvesThem()
    {
        Span<decimal> solution = stackalloc decimal[2];
        Assert.True(LinearSolver.TrySolve(2, [([1, 1], 5), ([1, -1], 1)], solution));
        Assert.Equal([3m, 2m], solution.ToArray());
    }

    [Fact]
    public void TrySolve_dependentEquationsInFront_arePassedOver()
    {
        Span<decimal> solution = stackalloc decimal[2];
        Assert.True(LinearSolver.TrySolve(2, [([1, 1], 5), ([2, 2], 10), ([0, 0], 0), ([0, 3], 6)], solution));
        Assert.Equal([3m, 2m], solution.ToArray());
    }

    [Fact]
    public void TrySolve_tooFewEquations_isRefused()
    {
        Span<decimal> solution = stackalloc decimal[2];
        Assert.False(LinearSolver.TrySolve(2, [([1, 1], 5), ([2, 2], 10)], solution));
    }

    [Fact]
    public void TrySolve_noEquations_isRefused() => Assert.False(LinearSolver.TrySolve(1, [], new decimal[1]));

    [Fact]
    public void TrySolve_anySolvableSystemOfSums_findsItsSolutionExactly() =>
        Gen.Select(Gen.Int[-1, 1].Array[9], Gen.Int[-9999, 9999].Array[3]).Where(static (matrix, _) => Determinant(matrix) != 0).Sample((matrix, wanted) =>
        {
            var equations = Enumerable.Range(0, 3).Select(row =>
            {
                var coefficients = matrix.Skip(3 * row).Take(3).Select(static value => (decimal)value).ToArray();
                return (coefficients, coefficients.Zip(wanted).Sum(static pair => pair.First * pair.Second / 100m));
            });
            var solution = new decimal[3];
            Assert.True(LinearSolver.TrySolve(3, equations, solution));
            Assert.All(solution.Zip(wanted), static pair => Assert.Equal(pair.Second / 100m, decimal.Round(pair.First, 20)));
        });

    private static int Determinant(int[] m) =>
        (m[0] * ((m[4] * m[8]) - (m[5] * m[7]))) - (m[1] * ((m[3] * m[8]) - (m[5] * m[6]))) + (m[2] * ((m[3] * m[7]) - (m[4] * m[6])));
}
