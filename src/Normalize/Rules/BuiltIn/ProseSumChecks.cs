using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Wholes of sentences against the parts that sentences list (DOMAIN N-TOT, N-BASIC, N-SG).</summary>
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

    private static readonly string[] AllExpenditure = ["总支出", "年支出", "拨款支出", "预算支出", "部门支出", "单位支出"];

    /// <summary>The parts that a sentence lists add up to the whole before them.</summary>
    public static IEnumerable<CheckResult> Totals(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var (whole, parts) in index.ToldStructures)
        {
            yield return IsLeftOpen(index, whole, parts)
                ? CheckResult.CannotTell(new Message($"“{whole.Subject}”", $"'{whole.Subject}'"), new Message("还可能有基本支出、项目支出以外的支出", "there may be expenditure that is neither basic nor project"))
                : Compare(whole, parts);
        }

        foreach (var (whole, parts) in index.ToldOverviews)
        {
            yield return Compare(whole, parts);
        }
    }

    /// <summary>
    /// Whether basic and project expenditure may be less than all: the form has other natures beside them, or there is no form to tell.
    /// </summary>
    private static bool IsLeftOpen(FormIndex index, Claim whole, List<Claim> parts)
    {
        if (parts.Sum(static part => part.Plain) >= whole.Plain || !parts.Exists(static part => part.Subject.EndsWith("项目支出", StringComparison.Ordinal)))
        {
            return false;
        }

        var role = whole.Section.Theme == ProseTheme.General ? FormRole.B5 : FormRole.B3;
        if (ProseTableChecks.Cell(index, role, "total") is { Amount: { } total } && ProseTableChecks.Cell(index, role, "basic") is { } basic && ProseTableChecks.Cell(index, role, "project") is { } project)
        {
            return total.Yuan != (basic.Amount?.Yuan ?? 0) + (project.Amount?.Yuan ?? 0);
        }

        return true;
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

    private static CheckResult Compare(Claim whole, List<Claim> parts)
    {
        var unit = whole.Money!.Value;
        var sum = parts.Sum(static part => part.Plain);
        return ProseEvidence.Compare(new Message($"“{whole.Subject}”", $"'{whole.Subject}'"), [ProseFacts.Of(whole)], parts.ConvertAll(ProseFacts.Of), copies: false, () => new Message(
            $"“{whole.Subject}”为{ProseEvidence.Text(ProseFacts.Of(whole))}，所列各项之和为{string.Join('+', parts.Select(static part => ProseEvidence.Text(part.Value)))}={ProseEvidence.Money(sum, unit)}，相差{ProseEvidence.Money(whole.Plain - sum, unit)}：{ProseEvidence.Quote(whole)}",
            $"'{whole.Subject}' is {ProseEvidence.En(ProseFacts.Of(whole))}; the parts listed add up to {string.Join(" + ", parts.Select(static part => ProseEvidence.Text(part.Value)))} = {ProseEvidence.MoneyEn(sum, unit)}, a difference of {ProseEvidence.MoneyEn(whole.Plain - sum, unit)}: {ProseEvidence.Quote(whole)}"));
    }

    /// <summary>Wholes with all of their parts, in the order in which sections tell them.</summary>
    public static IEnumerable<(Claim Whole, List<Claim> Parts)> Structures(Explanations prose)
    {
        foreach (var section in prose.Claims.Where(static claim => claim.IsAmount && claim.Item is null).GroupBy(static claim => (claim.Section.Theme, claim.Section.Heading)))
        {
            if (section.Key.Theme == ProseTheme.None)
            {
                continue;
            }

            var amounts = section.ToList();
            foreach (var (wholes, kinds) in Known)
            {
                // A whole that is told again is one where its parts follow it in its own paragraph.
                var told = false;
                for (var i = 0; i < amounts.Count; i++)
                {
                    if (EndsWith(amounts[i], wholes) && Parts(amounts, i, wholes, kinds) is { } parts && (!told || parts.TrueForAll(part => part.Line == amounts[i].Line)))
                    {
                        yield return (amounts[i], parts);
                        told = true;
                    }
                }
            }
        }
    }

    /// <summary>The first amount of each kind behind a whole and before the next whole; null where one is missing or another of their rank has money.</summary>
    private static List<Claim>? Parts(List<Claim> amounts, int at, string[] wholes, string[][] kinds)
    {
        var parts = new Claim?[kinds.Length];
        for (var i = at + 1; i < amounts.Count && Array.Exists(parts, static part => part is null); i++)
        {
            if (EndsWith(amounts[i], wholes) && amounts[i].Plain != amounts[at].Plain && !kinds.Any(kind => EndsWith(amounts[i], kind)))
            {
                return null;
            }

            if (Array.FindIndex(kinds, kind => EndsWith(amounts[i], kind)) is var kind and >= 0)
            {
                parts[kind] ??= amounts[i];
            }
        }

        return Array.TrueForAll(parts, static part => part is not null) && !amounts.Skip(at + 1).Any(IsOtherExpenditure) ? [.. parts.OfType<Claim>()] : null;
    }

    private static bool IsOtherExpenditure(Claim claim) =>
        claim.Plain > 0 && (claim.Subject.Contains("经营支出", StringComparison.Ordinal) || claim.Subject.Contains("上缴上级", StringComparison.Ordinal) || claim.Subject.Contains("附属单位补助", StringComparison.Ordinal)
            || claim.Subject.Contains("结转", StringComparison.Ordinal));

    private static bool EndsWith(Claim claim, string[] words)
    {
        foreach (var word in words)
        {
            if (word == "支出" ? IsAllExpenditure(claim.Subject) : claim.Subject.EndsWith(word, StringComparison.Ordinal) && !(word == "支出预算" && IsOfOneNature(claim.Subject)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfOneNature(string subject) =>
        subject.EndsWith("基本支出预算", StringComparison.Ordinal) || subject.EndsWith("项目支出预算", StringComparison.Ordinal);

    /// <summary>Names of classes and items end in 支出 too, and are no whole of basic and project expenditure that is told behind them.</summary>
    private static bool IsAllExpenditure(string subject) =>
        subject == "支出" || Array.Exists(AllExpenditure, word => subject.EndsWith(word, StringComparison.Ordinal));

    /// <summary>收支总预算, of all money or of 财政拨款, with the income, and with the expenditure, that its section lists.</summary>
    public static IEnumerable<(Claim Whole, List<Claim> Parts)> Overviews(Explanations prose)
    {
        foreach (var section in prose.Claims.Where(static claim => claim.Section.Theme is ProseTheme.Overview or ProseTheme.Fiscal).Where(static claim => claim.IsAmount).GroupBy(static claim => claim.Section.Heading))
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
                    if (line.Key.Text.Contains("包括", StringComparison.Ordinal) && (amounts[0].Section.Theme == ProseTheme.Overview || parts.TrueForAll(IsOfClass)) && line.Key.Text.EndsWith('。') && !IsOpen(line.Key.Text) && !line.Key.Text.Contains("其中", StringComparison.Ordinal))
                    {
                        yield return (amounts[0], parts);
                    }
                }
            }
        }
    }

    /// <summary>The classes of function are told as …支出; natures and kinds of cost are not classes.</summary>
    private static bool IsOfClass(Claim claim) =>
        claim.Subject.EndsWith("支出", StringComparison.Ordinal) && !claim.Subject.EndsWith("基本支出", StringComparison.Ordinal) && !claim.Subject.EndsWith("项目支出", StringComparison.Ordinal);

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
}
