using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>The change of a whole against the changes of its parts (DOMAIN Y-SUM, N-SG).</summary>
internal static class ProseChangeSums
{
    private static readonly Message NotEachTold = new("不是每一项的增减额都有说明", "not every item's change is told");

    /// <summary>The change of the “三公” total is the sum of the changes of its items.</summary>
    public static IEnumerable<CheckResult> ThreePublic(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var claims = index.Disclosure.Prose.Of(ProseTheme.ThreePublic).Where(static claim => claim is { Kind: ClaimKind.Change or ClaimKind.Unchanged, Money: not null }).ToList();
        var total = claims.Find(static claim => claim.Subject.Contains("三公", StringComparison.Ordinal));
        var travel = claims.Find(static claim => claim.Subject.Contains("出国", StringComparison.Ordinal));
        var reception = claims.Find(static claim => claim.Subject.Contains("接待", StringComparison.Ordinal));
        var vehicles = claims.Find(static claim => claim.Subject.Contains("购置及运行", StringComparison.Ordinal) || claim.Subject.Contains("购置和运行", StringComparison.Ordinal));
        var operation = claims.Find(claim => claim != vehicles && claim.Subject.Contains("运行", StringComparison.Ordinal));
        var purchase = claims.Find(claim => claim != vehicles && claim.Subject.Contains("购置", StringComparison.Ordinal));
        var subject = new Message("“三公”经费增减额", "change of three-public expenses");
        if (total is null)
        {
            yield break;
        }

        List<Claim?> parts = vehicles is not null ? [travel, vehicles, reception] : purchase is not null ? [travel, purchase, operation, reception] : [travel, operation, reception];
        if (parts.Contains(null) || (vehicles is null && purchase is null && !PurchaseIsNothing(index)))
        {
            yield return CheckResult.CannotTell(subject, NotEachTold);
            yield break;
        }

        yield return Compare(subject, "三公经费", total, parts.ConvertAll(static part => part!));
    }

    /// <summary>The change of a whole is the sum of the changes of its parts, where each is told against the same base.</summary>
    public static IEnumerable<CheckResult> OfParts(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var (whole, parts) in index.ToldStructures.Concat(index.ToldOverviews))
        {
            if (ChangeOf(index, whole) is not { } total || (IsThreePublic(whole) && ThreePublic(index, forms).Any(static result => result.Verdict != Verdict.CannotTell)))
            {
                continue;
            }

            var subject = new Message($"“{whole.Subject}”增减额", $"change of '{whole.Subject}'");
            var changes = parts.ConvertAll(part => part.Plain == 0 && ChangeOf(index, part) is null ? null : ChangeOf(index, part));
            if (changes.Contains(null))
            {
                yield return CheckResult.CannotTell(subject, NotEachTold);
                continue;
            }

            if (changes.Exists(change => change!.Base != total.Base))
            {
                yield return CheckResult.CannotTell(subject, new Message("增减额的基数不同", "the changes are told against different bases"));
                continue;
            }

            yield return Compare(subject, whole.Subject, total, changes.ConvertAll(static change => change!));
        }

        foreach (var (total, changes) in ChangesAlone(index))
        {
            yield return Compare(new Message($"“{total.Subject}”增减额", $"change of '{total.Subject}'"), total.Subject, total, changes);
        }
    }

    private static CheckResult Compare(Message subject, string name, Claim total, List<Claim> changes)
    {
        var right = changes.ConvertAll(ProseFacts.Of);
        return ProseEvidence.Compare(subject, [ProseFacts.Of(total)], right, copies: false, () => new Message(
            $"“{name}”增减{ProseEvidence.Text(total.Value)}，各项增减之和为{ProseEvidence.Sum(right, "")}={ProseEvidence.Money(changes.Sum(static change => change.Plain), total.Money!.Value)}",
            $"'{name}' changes by {ProseEvidence.Text(total.Value)}, its parts by {ProseEvidence.Sum(right, " ")} = {ProseEvidence.MoneyEn(changes.Sum(static change => change.Plain), total.Money!.Value)}"));
    }

    /// <summary>The “三公” total has a rule of its own.</summary>
    private static bool IsThreePublic(Claim whole) => whole.Section.Theme == ProseTheme.ThreePublic && whole.Subject.Contains("三公", StringComparison.Ordinal);

    /// <summary>支出减少…，其中基本支出…，项目支出… within a sentence, without the amounts themselves.</summary>
    private static IEnumerable<(Claim Whole, List<Claim> Parts)> ChangesAlone(FormIndex index)
    {
        foreach (var sentence in index.Disclosure.Prose.Of(ProseTheme.Expenditure).Where(static claim => claim is { Kind: ClaimKind.Change or ClaimKind.Unchanged, Money: not null, Owner: null }).GroupBy(static claim => (claim.Line, claim.Sentence)))
        {
            if (sentence.ToList() is [{ Subject: "支出" } whole, { Subject: "基本支出" or "其中基本支出" } basic, { Subject: "项目支出" } project] && basic.Base == whole.Base && project.Base == whole.Base)
            {
                yield return (whole, [basic, project]);
            }
        }
    }

    private static bool PurchaseIsNothing(FormIndex index) =>
        ProseTableChecks.Cell(index, FormRole.B8, "purchase") is { State: not FactState.Value }
        || index.Disclosure.Prose.Of(ProseTheme.ThreePublic).Any(static claim => claim is { Kind: ClaimKind.Amount, Value: 0 } && claim.Subject.StartsWith("公务用车购置", StringComparison.Ordinal));

    private static Claim? ChangeOf(FormIndex index, Claim amount)
    {
        Claim? found = null;
        foreach (var claim in index.Disclosure.Prose.Claims)
        {
            if (claim.Owner == amount && claim.Money is not null && claim.Kind is ClaimKind.Change or ClaimKind.Unchanged)
            {
                found ??= claim;
            }
        }

        return found;
    }
}
