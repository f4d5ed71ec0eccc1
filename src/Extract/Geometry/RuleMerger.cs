namespace Gouji.Extract.Geometry;

/// <summary>
/// Makes one rule of the many pieces that programs draw it with: a piece a cell, dashes, and the two lines of a double border.
/// </summary>
internal static class RuleMerger
{
    /// <summary>Dashes and dots stand nearer to each other than this.</summary>
    private const double DashGap = 4;

    public static List<Rule> Merge(List<Rule> rules)
    {
        var sorted = rules.ToArray();
        Array.Sort(sorted, static (a, b) => a.IsHorizontal != b.IsHorizontal ? a.IsHorizontal.CompareTo(b.IsHorizontal) : a.At.CompareTo(b.At));
        var merged = new List<Rule>();
        for (var first = 0; first < sorted.Length;)
        {
            var end = first + 1;
            while (end < sorted.Length && sorted[end].IsHorizontal == sorted[first].IsHorizontal && sorted[end].At - sorted[first].At <= Rule.Near)
            {
                end++;
            }

            MergeAlong(sorted.AsSpan(first, end - first), merged);
            first = end;
        }

        return merged;
    }

    private static void MergeAlong(Span<Rule> line, List<Rule> merged)
    {
        line.Sort(static (a, b) => a.From.CompareTo(b.From));
        var (from, to) = (line[0].From, line[0].To);
        var (weight, weighted) = (0.0, 0.0);
        foreach (ref readonly var rule in line)
        {
            if (rule.From > to + DashGap)
            {
                merged.Add(new Rule(rule.IsHorizontal, weighted / weight, from, to));
                (from, to, weight, weighted) = (rule.From, rule.To, 0, 0);
            }

            to = Math.Max(to, rule.To);
            var length = rule.To - rule.From + 0.01;
            weight += length;
            weighted += length * rule.At;
        }

        merged.Add(new Rule(line[0].IsHorizontal, weighted / weight, from, to));
    }
}
