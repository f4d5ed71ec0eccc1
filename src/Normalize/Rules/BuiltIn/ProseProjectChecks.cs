using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>The projects that sentences describe against the project form (DOMAIN N-PROJ), and what they say of funds (N-FUND).</summary>
internal static class ProseProjectChecks
{
    /// <summary>A project that a sentence gives an amount for has that amount in the project form.</summary>
    public static IEnumerable<CheckResult> Amounts(FormIndex index, IReadOnlyList<FormName> forms)
    {
        if (index.First(FormRole.B7)?.Part("") is not { } part || part.ColumnOf("total") is var column && column < 0)
        {
            yield break;
        }

        var rows = index.ProjectRows().Where(row => row.Facts[column] is { Amount: not null }).ToList();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in index.Disclosure.Prose.Of(ProseTheme.Projects))
        {
            var project = claim.Project ?? (rows.Exists(row => Key(row) == FoldedText.Letters(claim.Subject)) ? claim.Subject : null);
            if (!claim.IsAmount || project is null || claim.Subject != project || !told.Add(project))
            {
                continue;
            }

            var key = FoldedText.Letters(project);
            var subject = new Message($"项目“{project}”", $"project '{project}'");
            var own = rows.FindAll(row => Key(row) == key);
            own = own.Count > 0 ? own : rows.FindAll(row => Key(row).Contains(key, StringComparison.Ordinal) || key.Contains(Key(row), StringComparison.Ordinal));
            if (own.Select(FormIndex.NameOf).Distinct(StringComparer.Ordinal).Count() != 1)
            {
                yield return CheckResult.CannotTell(subject, new Message("项目支出表中没有这个名称的项目", "the project form has no project of this name"));
                continue;
            }

            var cells = own.ConvertAll(row => row.Facts[column]!);
            var sum = cells.Sum(static cell => cell.Amount!.Value.Yuan);
            yield return ProseEvidence.Compare(subject, [ProseFacts.Of(claim)], cells, copies: cells.Count == 1, () => new Message(
                $"文字称项目“{project}”为{ProseEvidence.Text(ProseFacts.Of(claim))}，项目支出表中为{ProseEvidence.Money(sum, claim.Money!.Value)}",
                $"a sentence gives {ProseEvidence.En(ProseFacts.Of(claim))} for project '{project}', the project form {ProseEvidence.MoneyEn(sum, claim.Money!.Value)}"));
        }
    }

    /// <summary>Where sentences say that a fund pays for nothing its form is empty, and the other way round.</summary>
    public static IEnumerable<CheckResult> Funds(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var (theme, role, zh, en) in ((ProseTheme, FormRole, string, string)[])[(ProseTheme.Funds, FormRole.B9, "政府性基金", "government funds"), (ProseTheme.StateCapital, FormRole.B10, "国有资本经营预算", "state capital operations")])
        {
            if (index.Disclosure.Header.Kind == DisclosureKind.FinalAccounts || index.All(role).Count != 1 || index.First(role) is not { } form || Said(index, theme, zh) is not { } said)
            {
                continue;
            }

            yield return Compare(form, said, zh, en);
        }
    }

    private static CheckResult Compare(FormTable form, (ProseLine Line, Claim? Amount, bool None) said, string zh, string en)
    {
        var subject = new Message($"{zh}支出", $"expenditure of {en}");
        if (said.None == form.IsEmpty)
        {
            return CheckResult.Holds(subject);
        }

        var cell = form.Parts.SelectMany(static part => part.Rows).SelectMany(static row => row.Facts).FirstOrDefault(static fact => fact is { State: FactState.Value, Amount: not null });
        var place = said.Amount?.Place ?? said.Line.Place(0, Math.Min(said.Line.Text.Length, 12));
        return new CheckResult(
            Verdict.Broken,
            subject,
            said.None
                ? new Message($"文字称没有{zh}安排的支出，{FormNames.Zh(form.Role)}中有{ProseEvidence.Text(cell!)}", $"sentences say that there is no expenditure of {en}; {FormNames.En(form.Role)} has {ProseEvidence.En(cell!)}")
                : new Message($"文字称{zh}支出{ProseEvidence.Text(ProseFacts.Of(said.Amount!))}，{FormNames.Zh(form.Role)}是空表", $"sentences say that {en} pay for {ProseEvidence.En(ProseFacts.Of(said.Amount!))}; {FormNames.En(form.Role)} is empty"),
            cell is null ? [place] : [place, cell.Place]);
    }

    /// <summary>What the section on a fund says: an amount, or none; null where it cannot be told.</summary>
    private static (ProseLine Line, Claim? Amount, bool None)? Said(FormIndex index, ProseTheme theme, string fund)
    {
        var amounts = index.Disclosure.Prose.Of(theme).Where(claim => claim.IsAmount && claim.Subject.Contains(fund, StringComparison.Ordinal) && claim.Subject.Contains("支出", StringComparison.Ordinal)).ToList();
        if (amounts.Count > 0)
        {
            return (amounts[0].Line, amounts[0], amounts.TrueForAll(static claim => claim.Value == 0));
        }

        foreach (var (line, section, isHeading) in index.Disclosure.Prose.Lines)
        {
            if (!isHeading && section.Theme == theme && line.Text.Contains(fund, StringComparison.Ordinal) && IsNone(line.Text))
            {
                return (line, null, true);
            }
        }

        return null;
    }

    private static bool IsNone(string text) =>
        text.Contains("没有使用", StringComparison.Ordinal) || text.Contains("未安排", StringComparison.Ordinal) || text.Contains("没有安排", StringComparison.Ordinal)
        || text.Contains("无使用", StringComparison.Ordinal) || text.Contains("未使用", StringComparison.Ordinal);

    private static string Key(FormRow row) => FoldedText.Letters(Fold.Key(FormIndex.NameOf(row)));
}
