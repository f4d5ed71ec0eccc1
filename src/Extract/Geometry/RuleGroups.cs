using System.Runtime.InteropServices;

namespace Gouji.Extract.Geometry;

/// <summary>Sorts the rules of a page into groups that hang together: each table is one, underlines and lone lines are none.</summary>
internal static class RuleGroups
{
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
            for (var j = split; j < rules.Length; j++)
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

    private static int Root(int[] parents, int index)
    {
        while (parents[index] != index)
        {
            index = parents[index] = parents[parents[index]];
        }

        return index;
    }
}
