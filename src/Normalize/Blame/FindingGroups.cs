using Gouji.Model;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Blame;

/// <summary>
/// Groups broken equations by their root cause: those that share a cell; those of one rule on one item; those of one rule that differ by
/// one amount between the same two tables, such as a total and the class that it counts; those of one rule whose differences cancel,
/// since money booked under the wrong item is one fault; and the bounds of one rule.
/// </summary>
internal static class FindingGroups
{
    public static List<List<Equation>> Of(IReadOnlyList<Equation> broken)
    {
        var parents = new int[broken.Count];
        for (var i = 0; i < parents.Length; i++)
        {
            parents[i] = i;
        }

        JoinByFact(broken, parents);
        JoinBounds(broken, parents);
        JoinByRule(broken, parents);
        var groups = new SortedDictionary<int, List<Equation>>();
        for (var i = 0; i < broken.Count; i++)
        {
            var root = Find(parents, i);
            if (!groups.TryGetValue(root, out var group))
            {
                groups[root] = group = [];
            }

            group.Add(broken[i]);
        }

        return [.. groups.Values];
    }

    private static void JoinByFact(IReadOnlyList<Equation> broken, int[] parents)
    {
        var owner = new Dictionary<Fact, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < broken.Count; i++)
        {
            if (broken[i].Relation == Relation.AtMost || broken[i].IsCount)
            {
                continue;
            }

            foreach (var term in broken[i].Terms)
            {
                // A blank cell ties nothing together unless its own figure is what is missing.
                if (term.Fact.State is FactState.Value or FactState.Zero)
                {
                    if (owner.TryGetValue(term.Fact, out var other))
                    {
                        Join(parents, i, other);
                    }
                    else
                    {
                        owner[term.Fact] = i;
                    }
                }
            }
        }
    }

    /// <summary>A bound that breaks on a figure of a broken equality is further evidence of the same fault.</summary>
    private static void JoinBounds(IReadOnlyList<Equation> broken, int[] parents)
    {
        for (var i = 0; i < broken.Count; i++)
        {
            for (var j = 0; j < broken.Count && broken[i].Relation == Relation.AtMost; j++)
            {
                if (broken[j].Relation != Relation.AtMost && !broken[j].IsCount
                    && broken[i].Terms.Exists(term => term.Fact.State == FactState.Value && broken[j].Terms.Exists(other => ReferenceEquals(other.Fact, term.Fact))))
                {
                    Join(parents, i, j);
                }
            }
        }
    }

    private static void JoinByRule(IReadOnlyList<Equation> broken, int[] parents)
    {
        for (var i = 0; i < broken.Count; i++)
        {
            decimal sum = broken[i].Left - broken[i].Right;
            var same = new List<int>();
            for (var j = 0; j < broken.Count; j++)
            {
                if (j == i || broken[j].Rule.Id != broken[i].Rule.Id)
                {
                    continue;
                }

                if (broken[i].Relation == Relation.AtMost || SameItem(broken[i], broken[j]) || SameGap(broken[i], broken[j]))
                {
                    Join(parents, i, j);
                }
                else if (broken[i].Formula.Length > 0 && broken[i].Formula == broken[j].Formula)
                {
                    same.Add(j);
                    sum += broken[j].Left - broken[j].Right;
                }
            }

            if (same.Count > 0 && sum == 0)
            {
                foreach (var j in same)
                {
                    Join(parents, i, j);
                }
            }
        }
    }

    /// <summary>One item in two comparisons of one rule: the same code, against different tables.</summary>
    private static bool SameItem(Equation one, Equation other)
    {
        var (a, b) = (one.Subject.En, other.Subject.En);
        var (endA, endB) = (a.IndexOf(" (tables", StringComparison.Ordinal), b.IndexOf(" (tables", StringComparison.Ordinal));
        return endA > 0 && endA == endB && a.AsSpan(0, endA).SequenceEqual(b.AsSpan(0, endB));
    }

    /// <summary>One amount more in one table than in another, told twice.</summary>
    private static bool SameGap(Equation one, Equation other) =>
        one.Relation == Relation.Equal && other.Relation == Relation.Equal && !one.IsCount && !other.IsCount
        && one.Left - one.Right == other.Left - other.Right
        && Tables(one) is [_, _] tables && Tables(other).SequenceEqual(tables);

    private static List<int> Tables(Equation equation) =>
        [.. equation.Terms.Select(static term => term.Fact.Place.Table).OfType<int>().Distinct().Order()];

    private static void Join(int[] parents, int one, int other)
    {
        var (a, b) = (Find(parents, one), Find(parents, other));
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int Find(int[] parents, int i)
    {
        while (parents[i] != i)
        {
            i = parents[i];
        }

        return i;
    }
}
