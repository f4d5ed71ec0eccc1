using Gouji.Model;
using Gouji.Normalize.Blame;
using Gouji.Normalize.Codes;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>The items that sentences describe (类…款…项) against the general public budget table.</summary>
internal static class ProseItemChecks
{
    /// <summary>A sum of more cells is cut short in a message; its equation holds all.</summary>
    private const int MostShown = 6;

    /// <summary>Each item that a sentence gives an amount for has that amount in the table.</summary>
    public static IEnumerable<CheckResult> Items(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var claim in Described(index))
        {
            var item = claim.Item!;
            var subject = new Message($"“{item.Printed}”", $"item '{item.Name}'");
            if (Find(index, claim, out var ambiguous) is not { } match)
            {
                yield return CheckResult.CannotTell(subject, ambiguous
                    ? new Message("支出表中有几个同名的项", "the expenditure table has several items of this name")
                    : new Message("支出表中没有这个名称的项", "the expenditure table has no item of this name"));
                continue;
            }

            var fact = ProseFacts.Of(claim);
            var form = FormNames.Zh(match.Form.Role);
            var table = match.Cells.Sum(static cell => cell.Amount!.Value.Yuan);
            var result = ProseEvidence.Compare(subject, [fact], match.Cells, copies: match.Cells.Count == 1 && !claim.IsOfAccounts, () => new Message(
                $"文字称{item.Printed}为{ProseEvidence.Text(fact)}，{form}中{match.Code}为{Shown(match.Cells)}：{ProseEvidence.Quote(claim)}",
                $"a sentence gives {ProseEvidence.En(fact)} for {match.Code}, {FormNames.En(match.Form.Role)} gives {Shown(match.Cells, english: true)}: {ProseEvidence.Quote(claim)}"));
            yield return result.Verdict != Verdict.Broken ? result : result with
            {
                Stated = claim.Value,
                Expected = ProseEvidence.InUnit(table, claim.Money!.Value),
                Unit = claim.Money,
                AtMost = IsOfAllFunds(index, claim) ? Severity.Warning : null,
            };
        }
    }

    /// <summary>Where the items are described one by one, none that has money is left out.</summary>
    public static IEnumerable<CheckResult> Covered(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var described = Described(index).Where(static claim => claim.Item!.Level == 7).ToList();
        if (described.Count == 0 || index.First(ProseTableChecks.Answering(index, FormRole.B5)) is not { } form || ItemRows.Form(index.Disclosure.Forms, form.Role) != form)
        {
            yield break;
        }

        var found = described.Select(claim => Find(index, claim, out _)).OfType<ItemMatch>().ToList();
        if (!found.Exists(match => match.Form == form))
        {
            yield break;
        }

        var codes = found.Select(static match => match.Code).ToHashSet(StringComparer.Ordinal);
        var text = string.Concat(index.Disclosure.Prose.Lines.Where(static line => line.Section.Theme == ProseTheme.General).Select(static line => line.Line.Text));
        var column = form.Part("")!.ColumnOf("total");
        var isLast = index.Disclosure.Prose.Lines is [.., var end] && end.Line.Place(0, 0).Block == index.Disclosure.Content.Blocks.Count
            && described.Exists(claim => claim.Section.Theme == end.Section.Theme);
        foreach (var row in ItemRows.Leaves(form.Part("")!))
        {
            if (row.Facts[column] is not { State: FactState.Value } fact || row.FunctionCode!.Length != 7)
            {
                continue;
            }

            var name = FoldedText.Letters(NameKey.WithoutLastBracket(Fold.Key(row.Label)).ToString()).TrimStart([.. "0123456789"]);
            var subject = new Message($"{row.FunctionCode} {name}", $"item {row.FunctionCode}");
            var isNamed = codes.Contains(row.FunctionCode) || text.Contains(row.FunctionCode, StringComparison.Ordinal) || (name.Length > 0 && !IsDescribedElsewhere(name) && text.Contains(name, StringComparison.Ordinal));
            if (!isNamed && isLast)
            {
                // What ends with the items may be an excerpt, or cut.
                yield return CheckResult.CannotTell(subject, new Message("文件在逐项说明处结束，后面可能还有", "the file ends with the description of items; more may follow"));
                continue;
            }

            yield return isNamed ? CheckResult.Holds(subject) : new CheckResult(
                Verdict.Broken,
                subject,
                new Message(
                    $"文字逐项说明了一般公共预算支出，却没有提到{row.FunctionCode} {row.Label}（表{form.Number}中为{ProseEvidence.Text(fact)}）",
                    $"the sentences describe the items one by one and leave out {row.FunctionCode}, for which table {form.Number} has {ProseEvidence.En(fact)}"),
                [fact.Place, described[0].Place])
            { Expected = fact.Stated, Unit = fact.Unit };
        }

        // The name alone does not tell an item from another of the same name that is described.
        bool IsDescribedElsewhere(string name) => described.Exists(claim => claim.Item!.Item == name);
    }

    /// <summary>A section that a sentence names has the name that its code has in the year.</summary>
    public static IEnumerable<CheckResult> SectionNames(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in Described(index))
        {
            if (claim.Item is not { Level: 7, Section.Length: > 0 } item || Find(index, claim, out _) is not { } match || !seen.Add(match.Code[..5] + item.Section))
            {
                continue;
            }

            var printed = match.Form.Part("")!.Rows.FirstOrDefault(row => row.FunctionCode == match.Code[..5])?.Label;
            var named = ClassificationCodes.Instance.Match(ClassificationKind.Function, match.Code[..5], item.Section, index.Disclosure.Header.FiscalYear);
            if (named.Kind is not (NameMatchKind.Different or NameMatchKind.StaleName) || (printed is not null && ItemRows.Key(printed) == ItemRows.Key(item.Section)))
            {
                continue;
            }

            yield return new CheckResult(
                Verdict.Broken,
                new Message($"“{item.Section}”", $"section '{item.Section}'"),
                new Message(
                    $"文字中{match.Code[..5]}（款）称“{item.SectionPrinted}”，{index.Disclosure.Header.FiscalYear}年的科目名称是“{named.OfficialName}”",
                    $"sentences call section {match.Code[..5]} '{item.SectionPrinted}'; its name in {index.Disclosure.Header.FiscalYear} is '{named.OfficialName}'"),
                [claim.Line.Place(item.Start, item.End - item.Start)]);
        }
    }

    /// <summary>What is headed as the scale of the year's appropriation is the whole of it.</summary>
    public static IEnumerable<CheckResult> Scale(FormIndex index, IReadOnlyList<FormName> forms)
    {
        if (ProseTableChecks.Cell(index, FormRole.B5, "total") is not { Amount: not null } cell)
        {
            yield break;
        }

        var claim = index.Disclosure.Prose.Of(ProseTheme.General).FirstOrDefault(static claim =>
            claim is { Kind: ClaimKind.Amount, IsOfEarlierYear: false } && claim.Section.Sub.Contains("规模", StringComparison.Ordinal));
        if (claim is null)
        {
            yield break;
        }

        var fact = ProseFacts.Of(claim);
        yield return ProseEvidence.Compare(new Message("当年拨款规模", "scale of the year's appropriation"), [fact], [cell], copies: true, () => new Message(
            $"“当年拨款规模”一节只说明了{ProseEvidence.Text(fact)}，一般公共预算支出表合计为{ProseEvidence.Text(cell)}，相差{ProseEvidence.Money(cell.Amount!.Value.Yuan - claim.Plain, claim.Money!.Value)}没有说明",
            $"the section on the scale of the appropriation describes {ProseEvidence.En(fact)} alone; the total of the general public budget table is {ProseEvidence.En(cell)}, so {ProseEvidence.MoneyEn(cell.Amount!.Value.Yuan - claim.Plain, claim.Money!.Value)} is not described"));
    }

    /// <summary>The amounts of items in a budget, each item's first amount of the year in each line, and others that are told again.</summary>
    private static IEnumerable<Claim> Described(FormIndex index) =>
        index.Disclosure.Prose.Claims.Where(static claim => claim is { IsAmount: true, Item: not null, IsOfItem: true } && ItemRows.FormsOf(claim).Count > 0);

    private static ItemMatch? Find(FormIndex index, Claim claim, out bool ambiguous) =>
        ItemRows.Find(index.Disclosure.Forms, claim, index.Disclosure.Header.FiscalYear, out ambiguous);

    /// <summary>Whether the amount is that of the item in the form of all funds, so that another scope explains the difference.</summary>
    private static bool IsOfAllFunds(FormIndex index, Claim claim)
    {
        var match = ItemRows.Find(index.Disclosure.Forms, [ProseTableChecks.Answering(index, FormRole.B3)], claim.Item!, index.Disclosure.Header.FiscalYear, out _);
        return match is not null && match.Cells.Sum(static cell => cell.Amount!.Value.Yuan) == claim.Plain;
    }

    private static string Shown(IReadOnlyList<Fact> cells, bool english = false) =>
        string.Join('+', cells.Take(MostShown).Select(static cell => ProseEvidence.Text(cell.Stated ?? 0))) + (cells.Count > MostShown ? "+…" : "")
        + (english ? FindingText.UnitEn(cells[0].Unit) : cells[0].Unit?.Name());
}
