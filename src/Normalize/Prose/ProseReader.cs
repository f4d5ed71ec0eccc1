using System.Text.RegularExpressions;
using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Prose;

/// <summary>Finds the sections of the explanations and reads the figures of their sentences.</summary>
internal static partial class ProseReader
{
    /// <summary>A heading is no longer than this; a paragraph that begins like one is not.</summary>
    private const int LongestHeading = 70;

    /// <summary>The claims of a document in reading order.</summary>
    public static Explanations Read(DocumentContent content, int? year)
    {
        var claims = new List<Claim>();
        var lines = new List<(ProseLine Line, ProseSection Section)>();
        var section = new ProseSection(ProseTheme.None, "", "");
        for (var i = 0; i < content.Blocks.Count; i++)
        {
            if (content.Blocks[i] is not Paragraph paragraph || paragraph.Kind == ParagraphKind.Footnote || string.IsNullOrWhiteSpace(paragraph.Text))
            {
                continue;
            }

            var line = new ProseLine(paragraph, i + 1, content.Sha256);
            if (Next(section, line) is { } next)
            {
                section = next;
            }

            if (IsUnitLine().IsMatch(line.Text))
            {
                continue;
            }

            // A paragraph outside of any section says by its first words what it is about.
            var own = section.Theme == ProseTheme.None && Opening().Match(line.Text) is { Success: true } opening
                ? section with { Theme = ProseThemes.Of(opening.Value) ?? ProseTheme.None }
                : section;
            lines.Add((line, own));
            ClaimReader.Read(line, own, year, claims);
        }

        return new Explanations(lines, claims);
    }

    private static ProseSection? Next(ProseSection current, ProseLine line)
    {
        var text = line.Text;
        if (Part().IsMatch(text) && text.Length <= LongestHeading)
        {
            return new ProseSection(ProseTheme.None, Fold.Spaces(line.Printed), "");
        }

        if (text.Length <= LongestHeading && Numbered().Match(text) is { Success: true } main && !text.EndsWith('。'))
        {
            return new ProseSection(ProseThemes.Of(text[main.Length..]) ?? ProseTheme.None, Fold.Spaces(line.Printed), "");
        }

        // A heading of the second level may stand alone or open its paragraph.
        var end = text.AsSpan().IndexOfAny('。', ':', ',');
        var head = end < 0 ? text : text[..end];
        if (head.Length > LongestHeading / 2 || SubNumbered().Match(head) is not { Success: true } sub || !head.Contains("情况", StringComparison.Ordinal))
        {
            return null;
        }

        var named = ProseThemes.Of(head[sub.Length..]);
        return named is null or ProseTheme.General or ProseTheme.None
            ? current with { Sub = head }
            : new ProseSection(named.Value, Fold.Spaces(line.Printed[..Math.Min(line.Printed.Length, LongestHeading)]), head);
    }

    [GeneratedRegex(@"^(20[0-9]{2}年度?)?[^0-9,。;]{2,40}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^第[一二三四五六七八九十]+部分", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^[一二三四五六七八九十]+、", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(\([一二三四五六七八九十]+\)|[0-9]{1,2}[.、])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SubNumbered();

    [GeneratedRegex(@"^(编制|填报|预算)(部门|单位)[:(]|单位:(万|千|亿)?元$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsUnitLine();
}

/// <summary>The explanations of a disclosure.</summary>
/// <param name="Lines">The paragraphs with the section they stand in.</param>
/// <param name="Claims">The figures of their sentences, in reading order.</param>
internal sealed record Explanations(IReadOnlyList<(ProseLine Line, ProseSection Section)> Lines, IReadOnlyList<Claim> Claims)
{
    public IEnumerable<Claim> Of(ProseTheme theme) => Claims.Where(claim => claim.Section.Theme == theme);
}
