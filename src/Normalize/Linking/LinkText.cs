using System.Globalization;
using Gouji.Model;
using Gouji.Normalize.Blame;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Linking;

/// <summary>Figures, years and kinds as messages name them.</summary>
internal static class LinkText
{
    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    public static Message Kind(DisclosureKind kind) => kind == DisclosureKind.FinalAccounts ? new Message("决算", "final accounts") : new Message("预算", "budget");

    public static Message Slot(int year, DisclosureKind kind) => new($"{Year(year)}年{Kind(kind).Zh}", $"{Kind(kind).En} of {Year(year)}");

    /// <summary>A name in quotation marks, unless it has some of its own: “三公”经费 stands as it is.</summary>
    public static string Quoted(string name) => name.Contains('“', StringComparison.Ordinal) ? name : $"“{name}”";

    /// <summary>The figure in its unit; where it is implied, with the arithmetic.</summary>
    public static Message Amount(LinkFigure figure)
    {
        if (figure.Change is not { } change)
        {
            return new Message(ProseEvidence.Text(figure.Fact), ProseEvidence.En(figure.Fact));
        }

        var sign = change.Stated < 0 ? "+" : "−";
        var by = ProseEvidence.Text(Math.Abs(change.Stated ?? 0));
        var sum = Money(figure.Yuan, figure);
        return new Message(
            $"{ProseEvidence.Text(figure.Fact)}{sign}{by}{change.Unit?.Name()}={sum.Zh}",
            $"{ProseEvidence.En(figure.Fact)} {sign} {by}{FindingText.UnitEn(change.Unit)} = {sum.En}");
    }

    /// <summary>Yuan in the unit of a figure.</summary>
    public static Message Money(decimal yuan, LinkFigure like)
    {
        var unit = like.Fact.Unit ?? MoneyUnit.TenThousandYuan;
        return new Message(ProseEvidence.Money(yuan, unit), ProseEvidence.MoneyEn(yuan, unit));
    }

    /// <summary>A difference with its sign.</summary>
    public static Message Signed(decimal yuan, LinkFigure like)
    {
        var sign = yuan < 0 ? "−" : "+";
        var amount = Money(Math.Abs(yuan), like);
        return new Message(sign + amount.Zh, sign + amount.En);
    }
}
