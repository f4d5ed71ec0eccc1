using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>
/// A document may hold the disclosures of several bodies, one behind the other: then nothing tells which table a sentence or another table
/// speaks of, and what breaks between two of them is no error of the publisher. Each table still has to agree with itself, and each sentence.
/// </summary>
internal sealed class SeveralSetsDoubts : Doubts
{
    /// <summary>The summaries, of which every body has one; other forms may also stand twice, by unit and by item.</summary>
    private static readonly HashSet<FormRole> Summaries = [FormRole.B1, FormRole.B4, FormRole.F1, FormRole.F4];

    /// <summary>The forms that tell with a summary that the whole set stands again.</summary>
    private static readonly HashSet<FormRole> Core = [.. Summaries, FormRole.B2, FormRole.B3, FormRole.B5, FormRole.F2, FormRole.F3, FormRole.F5];

    private readonly Message _reason;

    private SeveralSetsDoubts(int sets) => _reason = new Message(
        $"文件含有{sets}套预算（决算）表，分不清这里说的是哪一套；请按单位拆分文件",
        $"the document holds {sets} sets of tables, and nothing tells which of them is meant; split it by body");

    /// <summary>The doubts of a disclosure; null where it holds one set of tables.</summary>
    public static new SeveralSetsDoubts? Of(Disclosure disclosure)
    {
        var repeated = disclosure.Forms.Where(static form => Core.Contains(form.Role) && !form.IsEmpty).CountBy(static form => form.Role).Where(static pair => pair.Value > 1).ToList();
        return repeated.Count > 1 && repeated.Exists(static pair => Summaries.Contains(pair.Key)) ? new SeveralSetsDoubts(repeated.Max(static pair => pair.Value)) : null;
    }

    /// <summary>Takes back what a broken equation says of more than one table or sentence.</summary>
    public override void Settle(Equation equation)
    {
        if (equation.Verdict == Verdict.Broken
            && (equation.Terms.Select(static term => term.Fact.Place.Block).Distinct().Count() > 1 || !equation.Terms.Exists(static term => term.Right) || equation.Terms.TrueForAll(static term => term.Right)))
        {
            equation.CannotTell(_reason);
        }
    }

    /// <summary>The result as far as it speaks of one table or sentence; what a rule across tables misses may stand in another set.</summary>
    public override CheckResult Settle(Rule rule, CheckResult result) =>
        result.Verdict == Verdict.Broken && (result.Places.Select(static place => place.Block).Distinct().Count() != 1 || (result.Arithmetic is null && IsAcross(rule.Id)))
            ? TakenBack(result, _reason)
            : result;

    private static bool IsAcross(string rule) =>
        rule.StartsWith("N-", StringComparison.Ordinal) || rule.StartsWith("X-", StringComparison.Ordinal) || rule.StartsWith("FX-", StringComparison.Ordinal);
}
