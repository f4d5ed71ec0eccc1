using Gouji.Model;

namespace Gouji.Normalize.Prose;

/// <summary>Makes facts of the claims that are understood.</summary>
internal static class ProseFacts
{
    /// <summary>The facts of the sentences in reading order, put among those of the tables.</summary>
    public static IReadOnlyList<Fact> Merge(List<Fact> tables, Explanations prose)
    {
        var facts = prose.Claims.Where(static claim => claim.IsUnderstood).Select(Of).ToList();
        return facts.Count == 0 ? tables : [.. tables.Concat(facts).OrderBy(static fact => fact.Place.Block)];
    }

    /// <summary>The fact of a claim. A fall is a negative change or rate.</summary>
    public static Fact Of(Claim claim) => new()
    {
        Source = FactSource.Text,
        Role = ProseThemes.Form(claim.Section.Theme),
        Title = claim.Section.Heading,
        RowKind = RowKind.Leaf,
        Item = claim.Subject,
        Project = claim.Section.Theme == ProseTheme.Projects ? claim.Subject : null,
        Measure = claim.Kind switch
        {
            ClaimKind.Share => Measure.Share,
            ClaimKind.Change => Measure.Change,
            ClaimKind.Rate or ClaimKind.Percent => Measure.Rate,
            ClaimKind.Count => Measure.Count,
            _ when claim.IsOfEarlierYear => Measure.PreviousYear,
            _ => Measure.ThisYear,
        },
        State = claim.Kind == ClaimKind.Missing ? FactState.Blank : claim.Value == 0 ? FactState.Zero : FactState.Value,
        Stated = claim.Kind == ClaimKind.Missing ? null : claim.Value,
        Unit = claim.Money,
        Amount = claim is { Money: { } unit, Kind: not ClaimKind.Missing } ? Amount.Printed(claim.Value, claim.Decimals, unit) : null,
        Place = claim.Place,
    };
}
