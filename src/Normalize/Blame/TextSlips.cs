using Gouji.Model;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Blame;

/// <summary>A broken result of a built-in check, and the rule that it breaks.</summary>
internal readonly record struct BrokenResult(Rule Rule, CheckResult Result);

/// <summary>A figure and what it should be.</summary>
/// <param name="Fact">The figure.</param>
/// <param name="Value">What it should be, in yuan where it is money.</param>
/// <param name="IsExact">False where a percentage alone tells it, so that its neighbours would do as well.</param>
internal sealed record FigureRepair(Fact Fact, decimal Value, bool IsExact);

/// <summary>Broken results of one cause.</summary>
/// <param name="Broken">The results, in the order of the rulebook and of the document.</param>
/// <param name="Repairs">The figures any of which mends them all; empty for a result by itself.</param>
internal sealed record TextSlip(IReadOnlyList<BrokenResult> Broken, IReadOnlyList<FigureRepair> Repairs);

/// <summary>
/// Finds the figures of sentences whose replacement makes every broken check that they stand in hold and breaks none that held: one wrong
/// figure is one fault, however many checks it breaks (Fellegi and Holt, see <see cref="EquationSystem"/>). Where no figure does so alone,
/// two may that each have a check of their own to tell what they should be.
/// </summary>
internal sealed class TextSlips
{
    private readonly IReadOnlyList<BrokenResult> _broken;
    private readonly Predicate<Place> _isConfirmed;
    private readonly Dictionary<Place, (Fact Fact, List<int> Broken)> _figures = [];
    private readonly Dictionary<Place, List<Check>> _held = [];

    /// <summary>Looks at the results of a document.</summary>
    /// <param name="broken">The broken results.</param>
    /// <param name="results">All results.</param>
    /// <param name="isConfirmed">Whether equations between tables confirm a cell: then it is not what is wrong.</param>
    public TextSlips(IReadOnlyList<BrokenResult> broken, IEnumerable<CheckResult> results, Predicate<Place> isConfirmed)
    {
        _broken = broken;
        _isConfirmed = isConfirmed;
        for (var i = 0; i < broken.Count; i++)
        {
            foreach (var fact in FiguresOf(broken[i].Result.Arithmetic))
            {
                (_figures.TryGetValue(fact.Place, out var known) ? known : _figures[fact.Place] = (fact, [])).Broken.Add(i);
            }
        }

        foreach (var result in results)
        {
            // What holds by another reading than its arithmetic does not depend on the figures alone.
            if (result is { Verdict: Verdict.Holds or Verdict.HoldsWithinRounding, Arithmetic: { } check } && HasBrokenFigure(check) && CheckTrial.HoldsWith(check, CheckTrial.AsPrinted))
            {
                foreach (var fact in FiguresOf(check).Where(fact => _figures.ContainsKey(fact.Place)))
                {
                    (_held.TryGetValue(fact.Place, out var list) ? list : _held[fact.Place] = []).Add(check);
                }
            }
        }
    }

    private bool HasBrokenFigure(Check check)
    {
        foreach (var term in check.Terms)
        {
            if (_figures.ContainsKey(term.Fact.Place))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All broken results, those of one slip together, in the order of their first.</summary>
    public IEnumerable<TextSlip> Find()
    {
        var slips = new SortedDictionary<int, TextSlip>();
        var taken = new HashSet<int>();
        foreach (var (members, repairs) in Singles())
        {
            slips[members[0]] = new TextSlip(members.ConvertAll(i => _broken[i]), repairs);
            taken.UnionWith(members);
        }

        foreach (var (members, repair) in Pairs(taken).ToList())
        {
            slips[members[0]] = new TextSlip(members.ConvertAll(i => _broken[i]), [repair]);
        }

        for (var i = 0; i < _broken.Count; i++)
        {
            if (!taken.Contains(i))
            {
                slips[i] = new TextSlip([_broken[i]], []);
            }
        }

        return slips.Values;
    }

    /// <summary>Sets of two or more results that one figure mends, largest first; those that overlap with another as large are left alone.</summary>
    private List<(List<int> Members, List<FigureRepair> Repairs)> Singles()
    {
        var groups = new List<(List<int> Members, List<FigureRepair> Repairs)>();
        foreach (var (fact, members) in _figures.Values)
        {
            if (members.Count < 2 || Repair(fact, members) is not { } repair)
            {
                continue;
            }

            var same = groups.FindIndex(group => group.Members.SequenceEqual(members));
            if (same >= 0)
            {
                groups[same].Repairs.Add(repair);
            }
            else
            {
                groups.Add((members, [repair]));
            }
        }

        groups.RemoveAll(static group => !group.Repairs.Exists(static repair => repair.Fact.Source == FactSource.Text));
        return groups.FindAll(group => !groups.Exists(other => other.Members.Count >= group.Members.Count && other.Members != group.Members && other.Members.Intersect(group.Members).Any()));
    }

    /// <summary>What a figure must be for all of these results to hold and no other to break; null where there is no such value.</summary>
    private FigureRepair? Repair(Fact fact, List<int> members)
    {
        if (_isConfirmed(fact.Place))
        {
            return null;
        }

        var checks = members.ConvertAll(i => _broken[i].Result.Arithmetic!);
        foreach (var value in Solutions(fact, members))
        {
            if (Mends([(fact, value)]))
            {
                return new FigureRepair(fact, value, IsExact: true);
            }
        }

        return checks.TrueForAll(static check => check.IsRatio) && OfRatios(fact, checks) is { } between && Mends([(fact, between)]) ? new FigureRepair(fact, between, IsExact: false) : null;
    }

    /// <summary>The values that the equalities among these results give a figure.</summary>
    private IEnumerable<decimal> Solutions(Fact fact, IEnumerable<int> members) =>
        members.Select(i => CheckTrial.Solve(_broken[i].Result.Arithmetic!, fact)).OfType<decimal>().Where(value => value != CheckTrial.Value(fact)).Distinct();

    /// <summary>The value in the middle of what several percentages allow, in the places that are printed.</summary>
    private static decimal? OfRatios(Fact fact, List<Check> ratios)
    {
        var (least, greatest) = (decimal.MinValue, decimal.MaxValue);
        foreach (var ratio in ratios)
        {
            if (CheckTrial.Range(ratio, fact) is not { } range)
            {
                return null;
            }

            (least, greatest) = (Math.Max(least, range.Least), Math.Min(greatest, range.Greatest));
        }

        return least <= greatest && fact.Amount is { HalfPlace: > 0 and var half } ? decimal.Round((least + greatest) / 2 / (2 * half)) * 2 * half : null;
    }

    /// <summary>Two figures that are wrong at once, with a check that they share.</summary>
    private IEnumerable<(List<int> Members, FigureRepair Repair)> Pairs(HashSet<int> taken)
    {
        // Each has a check of its own beside the one that they share.
        var figures = _figures.Values.Where(figure => figure.Fact.Source == FactSource.Text && figure.Broken.Count > 1 && !figure.Broken.Exists(taken.Contains)).ToList();
        for (var i = 0; i < figures.Count; i++)
        {
            var (first, firstBroken) = figures[i];
            for (var j = i + 1; j < figures.Count; j++)
            {
                var (second, secondBroken) = figures[j];
                var shared = firstBroken.FindAll(secondBroken.Contains);
                var (own, others) = (firstBroken.FindAll(broken => !shared.Contains(broken)), secondBroken.FindAll(broken => !shared.Contains(broken)));
                if (shared.Count == 0 || own.Count == 0 || others.Count == 0 || firstBroken.Exists(taken.Contains) || secondBroken.Exists(taken.Contains))
                {
                    continue;
                }

                var values = Solutions(first, own).SelectMany(_ => Solutions(second, others), static (one, other) => (One: one, Other: other)).Where(pair => Mends([(first, pair.One), (second, pair.Other)])).ToList();
                if (values is [var (one, other)])
                {
                    // The check that both break is told with the first of them.
                    taken.UnionWith(firstBroken);
                    taken.UnionWith(others);
                    yield return (firstBroken, new FigureRepair(first, one, IsExact: true));
                    yield return (others, new FigureRepair(second, other, IsExact: true));
                }
            }
        }
    }

    private bool Mends(ReadOnlySpan<(Fact Fact, decimal Value)> repairs)
    {
        var values = new Dictionary<Place, decimal>();
        foreach (var (fact, value) in repairs)
        {
            values[fact.Place] = value;
        }

        foreach (var (fact, _) in repairs)
        {
            if (!_figures[fact.Place].Broken.TrueForAll(i => CheckTrial.HoldsWith(_broken[i].Result.Arithmetic!, values)) || !_held.GetValueOrDefault(fact.Place, []).TrueForAll(check => CheckTrial.HoldsWith(check, values)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The figures of a check, each once.</summary>
    private static List<Fact> FiguresOf(Check? check)
    {
        var figures = new List<Fact>();
        foreach (var term in check?.Terms ?? [])
        {
            if (term.Fact is { State: FactState.Value or FactState.Zero } fact && !figures.Exists(known => known.Place == fact.Place))
            {
                figures.Add(fact);
            }
        }

        return figures;
    }
}
