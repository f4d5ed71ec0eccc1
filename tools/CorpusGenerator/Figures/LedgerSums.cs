using Gouji.Model;

namespace Gouji.CorpusGenerator.Figures;

/// <summary>The sums of a ledger that explanations speak of.</summary>
internal static class LedgerSums
{
    public static IReadOnlyList<Entry> Where(this Ledger ledger, Func<Entry, bool> which) => [.. ledger.Entries.Where(which)];

    public static IReadOnlyList<Entry> General(this Ledger ledger) => ledger.Where(entry => entry.Fund == Fund.GeneralPublicBudget);

    public static IReadOnlyList<Entry> Fiscal(this Ledger ledger) => ledger.Where(ThreePublic.IsFiscal);

    public static IReadOnlyList<Entry> Basic(this Ledger ledger) => ledger.Where(entry => entry.Nature == Nature.Basic);

    public static IReadOnlyList<Entry> Project(this Ledger ledger) => ledger.Where(entry => entry.Nature == Nature.Project);

    public static IReadOnlyList<Entry> Personnel(this Ledger ledger) => ledger.Where(entry => entry.Nature == Nature.Basic && ThreePublic.IsPersonnel(entry));

    public static IReadOnlyList<Entry> PublicCost(this Ledger ledger) => ledger.Where(entry => entry.Nature == Nature.Basic && !ThreePublic.IsPersonnel(entry));

    public static IReadOnlyList<Entry> Of(this Ledger ledger, Fund fund) => ledger.Where(entry => entry.Fund == fund);

    /// <summary>By function item, in the order of the codes.</summary>
    public static IEnumerable<(string Code, Told Told)> Items(this IEnumerable<Entry> entries) => Grouped(entries, static entry => entry.Function);

    /// <summary>By function class, in the order of the codes.</summary>
    public static IEnumerable<(string Code, Told Told)> Classes(this IEnumerable<Entry> entries) => Grouped(entries, static entry => entry.Function[..3]);

    /// <summary>By economic section, in the order of the codes.</summary>
    public static IEnumerable<(string Code, Told Told)> Economic(this IEnumerable<Entry> entries) => Grouped(entries, static entry => entry.Economic);

    /// <summary>By project, in the order of the ledger.</summary>
    public static IEnumerable<(string Name, Told Told)> Projects(this IEnumerable<Entry> entries) =>
        entries.Where(static entry => entry.Project is not null).GroupBy(static entry => entry.Project!).Select(static group => (group.Key, Told.Of(group)));

    /// <summary>The sources that pay for something, as the income tables call them.</summary>
    public static IEnumerable<(string Label, Told Told)> Sources(this Ledger ledger, IEnumerable<(string Label, Fund Fund)> sources) =>
        sources.Select(source => (source.Label, Told: new Told(
            Told.Of(ledger.Of(source.Fund)).Now + ledger.Forward.Where(forward => forward.Fund == source.Fund).Sum(forward => forward.Amount), Told.Of(ledger.Of(source.Fund)).Before)))
            .Where(static source => source.Told.Now != 0);

    private static IEnumerable<(string Code, Told Told)> Grouped(IEnumerable<Entry> entries, Func<Entry, string> key) =>
        entries.GroupBy(key).OrderBy(static group => group.Key, StringComparer.Ordinal).Select(static group => (group.Key, Told.Of(group)));
}
