using Gouji.Model;
using Gouji.Normalize;

namespace Gouji.Corpus.Tests.Mutations;

/// <summary>
/// The equations that were evaluated in a consistent document, recomputed with other figures: what none of them would notice no rule can
/// be asked to report.
/// </summary>
internal sealed class Identities
{
    private readonly Dictionary<Fact, List<Check>> _checks = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(int Block, int Start), Fact> _facts = [];

    public Identities(Reconciliation reconciliation)
    {
        foreach (var check in reconciliation.Checks.Where(static check => check is { Verdict: Verdict.Holds or Verdict.HoldsWithinRounding, Left: not null, Right: not null }))
        {
            foreach (var fact in check.Terms.Select(static term => term.Fact).Where(static fact => fact is { Source: FactSource.Text, State: not FactState.Blank }))
            {
                // Each check makes the fact of a claim anew: the place tells that it is the same.
                var key = (fact.Place.Block, fact.Place.Span.Start);
                if (!_facts.TryGetValue(key, out var own))
                {
                    _facts[key] = own = fact;
                    _checks[own] = [];
                }

                _checks[own].Add(check);
            }
        }
    }

    /// <summary>The figures of sentences that are terms of an evaluated equation, in reading order.</summary>
    public IEnumerable<Fact> Covered => _facts.OrderBy(static pair => pair.Key).Select(static pair => pair.Value);

    /// <summary>Whether an equation no longer holds within its rounding.</summary>
    public bool Notice(IReadOnlyDictionary<Fact, decimal> values) =>
        values.Keys.SelectMany(fact => _checks[fact]).Distinct().Any(check => Breaks(check, fact => values.TryGetValue(Own(fact), out var value) ? value : Value(fact)));

    private Fact Own(Fact fact) => fact.Source == FactSource.Text && _facts.TryGetValue((fact.Place.Block, fact.Place.Span.Start), out var own) ? own : fact;

    private static decimal Value(Fact fact) => fact.Amount?.Yuan ?? fact.Stated ?? 0;

    private static bool Breaks(Check check, Func<Fact, decimal> value)
    {
        if (check.Terms[0].Fact.Measure is Measure.Share)
        {
            var (share, part) = (check.Terms[0].Fact, check.Terms[1].Fact);
            return Value(part) == 0 ? value(part) != 0 || value(share) != 0
                : Math.Abs(value(share) - (check.Right!.Value * value(part) / Value(part))) > check.Slack;
        }

        if (check.Terms[0].Fact.Measure is Measure.Rate)
        {
            var owner = check.Terms[^1].Fact;
            var change = check.Terms.Skip(1).Select(static term => term.Fact).FirstOrDefault(static fact => fact.Measure == Measure.Change);
            var stated = check.Terms.Skip(1).Select(static term => term.Fact).FirstOrDefault(static fact => fact.Measure == Measure.PreviousYear);
            var previous = stated is not null ? value(stated) : value(owner) - value(change!);
            var moved = change is not null ? value(change) : value(owner) - previous;

            // A rate on nothing cannot be told, so it is not for this equation.
            return previous > 0 && Math.Abs(value(check.Terms[0].Fact) - (100 * moved / previous)) > check.Slack;
        }

        var left = Sum(false, value);
        var right = Sum(true, value) + check.Right!.Value - Sum(true, Value);
        return check.AtMost ? left > right + check.Slack : Math.Abs(left - right) > check.Slack;

        decimal Sum(bool side, Func<Fact, decimal> of) => check.Terms.Where(term => term.Right == side).Sum(term => term.Coefficient * of(term.Fact));
    }
}
