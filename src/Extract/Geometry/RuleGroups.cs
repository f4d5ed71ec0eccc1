using System.Runtime.InteropServices;

namespace Gouji.Extract.Geometry;

/// <summary>Sorts the rules of a page into groups that hang together: each table is one, underlines and lone lines are none.</summary>
internal static class RuleGroups
{
    /// <summary>Merged rules stand in order but for those that were near each other.</summary>
    private const double Slack = Rule.Near * 3;

    /// <summary>The groups that have rules both ways, in no particular order.</summary>
    public static List<List<Rule>> Of(List<Rule> merged)
    {
        var rules = CollectionsMarshal.AsSpan(merged);
        var parents = new int[rules.Length];
        for (var i = 0; i < parents.Length; i++)
        {
            parents[i] = i;
        }

        // Merged rules come horizontals last or first, but always in two stretches.
        var split = 0;
        while (split < rules.Length && rules[split].IsHorizontal == rules[0].IsHorizontal)
        {
            split++;
        }

        for (var i = 0; i < split; i++)
        {
            for (var j = FirstFrom(rules, split, rules[i].From - Slack); j < rules.Length && rules[j].At <= rules[i].To + Slack; j++)
            {
                if (rules[i].Meets(rules[j]))
                {
                    parents[Root(parents, i)] = Root(parents, j);
                }
            }
        }

        var groups = new Dictionary<int, List<Rule>>();
        for (var i = 0; i < rules.Length; i++)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, Root(parents, i), out _);
            (group ??= []).Add(rules[i]);
        }

        return groups.Values.Where(static group => group.Exists(static rule => rule.IsHorizontal) && group.Exists(static rule => !rule.IsHorizontal)).ToList();
    }

    /// <summary>The first of the rules from <paramref name="low"/> on, which stand in order, that stands no sooner than told.</summary>
    private static int FirstFrom(ReadOnlySpan<Rule> rules, int low, double at)
    {
        var high = rules.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rules[middle].At < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int Root(int[] parents, int index)
    {
        while (parents[index] != index)
        {
            index = parents[index] = parents[parents[index]];
        }

        return index;
    }
}
