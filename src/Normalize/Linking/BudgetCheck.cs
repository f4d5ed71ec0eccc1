using Gouji.Model;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Linking;

/// <summary>The budget column of final accounts against the budget of the same year and body.</summary>
internal static class BudgetCheck
{
    public static IEnumerable<LinkJudgement> Run(LinkContext context)
    {
        if (!context.Group.SpansSeveral)
        {
            // That no other document is at hand goes without saying.
            yield break;
        }

        foreach (var slot in context.Group.Slots.Where(static slot => slot.Kind == DisclosureKind.FinalAccounts))
        {
            var budget = context.Group.Slot(slot.Scope, slot.Year, DisclosureKind.Budget);
            LinkEntry? without = null;
            foreach (var (entry, figure) in slot.Figures(LinkMeasure.InitialBudget, LinkMeasure.SomeBudget))
            {
                if (budget is null)
                {
                    without ??= entry;
                    continue;
                }

                yield return Compare(slot, entry, figure, budget);
            }

            if (without is not null)
            {
                yield return new LinkJudgement(without, null, CheckResult.CannotTell(slot.Name, new Message(
                    "手头没有该单位当年同口径的预算", "the budget of this year, body and scope is not at hand")));
            }
        }
    }

    private static LinkJudgement Compare(LinkSlot slot, LinkEntry entry, LinkFigure figure, LinkSlot budget)
    {
        var (thing, what) = (LinkThings.Name(figure.Thing), LinkWords.Name(figure.Measure));
        var subject = new Message($"{slot.Name.Zh}{LinkText.Quoted(thing.Zh)}{what.Zh}", $"{what.En} of {thing.En} in the {slot.Name.En}");
        if (budget.Find(figure.Thing, LinkMeasure.ThisYear) is not { } found)
        {
            return new LinkJudgement(entry, budget.Entries[0], CheckResult.CannotTell(subject, new Message("预算没有列出这个数字", "the budget does not state the figure")));
        }

        if (found.Differs)
        {
            return new LinkJudgement(entry, found.Entry, CheckResult.CannotTell(subject, new Message(
                $"{budget.Name.Zh}的几份文件数字不一", $"the documents of the {budget.Name.En} state different figures")));
        }

        var certain = figure is { Measure: LinkMeasure.InitialBudget, IsPlain: true, IsItem: false } && found.Figure.IsPlain
            && !entry.ScopeAssumed && !found.Entry.ScopeAssumed && LinkComparison.SameFund(figure, found.Figure);
        var doubt = LinkComparison.Doubt(entry.Record, found.Entry.Record);
        return new LinkJudgement(
            entry,
            found.Entry,
            LinkComparison.Result(
                LinkComparison.Arithmetic([figure], [found.Figure]),
                subject,
                certain ? null : Severity.Warning,
                () => Remark(slot, figure, what, found.Entry, found.Figure),
                doubt is null ? null : () => doubt))
        { IsItem = figure.IsItem };
    }

    private static Message Remark(LinkSlot slot, LinkFigure figure, Message what, LinkEntry budget, LinkFigure published)
    {
        var thing = LinkThings.Name(figure.Thing);
        var difference = figure.Yuan - published.Yuan;
        var adjusted = figure.Measure == LinkMeasure.SomeBudget;
        return new Message(
            $"{slot.Name.Zh}中{LinkText.Quoted(thing.Zh)}的{what.Zh}为{LinkText.Amount(figure).Zh}，当年预算（{budget.Record.Document}）公布的是{LinkText.Amount(published).Zh}，相差{LinkText.Signed(difference, figure).Zh}{(adjusted ? "；所列可能是调整预算" : "")}",
            $"the {slot.Name.En} gives the {what.En} of {thing.En} as {LinkText.Amount(figure).En}; that year's budget ({budget.Record.Document}) states {LinkText.Amount(published).En}, a difference of {LinkText.Signed(difference, figure).En}{(adjusted ? "; the adjusted budget may be meant" : "")}");
    }
}
