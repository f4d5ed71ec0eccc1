using System.Globalization;
using System.Text;
using Gouji.Model;

namespace Gouji.Corpus.Tests.Goldens;

/// <summary>
/// The findings of a document as a person reads them: what is wrong in both languages, which figure is blamed and why, the equations
/// that break, and the words at every place.
/// </summary>
internal static class FindingsPicture
{
    public static string Of(CheckedSource source)
    {
        var findings = source.Reconciliation.Findings;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"errors {Count(Severity.Error)}, warnings {Count(Severity.Warning)}, notices {Count(Severity.Notice)}\n");
        foreach (var finding in findings)
        {
            Append(text, source, finding);
        }

        return text.ToString();

        int Count(Severity severity) => findings.Count(finding => finding.Severity == severity);
    }

    /// <summary>The same for a format that does not know which cells are merged, so that its columns may count otherwise.</summary>
    public static string WithoutColumns(string picture) =>
        string.Join('\n', picture.Split('\n').Select(static line => line.StartsWith("   ", StringComparison.Ordinal) ? Places.WithoutColumns(line) : line));

    private static void Append(StringBuilder text, CheckedSource source, Finding finding)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{finding.Number}  {finding.Severity.ToString().ToLowerInvariant()}  {finding.Rule}\n");
        text.Append(CultureInfo.InvariantCulture, $"   zh      {finding.Message.Zh}\n   en      {finding.Message.En}\n");
        if (finding.Blamed is { } blamed)
        {
            text.Append(CultureInfo.InvariantCulture, $"   blamed  {Places.Show(source, blamed)}: states {Figure(finding.Stated)}, should be {Figure(finding.Expected)}\n");
        }

        foreach (var other in finding.Alternatives)
        {
            text.Append(CultureInfo.InvariantCulture, $"   or      {Places.Show(source, other.Place)}: states {Figure(other.Stated)}, should be {Figure(other.Expected)}\n");
        }

        if (finding.Difference is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"   differs {Figure(finding.Difference)}{finding.Unit?.Name()}\n");
        }

        if (finding.Cause is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"   cause   {finding.Cause}\n");
        }

        foreach (var check in finding.Checks)
        {
            text.Append(CultureInfo.InvariantCulture, $"   {(check.Verdict == Verdict.Broken ? "breaks " : "unsure ")} {check.Rule}{(check.Subject.En.Length > 0 ? ", " + check.Subject.En : "")}: {Figure(check.Left)} {(check.AtMost ? "≤" : "=")} {Figure(check.Right)}, slack {Figure(check.Slack)}\n");
        }

        foreach (var place in finding.Places)
        {
            text.Append(CultureInfo.InvariantCulture, $"   at      {Places.Show(source, place)}\n");
        }
    }

    private static string Figure(decimal? figure) => figure is { } number ? number.ToString("0.##########", CultureInfo.InvariantCulture) : "nothing";
}
