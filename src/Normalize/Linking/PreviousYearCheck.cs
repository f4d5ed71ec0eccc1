using Gouji.Model;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Linking;

/// <summary>The previous-year figures of a document against last year's document of the same body, scope and kind.</summary>
internal static class PreviousYearCheck
{
    private static readonly LinkMeasure[] Measures =
        [LinkMeasure.PreviousBudget, LinkMeasure.PreviousAccounts, LinkMeasure.PreviousExecuted, LinkMeasure.PreviousUnnamed];

    public static IEnumerable<LinkJudgement> Run(LinkContext context)
    {
        if (!context.Group.SpansSeveral)
        {
            // That no other document is at hand goes without saying.
            yield break;
        }

        foreach (var slot in context.Group.Slots)
        {
            LinkEntry? without = null;
            foreach (var (entry, figure) in slot.Figures(Measures))
            {
                var kinds = KindsOf(figure.Measure, slot.Kind);
                var earlier = kinds.Select(kind => context.Group.Slot(slot.Scope, slot.Year - 1, kind)).ToList();
                if (earlier.TrueForAll(static other => other is null))
                {
                    without ??= entry;
                    continue;
                }

                yield return Compare(slot, entry, figure, kinds, earlier);
            }

            if (without is not null)
            {
                yield return new LinkJudgement(without, null, CheckResult.CannotTell(slot.Name, Missing(context, slot)));
            }
        }
    }

    /// <summary>The kinds of document that a base may mean; the likeliest first.</summary>
    private static DisclosureKind[] KindsOf(LinkMeasure measure, DisclosureKind kind) => measure switch
    {
        LinkMeasure.PreviousBudget => [DisclosureKind.Budget],
        LinkMeasure.PreviousUnnamed when kind == DisclosureKind.Budget => [DisclosureKind.Budget, DisclosureKind.FinalAccounts],
        _ => [DisclosureKind.FinalAccounts],
    };

    private static LinkJudgement Compare(LinkSlot slot, LinkEntry entry, LinkFigure figure, DisclosureKind[] kinds, List<LinkSlot?> earlier)
    {
        var (thing, what) = (LinkThings.Name(figure.Thing), LinkWords.Name(figure.Measure));
        var subject = new Message($"{slot.Name.Zh}{LinkText.Quoted(thing.Zh)}{what.Zh}", $"{what.En} of {thing.En} in the {slot.Name.En}");
        (LinkEntry Entry, LinkFigure Figure, LinkSlot Slot, Check Check)? against = null;
        foreach (var other in earlier.OfType<LinkSlot>())
        {
            if (other.Find(figure.Thing, LinkMeasure.ThisYear) is not { } found)
            {
                continue;
            }

            if (found.Differs)
            {
                return new LinkJudgement(entry, found.Entry, CheckResult.CannotTell(subject, new Message(
                    $"{other.Name.Zh}的几份文件数字不一", $"the documents of the {other.Name.En} state different figures")));
            }

            var check = LinkComparison.Arithmetic([figure], [found.Figure]);
            if (against is null || check.Verdict != Verdict.Broken)
            {
                against = (found.Entry, found.Figure, other, check);
            }

            if (check.Verdict != Verdict.Broken)
            {
                break;
            }
        }

        if (against is not { } pair)
        {
            return new LinkJudgement(entry, earlier.OfType<LinkSlot>().First().Entries[0], CheckResult.CannotTell(subject, new Message(
                "上年文件没有列出这个数字", "last year's document does not state the figure")));
        }

        var unnamed = kinds.Length > 1 && earlier.Contains(null)
            ? new Message("没有写明与上年的预算还是决算相比，而手头只有其一", "it is not told whether last year's budget or accounts are meant, and only one of them is at hand")
            : null;
        var doubt = LinkComparison.Doubt(entry.Record, pair.Entry.Record) ?? unnamed;
        return new LinkJudgement(
            entry,
            pair.Entry,
            LinkComparison.Result(pair.Check, subject, IsCertain(entry, figure, pair.Entry, pair.Figure) ? null : Severity.Warning, () => Remark(slot, figure, what, pair.Slot, pair.Entry, pair.Figure), doubt is null ? null : () => doubt))
        { IsItem = figure.IsItem, MayBeRestated = true };
    }

    /// <summary>Whether both are plain copies of one total of the same stated scope, on a base that is named.</summary>
    private static bool IsCertain(LinkEntry entry, LinkFigure figure, LinkEntry earlier, LinkFigure published) =>
        figure is { IsPlain: true, IsItem: false, Measure: LinkMeasure.PreviousBudget or LinkMeasure.PreviousAccounts }
        && published.IsPlain
        && !entry.ScopeAssumed && !earlier.ScopeAssumed
        && LinkComparison.SameFund(figure, published);

    private static Message Remark(LinkSlot slot, LinkFigure figure, Message what, LinkSlot other, LinkEntry earlier, LinkFigure published)
    {
        var thing = LinkThings.Name(figure.Thing);
        var difference = figure.Yuan - published.Yuan;
        return new Message(
            $"{slot.Name.Zh}中{LinkText.Quoted(thing.Zh)}的{what.Zh}为{LinkText.Amount(figure).Zh}，{other.Name.Zh}（{earlier.Record.Document}）公布的是{LinkText.Amount(published).Zh}，相差{LinkText.Signed(difference, figure).Zh}",
            $"the {slot.Name.En} gives {what.En} of {thing.En} as {LinkText.Amount(figure).En}; the {other.Name.En} ({earlier.Record.Document}) states {LinkText.Amount(published).En}, a difference of {LinkText.Signed(difference, figure).En}");
    }

    private static Message Missing(LinkContext context, LinkSlot slot)
    {
        if (context.SimilarTo(context.Group, slot.Year - 1, slot.Year) is { } similar)
        {
            return new Message(
                $"手头没有该单位上年同口径的文件；名称相近的“{similar.Key}”可能是同一单位的旧称，不作推断",
                $"no document of last year of this body and scope is at hand; '{similar.Key}', of a similar name, may be the same body, which is not guessed");
        }

        return new Message("手头没有该单位上年同口径的文件", "no document of last year of this body and scope is at hand");
    }
}
