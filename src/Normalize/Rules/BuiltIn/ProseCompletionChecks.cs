using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Completion rates of final accounts: what was spent of what was budgeted (DOMAIN Y-BUDACT).</summary>
internal static class ProseCompletionChecks
{
    /// <summary>A completion rate is the final figure divided by the budget that it names; a budget of nothing has none, though forms call nothing of nothing 100%.</summary>
    public static IEnumerable<CheckResult> Rates(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var rate in index.Disclosure.Prose.Claims)
        {
            if (rate is not { Kind: ClaimKind.Completion, Owner: { Money: not null } spent })
            {
                continue;
            }

            var subject = new Message($"“{ProseEvidence.Name(rate)}”完成率", $"completion rate of '{ProseEvidence.Name(rate)}'");
            var budgets = index.Disclosure.Prose.Claims.Where(claim => claim.Line == rate.Line && claim.IsBudgeted && claim.Item == spent.Item && claim.Place.Span.Start < rate.Place.Span.Start).ToList();
            var named = budgets.FindAll(budget => IsFirst(budget.Label) == IsFirst(rate.Label) || budgets.Count == 1);
            if (named is not [var budget] || IsOfAnother(index, budget, spent))
            {
                yield return CheckResult.CannotTell(subject, new Message("没有说明是哪个预算数的完成率", "it is not told of which budget the rate is"));
                continue;
            }

            yield return Compare(subject, rate, spent, budget, budgets.Find(other => other != budget && Fits(rate, spent, other)));
        }
    }

    private static CheckResult Compare(Message subject, Claim rate, Claim spent, Claim budget, Claim? other)
    {
        var said = ProseEvidence.Text(rate.Value);
        var (zh, en) = other is null ? ("", "") : ($"；{said}%是相对于{ProseEvidence.Text(ProseFacts.Of(other))}的", $"; {said}% is that of {ProseEvidence.En(ProseFacts.Of(other))}");
        if (budget.Plain == 0 && spent.Plain == 0 && rate.Value is 0 or 100)
        {
            return CheckResult.CannotTell(subject, new Message("预算数、决算数均为0，完成率只是惯例写法", "nothing was budgeted and nothing spent; the rate is a convention"));
        }

        if (budget.Plain <= 0)
        {
            return new CheckResult(
                Verdict.Broken,
                subject,
                new Message($"年初预算为0，没有完成率可言，文字称完成年初预算的{said}%{zh}", $"the budget is 0, so there is no completion rate; the sentence says {said}%{en}"),
                [rate.Place, budget.Place])
            { AtMost = Severity.Warning };
        }

        var right = ProseEvidence.PercentOf(spent.Plain, budget.Plain);
        var arithmetic = ProseEvidence.Ratio(rate, [ProseEvidence.Top(spent), ProseEvidence.Below(budget)], right, SpreadOf(spent, budget));
        var expected = decimal.Round(right, rate.Decimals, MidpointRounding.AwayFromZero);
        if (Fits(rate, spent, budget))
        {
            return new CheckResult(expected == rate.Value ? Verdict.Holds : Verdict.HoldsWithinRounding, subject, null, [rate.Place]) { Arithmetic = arithmetic };
        }

        return new CheckResult(
            Verdict.Broken,
            subject,
            new Message(
                $"决算{ProseEvidence.Text(ProseFacts.Of(spent))}为预算{ProseEvidence.Text(ProseFacts.Of(budget))}的{ProseEvidence.Text(expected)}%，文字称{said}%{zh}",
                $"{ProseEvidence.En(ProseFacts.Of(spent))} is {ProseEvidence.Text(expected)}% of the budget of {ProseEvidence.En(ProseFacts.Of(budget))}; the sentence says {said}%{en}"),
            [rate.Place, spent.Place, budget.Place])
        { Arithmetic = arithmetic, Stated = rate.Value, Expected = expected, AtMost = other is null ? null : Severity.Warning };
    }

    private static bool Fits(Claim rate, Claim spent, Claim budget) =>
        budget.Plain > 0 && Math.Abs(ProseEvidence.PercentOf(spent.Plain, budget.Plain) - rate.Value) <= rate.HalfPlace + SpreadOf(spent, budget);

    private static decimal SpreadOf(Claim spent, Claim budget) => ProseEvidence.Spread(spent.Plain, spent.PlainHalf, budget.Plain, budget.PlainHalf);

    /// <summary>Whether another amount was set against the budget before: behind 其中 each part has a budget of its own, which is told elsewhere. Parts in brackets are of the budget.</summary>
    private static bool IsOfAnother(FormIndex index, Claim budget, Claim spent) =>
        index.Disclosure.Prose.Claims.Exists(claim => claim != spent && claim.Line == spent.Line && claim.IsAmount && claim.Start > budget.Start && claim.Start < spent.Start
            && !FigureLabels.LeavesBracket(spent.Line.Text, claim.Start, spent.Start));

    private static bool IsFirst(string label) => label.Contains("年初", StringComparison.Ordinal);
}
