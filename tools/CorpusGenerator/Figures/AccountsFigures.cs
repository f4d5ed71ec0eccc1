using Gouji.Model;

namespace Gouji.CorpusGenerator.Figures;

/// <summary>What final accounts sum up of a ledger: money received, spent and left.</summary>
internal static class AccountsFigures
{
    public static IEnumerable<Entry> Spent(this IEnumerable<Entry> entries) => entries.Where(entry => entry.Standing == Standing.Spent);

    /// <summary>This year's income: all money but last year's carry-over and the surplus used.</summary>
    public static IEnumerable<Entry> Received(this IEnumerable<Entry> entries) => entries.Where(entry => !entry.CarriedOver && entry.Fund != Fund.NonFiscalSurplus);

    public static IEnumerable<Entry> Opening(this IEnumerable<Entry> entries) => entries.Where(entry => entry.CarriedOver);

    public static IEnumerable<Entry> Closing(this IEnumerable<Entry> entries) => entries.Where(entry => entry.Standing == Standing.Kept);

    public static IEnumerable<Entry> Of(this IEnumerable<Entry> entries, Fund fund) => entries.Where(entry => entry.Fund == fund);

    public static IEnumerable<Entry> Of(this IEnumerable<Entry> entries, Nature nature) => entries.Where(entry => entry.Nature == nature);

    public static decimal Sum(this IEnumerable<Entry> entries) => entries.Sum(entry => entry.Amount);
}
