using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Finds the previous year's figure that a sentence states.</summary>
internal static class ProsePrevious
{
    private static readonly string[] Bases = ["执行", "决算", "预算"];

    /// <summary>
    /// The earlier figure against which a change, a rate or 持平 is told: the only one of the same line and thing that is of the same
    /// base (执行数, 决算, 预算). Null where none is stated, or several.
    /// </summary>
    public static Claim? Of(FormIndex index, Claim relative)
    {
        if (relative.Owner is not { } owner)
        {
            return null;
        }

        Claim? found = null;
        foreach (var claim in index.Disclosure.Prose.Claims)
        {
            if (!claim.IsOfEarlierYear || claim.Line != relative.Line || claim.Place.Span.Start > relative.Place.Span.Start || claim.Item != owner.Item || !(claim.Subject == owner.Subject || owner.IsOfItem)
                || !IsOfBase(claim.Label, relative.Base))
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = claim;
        }

        return found;
    }

    private static bool IsOfBase(string label, string told)
    {
        var (stated, named) = (Array.FindIndex(Bases, word => label.Contains(word, StringComparison.Ordinal)), Array.FindIndex(Bases, word => told.Contains(word, StringComparison.Ordinal)));
        return stated < 0 || named < 0 || stated == named;
    }
}
