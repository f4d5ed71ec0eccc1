using System.Globalization;
using Gouji.Model;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Linking;

/// <summary>Figures, years and kinds as messages name them.</summary>
internal static class LinkText
{
    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    public static Message Kind(DisclosureKind kind) => kind == DisclosureKind.FinalAccounts ? new Message("决算", "final accounts") : new Message("预算", "budget");

    public static Message Slot(int year, DisclosureKind kind) => new($"{Year(year)}年{Kind(kind).Zh}", $"{Kind(kind).En} of {Year(year)}");

    /// <summary>The figure in its unit; where it is implied, with the arithmetic.</summary>
    public static string Amount(LinkFigure figure)
    {
        if (figure.Change is not { } change)
        {
            return ProseEvidence.Text(figure.Fact);
        }

        var sign = change.Stated < 0 ? "+" : "−";
        return $"{ProseEvidence.Text(figure.Fact)}{sign}{ProseEvidence.Text(Math.Abs(change.Stated ?? 0))}{change.Unit?.Name()}={Money(figure.Yuan, figure)}";
    }

    public static string Money(decimal yuan, LinkFigure like) => ProseEvidence.Money(yuan, like.Fact.Unit ?? MoneyUnit.TenThousandYuan);

    public static string Signed(decimal yuan, LinkFigure like) => (yuan < 0 ? "−" : "+") + Money(Math.Abs(yuan), like);
}
