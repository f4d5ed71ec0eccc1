using System.Globalization;
using System.Text.RegularExpressions;
using Gouji.Model;

namespace Gouji.Corpus.Tests;

/// <summary>The figures that a finding names.</summary>
internal static partial class Evidence
{
    /// <summary>The value of a printed figure, whatever its trailing zeros.</summary>
    public static decimal Figure(string text) => decimal.Parse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture);

    public static string Shown(decimal? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "nothing";

    /// <summary>All figures of the message, of the equations and of what is blamed.</summary>
    public static HashSet<decimal> Figures(Finding finding)
    {
        var figures = Numbers().Matches(finding.Message.Zh).Select(static match => Figure(match.Value)).ToHashSet();
        foreach (var stated in finding.Checks.SelectMany(static check => check.Terms).Select(static term => term.Fact.Stated)
            .Concat([finding.Stated, finding.Expected]))
        {
            if (stated is { } figure)
            {
                figures.Add(figure);
            }
        }

        return figures;
    }

    [GeneratedRegex(@"[0-9]+(,[0-9]{3})*(\.[0-9]+)?")]
    private static partial Regex Numbers();
}
