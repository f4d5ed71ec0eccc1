using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Percentages of sentences against the amounts that they are made of.</summary>
internal static class ProseRateChecks
{
    /// <summary>A rate of change is the change divided by the previous figure, not by the present one.</summary>
    public static IEnumerable<CheckResult> Rates(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var claims = index.Disclosure.Prose.Claims;
        for (var i = 1; i < claims.Count; i++)
        {
            var (rate, change) = (claims[i], claims[i - 1]);
            if (rate is not { Kind: ClaimKind.Rate, Owner: { } owner } || change.Kind != ClaimKind.Change || change.Money is null || change.Owner != owner
                || change.Line != rate.Line || change.Sentence != rate.Sentence)
            {
                continue;
            }

            var subject = new Message($"“{ProseEvidence.Name(rate)}”增减率", $"rate of '{ProseEvidence.Name(rate)}'");
            var previous = owner.Plain - change.Plain;
            if (previous <= 0)
            {
                yield return CheckResult.CannotTell(subject, new Message("推算的上年数不大于零，没有增减率可言", "the implied previous figure is not above zero, so there is no rate"));
                continue;
            }

            yield return Rate(subject, rate, change, owner, previous);
        }
    }

    /// <summary>A share is the part divided by the whole that the section begins with, or by a total of the tables.</summary>
    public static IEnumerable<CheckResult> Shares(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var share in index.Disclosure.Prose.Claims)
        {
            if (share is not { Kind: ClaimKind.Share, Owner: { Plain: >= 0 } part } || index.Disclosure.Header.Kind == DisclosureKind.FinalAccounts)
            {
                continue;
            }

            var subject = new Message($"“{share.Subject}”占比", $"share of '{share.Subject}'");
            var wholes = Wholes(index, share, part);
            if (wholes.Count == 0)
            {
                yield return CheckResult.CannotTell(subject, new Message("不知道占什么的比重", "it is not told what it is a share of"));
                continue;
            }

            var fits = wholes.Find(whole => Math.Abs(Ratio(part.Plain, whole.Yuan) - share.Value) <= share.HalfPlace + Spread(part.Plain, part.PlainHalf, whole.Yuan, whole.HalfPlace));
            var against = fits == default ? wholes[0] : fits;
            var arithmetic = Arithmetic(share, Ratio(part.Plain, against.Yuan), Spread(part.Plain, part.PlainHalf, against.Yuan, against.HalfPlace), part);
            var expected = decimal.Round(Ratio(part.Plain, against.Yuan), share.Decimals, MidpointRounding.AwayFromZero);
            yield return new CheckResult(
                fits == default ? Verdict.Broken : expected == share.Value ? Verdict.Holds : Verdict.HoldsWithinRounding,
                subject,
                fits == default ? new Message(
                    $"“{share.Subject}”{ProseEvidence.Text(ProseFacts.Of(part))}占{ProseEvidence.Money(against.Yuan, part.Money!.Value)}的{ProseEvidence.Text(expected)}%，文字称{ProseEvidence.Text(share.Value)}%",
                    $"'{share.Subject}', {ProseEvidence.Text(ProseFacts.Of(part))}, is {ProseEvidence.Text(expected)}% of {ProseEvidence.Money(against.Yuan, part.Money!.Value)}; the sentence says {ProseEvidence.Text(share.Value)}%") : null,
                [share.Place, part.Place])
            { Arithmetic = arithmetic, Stated = fits == default ? share.Value : null, Expected = fits == default ? expected : null };
        }
    }

    private static CheckResult Rate(Message subject, Claim rate, Claim change, Claim owner, decimal previous)
    {
        var right = Ratio(change.Plain, previous);
        var spread = Spread(Math.Abs(change.Plain), change.PlainHalf, previous, owner.PlainHalf + change.PlainHalf);
        var arithmetic = Arithmetic(rate, right, spread, change, owner);
        var expected = decimal.Round(right, rate.Decimals, MidpointRounding.AwayFromZero);
        if (Math.Abs(right - rate.Value) <= rate.HalfPlace + spread)
        {
            return new CheckResult(expected == rate.Value ? Verdict.Holds : Verdict.HoldsWithinRounding, subject, null, [rate.Place]) { Arithmetic = arithmetic };
        }

        var wrongBase = owner.Plain > 0 && Math.Abs(Ratio(change.Plain, owner.Plain) - rate.Value) <= rate.HalfPlace + Spread(Math.Abs(change.Plain), change.PlainHalf, owner.Plain, owner.PlainHalf);
        var unit = owner.Money!.Value;
        var (moved, based) = (ProseEvidence.Money(Math.Abs(change.Plain), unit), ProseEvidence.Money(previous, unit));
        var said = ProseEvidence.Text(Math.Abs(rate.Value));
        return new CheckResult(
            Verdict.Broken,
            subject,
            wrongBase
                ? new Message(
                    $"增减率{said}%以本年数{ProseEvidence.Money(owner.Plain, unit)}为基数；应以上年数{based}为基数：{moved}÷{based}={ProseEvidence.Text(Math.Abs(expected))}%",
                    $"the rate of {said}% is on this year's {ProseEvidence.Money(owner.Plain, unit)}; on last year's {based} it is {moved} ÷ {based} = {ProseEvidence.Text(Math.Abs(expected))}%")
                : new Message(
                    $"增减{moved}相对于上年数{based}为{ProseEvidence.Text(expected)}%，文字称{ProseEvidence.Text(rate.Value)}%",
                    $"a change of {moved} on last year's {based} is {ProseEvidence.Text(expected)}%; the sentence says {ProseEvidence.Text(rate.Value)}%"),
            [rate.Place, change.Place, owner.Place])
        {
            Arithmetic = arithmetic,
            Stated = Math.Abs(rate.Value),
            Expected = Math.Abs(expected),
            Blamed = rate.Place,
            Cause = wrongBase ? "rate-on-wrong-base" : null,
        };
    }

    private static List<Amount> Wholes(FormIndex index, Claim share, Claim part)
    {
        var wholes = new List<Amount>();
        foreach (var claim in index.Disclosure.Prose.Of(share.Section.Theme))
        {
            if (claim == part)
            {
                break;
            }

            if (claim is { Kind: ClaimKind.Amount, IsOfEarlierYear: false, Plain: > 0 } && claim.Plain >= part.Plain)
            {
                wholes.Add(new Amount(claim.Plain, claim.PlainHalf));
            }
        }

        foreach (var (role, column) in (ReadOnlySpan<(FormRole, string)>)[(FormRole.B2, "total"), (FormRole.B3, "total"), (FormRole.B5, "total"), (FormRole.B6, "total"), (FormRole.B8, "total")])
        {
            if (ProseTableChecks.Cell(index, role, column) is { Amount: { Yuan: > 0 } amount } && amount.Yuan >= part.Plain && role == Natural(share.Section.Theme, role))
            {
                wholes.Add(amount);
            }
        }

        return wholes;
    }

    /// <summary>The form whose total may be the whole in a section; sections on everything may speak of any.</summary>
    private static FormRole Natural(ProseTheme theme, FormRole role) =>
        theme is ProseTheme.Overview ? role : ProseThemes.Form(theme);

    private static decimal Ratio(decimal part, decimal whole) => part / whole * 100;

    /// <summary>By how many points the ratio may differ through the rounding of its two amounts.</summary>
    private static decimal Spread(decimal part, decimal partHalf, decimal whole, decimal wholeHalf) =>
        100 * ((partHalf / whole) + (wholeHalf / whole * part / whole));

    private static Check Arithmetic(Claim percent, decimal right, decimal spread, params ReadOnlySpan<Claim> made)
    {
        var terms = new List<Term> { new(1, ProseFacts.Of(percent), false) };
        foreach (var claim in made)
        {
            terms.Add(new Term(1, ProseFacts.Of(claim), true));
        }

        return new Check
        {
            Rule = "",
            Subject = new Message("", ""),
            Verdict = Verdict.Holds,
            Left = percent.Value,
            Right = decimal.Round(right, 6),
            Slack = decimal.Round(percent.HalfPlace + spread, 6),
            Terms = terms,
        };
    }
}
