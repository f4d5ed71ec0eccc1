using System.Collections.Frozen;
using Gouji.Model;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>What a built-in check found out about one table, row or the document: a verdict, and a remark where it is broken.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="Remark">What is wrong, with the printed words or figures; null where nothing is.</param>
/// <param name="Places">Where to look.</param>
internal sealed record CheckResult(Verdict Verdict, Message Subject, Message? Remark, IReadOnlyList<Place> Places)
{
    /// <summary>Why it cannot be told; null otherwise.</summary>
    public Message? Reason { get; init; }

    /// <summary>The figure as printed and as it should be, in the unit; null where the check is not about a figure.</summary>
    public decimal? Stated { get; init; }

    public decimal? Expected { get; init; }

    public MoneyUnit? Unit { get; init; }

    /// <summary>The figure to be changed; null where it is the only place, or none.</summary>
    public Place? Blamed { get; init; }

    /// <summary>Lighter than the rule where a benign reading exists.</summary>
    public Severity? AtMost { get; init; }

    public string? Cause { get; init; }

    /// <summary>The arithmetic behind it, without rule and subject; null where there is none.</summary>
    public Check? Arithmetic { get; init; }

    /// <summary>The check that reports this result under a rule.</summary>
    public Check ToCheck(Rule rule) => Arithmetic is { } arithmetic
        ? arithmetic with { Rule = rule.Id, Subject = Subject, Verdict = Verdict, Reason = Reason ?? Remark }
        : new Check { Rule = rule.Id, Subject = Subject, Verdict = Verdict, Reason = Reason ?? Remark };

    public static CheckResult Holds(Message subject) => new(Verdict.Holds, subject, null, []);

    public static CheckResult CannotTell(Message subject, Message reason) => new(Verdict.CannotTell, subject, null, []) { Reason = reason };
}

/// <summary>The checks that are not arithmetic, by the name under which the rulebook calls them.</summary>
internal static class BuiltInChecks
{
    public delegate IEnumerable<CheckResult> Function(FormIndex index, IReadOnlyList<FormName> forms);

    private static readonly FrozenDictionary<string, Function> Known = new Dictionary<string, Function>(StringComparer.Ordinal)
    {
        ["codes-valid"] = CodeChecks.Valid,
        ["names-agree"] = CodeChecks.NamesAgree,
        ["no-negative"] = RowChecks.NoNegative,
        ["negatives-noted"] = AccountsChecks.NegativesNoted,
        ["no-duplicates"] = RowChecks.NoDuplicates,
        ["one-of-two"] = RowChecks.OneOfTwo,
        ["totals-printed"] = RowChecks.TotalsPrinted,
        ["figures-readable"] = RowChecks.FiguresReadable,
        ["rows-labelled"] = RowChecks.RowsLabelled,
        ["change-rates-in-tables"] = TableRateChecks.Changes,
        ["completion-rates-in-tables"] = TableRateChecks.Completions,
        ["completion-rates"] = ProseCompletionChecks.Rates,
        ["parts-listed"] = ProseSumChecks.Totals,
        ["items-listed"] = ProseSumChecks.Basic,
        ["changes-of-parts"] = ProseChangeSums.OfParts,
        ["changes-between-years"] = ProseYearChecks.Directions,
        ["years-in-headings"] = ProseYearChecks.Headings,
        ["rates-on-nothing"] = ProseRateChecks.OnNothing,
        ["projects-described"] = ProseProjectChecks.Amounts,
        ["funds-as-told"] = ProseProjectChecks.Funds,
        ["sections-named"] = ProseItemChecks.SectionNames,
        ["equipment-counted"] = ProseCountChecks.Equipment,
        ["target-money-told"] = ProseCountChecks.TargetMoney,
        ["amounts-as-in-tables"] = ProseTableChecks.Amounts,
        ["agency-cost-as-in-table"] = ProseTableChecks.AgencyCost,
        ["items-as-in-table"] = ProseItemChecks.Items,
        ["items-covered"] = ProseItemChecks.Covered,
        ["scale-described"] = ProseItemChecks.Scale,
        ["rates-on-previous-year"] = ProseRateChecks.Rates,
        ["shares-of-whole"] = ProseRateChecks.Shares,
        ["changes-told-once"] = ProseChangeChecks.ToldOnce,
        ["changes-add-up"] = ProseChangeSums.ThreePublic,
        ["changes-balance"] = ProseChangeChecks.Balance,
        ["bases-agree"] = ProseChangeChecks.BasesAgree,
        ["names-as-in-tables"] = ProseNameChecks.Names,
        ["no-residue"] = ProseNameChecks.Residue,
        ["targets-counted"] = ProseCountChecks.Targets,
        ["procurement-adds-up"] = ProseCountChecks.Procurement,
        ["vehicles-add-up"] = ProseCountChecks.Vehicles,
        ["staff-adds-up"] = ProseCountChecks.Staff,
        ["offices-enumerated"] = ProseCountChecks.Offices,
        ["figures-stated"] = ProseCountChecks.FiguresStated,
        ["purchase-as-announced"] = FormChecks.PurchaseAsAnnounced,
        ["tables-present"] = FormChecks.TablesPresent,
        ["empty-explained"] = FormChecks.EmptyExplained,
        ["no-placeholders"] = FormChecks.NoPlaceholders,
        ["titles-consistent"] = FormChecks.TitlesConsistent,
        ["date-valid"] = FormChecks.DateValid,
        ["functions-follow-economics"] = ClassificationChecks.FunctionsFollowEconomics,
        ["project-names-agree"] = PerformanceChecks.ProjectNamesAgree,
        ["directions-sensible"] = PerformanceChecks.DirectionsSensible,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Known.Keys.Order(StringComparer.Ordinal);

    public static bool Knows(string name) => Known.ContainsKey(name);

    public static IEnumerable<CheckResult> Run(string name, FormIndex index, IReadOnlyList<FormName> forms) => Known[name](index, forms);

    /// <summary>The tables of the forms that a check is called with.</summary>
    public static IEnumerable<Forms.FormTable> Tables(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var table in index.Disclosure.Forms)
        {
            foreach (var form in forms)
            {
                if (form.Role == table.Role)
                {
                    yield return table;
                    break;
                }
            }
        }
    }

    public static Message TableSubject(Forms.FormTable table) => new($"表{table.Number}（{FormNames.Zh(table.Role)}）", $"table {table.Number}, {FormNames.En(table.Role)}");
}
