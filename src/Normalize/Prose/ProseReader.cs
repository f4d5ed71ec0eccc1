using System.Buffers;
using System.Text.RegularExpressions;
using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Prose;

/// <summary>Finds the sections of the explanations and reads the figures of their sentences.</summary>
internal static partial class ProseReader
{
    /// <summary>A heading is no longer than this; a paragraph that begins like one is not.</summary>
    private const int LongestHeading = 70;

    private static readonly SearchValues<char> Ordinals = SearchValues.Create("一二三四五六七八九十");

    /// <summary>The claims of a document in reading order.</summary>
    public static Explanations Read(DocumentContent content, int? year, DisclosureKind kind)
    {
        var claims = new List<Claim>();
        var lines = new List<ProseParagraph>();
        var section = new ProseSection(ProseTheme.None, "", "");
        string? project = null;
        for (var i = 0; i < content.Blocks.Count; i++)
        {
            if (content.Blocks[i] is not Paragraph paragraph || paragraph.Kind == ParagraphKind.Footnote || string.IsNullOrWhiteSpace(paragraph.Text))
            {
                continue;
            }

            foreach (var line in ProseLines.Of(paragraph, i + 1, content.Sha256))
            {
                var next = Next(section, line);
                section = next ?? section;
                project = line.Text.Contains("项目名称", StringComparison.Ordinal) && ProjectName().Match(line.Text) is { Success: true } named ? named.Groups["name"].Value : next is not null ? null : project;
                if (line.Text.Contains("单位", StringComparison.Ordinal) && IsUnitLine().IsMatch(line.Text))
                {
                    continue;
                }

                var items = ItemReference.In(line.Text);
                var own = Own(section, line, items);
                lines.Add(new ProseParagraph(line, own, next is not null));
                var begin = claims.Count;
                ClaimReader.Read(line, own, year, kind == DisclosureKind.FinalAccounts, section.Theme == ProseTheme.Projects ? project : null, items, claims);
                ReasonReader.Read(line, claims, begin);
            }
        }

        return new Explanations(lines, claims);
    }

    /// <summary>A paragraph outside of any section says by its first words, or by the item it names, what it is about.</summary>
    private static ProseSection Own(ProseSection section, ProseLine line, List<ItemReference> items)
    {
        if (items.Count > 0 && section.Theme is ProseTheme.None or ProseTheme.Overview or ProseTheme.Fiscal)
        {
            return section with { Theme = ProseTheme.General };
        }

        return section.Theme == ProseTheme.None && Opening().Match(line.Text) is { Success: true } opening
            ? section with { Theme = ProseThemes.Of(opening.Groups["words"].Value) ?? ProseTheme.None }
            : section;
    }

    private static ProseSection? Next(ProseSection current, ProseLine line)
    {
        var text = line.Text;
        if (text.Length == 0)
        {
            return null;
        }

        if (text[0] == '第' && text.Length <= LongestHeading && Part().IsMatch(text))
        {
            return new ProseSection(ProseTheme.None, Fold.Spaces(line.Printed), "");
        }

        if (Ordinals.Contains(text[0]) && text.Length <= LongestHeading && Numbered().Match(text) is { Success: true } main && !text.EndsWith('。'))
        {
            return new ProseSection(ProseThemes.Of(text[main.Length..]) ?? ProseTheme.None, Fold.Spaces(line.Printed), "");
        }

        if (text[0] != '(' && !char.IsAsciiDigit(text[0]))
        {
            return null;
        }

        // A heading of the second level may stand alone or open its paragraph.
        var end = text.AsSpan().IndexOfAny('。', ':', ',');
        var head = end < 0 ? text : text[..end];
        if (head.Length > LongestHeading / 2 || SubNumbered().Match(head) is not { Success: true } sub || !(head.Contains("情况", StringComparison.Ordinal) || head.EndsWith("说明", StringComparison.Ordinal)))
        {
            return null;
        }

        var named = ProseThemes.Of(head[sub.Length..]);
        return named is null or ProseTheme.General or ProseTheme.None
            ? current with { Sub = head }
            : new ProseSection(named.Value, Fold.Spaces(line.Printed[..Math.Min(line.Printed.Length, LongestHeading)]), head);
    }

    [GeneratedRegex(@"^([(]?[一二三四五六七八九十0-9]{1,3}[)、.])?(20[0-9]{2}年度?,?)?(?<words>[^0-9,。;]{2,60})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^([0-9]{1,3}[.、]|\([一二三四五六七八九十0-9]+\)|[一二三四五六七八九十]+、)?项目名称:?(?<name>[^,;。]{2,60})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex ProjectName();

    [GeneratedRegex(@"^第[一二三四五六七八九十]+部分", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^[一二三四五六七八九十]+、", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(\([一二三四五六七八九十]+\)|[0-9]{1,2}[.、])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SubNumbered();

    [GeneratedRegex(@"^(编制|填报|预算)(部门|单位)[:(]|单位:(万|千|亿)?元$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex IsUnitLine();
}

/// <summary>The explanations of a disclosure.</summary>
/// <param name="Lines">The paragraphs with the section they stand in.</param>
/// <param name="Claims">The figures of their sentences, in reading order.</param>
internal sealed record Explanations(IReadOnlyList<ProseParagraph> Lines, IReadOnlyList<Claim> Claims)
{
    public IEnumerable<Claim> Of(ProseTheme theme) => Claims.Where(claim => claim.Section.Theme == theme);
}

/// <summary>A line of the explanations.</summary>
/// <param name="Line">The line.</param>
/// <param name="Section">The section it stands in.</param>
/// <param name="IsHeading">Whether it opens that section.</param>
internal sealed record ProseParagraph(ProseLine Line, ProseSection Section, bool IsHeading);
