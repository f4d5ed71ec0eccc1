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
        foreach (var rate in index.Disclosure.Prose.Claims)
        {
            if (rate is not { Kind: ClaimKind.Rate, Owner: { Money: not null } owner })
            {
                continue;
            }

            var subject = new Message($"“{ProseEvidence.Name(rate)}”增减率", $"rate of '{ProseEvidence.Name(rate)}'");
            var change = Change(index, rate, owner);
            var stated = ProsePrevious.Of(index, rate);
            if (change is null && stated is null)
            {
                continue;
            }

            var previous = stated?.Plain ?? owner.Plain - change!.Plain;
            yield return previous > 0 ? Rates(index, subject, rate, change, stated, owner, previous)
                : CheckResult.CannotTell(subject, new Message("上年数不大于零，没有增减率可言", "the previous figure is not above zero, so there is no rate"));
        }
    }

    /// <summary>Where the previous figure is nothing there is no rate; 增长100% is how some say so.</summary>
    public static IEnumerable<CheckResult> OnNothing(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var rate in index.Disclosure.Prose.Claims)
        {
            if (rate is not { Kind: ClaimKind.Rate, Owner: { Money: not null } owner })
            {
                continue;
            }

            var change = Change(index, rate, owner);
            var previous = ProsePrevious.Of(index, rate)?.Plain ?? (change is null ? null : owner.Plain - change.Plain);
            if (previous is not 0)
            {
                continue;
            }

            var subject = new Message($"“{ProseEvidence.Name(rate)}”增减率", $"rate of '{ProseEvidence.Name(rate)}'");
            yield return rate.Value is 100 or 0 ? CheckResult.Holds(subject) : new CheckResult(
                Verdict.Broken,
                subject,
                new Message($"上年数为0，没有增减率可言，文字称{ProseEvidence.Text(rate.Value)}%：{ProseEvidence.Quote(rate)}", $"the previous figure is 0, so there is no rate; the sentence says {ProseEvidence.Text(rate.Value)}%: {ProseEvidence.Quote(rate)}"),
                [rate.Place, owner.Place]);
        }
    }

    /// <summary>A share is the part divided by the whole that the section begins with, or by a total of the tables.</summary>
    public static IEnumerable<CheckResult> Shares(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var share in index.Disclosure.Prose.Claims)
        {
            if (share is not { Kind: ClaimKind.Share, Owner: { Plain: >= 0 } part })
            {
                continue;
            }

            var subject = new Message($"“{share.Subject}”占比", $"share of '{share.Subject}'");
            var wholes = Wholes(index, share, part);
            var fits = wholes.Find(whole => Math.Abs(ProseEvidence.PercentOf(part.Plain, whole.Amount!.Value.Yuan) - share.Value) <= share.HalfPlace + SpreadOf(whole));
            if ((fits ?? wholes.Find(whole => !IsSibling(index, share, whole) && (share.Whole is not null || WholeNames.MayName(WholeNames.Of(share.Label), share.Section.Theme, whole)))) is not { } whole)
            {
                yield return CheckResult.CannotTell(subject, new Message("不知道占什么的比重", "it is not told what it is a share of"));
                continue;
            }

            var against = whole.Amount!.Value;
            var arithmetic = ProseEvidence.Ratio(share, [ProseEvidence.Top(part), new Term(1, whole, Right: true, Divisor: true)], ProseEvidence.PercentOf(part.Plain, against.Yuan), SpreadOf(whole));
            var expected = decimal.Round(ProseEvidence.PercentOf(part.Plain, against.Yuan), share.Decimals, MidpointRounding.AwayFromZero);
            if (fits is null && IsBalancing(index, share, expected))
            {
                yield return new CheckResult(Verdict.HoldsWithinRounding, subject, null, [share.Place, part.Place]) { Arithmetic = arithmetic };
                continue;
            }

            yield return new CheckResult(
                fits is null ? Verdict.Broken : expected == share.Value ? Verdict.Holds : Verdict.HoldsWithinRounding,
                subject,
                fits is null ? new Message(
                    $"“{share.Subject}”{ProseEvidence.Text(ProseFacts.Of(part))}占{ProseEvidence.Money(against.Yuan, part.Money!.Value)}的{ProseEvidence.Text(expected)}%，文字称{ProseEvidence.Text(share.Value)}%",
                    $"'{share.Subject}', {ProseEvidence.En(ProseFacts.Of(part))}, is {ProseEvidence.Text(expected)}% of {ProseEvidence.MoneyEn(against.Yuan, part.Money!.Value)}; the sentence says {ProseEvidence.Text(share.Value)}%") : null,
                [share.Place, part.Place, whole.Place])
            { Arithmetic = arithmetic, Stated = fits is null ? share.Value : null, Expected = fits is null ? expected : null, AtMost = fits is null && IsCutOff(share, ProseEvidence.PercentOf(part.Plain, against.Yuan)) ? Severity.Notice : null };

            decimal SpreadOf(Fact whole) => ProseEvidence.Spread(part.Plain, part.PlainHalf, whole.Amount!.Value.Yuan, whole.Amount.Value.HalfPlace);
        }
    }

    /// <summary>Whether the sentence gives the amount a share of its own: it stands beside the part, and only a share that fits it can be of it.</summary>
    private static bool IsSibling(FormIndex index, Claim share, Fact whole) =>
        index.Disclosure.Prose.Claims.Any(other => other.Kind == ClaimKind.Share && other.Line == share.Line && other.Sentence == share.Sentence && other.Owner?.Place == whole.Place);

    /// <summary>Shares are often made to add up to 100 by moving one of them by its last place.</summary>
    private static bool IsBalancing(FormIndex index, Claim share, decimal expected)
    {
        var shares = index.Disclosure.Prose.Claims.Where(other => other.Kind == ClaimKind.Share && (other.Line == share.Line || other.Section == share.Section)).ToList();
        return shares.Count > 1 && shares.Sum(static other => other.Value) == 100 && Math.Abs(expected - share.Value) == 2 * share.HalfPlace;
    }

    /// <summary>Whether the figure is the ratio with its further places cut off instead of rounded.</summary>
    private static bool IsCutOff(Claim share, decimal ratio) => share.Value <= ratio && ratio < share.Value + (2 * share.HalfPlace);

    /// <summary>
    /// A rate that fits another amount that its line gives for the same item is right: the amounts differ, and that is for the rule on items to say.
    /// </summary>
    private static CheckResult Rates(FormIndex index, Message subject, Claim rate, Claim? change, Claim? stated, Claim owner, decimal previous)
    {
        var result = Rate(subject, rate, change, stated, owner, previous);
        if (result.Verdict != Verdict.Broken || change is not null || !owner.IsOfItem)
        {
            return result;
        }

        foreach (var other in index.Disclosure.Prose.Claims)
        {
            if (other != owner && other.Line == owner.Line && other is { IsAmount: true, IsOfItem: true } && other.Item == owner.Item
                && Rate(subject, rate, null, stated, other, previous) is { Verdict: not Verdict.Broken } fits)
            {
                return fits;
            }
        }

        return result;
    }

    /// <summary>The change that stands with a rate: of the same amount and sentence, the last before it.</summary>
    private static Claim? Change(FormIndex index, Claim rate, Claim owner)
    {
        Claim? found = null;
        foreach (var claim in index.Disclosure.Prose.Claims)
        {
            if (claim == rate)
            {
                return found;
            }

            if (claim is { Kind: ClaimKind.Change, Money: not null } && claim.Owner == owner && claim.Line == rate.Line && claim.Sentence == rate.Sentence)
            {
                found = claim;
            }
            else if (claim.IsAmount)
            {
                found = null;
            }
        }

        return found;
    }

    private static CheckResult Rate(Message subject, Claim rate, Claim? change, Claim? stated, Claim owner, decimal previous)
    {
        var moved = change?.Plain ?? owner.Plain - previous;
        var movedHalf = change?.PlainHalf ?? owner.PlainHalf + stated!.PlainHalf;
        var right = ProseEvidence.PercentOf(moved, previous);
        var spread = ProseEvidence.Spread(Math.Abs(moved), movedHalf, previous, stated?.PlainHalf ?? owner.PlainHalf + movedHalf);
        List<Claim> made = [.. ((Claim?[])[change, stated, owner]).OfType<Claim>()];
        Term[] numerator = change is not null ? [ProseEvidence.Top(change)] : [ProseEvidence.Top(owner), ProseEvidence.Top(stated!, -1)];
        Term[] divisor = stated is not null ? [ProseEvidence.Below(stated)] : [ProseEvidence.Below(owner), ProseEvidence.Below(change!, -1)];
        var arithmetic = ProseEvidence.Ratio(rate, [.. numerator, .. divisor], right, spread);
        var expected = decimal.Round(right, rate.Decimals, MidpointRounding.AwayFromZero);
        if (Math.Abs(right - rate.Value) <= rate.HalfPlace + spread)
        {
            return new CheckResult(expected == rate.Value ? Verdict.Holds : Verdict.HoldsWithinRounding, subject, null, [rate.Place]) { Arithmetic = arithmetic };
        }

        var wrongBase = owner.Plain > 0 && Math.Abs(ProseEvidence.PercentOf(moved, owner.Plain) - rate.Value) <= rate.HalfPlace + ProseEvidence.Spread(Math.Abs(moved), movedHalf, owner.Plain, owner.PlainHalf);
        var turned = !wrongBase && Math.Abs(right + rate.Value) <= rate.HalfPlace + spread;
        var unit = owner.Money!.Value;
        var (by, based) = (ProseEvidence.Money(Math.Abs(moved), unit), ProseEvidence.Money(previous, unit));
        var (byEn, basedEn) = (ProseEvidence.MoneyEn(Math.Abs(moved), unit), ProseEvidence.MoneyEn(previous, unit));
        var said = ProseEvidence.Text(Math.Abs(rate.Value));
        return new CheckResult(
            Verdict.Broken,
            subject,
            wrongBase
                ? new Message(
                    $"增减率{said}%以本年数{ProseEvidence.Money(owner.Plain, unit)}为基数；应以上年数{based}为基数：{by}÷{based}={ProseEvidence.Text(Math.Abs(expected))}%",
                    $"the rate of {said}% is on this year's {ProseEvidence.MoneyEn(owner.Plain, unit)}; on last year's {basedEn} it is {byEn} ÷ {basedEn} = {ProseEvidence.Text(Math.Abs(expected))}%")
                : new Message(
                    $"{(moved < 0 ? "减少" : "增加")}{by}相对于上年数{based}为{ProseEvidence.Text(expected)}%，文字称{ProseEvidence.Text(rate.Value)}%：{ProseEvidence.Quote(rate)}",
                    $"{(moved < 0 ? "a fall" : "a rise")} of {byEn} on last year's {basedEn} is {ProseEvidence.Text(expected)}%; the sentence says {ProseEvidence.Text(rate.Value)}%: {ProseEvidence.Quote(rate)}"),
            [rate.Place, .. made.Select(static claim => claim.Place)])
        {
            Arithmetic = arithmetic,
            Stated = wrongBase ? Math.Abs(rate.Value) : rate.Value,
            Expected = wrongBase ? Math.Abs(expected) : expected,
            Blamed = wrongBase || turned ? rate.Place : null,
            Cause = wrongBase ? "rate-on-wrong-base" : turned ? "sign" : null,
        };
    }

    private static List<Fact> Wholes(FormIndex index, Claim share, Claim part)
    {
        if (share.Whole is { Plain: > 0, Money: not null } named)
        {
            return [ProseFacts.Of(named)];
        }

        var wholes = new List<Fact>();
        if (WholeNames.MayBeTotal(share.Label) && WholeNames.Form(WholeNames.Of(share.Label)) is { } spoken && ProseTableChecks.Cell(index, spoken, "total") is { Amount.Yuan: > 0 } total)
        {
            wholes.Add(total);
        }

        foreach (var claim in index.Disclosure.Prose.Of(share.Section.Theme))
        {
            if (claim == part)
            {
                break;
            }

            if (claim is { Kind: ClaimKind.Amount, IsOfEarlierYear: false, Plain: > 0 } && claim.Plain >= part.Plain)
            {
                wholes.Add(ProseFacts.Of(claim));
            }
        }

        foreach (var (role, column) in (ReadOnlySpan<(FormRole, string)>)[(FormRole.B2, "total"), (FormRole.B3, "total"), (FormRole.B5, "total"), (FormRole.B6, "total"), (FormRole.B8, "total")])
        {
            if (ProseTableChecks.Cell(index, role, column) is { Amount: { Yuan: > 0 } amount } whole && amount.Yuan >= part.Plain && role == Natural(share.Section.Theme, role))
            {
                wholes.Add(whole);
            }
        }

        return wholes;
    }

    /// <summary>The form whose total may be the whole in a section; sections on everything may speak of any.</summary>
    private static FormRole Natural(ProseTheme theme, FormRole role) =>
        theme is ProseTheme.Overview ? role : ProseThemes.Form(theme);

}
