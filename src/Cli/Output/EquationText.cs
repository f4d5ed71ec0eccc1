using System.Text;
using Gouji.Model;

namespace Gouji.Cli.Output;

/// <summary>An equation in one line, as printed in the document: <c>950.64 [table=5;row=11;column=6] + 194.96 […] = 1145.60 […]</c>.</summary>
internal static class EquationText
{
    /// <summary>The equation, or why it cannot be told; empty for a built-in check without figures.</summary>
    /// <param name="check">The check.</param>
    /// <param name="ofDocument">SHA-256 of the document that it belongs to, where terms may be of another; null where they are not.</param>
    /// <param name="digits">How many digits of another document's SHA-256 are shown.</param>
    public static string Of(Check check, string? ofDocument = null, int digits = 64)
    {
        if (check is { Verdict: Verdict.CannotTell, Reason: { } reason })
        {
            return reason.En;
        }

        if (check.Terms.Count == 0)
        {
            return "";
        }

        var oneUnit = HasOneUnit(check.Terms);
        var text = new StringBuilder(check.Terms.Count * 40);
        Append(static term => !term.Right, check.Left);
        text.Append(check.IsRatio ? "% " : " ").Append(Relation(check)).Append(' ');
        if (check.IsRatio)
        {
            AppendGroup(static term => term is { Right: true, Divisor: false });
            text.Append(" ÷ ");
            AppendGroup(static term => term.Divisor);
        }
        else
        {
            Append(static term => term.Right, check.Right);
        }

        return text.ToString();

        // A side without terms is a number that stands nowhere: what was counted.
        void Append(Func<Term, bool> belongs, decimal? counted)
        {
            var terms = check.Terms.Where(belongs).ToList();
            if (terms.Count == 0)
            {
                text.Append(Figures.Text(Figures.Trim(counted ?? 0)));
                return;
            }

            AppendSum(text, terms, oneUnit, place => PlaceText.Short(place, ofDocument, digits));
        }

        void AppendGroup(Func<Term, bool> belongs)
        {
            var several = check.Terms.Count(belongs) > 1;
            text.Append(several ? "(" : "");
            Append(belongs, null);
            text.Append(several ? ")" : "");
        }
    }

    /// <summary>The sign between the sides.</summary>
    public static string Relation(Check check) => check.AtMost ? "≤" : "=";

    /// <summary>Whether all figures of money are in one unit, so that it need not be written behind each.</summary>
    public static bool HasOneUnit(IReadOnlyList<Term> terms)
    {
        MoneyUnit? first = null;
        foreach (var term in terms)
        {
            first ??= term.Fact.Unit;
            if (term.Fact.Unit is { } unit && unit != first)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The figure as printed, or the word for what stands in its place.</summary>
    public static string Figure(Fact fact, bool withUnit)
    {
        var figure = fact.Stated is { } stated ? Figures.Text(stated) : Words.Of(fact.State);
        return withUnit && fact is { Stated: not null, Unit: { } unit } ? figure + unit.Name() : figure;
    }

    private static void AppendSum(StringBuilder text, IReadOnlyList<Term> terms, bool oneUnit, Func<Place, string> place)
    {
        var empty = true;
        foreach (var term in terms)
        {
            // A sentence prints a fall without a sign: taking it away is adding what is printed.
            var taken = term is { Coefficient: < 0m, Fact: { Source: FactSource.Text, Stated: < 0m } };
            if (term.Coefficient < 0m && !taken)
            {
                text.Append(empty ? "- " : " - ");
            }
            else if (!empty)
            {
                text.Append(" + ");
            }

            var factor = Math.Abs(term.Coefficient);
            if (factor != 1m)
            {
                text.Append(Figures.Text(Figures.Trim(factor))).Append(" × ");
            }

            text.Append(Figure(taken ? term.Fact with { Stated = -term.Fact.Stated } : term.Fact, !oneUnit)).Append(" [").Append(place(term.Fact.Place)).Append(']');
            empty = false;
        }
    }
}
