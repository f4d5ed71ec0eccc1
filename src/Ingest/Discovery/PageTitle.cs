using System.Text.RegularExpressions;

namespace Gouji.Ingest.Discovery;

/// <summary>Chooses the title of a page among those it gives itself, and takes the name of the site off it.</summary>
internal static partial class PageTitle
{
    private const int Shortest = 4;

    /// <param name="article">What a meta element names the article.</param>
    /// <param name="heading">The first heading of the first rank.</param>
    /// <param name="element">The title element.</param>
    /// <param name="site">What a meta element names the site.</param>
    public static string Of(string article, string heading, string element, string site)
    {
        if (article.Length > 0 && !IsSite(article, site))
        {
            return Cleaned(article, site);
        }

        var title = Cleaned(element, site);
        return heading.Length >= Shortest && !IsSite(heading, site) ? heading : title;
    }

    private static string Cleaned(string title, string site)
    {
        var parts = Separator().Split(title).Select(static part => part.Trim()).Where(static part => part.Length > 0).ToList();
        var kept = parts.Where(part => !IsSite(part, site)).ToList();
        if (kept.Count == 0)
        {
            return title.Trim();
        }

        // What is separated from the name of the site, or by a stroke that no title has, is the column.
        var first = kept.FirstOrDefault(static part => part.Length >= Shortest) ?? kept[0];
        return parts.Count == 1 ? HyphenSite().Replace(first, "") : first;
    }

    private static bool IsSite(string text, string site) => (site.Length > 0 && text == site) || SiteName().IsMatch(text);

    [GeneratedRegex("[_|｜»]+|>>+|\\s>+\\s|--+|\\s[-–—]+\\s|——+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Separator();

    [GeneratedRegex("(人民政府|门户网站?|政府网站?|官方网站|官网|公众网|政务网|信息网|公开网|信息公开平台|政务公开|欢迎您?)$|^(首页|网站首页|欢迎)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SiteName();

    [GeneratedRegex("-[^-]{0,30}(人民政府|网站?|平台|局|厅|委员会|办公室)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex HyphenSite();
}
