using Gouji.Model;

namespace Gouji.CorpusGenerator.Figures;

/// <summary>The lines of a ledger that are “三公”经费, and those that local tables print beside them.</summary>
internal static class ThreePublic
{
    public static bool IsFiscal(Entry entry) =>
        entry.Fund is Fund.GeneralPublicBudget or Fund.GovernmentFunds or Fund.StateCapitalOperations;

    public static decimal Sum(IEnumerable<Entry> entries, params string[] codes) =>
        entries.Where(entry => IsFiscal(entry) && codes.Contains(entry.Economic)).Sum(entry => entry.Amount);

    public static decimal Overseas(IEnumerable<Entry> entries) => Sum(entries, "30212");

    public static decimal Purchase(IEnumerable<Entry> entries) => Sum(entries, "31013", "30913");

    public static decimal Operation(IEnumerable<Entry> entries) => Sum(entries, "30231");

    public static decimal Vehicles(IEnumerable<Entry> entries) => Sum(entries, "30231", "31013", "30913");

    public static decimal Reception(IEnumerable<Entry> entries) => Sum(entries, "30217");

    public static decimal Total(IEnumerable<Entry> entries) => Sum(entries, "30212", "30231", "31013", "30913", "30217");

    /// <summary>公用经费 of the general public budget, which 机关运行经费 is.</summary>
    public static decimal OperatingCost(IEnumerable<Entry> entries) => entries
        .Where(entry => entry.Nature == Nature.Basic && entry.Fund == Fund.GeneralPublicBudget && !IsPersonnel(entry))
        .Sum(entry => entry.Amount);

    /// <summary>人员经费 are the classes 301 and 303.</summary>
    public static bool IsPersonnel(Entry entry) => entry.Economic[2] is '1' or '3' && entry.Economic[..2] == "30";
}
