using System.Text.RegularExpressions;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Discovery;

/// <summary>
/// Tells whether a page discloses on itself, as tables or in sentences, rather than only linking to what does. It is called what is looked
/// for, and shows sums of money: a table names its unit once and has many figures, sentences name it with each.
/// </summary>
internal static partial class PageDisclosure
{
    /// <summary>A page may speak of a sum or two in passing.</summary>
    private const int FewestSums = 3;

    /// <summary>Fewer figures make no table.</summary>
    private const int FewestFigures = 6;

    /// <param name="page">The page of one disclosure.</param>
    /// <param name="reachedBy">The title of the link that led to it; null where there is none.</param>
    /// <param name="titles">Which titles are wanted.</param>
    public static bool IsOn(Page page, string? reachedBy, TitleFilter titles) =>
        (titles.Judge(page.Title) == TitleVerdict.Wanted || (reachedBy is not null && titles.Judge(reachedBy) == TitleVerdict.Wanted))
        && (Sum().Count(page.Text) >= FewestSums || (Unit().IsMatch(page.Text) && Figure().Count(page.Text) >= FewestFigures));

    [GeneratedRegex("[0-9](万|亿|千)?元", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Sum();

    [GeneratedRegex("单\\s{0,4}位\\s{0,2}[:：]?\\s{0,4}(人民币)?(万|千|亿)?元", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Unit();

    [GeneratedRegex("(^|[\\s|])-?[0-9][0-9,]*(\\.[0-9]+)?($|[\\s|])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Figure();
}
