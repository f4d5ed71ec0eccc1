using System.Buffers;
using System.Globalization;
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
        var follows = false;
        for (var i = 0; i < content.Blocks.Count; i++)
        {
            if (content.Blocks[i] is not Paragraph paragraph || paragraph.Kind == ParagraphKind.Footnote || string.IsNullOrWhiteSpace(paragraph.Text))
            {
                continue;
            }

            foreach (var line in ProseLines.Of(paragraph, i + 1, content.Sha256))
            {
                var next = follows && ProseThemes.Of(line.Text) is not null ? Main(line, 0, year, kind) : Next(section, line, year, kind);
                follows = line.Text.EndsWith('、') && BareNumber().IsMatch(line.Text);
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
            // A class alone is told of all the money that its section is on; items are those of one fund.
            return items.Exists(static item => item.Level == 7) || section.Theme == ProseTheme.None ? section with { Theme = ProseTheme.General }
                : section.Theme == ProseTheme.Overview ? section with { Theme = ProseTheme.Expenditure }
                : section;
        }

        if (section.Theme != ProseTheme.None)
        {
            return section;
        }

        var opening = Opening().Match(line.Text) is { Success: true } match ? ProseThemes.Of(match.Groups["words"].Value) : null;
        return section with { Theme = opening ?? (IsOnThreePublic(line.Text) ? ProseTheme.ThreePublic : ProseTheme.None) };
    }

    /// <summary>Notices on “三公”经费 have no sections: the paragraph that says what they come to is on them, however it begins.</summary>
    private static bool IsOnThreePublic(string text) =>
        text.Contains("三公", StringComparison.Ordinal) && text.Contains("经费", StringComparison.Ordinal) && text.Contains('元', StringComparison.Ordinal);

    /// <summary>The section that a heading of the first level opens.</summary>
    private static ProseSection Main(ProseLine line, int numbering, int? year, DisclosureKind kind) =>
        new(ProseThemes.Of(line.Text[numbering..]) ?? ProseTheme.None, Fold.Spaces(line.Printed), "") { IsOfEarlierYear = IsOfEarlierYear(line.Text, year, kind) };

    /// <summary>A budget also tells what an earlier year came to; a year that is left over in a heading of this year's does not say so.</summary>
    private static bool IsOfEarlierYear(string heading, int? year, DisclosureKind kind) =>
        kind == DisclosureKind.Budget && year is { } fiscal && (heading.Contains("决算", StringComparison.Ordinal) || heading.Contains("执行", StringComparison.Ordinal))
        && Year().Matches(heading) is [var only] && int.Parse(only.Groups["year"].Value, CultureInfo.InvariantCulture) < fiscal;

    private static ProseSection? Next(ProseSection current, ProseLine line, int? year, DisclosureKind kind)
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
            return Main(line, main.Length, year, kind);
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
        var isPart = named is null or ProseTheme.None || (named == ProseTheme.General && !IsBeside(current, text)) || (named == ProseTheme.ThreePublic && current.Theme == ProseTheme.Assets);
        return isPart
            ? current with { Sub = head }
            : new ProseSection(named!.Value, Fold.Spaces(line.Printed[..Math.Min(line.Printed.Length, LongestHeading)]), head);
    }

    /// <summary>Whether a heading in brackets stands beside the one in brackets that opened the section, and not below it.</summary>
    private static bool IsBeside(ProseSection current, string text) =>
        text[0] == '(' && current.Heading is ['(' or '（', ..] && current.Theme is ProseTheme.Overview or ProseTheme.Fiscal or ProseTheme.Income or ProseTheme.Expenditure;

    [GeneratedRegex(@"(?<year>20[0-9]{2})年", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Year();

    /// <summary>The number of a heading whose words stand in the next paragraph.</summary>
    [GeneratedRegex(@"^[一二三四五六七八九十]+、$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex BareNumber();

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
internal sealed record Explanations(List<ProseParagraph> Lines, List<Claim> Claims)
{
    private readonly List<Claim>?[] _byTheme = new List<Claim>?[ProseThemes.Count];

    /// <summary>The figures of the sections on a theme.</summary>
    public List<Claim> Of(ProseTheme theme) => _byTheme[(int)theme] ??= Claims.FindAll(claim => claim.Section.Theme == theme);
}

/// <summary>A line of the explanations.</summary>
/// <param name="Line">The line.</param>
/// <param name="Section">The section it stands in.</param>
/// <param name="IsHeading">Whether it opens that section.</param>
internal sealed record ProseParagraph(ProseLine Line, ProseSection Section, bool IsHeading);
