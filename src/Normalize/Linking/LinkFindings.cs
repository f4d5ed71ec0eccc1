using Gouji.Model;
using Gouji.Normalize.Rules;

namespace Gouji.Normalize.Linking;

/// <summary>Makes findings of broken comparisons: one for each cause.</summary>
internal static class LinkFindings
{
    /// <summary>From so many broken figures on, and where most are, the earlier year was restated rather than misprinted.</summary>
    private const int FewestRestated = 4;

    /// <summary>The findings of one document, gravest first.</summary>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<(Rule Rule, LinkJudgement Judgement)> judged)
    {
        var findings = new List<(Finding Finding, int Order)>();
        foreach (var pair in judged.Where(static entry => entry.Judgement.Earlier is not null).GroupBy(static entry => (entry.Rule.Order, entry.Judgement.Earlier!.Index)))
        {
            var broken = pair.Where(static entry => entry.Judgement.Result.Verdict == Verdict.Broken).ToList();
            var compared = pair.Count(static entry => entry.Judgement.Difference is not null);
            if (broken.Count >= FewestRestated && broken.Count * 2 > compared && broken.TrueForAll(static entry => entry.Judgement.MayBeRestated))
            {
                findings.Add((Restated(broken, compared), pair.Key.Order));
                continue;
            }

            // Where no other figure agrees, it may be another document than the one that is meant.
            var confirmed = pair.Any(static entry => entry.Judgement.Result is { Verdict: Verdict.Holds or Verdict.HoldsWithinRounding, Arithmetic.Left: not (null or 0) });

            // A total and the item that moves it differ by the same amount: one cause, one finding.
            foreach (var cause in broken.GroupBy(static entry => entry.Judgement.Difference))
            {
                var finding = Finding([.. cause]);
                findings.Add((confirmed ? finding : AtMostWarning(finding), pair.Key.Order));
            }
        }

        return
        [
            .. findings.OrderByDescending(static entry => entry.Finding.Severity).ThenBy(static entry => entry.Order)
                .Select(static (entry, i) => entry.Finding with { Number = i + 1 }),
        ];
    }

    private static Finding Finding(List<(Rule Rule, LinkJudgement Judgement)> broken)
    {
        var (rule, main) = broken.OrderByDescending(static entry => SeverityOf(entry.Rule, entry.Judgement)).ThenBy(static entry => entry.Judgement.IsItem).First();
        var arithmetic = main.Result.Arithmetic!;
        var unit = arithmetic.Terms[0].Fact.Unit ?? MoneyUnit.TenThousandYuan;
        return new Finding
        {
            Number = 0,
            Rule = rule.Id,
            Severity = SeverityOf(rule, main),
            Message = Sentence(rule, main.Result.Remark!),
            Difference = arithmetic.Difference / unit.InYuan(),
            Unit = unit,
            Checks = [.. broken.OrderBy(entry => !ReferenceEquals(entry.Judgement, main)).Select(static entry => entry.Judgement.Result.ToCheck(entry.Rule))],
            Places = [.. broken.SelectMany(static entry => entry.Judgement.Result.Places).Distinct()],
        };
    }

    private static Finding Restated(List<(Rule Rule, LinkJudgement Judgement)> broken, int compared)
    {
        var finding = Finding(broken);
        var count = broken.Count;
        return AtMostWarning(finding) with
        {
            Message = new Message(
                $"{finding.Message.Zh}可比的{compared}个上年数中有{count}个不一致，上年数可能按新口径重述。",
                $"{finding.Message.En} Of {compared} previous-year figures {count} differ: the earlier year may have been restated."),
        };
    }

    private static Finding AtMostWarning(Finding finding) => finding.Severity > Severity.Warning ? finding with { Severity = Severity.Warning } : finding;

    private static Severity SeverityOf(Rule rule, LinkJudgement judgement) =>
        judgement.Result.AtMost is { } most && most < rule.Severity ? most : rule.Severity;

    private static Message Sentence(Rule rule, Message remark) => new($"{rule.Statement.Zh}；{remark.Zh}。", $"{rule.Statement.En}; {remark.En}.");
}
