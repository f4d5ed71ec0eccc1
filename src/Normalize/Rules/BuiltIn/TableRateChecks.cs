using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Percentages that tables print beside the two figures that they compare (DOMAIN Y-RATE, Y-BUDACT).</summary>
internal static class TableRateChecks
{
    /// <summary>增减%: the change divided by the previous figure.</summary>
    public static IEnumerable<CheckResult> Changes(FormIndex index, IReadOnlyList<FormName> forms) => Each(index, forms, ComparisonKind.Rate);

    /// <summary>完成预算%: the final figure divided by the budget.</summary>
    public static IEnumerable<CheckResult> Completions(FormIndex index, IReadOnlyList<FormName> forms) => Each(index, forms, ComparisonKind.Completion);

    private static IEnumerable<CheckResult> Each(FormIndex index, IReadOnlyList<FormName> forms, ComparisonKind kind)
    {
        foreach (var table in BuiltInChecks.Tables(index, forms))
        {
            foreach (var part in table.Parts)
            {
                foreach (var compared in part.Compared)
                {
                    if (compared.Kind == kind)
                    {
                        yield return Check(FormNames.Cell(table, compared.Row, compared.Column), compared);
                    }
                }
            }
        }
    }

    private static CheckResult Check(Message subject, ComparedFigures compared)
    {
        if (compared.Current.Amount is not { } current || compared.Base.Amount is not { } based)
        {
            return CheckResult.CannotTell(subject, new Message("相比的数为空", "a figure that it compares is blank"));
        }

        if (based.Yuan <= 0)
        {
            return OnNothing(subject, compared, based.Yuan);
        }

        var rate = compared.Figure;
        var name = rate.Item;
        var stated = rate.Stated!.Value;
        var completion = compared.Kind == ComparisonKind.Completion;
        var moved = completion ? current.Yuan : current.Yuan - based.Yuan;
        var right = ProseEvidence.PercentOf(moved, based.Yuan);
        var half = HalfPlace(stated);
        var spread = ProseEvidence.Spread(Math.Abs(moved), completion ? current.HalfPlace : current.HalfPlace + based.HalfPlace, based.Yuan, based.HalfPlace);
        var arithmetic = Arithmetic(compared, right, half + spread);
        var expected = decimal.Round(right, rate.Stated.Value.Scale, MidpointRounding.AwayFromZero);
        if (Fits(right) || Fits(right / 100))
        {
            // A spreadsheet keeps 75 % as 0.75.
            return new CheckResult(expected == stated || !Fits(right) ? Verdict.Holds : Verdict.HoldsWithinRounding, subject, null, [rate.Place]) { Arithmetic = Fits(right) ? arithmetic : null };
        }

        if (!completion && compared.Change?.Amount is { } change && current.Yuan - based.Yuan != change.Yuan)
        {
            return CheckResult.CannotTell(subject, new Message("本年数、基数与增减额不符，增减率无从判断", "this year's figure, the base and the change do not agree, so the rate cannot be told"));
        }

        if (!completion && Fits(-right))
        {
            return new CheckResult(
                Verdict.Broken,
                subject,
                new Message($"“{name}”增减率应为{ProseEvidence.Text(expected)}%，表中印为{ProseEvidence.Text(stated)}%，符号相反", $"the rate of '{name}' is {ProseEvidence.Text(expected)}%; the table prints {ProseEvidence.Text(stated)}%, with the other sign"),
                [rate.Place, compared.Current.Place, compared.Base.Place])
            { Arithmetic = arithmetic, Stated = stated, Expected = expected, Blamed = rate.Place, Cause = "sign", AtMost = Severity.Warning };
        }

        var wrongBase = !completion && current.Yuan > 0 && Math.Abs(ProseEvidence.PercentOf(moved, current.Yuan) - stated) <= half + spread;
        var (shown, shownEn) = (ProseEvidence.Text(compared.Current), ProseEvidence.En(compared.Current));
        var (basis, basisEn) = (ProseEvidence.Text(compared.Base), ProseEvidence.En(compared.Base));
        return new CheckResult(
            Verdict.Broken,
            subject,
            completion
                ? new Message($"“{name}”{shown}为{basis}的{ProseEvidence.Text(expected)}%，表中印为{ProseEvidence.Text(stated)}%", $"'{name}', {shownEn}, is {ProseEvidence.Text(expected)}% of {basisEn}; the table prints {ProseEvidence.Text(stated)}%")
                : new Message(
                    $"“{name}”{shown}比{basis}{(expected < 0 ? "下降" : "增长")}{ProseEvidence.Text(Math.Abs(expected))}%，表中印为{ProseEvidence.Text(stated)}%" + (wrongBase ? "，以本年数为基数" : ""),
                    $"'{name}' from {basisEn} to {shownEn} is {ProseEvidence.Text(expected)}%; the table prints {ProseEvidence.Text(stated)}%" + (wrongBase ? ", which is on this year's figure" : "")),
            [rate.Place, compared.Current.Place, compared.Base.Place])
        { Arithmetic = arithmetic, Stated = stated, Expected = expected, Blamed = wrongBase ? rate.Place : null, Cause = wrongBase ? "rate-on-wrong-base" : null };

        bool Fits(decimal value) => Math.Abs(value - stated) <= half + spread;
    }

    /// <summary>On nothing there is no percentage; 0 and 100 are ways to print that.</summary>
    private static CheckResult OnNothing(Message subject, ComparedFigures compared, decimal based)
    {
        if (based < 0)
        {
            return CheckResult.CannotTell(subject, new Message("基数为负，没有百分比可言", "the base is below zero, so there is no percentage"));
        }

        var stated = compared.Figure.Stated!.Value;
        return stated is 0 or 1 or 100 ? CheckResult.Holds(subject) : new CheckResult(
            Verdict.Broken,
            subject,
            new Message($"基数为0，没有百分比可言，表中印为{ProseEvidence.Text(stated)}%", $"the base is 0, so there is no percentage; the table prints {ProseEvidence.Text(stated)}%"),
            [compared.Figure.Place, compared.Base.Place])
        { AtMost = Severity.Warning };
    }

    private static Check Arithmetic(ComparedFigures compared, decimal right, decimal slack)
    {
        List<Term> terms = [new Term(1, compared.Figure, Right: false), new Term(1, compared.Current, Right: true)];
        if (compared.Kind == ComparisonKind.Rate)
        {
            terms.Add(new Term(-1, compared.Base, Right: true));
        }

        terms.Add(new Term(1, compared.Base, Right: true, Divisor: true));
        return new Check
        {
            Rule = "",
            Subject = new Message("", ""),
            Verdict = Verdict.Holds,
            Left = compared.Figure.Stated,
            Right = decimal.Round(right, 6),
            Slack = decimal.Round(slack, 6),
            Terms = terms,
        };
    }

    /// <summary>Half of the last place printed.</summary>
    private static decimal HalfPlace(decimal stated) => new(5, 0, 0, false, (byte)(stated.Scale + 1));
}
