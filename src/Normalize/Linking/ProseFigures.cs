using Gouji.Model;
using Gouji.Normalize.Prose;

namespace Gouji.Normalize.Linking;

/// <summary>The previous-year and initial-budget figures that sentences state or imply by a change.</summary>
internal static class ProseFigures
{
    /// <summary>The figures in reading order. A change counts only where this year's figure in its sentence is that of the document's own table.</summary>
    public static IEnumerable<LinkFigure> Of(Disclosure disclosure, int year, IReadOnlyDictionary<(string Thing, LinkMeasure Measure), LinkFigure?> tables)
    {
        var agency = false;
        foreach (var claim in disclosure.Prose.Claims)
        {
            if (claim.Money is null || Thing(disclosure, claim) is not { } thing)
            {
                continue;
            }

            if (claim is { Kind: ClaimKind.Change or ClaimKind.Unchanged, Owner: { IsAmount: true } owner } && LinkWords.NamesYearBefore(claim.Base, year) && LinkWords.Base(claim.Base) is { } measure
                && Thing(disclosure, owner) == thing && IsThatOfTheTable(thing, owner, tables))
            {
                yield return new LinkFigure(thing, measure, ProseFacts.Of(owner), claim.Kind == ClaimKind.Change ? ProseFacts.Of(claim) : null);
            }
            else if (claim is { Kind: ClaimKind.Amount, IsOfEarlierYear: true } && LinkWords.NamesYearBefore(claim.Label, year) && LinkWords.Base(claim.Label) is { } earlier)
            {
                yield return new LinkFigure(thing, earlier, ProseFacts.Of(claim));
            }
            else if (claim is { Kind: ClaimKind.Amount, IsOfAccounts: true, IsOfEarlierYear: false } && IsInitialBudget(claim))
            {
                yield return new LinkFigure(thing, LinkMeasure.InitialBudget, ProseFacts.Of(claim));
            }
            else if (claim.IsAmount && thing == "agency.total" && !agency)
            {
                agency = true;
                yield return new LinkFigure(thing, LinkMeasure.ThisYear, ProseFacts.Of(claim));
            }
        }
    }

    private static bool IsInitialBudget(Claim claim) =>
        claim.Label.Contains("年初预算", StringComparison.Ordinal) && !claim.Label.Contains("完成", StringComparison.Ordinal) && !claim.Label.Contains("上年", StringComparison.Ordinal);

    private static bool IsThatOfTheTable(string thing, Claim owner, IReadOnlyDictionary<(string Thing, LinkMeasure Measure), LinkFigure?> tables) =>
        thing == "agency.total"
        || (tables.GetValueOrDefault((thing, LinkMeasure.ThisYear)) is { } own && Math.Abs(own.Yuan - owner.Plain) <= own.HalfPlace + owner.PlainHalf);

    /// <summary>What a figure of a sentence is of; null where it cannot be told, or no other document states it.</summary>
    private static string? Thing(Disclosure disclosure, Claim claim)
    {
        var subject = claim.Subject;
        if (claim.Item is { } item)
        {
            var isOfItem = claim.IsOfItem || claim.Owner is { IsOfItem: true };
            return isOfItem && ItemRows.Find(disclosure.Forms, claim, disclosure.Header.FiscalYear, out _) is { Code.Length: 7, Form.Role: FormRole.B5 or FormRole.F5 } row
                ? LinkThings.ItemPrefix + row.Code
                : null;
        }

        if (subject.Contains("(项)", StringComparison.Ordinal) || subject.Contains("(款)", StringComparison.Ordinal) || subject.Contains("(类)", StringComparison.Ordinal))
        {
            return null;
        }

        return claim.Section.Theme switch
        {
            ProseTheme.ThreePublic => ThreePublic(subject),
            ProseTheme.General => Nature(subject, "gpb") ?? (subject.Contains("一般公共预算", StringComparison.Ordinal) ? "gpb.total" : null),
            ProseTheme.Expenditure when !IsOfOneFund(subject) => Nature(subject, "expenditure") ?? (subject.Contains("支出", StringComparison.Ordinal) ? "expenditure.total" : null),
            ProseTheme.Income when !IsOfOneFund(subject) => subject.Contains("收入预算", StringComparison.Ordinal) || subject.Contains("收入合计", StringComparison.Ordinal) || subject.Contains("收入总计", StringComparison.Ordinal) ? "income.total" : null,
            ProseTheme.AgencyCost => subject.Contains("运行经费", StringComparison.Ordinal) ? "agency.total" : null,
            _ => null,
        };
    }

    private static bool IsOfOneFund(string subject) =>
        subject.Contains("财政拨款", StringComparison.Ordinal) || subject.Contains("一般公共预算", StringComparison.Ordinal) || subject.Contains("政府性基金", StringComparison.Ordinal) || subject.Contains("国有资本", StringComparison.Ordinal);

    private static string? Nature(string subject, string of) =>
        subject.EndsWith("基本支出", StringComparison.Ordinal) ? of + ".basic" : subject.EndsWith("项目支出", StringComparison.Ordinal) ? of + ".project" : null;

    private static string? ThreePublic(string subject) =>
        subject.Contains("三公", StringComparison.Ordinal) ? "sg.total"
        : subject.Contains("出国", StringComparison.Ordinal) ? "sg.travel"
        : subject.Contains("接待", StringComparison.Ordinal) ? "sg.reception"
        : subject.Contains("购置及运行", StringComparison.Ordinal) || subject.Contains("购置和运行", StringComparison.Ordinal) ? "sg.vehicles"
        : subject.Contains("购置", StringComparison.Ordinal) ? "sg.purchase"
        : subject.Contains("运行", StringComparison.Ordinal) ? "sg.operation"
        : null;
}
