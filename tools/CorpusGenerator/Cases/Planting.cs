using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>Plants errors in consistent documents.</summary>
internal static class Planting
{
    /// <summary>One figure printed wrong. The other rules that it breaks become alternatives.</summary>
    public static Case Misprint(string id, string rule, string key, string stated, string about, Formats formats, Document document, string? cause = null, params string[] also)
    {
        var before = ConsistencyCheck.Broken(document);
        if (before.Count > 0)
        {
            throw new InvalidOperationException($"{id} is broken before anything is planted: {before[0]}");
        }

        var expected = Bare(document[key].Text);
        document.Misprint(key, stated);
        return new Case(id, CaseKind.Planted, $"{rule}: {key}", about, formats, document)
        {
            Expect = [Expectation.Error(rule, stated.Length == 0 ? [] : [Bare(stated)]).Or(also).In(document).Blame(stated.Length == 0 ? null : Bare(stated), expected, cause)],
        };
    }

    /// <summary>A document whose tables disagree; the rules that break beside the expected one become alternatives.</summary>
    public static Case Disagreement(string id, string about, Formats formats, Document document, Expectation expectation) =>
        new(id, CaseKind.Planted, $"{expectation.Rule}: {about.Split(':')[0].TrimEnd('.')}", about, formats, document) { Expect = [expectation.In(document)] };

    /// <summary>A figure cell with its address.</summary>
    public static Cell Keyed(string text, FormRole form, string row, string column) => new(text) { Key = new CellKey(form, row, column) };

    private static string Bare(string figure) => figure.Replace(",", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal).Replace("万元", "", StringComparison.Ordinal);
}
