using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Wholes of sentences against the parts that sentences list (DOMAIN N-TOT, N-BASIC, N-SG, Y-SUM).</summary>
internal static class ProseSumChecks
{
    /// <summary>What must be listed for a whole to be listed in full: the last words of the whole, and of each part.</summary>
    private static readonly (string[] Whole, string[][] Parts)[] Known =
    [
        (["支出", "支出预算", "支出总预算", "支出预算总额", "总支出", "支出合计"], [["基本支出"], ["项目支出"]]),
        (["基本支出"], [["人员经费"], ["公用经费"]]),
        (["三公经费", "三公经费预算", "三公经费财政拨款预算", "三公经费支出", "三公经费支出预算"],
            [["因公出国(境)费", "因公出国(境)费用", "因公出国(境)经费"], ["公务用车购置及运行费", "公务用车购置及运行维护费", "公务用车购置和运行费"], ["公务接待费", "公务接待费用"]]),
        (["三公经费", "三公经费预算", "三公经费财政拨款预算", "三公经费支出", "三公经费支出预算"],
            [["因公出国(境)费", "因公出国(境)费用", "因公出国(境)经费"], ["公务用车购置", "公务用车购置费"], ["公务用车运行费", "公务用车运行维护费"], ["公务接待费", "公务接待费用"]]),
        (["公务用车购置及运行费", "公务用车购置及运行维护费", "公务用车购置和运行费"], [["公务用车购置", "公务用车购置费"], ["公务用车运行费", "公务用车运行维护费"]]),
    ];

    /// <summary>The parts that a sentence lists add up to the whole before them.</summary>
    public static IEnumerable<CheckResult> Totals(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var (whole, parts) in Structures(index))
        {
            yield return Compare(whole, parts);
        }

        foreach (var (whole, parts) in Overviews(index))
        {
            yield return Compare(whole, parts);
        }
    }

    /// <summary>The items that are listed of personnel or public cost add up to it, unless the list is left open.</summary>
    public static IEnumerable<CheckResult> Basic(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var line in index.Disclosure.Prose.Of(ProseTheme.Basic).GroupBy(static claim => (claim.Line, claim.Sentence)))
        {
            var amounts = line.Where(static claim => claim.IsAmount && claim.Item is null).ToList();
            if (amounts.Count < 3 || !(amounts[0].Subject is var name && (name.EndsWith("人员经费", StringComparison.Ordinal) || name.EndsWith("公用经费", StringComparison.Ordinal)))
                || amounts.Skip(1).Any(static claim => claim.Subject.EndsWith("经费", StringComparison.Ordinal) && claim.Subject is "人员经费" or "公用经费"))
            {
                continue;
            }

            var whole = amounts[0];
            var parts = amounts.Skip(1).ToList();
            var after = whole.Line.Text[whole.Line.Text.IndexOf(whole.Label, StringComparison.Ordinal)..];
            if ((IsOpen(after) || !EndsHere(whole)) && parts.Sum(static part => part.Plain) < whole.Plain)
            {
                yield return CheckResult.CannotTell(new Message($"“{whole.Subject}”", $"'{whole.Subject}'"), new Message("没有逐一列出", "they are not all listed"));
                continue;
            }

            yield return Compare(whole, parts);
        }
    }

    /// <summary>The change of a whole is the sum of the changes of its parts, where each is told against the same base.</summary>
    public static IEnumerable<CheckResult> Changes(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var (whole, parts) in Structures(index).Concat(Overviews(index)))
        {
            if (ChangeOf(index, whole) is not { } total)
            {
                continue;
            }

            var subject = new Message($"“{whole.Subject}”增减额", $"change of '{whole.Subject}'");
            var changes = parts.ConvertAll(part => part.Plain == 0 && ChangeOf(index, part) is null ? null : ChangeOf(index, part));
            if (changes.Contains(null))
            {
                yield return CheckResult.CannotTell(subject, new Message("不是每一项的增减额都有说明", "not every item's change is told"));
                continue;
            }

            if (changes.Exists(change => change!.Base != total.Base))
            {
                yield return CheckResult.CannotTell(subject, new Message("增减额的基数不同", "the changes are told against different bases"));
                continue;
            }

            var right = changes.ConvertAll(static change => ProseFacts.Of(change!));
            yield return ProseEvidence.Compare(subject, [ProseFacts.Of(total)], right, copies: false, () => new Message(
                $"“{whole.Subject}”增减{ProseEvidence.Text(total.Value)}，各项增减之和为{string.Join('+', right.Select(static fact => ProseEvidence.Text(fact.Stated!.Value)))}={ProseEvidence.Money(changes.Sum(static change => change!.Plain), total.Money!.Value)}",
                $"'{whole.Subject}' changes by {ProseEvidence.Text(total.Value)}, its parts by {string.Join(" + ", right.Select(static fact => ProseEvidence.Text(fact.Stated!.Value)))} = {ProseEvidence.Money(changes.Sum(static change => change!.Plain), total.Money!.Value)}"));
        }
    }

    private static CheckResult Compare(Claim whole, List<Claim> parts)
    {
        var unit = whole.Money!.Value;
        var sum = parts.Sum(static part => part.Plain);
        return ProseEvidence.Compare(new Message($"“{whole.Subject}”", $"'{whole.Subject}'"), [ProseFacts.Of(whole)], parts.ConvertAll(ProseFacts.Of), copies: false, () => new Message(
            $"“{whole.Subject}”为{ProseEvidence.Text(ProseFacts.Of(whole))}，所列各项之和为{string.Join('+', parts.Select(static part => ProseEvidence.Text(part.Value)))}={ProseEvidence.Money(sum, unit)}，相差{ProseEvidence.Money(whole.Plain - sum, unit)}：{ProseEvidence.Quote(whole)}",
            $"'{whole.Subject}' is {ProseEvidence.Text(ProseFacts.Of(whole))}; the parts listed add up to {string.Join(" + ", parts.Select(static part => ProseEvidence.Text(part.Value)))} = {ProseEvidence.Money(sum, unit)}, a difference of {ProseEvidence.Money(whole.Plain - sum, unit)}: {ProseEvidence.Quote(whole)}"));
    }

    /// <summary>Wholes with all of their parts, in the order in which sections tell them.</summary>
    private static IEnumerable<(Claim Whole, List<Claim> Parts)> Structures(FormIndex index)
    {
        foreach (var section in index.Disclosure.Prose.Claims.Where(static claim => claim.IsAmount && claim.Item is null).GroupBy(static claim => (claim.Section.Theme, claim.Section.Heading)))
        {
            if (section.Key.Theme == ProseTheme.None)
            {
                continue;
            }

            var amounts = section.ToList();
            foreach (var (wholes, kinds) in Known)
            {
                for (var i = 0; i < amounts.Count; i++)
                {
                    if (EndsWith(amounts[i], wholes) && Parts(amounts, i, wholes, kinds) is { } parts)
                    {
                        yield return (amounts[i], parts);
                        break;
                    }
                }
            }
        }
    }

    /// <summary>The first amount of each kind behind a whole and before the next whole; null where one is missing or another of their rank has money.</summary>
    private static List<Claim>? Parts(List<Claim> amounts, int at, string[] wholes, string[][] kinds)
    {
        var parts = new List<Claim>();
        for (var i = at + 1; i < amounts.Count && parts.Count < kinds.Length; i++)
        {
            if (EndsWith(amounts[i], wholes) && amounts[i].Plain != amounts[at].Plain && !kinds.Any(kind => EndsWith(amounts[i], kind)))
            {
                return null;
            }

            if (EndsWith(amounts[i], kinds[parts.Count]))
            {
                parts.Add(amounts[i]);
            }
        }

        return parts.Count == kinds.Length && !amounts.Skip(at + 1).Any(IsOtherExpenditure) ? parts : null;
    }

    private static bool IsOtherExpenditure(Claim claim) =>
        claim.Plain > 0 && (claim.Subject.Contains("经营支出", StringComparison.Ordinal) || claim.Subject.Contains("上缴上级", StringComparison.Ordinal) || claim.Subject.Contains("附属单位补助", StringComparison.Ordinal)
            || claim.Subject.Contains("结转", StringComparison.Ordinal));

    private static bool EndsWith(Claim claim, string[] words) =>
        Array.Exists(words, word => claim.Subject.EndsWith(word, StringComparison.Ordinal) && !(word is "支出" or "支出预算" && claim.Subject is var subject && (subject.EndsWith("基本支出", StringComparison.Ordinal) || subject.EndsWith("项目支出", StringComparison.Ordinal))));

    /// <summary>收支总预算 with the income, and with the expenditure, that its section lists.</summary>
    private static IEnumerable<(Claim Whole, List<Claim> Parts)> Overviews(FormIndex index)
    {
        foreach (var section in index.Disclosure.Prose.Of(ProseTheme.Overview).Where(static claim => claim.IsAmount).GroupBy(static claim => claim.Section.Heading))
        {
            var amounts = section.ToList();
            if (!amounts[0].Subject.EndsWith("收支总预算", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var line in amounts.Skip(1).GroupBy(static claim => claim.Line))
            {
                if (line.Key.Text.StartsWith("收入", StringComparison.Ordinal) || line.Key.Text.StartsWith("支出", StringComparison.Ordinal))
                {
                    var parts = line.ToList();
                    if (line.Key.Text.Contains("包括", StringComparison.Ordinal) && line.Key.Text.EndsWith('。') && !IsOpen(line.Key.Text) && !line.Key.Text.Contains("其中", StringComparison.Ordinal))
                    {
                        yield return (amounts[0], parts);
                    }
                }
            }
        }
    }

    /// <summary>Whether the sentence ends in its line: a list that a page or a column cuts is not whole.</summary>
    private static bool EndsHere(Claim claim)
    {
        var rest = claim.Line.Text;
        for (var i = 0; i < claim.Sentence; i++)
        {
            rest = rest[(rest.IndexOf('。', StringComparison.Ordinal) + 1)..];
        }

        return rest.Contains('。', StringComparison.Ordinal) || rest.EndsWith(';');
    }

    private static bool IsOpen(string text) => text.TrimEnd('。', ';') is var end && (end.EndsWith('等') || end.Contains("元等", StringComparison.Ordinal) || end.EndsWith("等支出", StringComparison.Ordinal));

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
