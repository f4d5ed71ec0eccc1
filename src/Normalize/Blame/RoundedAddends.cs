using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Blame;

/// <summary>
/// Tells a difference that rounding makes from one that it does not. A total may be added up from rounded details in one form and
/// rounded from the ledger in another; then they differ by more than two printed figures may, though none is wrong. Only one place
/// beyond the printed ones is taken for this, and only where the details are many enough to make it up.
/// </summary>
internal sealed class RoundedAddends(FormIndex index)
{
    private Dictionary<Fact, decimal>? _envelopes;

    /// <summary>True where a broken equation is explained so.</summary>
    public bool Explain(Equation equation)
    {
        if (equation.Verdict != Verdict.Broken || equation.Relation == Relation.Same || equation.IsCount || equation.OneSideBlank)
        {
            return false;
        }

        decimal place = 0, envelope = 0;
        _envelopes ??= Envelopes();
        foreach (var term in equation.Terms)
        {
            if (term.Fact.Amount is { Yuan: not 0 } amount)
            {
                place = Math.Max(place, 2 * amount.HalfPlace);
                envelope = Math.Max(envelope, _envelopes.GetValueOrDefault(term.Fact));
            }
        }

        var excess = Math.Abs(equation.Left - equation.Right) - equation.Slack;
        return excess > 0 && excess <= place && excess <= envelope;
    }

    /// <summary>By how much rounding may part each total from the sum of its details.</summary>
    private Dictionary<Fact, decimal> Envelopes()
    {
        var envelopes = new Dictionary<Fact, decimal>(ReferenceEqualityComparer.Instance);
        foreach (var part in index.Disclosure.Forms.SelectMany(static form => form.Parts))
        {
            foreach (var row in part.Rows.Where(static row => row.Parts.Count > 1))
            {
                for (var column = 0; column < row.Facts.Length; column++)
                {
                    if (row.Facts[column] is { Amount: not null } fact)
                    {
                        envelopes[fact] = row.Parts.Sum(i => part.Rows[i].Facts[column]?.Amount is { Yuan: not 0 } amount ? amount.HalfPlace : 0);
                    }
                }
            }
        }

        return envelopes;
    }
}
