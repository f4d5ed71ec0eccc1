using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Changes against last year that sentences state, against each other (DOMAIN N-REP, Y-BAL, Y-SAME).</summary>
internal static class ProseChangeChecks
{
    /// <summary>One amount of one thing has one change, wherever it is told.</summary>
    public static IEnumerable<CheckResult> ToldOnce(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var (first, second) in Repeated(index))
        {
            var subject = new Message($"“{Thing(first.Owner!)}”的增减额", $"change of '{Thing(first.Owner!)}'");
            yield return ProseEvidence.Compare(subject, [ProseFacts.Of(first)], [ProseFacts.Of(second)], copies: true, () => new Message(
                $"同一个{ProseEvidence.Text(ProseFacts.Of(first.Owner!))}的“{Thing(first.Owner!)}”，一处称{ProseEvidence.Quote(first)}，另一处称{ProseEvidence.Quote(second)}",
                $"the change of one amount, {ProseEvidence.En(ProseFacts.Of(first.Owner!))}, is {ProseEvidence.Text(first.Value)} in one sentence and {ProseEvidence.Text(second.Value)} in another"));
        }
    }

    /// <summary>A change that is the same against two different bases cannot be right against both, unless the bases are equal.</summary>
    public static IEnumerable<CheckResult> BasesAgree(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var changes = Changes(index);
        foreach (var (first, second) in changes.SelectMany(first => changes.Where(second => Follows(first, second)), static (first, second) => (first, second)))
        {
            if (first.Plain != second.Plain || first.Plain == 0 || first.Owner!.Plain != second.Owner!.Plain)
            {
                continue;
            }

            var subject = new Message($"增减额{ProseEvidence.Text(first.Value)}", $"change of {ProseEvidence.Text(first.Value)}");
            yield return ProseBases.Same(first.Base, second.Base, index.Disclosure.Header.Kind) ? CheckResult.Holds(subject) : new CheckResult(
                Verdict.Broken,
                subject,
                new Message(
                    $"同一增减额{ProseEvidence.Text(first.Value)}一处与“{first.Base}”比，一处与“{second.Base}”比；两个基数相同时才都成立",
                    $"one change, {ProseEvidence.Text(first.Value)}, is told against '{first.Base}' and against '{second.Base}'; both hold only where the two are equal"),
                [first.Place, second.Place]);
            yield break;
        }
    }

    /// <summary>The changes of all income and of all expenditure are equal, where both are told in full.</summary>
    public static IEnumerable<CheckResult> Balance(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var income = InFull(index, ProseTheme.Income);
        var expenditure = InFull(index, ProseTheme.Expenditure);
        if (income is null || expenditure is null)
        {
            if (OfWhole(index, ProseTheme.Income, "收入") is not { } gain || OfWhole(index, ProseTheme.Expenditure, "支出") is not { } spending
                || gain.Change.Base != spending.Change.Base || gain.Whole.Plain != spending.Whole.Plain)
            {
                yield break;
            }

            (income, expenditure) = ([gain.Change], [spending.Change]);
        }

        var (left, right) = (income.ConvertAll(ProseFacts.Of), expenditure.ConvertAll(ProseFacts.Of));
        var unit = income[0].Money!.Value;
        yield return ProseEvidence.Compare(new Message("收入与支出的增减额", "changes of income and expenditure"), left, right, copies: false, () =>
        {
            var (gained, spent) = (income.Sum(static claim => claim.Plain), expenditure.Sum(static claim => claim.Plain));
            return new Message(
                $"收入各项增减合计{ProseEvidence.Money(gained, unit)}，支出各项增减合计{ProseEvidence.Money(spent, unit)}，差额{ProseEvidence.Money(gained - spent, unit)}没有说明（如上年结余的变动）",
                $"income changes by {ProseEvidence.MoneyEn(gained, unit)} in all, expenditure by {ProseEvidence.MoneyEn(spent, unit)}; the difference of {ProseEvidence.MoneyEn(gained - spent, unit)} is not explained (by carry-over, for example)");
        });
    }

    /// <summary>The total that a section begins with, and its change; null where either is not told.</summary>
    private static (Claim Whole, Claim Change)? OfWhole(FormIndex index, ProseTheme theme, string word)
    {
        var claims = index.Disclosure.Prose.Of(theme).ToList();
        var whole = claims.Find(static claim => claim.IsAmount);
        var change = claims.Find(claim => claim is { Kind: ClaimKind.Change or ClaimKind.Unchanged, Money: not null } && (claim.Owner == whole || claim.Subject == word));
        return whole is null || change is null ? null : (whole, change);
    }

    /// <summary>The changes of the parts of a section whose amounts add up to its first; null where they do not, or a change is missing.</summary>
    private static List<Claim>? InFull(FormIndex index, ProseTheme theme)
    {
        var claims = index.Disclosure.Prose.Of(theme).ToList();
        var amounts = claims.Where(static claim => claim is { Kind: ClaimKind.Amount, IsOfEarlierYear: false, Plain: > 0 }).ToList();
        if (amounts.Count < 2)
        {
            return null;
        }

        var changes = claims.Where(static claim => claim is { Kind: ClaimKind.Change, Owner: not null, Money: not null }).ToList();
        var parts = amounts.Where(amount => changes.Any(change => change.Owner == amount)).ToList();
        return parts.Count > 0 && parts[0] != amounts[0] && parts.Sum(static claim => claim.Plain) == amounts[0].Plain && changes.Count == parts.Count ? changes : null;
    }

    private static IEnumerable<(Claim First, Claim Second)> Repeated(FormIndex index)
    {
        var changes = Changes(index);
        for (var i = 0; i < changes.Count; i++)
        {
            var second = changes.FindIndex(i + 1, other => Follows(changes[i], other) && other.Owner!.Plain == changes[i].Owner!.Plain && Thing(other.Owner!) == Thing(changes[i].Owner!));
            if (second >= 0)
            {
                yield return (changes[i], changes[second]);
            }
        }
    }

    private static List<Claim> Changes(FormIndex index) =>
        [.. index.Disclosure.Prose.Claims.Where(static claim => claim is { Kind: ClaimKind.Change, Owner: { Plain: > 0 }, Money: not null } && claim.Section.Theme != ProseTheme.None)];

    private static bool Follows(Claim first, Claim second) => second.Line.Block > first.Line.Block && second.Section.Theme != first.Section.Theme;

    /// <summary>What an amount is of, so that it is recognised in another section.</summary>
    private static string Thing(Claim amount)
    {
        foreach (var word in (ReadOnlySpan<string>)["基本支出", "项目支出", "人员经费", "公用经费"])
        {
            if (amount.Subject.EndsWith(word, StringComparison.Ordinal))
            {
                return word;
            }
        }

        return amount.Subject;
    }
}
