using Gouji.Model;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Blame;

/// <summary>A change of one cell: the fact and by how much it must change, in yuan.</summary>
internal readonly record struct CellChange(Fact Fact, decimal Delta);

/// <summary>
/// All equalities of one document over its cells, for finding the smallest set of cells whose change makes every equation hold
/// (Fellegi and Holt, A Systematic Approach to Automatic Edit and Imputation, JASA 71, 1976).
/// </summary>
internal sealed class EquationSystem
{
    private const int LargestSet = 3;
    private const int MostCandidatesForPairs = 80;
    private const int MostCandidatesForTriples = 24;

    private readonly Dictionary<Fact, List<Entry>> _byFact = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Fact> _fixed;
    private readonly Dictionary<Equation, Entry> _entries = new(ReferenceEqualityComparer.Instance);

    /// <param name="equations">All equations of the document.</param>
    /// <param name="fixedFacts">Cells that are not to be changed: those of forms that are empty on purpose.</param>
    public EquationSystem(IEnumerable<Equation> equations, HashSet<Fact> fixedFacts)
    {
        _fixed = fixedFacts;
        foreach (var equation in equations)
        {
            if (equation.Relation == Relation.AtMost || equation.IsCount || equation.Verdict == Verdict.CannotTell)
            {
                continue;
            }

            var entry = new Entry(equation);
            _entries[equation] = entry;
            foreach (var fact in entry.Coefficients.Keys)
            {
                if (!_byFact.TryGetValue(fact, out var list))
                {
                    _byFact[fact] = list = [];
                }

                list.Add(entry);
            }
        }
    }

    private sealed class Entry
    {
        public Entry(Equation equation)
        {
            Equation = equation;
            foreach (var term in equation.Terms)
            {
                var signed = term.Right ? -term.Coefficient : term.Coefficient;
                Coefficients[term.Fact] = Coefficients.GetValueOrDefault(term.Fact) + signed;
            }
        }

        public Equation Equation { get; }

        /// <summary>Coefficient of each fact in left − right.</summary>
        public Dictionary<Fact, decimal> Coefficients { get; } = new(ReferenceEqualityComparer.Instance);

        public decimal Residual => Equation.Left - Equation.Right;

        public bool HoldsWith(IReadOnlyList<Fact> facts, ReadOnlySpan<decimal> deltas)
        {
            var residual = Residual;
            for (var i = 0; i < facts.Count; i++)
            {
                residual += Coefficients.GetValueOrDefault(facts[i]) * deltas[i];
            }

            return Math.Abs(residual) <= Equation.Slack;
        }
    }

    /// <summary>
    /// The smallest sets of cells, all of one size, whose change makes the broken equations hold and breaks no other; empty where
    /// no set of up to three cells does.
    /// </summary>
    public List<IReadOnlyList<CellChange>> SmallestRepairs(IReadOnlyList<Equation> broken)
    {
        var entries = broken.Where(_entries.ContainsKey).Select(equation => _entries[equation]).ToList();
        if (entries.Count != broken.Count || entries.Count == 0)
        {
            return [];
        }

        var candidates = new List<Fact>();
        var seen = new HashSet<Fact>(ReferenceEqualityComparer.Instance);
        foreach (var fact in entries.SelectMany(static entry => entry.Coefficients.Keys))
        {
            if (!_fixed.Contains(fact) && seen.Add(fact))
            {
                candidates.Add(fact);
            }
        }

        for (var size = 1; size <= LargestSet; size++)
        {
            if ((size == 2 && candidates.Count > MostCandidatesForPairs) || (size == 3 && candidates.Count > MostCandidatesForTriples))
            {
                break;
            }

            var repairs = new List<IReadOnlyList<CellChange>>();
            Extend([], 0, size, candidates, entries, repairs);
            if (repairs.Count > 0)
            {
                return repairs;
            }
        }

        return [];
    }

    private void Extend(List<Fact> chosen, int from, int size, List<Fact> candidates, List<Entry> broken, List<IReadOnlyList<CellChange>> repairs)
    {
        if (chosen.Count == size)
        {
            if (Solve(chosen, broken) is { } repair)
            {
                repairs.Add(repair);
            }

            return;
        }

        for (var i = from; i < candidates.Count; i++)
        {
            chosen.Add(candidates[i]);
            Extend(chosen, i + 1, size, candidates, broken, repairs);
            chosen.RemoveAt(chosen.Count - 1);
        }

        // The last cell may be one that only holding equations know: the companion that keeps them in balance.
        if (size > 1 && chosen.Count == size - 1)
        {
            foreach (var companion in Companions(chosen, candidates))
            {
                chosen.Add(companion);
                if (Solve(chosen, broken) is { } repair)
                {
                    repairs.Add(repair);
                }

                chosen.RemoveAt(chosen.Count - 1);
            }
        }
    }

    private HashSet<Fact> Companions(List<Fact> chosen, List<Fact> candidates)
    {
        var companions = new HashSet<Fact>(ReferenceEqualityComparer.Instance);
        var known = new HashSet<Fact>(candidates, ReferenceEqualityComparer.Instance);
        foreach (var fact in chosen)
        {
            foreach (var entry in _byFact[fact])
            {
                foreach (var other in entry.Coefficients.Keys)
                {
                    if (!known.Contains(other) && !_fixed.Contains(other))
                    {
                        companions.Add(other);
                    }
                }
            }
        }

        return companions;
    }

    /// <summary>The changes of the chosen cells that mend everything they touch; null where there are none, or a cell would not change.</summary>
    private List<CellChange>? Solve(List<Fact> facts, List<Entry> broken)
    {
        foreach (var entry in broken)
        {
            if (!facts.Exists(entry.Coefficients.ContainsKey))
            {
                return null;
            }
        }

        var touched = facts.SelectMany(fact => _byFact[fact]).Distinct().ToList();
        Span<decimal> deltas = stackalloc decimal[facts.Count];
        if (!LinearSolver.TrySolve(facts.Count, Rows(), deltas))
        {
            return null;
        }

        for (var i = 0; i < facts.Count; i++)
        {
            var amount = facts[i].Amount?.Yuan ?? 0;
            if (deltas[i] == 0 || (amount >= 0 && amount + deltas[i] < 0))
            {
                return null;
            }
        }

        foreach (var entry in touched)
        {
            if (!entry.HoldsWith(facts, deltas))
            {
                return null;
            }
        }

        var changes = new List<CellChange>(facts.Count);
        for (var i = 0; i < facts.Count; i++)
        {
            changes.Add(new CellChange(facts[i], deltas[i]));
        }

        return changes;

        IEnumerable<(decimal[] Coefficients, decimal Value)> Rows()
        {
            foreach (var entry in broken.Concat(touched.Where(entry => entry.Equation.Verdict != Verdict.Broken)))
            {
                yield return (facts.ConvertAll(fact => entry.Coefficients.GetValueOrDefault(fact)).ToArray(), entry.Equation.Verdict == Verdict.Broken ? -entry.Residual : 0);
            }
        }
    }
}
