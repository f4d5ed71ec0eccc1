using System.Globalization;
using System.Text;
using Gouji.Model;
using Gouji.Normalize.Blame;
using Gouji.Normalize.Prose;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Puts figures of sentences and tables into checks and messages.</summary>
internal static class ProseEvidence
{
    private static readonly Message NoSubject = new("", "");

    /// <summary>Σ left against Σ right, within half of what is printed of each.</summary>
    public static CheckResult Compare(Message subject, IReadOnlyList<Fact> left, IReadOnlyList<Fact> right, bool copies, Func<Message> remark)
    {
        var arithmetic = Arithmetic(left, right, copies);
        var difference = Math.Abs(arithmetic.Left!.Value - arithmetic.Right!.Value);
        var verdict = difference == 0 ? Verdict.Holds : difference <= arithmetic.Slack ? Verdict.HoldsWithinRounding : Verdict.Broken;
        return new CheckResult(verdict, subject, verdict == Verdict.Broken ? remark() : null, Places(left, right)) { Arithmetic = arithmetic };
    }

    private static Place[] Places(IReadOnlyList<Fact> left, IReadOnlyList<Fact> right)
    {
        var places = new Place[left.Count + right.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (i < left.Count ? left[i] : right[i - left.Count]).Place;
        }

        return places;
    }

    public static Check Arithmetic(IReadOnlyList<Fact> left, IReadOnlyList<Fact> right, bool copies)
    {
        var terms = new Term[left.Count + right.Count];
        var (leftSum, leftHalf) = Side(left, terms, 0, isRight: false);
        var (rightSum, rightHalf) = Side(right, terms, left.Count, isRight: true);
        return new Check
        {
            Rule = "",
            Subject = NoSubject,
            Verdict = Verdict.Holds,
            Left = leftSum,
            Right = rightSum,
            Slack = !copies ? leftHalf + rightHalf : leftHalf == rightHalf ? 0 : Math.Max(leftHalf, rightHalf),
            Terms = terms,
        };
    }

    private static (decimal Sum, decimal Half) Side(IReadOnlyList<Fact> facts, Term[] terms, int at, bool isRight)
    {
        var (sum, half) = (0m, 0m);
        for (var i = 0; i < facts.Count; i++)
        {
            sum += Plain(facts[i]);
            half += Half(facts[i]);
            terms[at + i] = new Term(1, facts[i], isRight);
        }

        return (sum, half);
    }

    /// <summary>A percentage against the ratio of what the terms give, both in percent.</summary>
    /// <param name="percent">The percentage that the sentence states.</param>
    /// <param name="terms">Numerator and divisors, on the right side.</param>
    /// <param name="right">What they give.</param>
    /// <param name="spread">By how many points that may differ through rounding.</param>
    public static Check Ratio(Claim percent, IReadOnlyList<Term> terms, decimal right, decimal spread) => new()
    {
        Rule = "",
        Subject = NoSubject,
        Verdict = Verdict.Holds,
        Left = percent.Value,
        Right = decimal.Round(right, 6),
        Slack = decimal.Round(percent.HalfPlace + spread, 6),
        Terms = [new Term(1, ProseFacts.Of(percent), Right: false), .. terms],
    };

    public static Term Top(Claim claim, decimal coefficient = 1) => new(coefficient, ProseFacts.Of(claim), Right: true);

    public static Term Below(Claim claim, decimal coefficient = 1) => new(coefficient, ProseFacts.Of(claim), Right: true, Divisor: true);

    public static decimal PercentOf(decimal part, decimal whole) => part / whole * 100;

    /// <summary>By how many points a ratio may differ through the rounding of its two amounts.</summary>
    public static decimal Spread(decimal part, decimal partHalf, decimal whole, decimal wholeHalf) =>
        100 * ((partHalf / whole) + (wholeHalf / whole * part / whole));

    public static decimal Plain(Fact fact) => fact.Amount?.Yuan ?? fact.Stated ?? 0;

    /// <summary>The sentence as evidence, cut to what a message can hold, the figure marked.</summary>
    public static string Quote(Claim claim) => claim.Quote();

    /// <summary>What a figure is about: its own words, or those of the amount that it speaks of.</summary>
    public static string Name(Claim claim) => claim.Subject.Length > 0 ? claim.Subject : claim.Owner?.Subject ?? "";

    public static string Text(Fact fact) => fact.Stated is { } stated ? Text(stated) + (fact.Unit?.Name() ?? "") : "空白";

    /// <summary>The figure with its unit, in English.</summary>
    public static string En(Fact fact) => fact.Stated is { } stated ? Text(stated) + FindingText.UnitEn(fact.Unit) : "blank";

    public static string MoneyEn(decimal yuan, MoneyUnit unit) => Text(InUnit(yuan, unit)) + FindingText.UnitEn(unit);

    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>1.5−0.8, with the gap on both sides of its signs.</summary>
    public static string Sum(IEnumerable<Fact> facts, string gap)
    {
        var text = new StringBuilder();
        foreach (var fact in facts)
        {
            var stated = fact.Stated ?? 0;
            var sign = stated < 0 ? "−" : text.Length > 0 ? "+" : "";
            text.Append(text.Length > 0 ? gap : "").Append(sign).Append(text.Length > sign.Length ? gap : "").Append(Text(Math.Abs(stated)));
        }

        return text.ToString();
    }

    public static string Money(decimal yuan, MoneyUnit unit) => Text(InUnit(yuan, unit)) + unit.Name();

    public static decimal InUnit(decimal yuan, MoneyUnit unit) => decimal.Round(yuan / unit.InYuan(), 6) is var value && decimal.Round(value, 2) == value ? decimal.Round(value, 2) : value;

    private static decimal Half(Fact fact) => fact.Amount?.HalfPlace ?? 0;
}
