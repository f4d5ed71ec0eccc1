using Gouji.Normalize.Rules;

namespace Gouji.Corpus.Tests;

/// <summary>
/// What is demanded of the program today. A case says the whole truth about its document, prose included; what only a rule on prose
/// can find is demanded from the day on which the rulebook has that rule.
/// </summary>
internal static class Demand
{
    /// <summary>The rules that compare what the sentences say with the tables, with each other and with last year.</summary>
    public static readonly IReadOnlySet<string> ProseRules = new SortedSet<string>(StringComparer.Ordinal)
    {
        "N-AMT", "N-ITEM", "N-COVER", "N-SCALE", "N-REP", "N-CAR", "N-PROC", "N-FUND", "Y-RATE", "Y-BAL", "Y-SUM", "Y-SAME",
    };

    private static readonly HashSet<string> InForce = [.. Rulebook.BuiltIn.Rules.Select(static rule => rule.Id)];

    /// <summary>True as soon as the rulebook has any rule on prose.</summary>
    public static bool ProseIsChecked { get; } = InForce.Overlaps(ProseRules);

    public static bool Has(string rule) => InForce.Contains(rule);

    /// <summary>Whether a finding is demanded today.</summary>
    public static bool Includes(ExpectedFinding expected) => expected.Rules.Any(Has) && (ProseIsChecked || !expected.Prose);
}
