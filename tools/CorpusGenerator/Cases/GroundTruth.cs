using Gouji.CorpusGenerator.Figures;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>Compares what a case expects with what really breaks in its printed figures.</summary>
internal static class GroundTruth
{
    /// <summary>The rules that the generator's own arithmetic can see.</summary>
    private static readonly string[] Arithmetic =
    [
        "R-ROW-B2", "R-ROW-B3", "R-ROW-B5", "R-ROW-B6", "R-ROW-B7", "R-ROW-B8", "R-ROW-B9", "R-ROW-B10", "R-COL", "R-HIER", "R-B1-INC", "R-B1-EXP", "R-B1-BAL",
        "R-B4", "R-NEG", "R-DUP", "X-TOT", "X-B1B3-CLS", "X-MIRROR", "X-FISC", "X-B4B5", "X-NONFISC", "X-BASIC", "X-PROJ", "X-PROJ-ITEM", "X-SG-BASIC", "X-SG-PART",
        "X-SG-PROJ", "X-FUNC-ECON", "P-FUND", "P-COST", "P-FISC",
        "F1-INC", "F1-EXP", "R-ROW-F2", "R-ROW-F3", "R-ROW-F5", "R-ROW-F7", "F-COL", "F-HIER", "F4-SUM", "F4-FUND", "F6-CLS", "F8-ROLL", "FX-1", "FX-2", "FX-3", "Y-BUDACT",
    ];

    /// <summary>The rules that break in a document, in the order of the rulebook.</summary>
    public static IEnumerable<string> BrokenRules(Disclosure.Document document)
    {
        var broken = ConsistencyCheck.Broken(document).Select(text => text.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        return Arithmetic.Where(broken.Contains);
    }

    /// <summary>What is wrong with a case, in words; empty where it says the truth.</summary>
    public static IEnumerable<string> Problems(Case written)
    {
        var broken = ConsistencyCheck.Broken(written.Document);
        var rules = broken.Select(text => text.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        var admitted = written.Expect.SelectMany(expectation => expectation.Alternatives.Append(expectation.Rule)).Concat(written.Notices).ToHashSet(StringComparer.Ordinal);
        foreach (var surplus in broken.Where(text => !admitted.Contains(text.Split(' ')[0])))
        {
            yield return $"{written.Id}: breaks without saying so: {surplus}";
        }

        foreach (var rule in admitted.Where(rule => !written.BeyondArithmetic && Arithmetic.Contains(rule) && !rules.Contains(rule)))
        {
            yield return $"{written.Id}: says {rule} breaks, but it holds";
        }

        var missing = written.Expect.SelectMany(expectation => expectation.Figures.Where(figure => figure != expectation.Blamed?.Expected && !Printed(written, figure)));
        foreach (var figure in missing)
        {
            yield return $"{written.Id}: expects the figure {figure}, which is printed nowhere";
        }

        if (written.Kind == CaseKind.Consistent && (written.Expect.Count > 0 || written.Notices.Count > 0))
        {
            yield return $"{written.Id}: is called consistent, yet expects findings";
        }
    }

    private static bool Printed(Case written, string figure) =>
        written.Document.Cells.Any(cell => cell.Text.Replace(",", "", StringComparison.Ordinal).Contains(figure, StringComparison.Ordinal))
        || written.Document.Blocks.OfType<Disclosure.Paragraph>().Any(paragraph => paragraph.Text.Contains(figure, StringComparison.Ordinal));
}
