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
        AppendSide(text, check.Terms, right: false, oneUnit, place => PlaceText.Short(place, ofDocument, digits));
        text.Append(' ').Append(Relation(check)).Append(' ');
        AppendSide(text, check.Terms, right: true, oneUnit, place => PlaceText.Short(place, ofDocument, digits));
        return text.ToString();
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

    private static void AppendSide(StringBuilder text, IReadOnlyList<Term> terms, bool right, bool oneUnit, Func<Place, string> place)
    {
        var empty = true;
        foreach (var term in terms)
        {
            if (term.Right != right)
            {
                continue;
            }

            if (term.Coefficient < 0m)
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

            text.Append(Figure(term.Fact, !oneUnit)).Append(" [").Append(place(term.Fact.Place)).Append(']');
            empty = false;
        }

        if (empty)
        {
            text.Append('0');
        }
    }
}
