using System.Globalization;
using System.Text.RegularExpressions;
using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>What sentences say of the year before (DOMAIN Y-DIR), and of which year they speak (N-YEAR).</summary>
internal static partial class ProseYearChecks
{
    /// <summary>A change is this year's figure less the previous one, in size and in direction.</summary>
    public static IEnumerable<CheckResult> Directions(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var claim in index.Disclosure.Prose.Claims)
        {
            if (claim is not { Kind: ClaimKind.Change or ClaimKind.Unchanged, Owner: { Money: not null } owner, Money: { } unit } || ProsePrevious.Of(index, claim) is not { } previous)
            {
                continue;
            }

            var expected = owner.Plain - previous.Plain;
            yield return ProseEvidence.Compare(new Message($"“{ProseEvidence.Name(claim)}”增减额", $"change of '{ProseEvidence.Name(claim)}'"), [ProseFacts.Of(claim), ProseFacts.Of(previous)], [ProseFacts.Of(owner)], copies: false, () => new Message(
                $"本年{ProseEvidence.Text(ProseFacts.Of(owner))}、上年{ProseEvidence.Text(ProseFacts.Of(previous))}，应{Word(expected)}，文字称{(claim.Kind == ClaimKind.Unchanged ? "持平" : Word(claim.Plain))}：{ProseEvidence.Quote(claim)}",
                $"{ProseEvidence.En(ProseFacts.Of(owner))} after {ProseEvidence.En(ProseFacts.Of(previous))} is a change of {ProseEvidence.MoneyEn(expected, unit)}; the sentence says {ProseEvidence.MoneyEn(claim.Plain, unit)}: {ProseEvidence.Quote(claim)}"));

            string Word(decimal yuan) => yuan == 0 ? "持平" : $"{(yuan < 0 ? "减少" : "增加")}{ProseEvidence.Money(Math.Abs(yuan), unit)}";
        }
    }

    /// <summary>The headings of the explanations name the year that the document is on.</summary>
    public static IEnumerable<CheckResult> Headings(FormIndex index, IReadOnlyList<FormName> forms)
    {
        if (index.Disclosure.Header.FiscalYear is not { } year)
        {
            yield break;
        }

        foreach (var (line, section, isHeading) in index.Disclosure.Prose.Lines)
        {
            if (!isHeading || section.Theme == ProseTheme.None || section.IsOfEarlierYear || Year().Matches(Head(line.Text)) is not [var match] || line.Text.Contains("截至", StringComparison.Ordinal) || line.Text.Contains("上年", StringComparison.Ordinal))
            {
                continue;
            }

            var named = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            var subject = new Message($"标题“{section.Heading}”", $"heading '{section.Heading}'");
            yield return named == year ? CheckResult.Holds(subject) : new CheckResult(
                Verdict.Broken,
                subject,
                new Message($"公开的是{year}年，标题写的是{named}年：{section.Heading}", $"the document is on {year}, a heading says {named}: {section.Heading}"),
                [line.Place(match.Groups["year"].Index, 4)]);
        }
    }

    /// <summary>The heading without the sentences that its paragraph goes on with.</summary>
    private static string Head(string text) => text.IndexOf('。', StringComparison.Ordinal) is var end and > 0 ? text[..end] : text;

    [GeneratedRegex(@"(?<year>20[0-9]{2})年", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Year();
}
