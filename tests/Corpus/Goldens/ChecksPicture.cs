using System.Globalization;
using System.Text;
using Gouji.Model;
using Gouji.Normalize.Rules;

namespace Gouji.Corpus.Tests.Goldens;

/// <summary>How often each rule was evaluated on a document, and what became of it: a rule that silently stops being checked shows here.</summary>
internal static class ChecksPicture
{
    public static string Of(CheckedSource source)
    {
        var checks = source.Reconciliation.Checks.ToLookup(static check => check.Rule);
        var text = new StringBuilder("rule           holds  rounding  broken  cannot tell\n");
        foreach (var rule in Rulebook.BuiltIn.Rules)
        {
            var verdicts = checks[rule.Id].ToLookup(static check => check.Verdict);
            text.Append(CultureInfo.InvariantCulture, $"{rule.Id,-13}{Count(Verdict.Holds),7}{Count(Verdict.HoldsWithinRounding),10}{Count(Verdict.Broken),8}{Count(Verdict.CannotTell),13}\n");

            int Count(Verdict verdict) => verdicts[verdict].Count();
        }

        return text.ToString();
    }
}
