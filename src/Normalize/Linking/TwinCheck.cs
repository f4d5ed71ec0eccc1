using Gouji.Model;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Linking;

/// <summary>One disclosure in two formats side by side: two files, one answer.</summary>
internal static class TwinCheck
{
    public static IEnumerable<LinkJudgement> Run(LinkContext context)
    {
        foreach (var slot in context.Group.Slots)
        {
            foreach (var folder in slot.Entries.GroupBy(static entry => DocumentHome.Folder(entry.Record.Document), StringComparer.Ordinal))
            {
                var first = folder.First();
                foreach (var other in folder.Skip(1).Where(other => other.Record.Format != first.Record.Format))
                {
                    yield return Compare(slot, first, other);
                }
            }
        }
    }

    /// <summary>The figures that both state. Two parts of one disclosure, which share none, are no twins.</summary>
    private static LinkJudgement Compare(LinkSlot slot, LinkEntry first, LinkEntry other)
    {
        var pairs = first.Record.Figures
            .Where(static figure => figure.IsPlain)
            .Select(figure => (One: figure, Two: other.Record.Figures.FirstOrDefault(twin => twin.IsPlain && twin.Thing == figure.Thing && twin.Measure == figure.Measure)))
            .Where(static pair => pair.Two is not null)
            .OrderBy(static pair => pair.One, Comparer<LinkFigure>.Create(static (left, right) => LinkThings.Compare(left.Thing, right.Thing)))
            .ToList();
        var (earlier, later) = first.Index < other.Index ? (first, other) : (other, first);
        var subject = new Message($"{slot.Name.Zh}的两种格式", $"two formats of the {slot.Name.En}");
        if (pairs.Count == 0)
        {
            return new LinkJudgement(later, earlier, CheckResult.CannotTell(subject, new Message("两份文件没有共同的数字", "the two documents state no figure in common")));
        }

        var different = pairs.FindAll(static pair => LinkComparison.Arithmetic([pair.One], [pair.Two!]).Verdict == Verdict.Broken);
        var shown = (different.Count > 0 ? different : pairs)[0];
        var arithmetic = LinkComparison.Arithmetic([later == first ? shown.One : shown.Two!], [later == first ? shown.Two! : shown.One]);
        return new LinkJudgement(later, earlier, LinkComparison.Result(arithmetic, subject, null, () => Remark(different, first, other))) { Twins = (first, other) };
    }

    private static Message Remark(List<(LinkFigure One, LinkFigure? Two)> different, LinkEntry first, LinkEntry other)
    {
        var (one, two) = (different[0].One, different[0].Two!);
        var name = LinkThings.Name(one.Thing);
        return new Message(
            $"{first.Record.Document} 与 {other.Record.Document} 是同一份公开的两种格式，有{different.Count}个数字不同，例如{LinkText.Quoted(name.Zh)}：{LinkText.Amount(one).Zh}与{LinkText.Amount(two).Zh}",
            $"{first.Record.Document} and {other.Record.Document} are two formats of one disclosure and differ in {different.Count} figures, for example in {name.En}: {LinkText.Amount(one).En} and {LinkText.Amount(two).En}");
    }
}
