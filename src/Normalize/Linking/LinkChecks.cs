namespace Gouji.Normalize.Linking;

/// <summary>The checks between documents, by the name under which the rulebook calls them.</summary>
internal static class LinkChecks
{
    private static readonly SortedDictionary<string, Func<LinkContext, IEnumerable<LinkJudgement>>> Known = new(StringComparer.Ordinal)
    {
        ["previous-year-as-disclosed"] = PreviousYearCheck.Run,
        ["budget-as-disclosed"] = BudgetCheck.Run,
        ["units-within-department"] = UnitsCheck.Run,
        ["formats-agree"] = TwinCheck.Run,
    };

    public static IEnumerable<string> Names => Known.Keys;

    public static bool Knows(string name) => Known.ContainsKey(name);

    public static IEnumerable<LinkJudgement> Run(string name, LinkContext context) => Known[name](context);
}
