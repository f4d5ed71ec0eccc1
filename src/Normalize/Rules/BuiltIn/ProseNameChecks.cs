using System.Text.RegularExpressions;
using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Words of sentences: names of items that the tables call otherwise, and what a template left.</summary>
internal static partial class ProseNameChecks
{
    /// <summary>An item of basic expenditure that a sentence lists with its amount has the name of the table.</summary>
    public static IEnumerable<CheckResult> Names(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var items = ProseTableChecks.EconomicItems(index).Select(static item => (item.Name, Key: FoldedText.Letters(Fold.Key(item.Name)), item.Fact)).ToList();
        foreach (var claim in index.Disclosure.Prose.Of(ProseTheme.Basic))
        {
            var name = FoldedText.Letters(claim.Subject);
            if (claim is not { Kind: ClaimKind.Amount, IsOfEarlierYear: false, Value: > 0 } || items.Exists(item => item.Key == name)
                || items.Where(item => item.Fact.Amount?.Yuan == claim.Plain && IsAlike(item.Key, name)).ToList() is not [var same])
            {
                continue;
            }

            yield return new CheckResult(
                Verdict.Broken,
                new Message($"“{claim.Subject}”", $"'{claim.Subject}'"),
                new Message($"同为{ProseEvidence.Text(same.Fact)}，表中称“{same.Name}”，文字称“{claim.Subject}”", $"for the same {ProseEvidence.En(same.Fact)} the table says '{same.Name}', the sentence '{claim.Subject}'"),
                [same.Fact.Place, claim.Place]);
        }
    }

    /// <summary>No choice of the template, as 增加（减少）, is left for the reader to make.</summary>
    public static IEnumerable<CheckResult> Residue(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var places = new List<Place>();
        var shown = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (line, _, _) in index.Disclosure.Prose.Lines)
        {
            if (line.Text.AsSpan().IndexOfAny('(', '或') < 0)
            {
                continue;
            }

            foreach (var match in Choice().EnumerateMatches(line.Text))
            {
                places.Add(line.Place(match.Index, match.Length));
                shown.Add(line.Text.Substring(match.Index, match.Length));
            }
        }

        if (places.Count > 0)
        {
            var words = string.Join("、", shown);
            yield return new CheckResult(
                Verdict.Broken,
                new Message("文字", "sentences"),
                new Message($"文字中留有模板的选项：{words}", $"sentences still hold the choices of the template: {words}"),
                places);
        }
    }

    /// <summary>Whether two names differ in no more than a quarter of their characters.</summary>
    private static bool IsAlike(string first, string second)
    {
        var common = first.Intersect(second).Count();
        return common * 4 >= Math.Max(first.Distinct().Count(), second.Distinct().Count()) * 3;
    }

    [GeneratedRegex(@"(增加\(减少\)|减少\(增加\)|增加或减少|减少或增加|增长\(下降\)|下降\(增长\)|增\(减\))[0-9]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Choice();
}
