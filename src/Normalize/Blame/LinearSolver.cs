namespace Gouji.Normalize.Blame;

/// <summary>Solves a few linear equations in a few unknowns exactly, in decimal.</summary>
internal static class LinearSolver
{
    /// <summary>
    /// Takes independent equations from the front until each unknown is determined, and solves these. False where they do not
    /// determine all unknowns. That the rest agree is for the caller to check.
    /// </summary>
    public static bool TrySolve(int unknowns, IEnumerable<(decimal[] Coefficients, decimal Value)> equations, Span<decimal> solution)
    {
        var pivots = new List<(int Column, decimal[] Coefficients, decimal Value)>(unknowns);
        foreach (var (source, constant) in equations)
        {
            var coefficients = (decimal[])source.Clone();
            var value = constant;
            foreach (var pivot in pivots)
            {
                var factor = coefficients[pivot.Column];
                if (factor != 0)
                {
                    for (var i = 0; i < unknowns; i++)
                    {
                        coefficients[i] -= factor * pivot.Coefficients[i];
                    }

                    value -= factor * pivot.Value;
                }
            }

            var column = Array.FindIndex(coefficients, static coefficient => coefficient != 0);
            if (column < 0)
            {
                continue;
            }

            var lead = coefficients[column];
            for (var i = 0; i < unknowns; i++)
            {
                coefficients[i] /= lead;
            }

            pivots.Add((column, coefficients, value / lead));
            if (pivots.Count == unknowns)
            {
                break;
            }
        }

        if (pivots.Count < unknowns)
        {
            return false;
        }

        for (var p = pivots.Count - 1; p >= 0; p--)
        {
            var (column, coefficients, value) = pivots[p];
            for (var later = p + 1; later < pivots.Count; later++)
            {
                value -= coefficients[pivots[later].Column] * solution[pivots[later].Column];
            }

            solution[column] = value;
        }

        return true;
    }
}
