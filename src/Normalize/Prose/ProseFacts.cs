using Gouji.Model;
using Gouji.Normalize.Forms;

namespace Gouji.Normalize.Prose;

/// <summary>Makes facts of the claims that are understood.</summary>
internal static class ProseFacts
{
    /// <summary>The facts of the sentences in reading order, put among those of the tables and keyed like them.</summary>
    public static IReadOnlyList<Fact> Merge(List<Fact> tables, Explanations prose, IReadOnlyList<FormTable> forms, int? year)
    {
        Dictionary<string, string>? economic = null;
        var facts = new List<Fact>();
        foreach (var claim in prose.Claims)
        {
            if (!claim.IsUnderstood)
            {
                continue;
            }

            var fact = Of(claim);
            if (claim is { Item: { } item, IsOfItem: true })
            {
                fact = fact with { FunctionCode = ItemRows.Find(forms, claim, year, out _)?.Code ?? (item.Code.Length > 0 ? item.Code : null) };
            }
            else if (claim.Section.Theme == ProseTheme.Basic)
            {
                economic ??= EconomicCodes(forms);
                fact = economic.TryGetValue(ItemRows.Key(claim.Subject), out var code) ? fact with { EconomicCode = code } : fact;
            }

            facts.Add(fact);
        }

        return facts.Count == 0 ? tables : InReadingOrder(tables, facts);
    }

    private static List<Fact> InReadingOrder(List<Fact> tables, List<Fact> sentences)
    {
        var all = new List<Fact>(tables.Count + sentences.Count);
        var isOrdered = true;
        var next = 0;
        foreach (var fact in tables)
        {
            for (; next < sentences.Count && sentences[next].Place.Block < fact.Place.Block; next++)
            {
                all.Add(sentences[next]);
            }

            isOrdered &= all.Count == 0 || all[^1].Place.Block <= fact.Place.Block;
            all.Add(fact);
        }

        all.AddRange(sentences[next..]);

        // The two sides of a balance that goes on in another block stand one behind the other.
        return isOrdered ? all : [.. tables.Concat(sentences).OrderBy(static fact => fact.Place.Block)];
    }

    /// <summary>The fact of a claim whose line is read to its end. A fall is a negative change or rate.</summary>
    public static Fact Of(Claim claim) => claim.Fact ??= Create(claim);

    private static Fact Create(Claim claim) => new()
    {
        Source = FactSource.Text,
        Role = claim.IsOfAccounts ? AccountsForms.Of(ProseThemes.Form(claim.Section.Theme)) : ProseThemes.Form(claim.Section.Theme),
        Title = claim.Section.Heading,
        RowKind = RowKind.Leaf,
        Item = claim.Subject,
        Project = claim.Project,
        Fund = FundOf(claim),
        Nature = NatureOf(claim.Subject),
        Measure = claim.Kind switch
        {
            ClaimKind.Share => Measure.Share,
            ClaimKind.Change or ClaimKind.Unchanged => Measure.Change,
            ClaimKind.Rate or ClaimKind.Completion or ClaimKind.Percent => Measure.Rate,
            ClaimKind.Count => Measure.Count,
            _ when claim.IsOfEarlierYear => Measure.PreviousYear,
            _ when claim.IsBudgeted => Measure.Budgeted,
            _ => Measure.ThisYear,
        },
        State = claim.Kind == ClaimKind.Missing ? FactState.Blank : claim.Value == 0 ? FactState.Zero : FactState.Value,
        Stated = claim.Kind == ClaimKind.Missing ? null : claim.Value,
        Unit = claim.Money,
        Amount = claim is { Money: { } unit, Kind: not ClaimKind.Missing } ? Amount.Printed(claim.Value, claim.Decimals, unit) : null,
        Place = claim.Place,
        Reason = claim.Reason,
    };

    private static Fund FundOf(Claim claim) => claim.Section.Theme switch
    {
        ProseTheme.General or ProseTheme.Basic => Fund.GeneralPublicBudget,
        ProseTheme.Funds => Fund.GovernmentFunds,
        ProseTheme.StateCapital => Fund.StateCapitalOperations,
        _ => Named(claim.Subject),
    };

    private static Fund Named(string subject) =>
        subject.Contains("一般公共预算", StringComparison.Ordinal) ? Fund.GeneralPublicBudget
        : subject.Contains("政府性基金", StringComparison.Ordinal) ? Fund.GovernmentFunds
        : subject.Contains("国有资本经营", StringComparison.Ordinal) ? Fund.StateCapitalOperations
        : subject.Contains("财政拨款", StringComparison.Ordinal) ? Fund.FiscalAppropriation
        : Fund.All;

    private static Nature NatureOf(string subject) =>
        subject.EndsWith("基本支出", StringComparison.Ordinal) ? Nature.Basic
        : subject.EndsWith("项目支出", StringComparison.Ordinal) ? Nature.Project
        : subject.EndsWith("人员经费", StringComparison.Ordinal) ? Nature.Personnel
        : subject.EndsWith("公用经费", StringComparison.Ordinal) ? Nature.Public
        : Nature.All;

    /// <summary>The codes of the basic expenditure form by name, those with two codes left out.</summary>
    private static Dictionary<string, string> EconomicCodes(IReadOnlyList<FormTable> forms)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in forms)
        {
            if (form.Role != FormRole.B6)
            {
                continue;
            }

            foreach (var part in form.Parts)
            {
                foreach (var row in part.Rows)
                {
                    if (row.EconomicCode is { Length: 5 } code)
                    {
                        var key = ItemRows.Key(row.Label);
                        codes[key] = codes.TryGetValue(key, out var other) && other != code ? "" : code;
                    }
                }
            }
        }

        foreach (var key in codes.Where(static pair => pair.Value.Length == 0).Select(static pair => pair.Key).ToList())
        {
            codes.Remove(key);
        }

        return codes;
    }
}
