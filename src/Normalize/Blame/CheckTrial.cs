using Gouji.Model;

namespace Gouji.Normalize.Blame;

/// <summary>A check as it would come out with other figures. Values are in yuan where they are money, else as printed.</summary>
internal static class CheckTrial
{
    /// <summary>No figure has another value than the one printed.</summary>
    public static IReadOnlyDictionary<Place, decimal> AsPrinted { get; } = new Dictionary<Place, decimal>();

    /// <summary>The value of a figure as printed.</summary>
    public static decimal Value(Fact fact) => fact.Amount?.Yuan ?? fact.Stated ?? 0;

    /// <summary>Whether a check holds within its rounding where figures have other values, by their places.</summary>
    public static bool HoldsWith(Check check, IReadOnlyDictionary<Place, decimal> values)
    {
        if (check is not { Difference: { } difference })
        {
            return false;
        }

        if (check.IsRatio)
        {
            var trial = Sides(check, values);
            return trial.Divisor != 0 && Math.Abs(trial.Percent - (100 * trial.Numerator / trial.Divisor)) <= Slack(check, trial);
        }

        foreach (var term in check.Terms)
        {
            difference += (term.Right ? -term.Coefficient : term.Coefficient) * (Of(term.Fact, values) - Value(term.Fact));
        }

        return Math.Abs(difference) <= (check.Slack ?? 0) || (check.AtMost && difference < 0);
    }

    /// <summary>What a figure must be for the sides of an equality to be equal; null for bounds and ratios, or where the figure cancels.</summary>
    public static decimal? Solve(Check check, Fact figure)
    {
        if (check.IsRatio || check.AtMost || check.Difference is not { } difference)
        {
            return null;
        }

        var coefficient = Coefficient(check, figure.Place, static term => term.Right ? -1 : 1);
        return coefficient == 0 ? null : Value(figure) - (difference / coefficient);
    }

    /// <summary>The least and the greatest value of a figure that give the percentage of a ratio within its rounding; null where none does.</summary>
    public static (decimal Least, decimal Greatest)? Range(Check check, Fact figure)
    {
        // 100 (n + N v) = p (d + D v), where v is the figure.
        var printed = Sides(check, AsPrinted);
        var (top, below) = (Coefficient(check, figure.Place, static term => term.Right && !term.Divisor ? 1 : 0), Coefficient(check, figure.Place, static term => term.Divisor ? 1 : 0));
        if (printed.Divisor == 0 || (top == 0 && below == 0) || At(printed.Percent) is not { } middle)
        {
            return null;
        }

        var trial = Sides(check, new Dictionary<Place, decimal> { [figure.Place] = middle });
        if (trial.Divisor == 0)
        {
            return null;
        }

        var slack = Slack(check, trial);
        var isOneBranch = Math.Sign((100 * top) - ((printed.Percent - slack) * below)) == Math.Sign((100 * top) - ((printed.Percent + slack) * below));
        return isOneBranch && At(printed.Percent - slack) is { } one && At(printed.Percent + slack) is { } other ? (Math.Min(one, other), Math.Max(one, other)) : null;

        decimal? At(decimal percent)
        {
            var slope = (100 * top) - (percent * below);
            var value = Value(figure);
            return slope == 0 ? null : ((percent * (printed.Divisor - (below * value))) - (100 * (printed.Numerator - (top * value)))) / slope;
        }
    }

    private static decimal Coefficient(Check check, Place place, Func<Term, int> sign) =>
        check.Terms.Where(term => term.Fact.Place == place).Sum(term => sign(term) * term.Coefficient);

    private static decimal Of(Fact fact, IReadOnlyDictionary<Place, decimal> values) => values.Count > 0 && values.TryGetValue(fact.Place, out var value) ? value : Value(fact);

    private static (decimal Percent, decimal Numerator, decimal Divisor) Sides(Check check, IReadOnlyDictionary<Place, decimal> values)
    {
        var (percent, numerator, divisor) = (0m, 0m, 0m);
        foreach (var term in check.Terms)
        {
            var value = term.Coefficient * Of(term.Fact, values);
            percent += term.Right ? 0 : value;
            numerator += term.Right && !term.Divisor ? value : 0;
            divisor += term.Divisor ? value : 0;
        }

        return (percent, numerator, divisor);
    }

    /// <summary>The rounding of a ratio: that of its percentage, which stays, and that of its amounts, which counts for more the smaller the divisor is.</summary>
    private static decimal Slack(Check check, (decimal Percent, decimal Numerator, decimal Divisor) trial)
    {
        var top = check.Terms.Where(static term => term.Right && !term.Divisor).Sum(static term => term.Fact.Amount?.HalfPlace ?? 0);
        var below = check.Terms.Where(static term => term.Divisor).Sum(static term => term.Fact.Amount?.HalfPlace ?? 0);
        return (check.Slack ?? 0) - Spread(Sides(check, AsPrinted)) + Spread(trial);

        decimal Spread((decimal Percent, decimal Numerator, decimal Divisor) sides) =>
            sides.Divisor == 0 ? 0 : 100 * ((top / Math.Abs(sides.Divisor)) + (below / Math.Abs(sides.Divisor) * Math.Abs(sides.Numerator / sides.Divisor)));
    }
}
