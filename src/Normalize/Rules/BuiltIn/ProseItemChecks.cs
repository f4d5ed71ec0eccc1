using System.Text.RegularExpressions;
using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>The items that sentences describe (类…款…项) against the general public budget table.</summary>
internal static partial class ProseItemChecks
{
    /// <summary>Each item that a sentence gives an amount for has that amount in the table.</summary>
    public static IEnumerable<CheckResult> Items(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var (claim, name, rows) in Described(index))
        {
            var subject = new Message($"“{name}（项）”", $"item '{name}'");
            if (rows.Count != 1)
            {
                yield return CheckResult.CannotTell(subject, rows.Count == 0
                    ? new Message("一般公共预算支出表中没有这个名称的项", "the general public budget table has no item of this name")
                    : new Message("一般公共预算支出表中有几个同名的项", "the general public budget table has several items of this name"));
                continue;
            }

            var cell = rows[0].Facts[Column(index)]!;
            var fact = ProseFacts.Of(claim);
            var result = ProseEvidence.Compare(subject, [fact], [cell], copies: true, () => new Message(
                $"文字称{name}（项）预算数为{ProseEvidence.Text(fact)}，一般公共预算支出表中{rows[0].FunctionCode}为{ProseEvidence.Text(cell)}",
                $"a sentence gives {ProseEvidence.Text(fact)} for item {rows[0].FunctionCode}, the general public budget table {ProseEvidence.Text(cell)}"));
            yield return result.Verdict != Verdict.Broken ? result : result with
            {
                Stated = claim.Value,
                Expected = ProseEvidence.InUnit(cell.Amount!.Value.Yuan, claim.Money!.Value),
                Unit = claim.Money,
            };
        }
    }

    /// <summary>Where the items are described one by one, none that has money is left out.</summary>
    public static IEnumerable<CheckResult> Covered(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var described = Described(index).ToList();
        if (described.Count == 0)
        {
            yield break;
        }

        var text = string.Concat(index.Disclosure.Prose.Lines.Where(static line => line.Section.Theme == ProseTheme.General).Select(static line => line.Line.Text));
        foreach (var row in Leaves(index))
        {
            var name = Name(row);
            var fact = row.Facts[Column(index)]!;
            var subject = new Message($"{row.FunctionCode} {name}", $"item {row.FunctionCode}");
            var isNamed = described.Any(item => item.Rows.Contains(row)) || text.Contains(name, StringComparison.Ordinal) || text.Contains(row.FunctionCode!, StringComparison.Ordinal);
            yield return isNamed ? CheckResult.Holds(subject) : new CheckResult(
                Verdict.Broken,
                subject,
                new Message(
                    $"文字逐项说明了一般公共预算拨款，却没有提到{row.FunctionCode}（表{index.First(FormRole.B5)!.Number}中为{ProseEvidence.Text(fact)}）",
                    $"the sentences describe the items one by one and leave out {row.FunctionCode}, for which table {index.First(FormRole.B5)!.Number} has {ProseEvidence.Text(fact)}"),
                [fact.Place, described[0].Claim.Place])
            { Expected = fact.Stated, Unit = fact.Unit };
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
            $"the section on the scale of the appropriation describes {ProseEvidence.Text(fact)} alone; the total of the general public budget table is {ProseEvidence.Text(cell)}, so {ProseEvidence.Money(cell.Amount!.Value.Yuan - claim.Plain, claim.Money!.Value)} is not described"));
    }

    private static IEnumerable<(Claim Claim, string Name, List<FormRow> Rows)> Described(FormIndex index)
    {
        if (Column(index) < 0 || index.Disclosure.Header.Kind == DisclosureKind.FinalAccounts)
        {
            yield break;
        }

        foreach (var claim in index.Disclosure.Prose.Of(ProseTheme.General))
        {
            if (claim.Kind != ClaimKind.Amount || claim.IsOfEarlierYear || ItemName(claim) is not { } item)
            {
                continue;
            }

            yield return (claim, item.Name, [.. Leaves(index).Where(row => Name(row) == item.Name && IsOfSection(index, row, item.Section))]);
        }
    }

    /// <summary>The item and section that the words before a figure name, where it is the first amount after them.</summary>
    private static (string Section, string Name)? ItemName(Claim claim)
    {
        var text = claim.Line.Text;
        var end = text.IndexOf(claim.Label, StringComparison.Ordinal);
        var before = end < 0 ? claim.Label : text[..(end + claim.Label.Length)];
        if (Item().Match(before) is not { Success: true } match)
        {
            return null;
        }

        return (FoldedText.Letters(match.Groups["section"].Value), FoldedText.Letters(match.Groups["item"].Value));
    }

    private static bool IsOfSection(FormIndex index, FormRow row, string section)
    {
        var official = Codes.ClassificationCodes.Instance.NameOf(Codes.ClassificationKind.Function, row.FunctionCode![..5], index.Disclosure.Header.FiscalYear);
        if (section.Length == 0 || official is null)
        {
            return true;
        }

        // Sections are named loosely; what they begin with tells them apart.
        var name = FoldedText.Letters(Fold.Key(official));
        var common = Math.Min(4, Math.Min(name.Length, section.Length));
        return name.AsSpan(0, common).SequenceEqual(section.AsSpan(0, common));
    }

    private static IEnumerable<FormRow> Leaves(FormIndex index)
    {
        var column = Column(index);
        return column < 0 ? [] : index.First(FormRole.B5)!.Part("")!.Rows.Where(row =>
            row is { Kind: RowKind.Leaf, FunctionCode.Length: 7, OfWhich: false } && row.Facts[column] is { State: FactState.Value });
    }

    private static int Column(FormIndex index) => index.First(FormRole.B5)?.Part("")?.ColumnOf("total") ?? -1;

    /// <summary>The name of an item without its code and the section that it is told apart by in brackets.</summary>
    private static string Name(FormRow row)
    {
        var label = Fold.Key(row.Label);
        var bracket = label.IndexOf('(', StringComparison.Ordinal);
        return FoldedText.Letters(bracket > 0 && label.EndsWith(')') ? label[..bracket] : label).TrimStart([.. "0123456789"]);
    }

    [GeneratedRegex(@"(?<class>[^,;。:]*)\(类\)(?<section>[^,;。:]*)\(款\)(?<item>[^,;。:]*)\(项\)[^,;。]{0,12}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Item();
}
