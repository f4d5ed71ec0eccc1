using System.Text.RegularExpressions;

namespace Gouji.Normalize.Linking;

/// <summary>
/// Where a document is at home: its folders without the words that only tell year and kind, so that <c>县/2019年预算/a.doc</c> and
/// <c>县/2020年决算/a.doc</c> are neighbours. Bodies whose name holds no place are the same body only at the same home.
/// </summary>
internal static partial class DocumentHome
{
    /// <summary>The home of a document; empty for a file without folders.</summary>
    public static string Of(string document)
    {
        var folder = Folder(document).Replace("!", "", StringComparison.Ordinal);
        var kept = folder.Split('/', '\\').Select(static name => Filler().Replace(YearAndKind().Replace(name, ""), "")).Where(static name => name.Length > 0);
        return string.Join('/', kept);
    }

    /// <summary>The folder or archive that holds a document.</summary>
    public static string Folder(string document)
    {
        var end = document.AsSpan().LastIndexOfAny('/', '\\');
        return end < 0 ? "" : document[..end];
    }

    [GeneratedRegex("(19|20)[0-9]{2}(年度|年)?|部门|单位|预算|决算|公开|budgets?|accounts?|final|\\.(zip|rar|7z|tar\\.gz|tar)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex YearAndKind();

    [GeneratedRegex("^[-_.\\s]+|[-_.\\s]+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Filler();
}
