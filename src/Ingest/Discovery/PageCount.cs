using System.Globalization;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Discovery;

/// <summary>What the script of a list says of its pages.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Current">The number of this one, from 0 or from 1.</param>
/// <param name="Name">The name of the files before their number; null where the script does not say it.</param>
/// <param name="Extension">Their extension; null where the script does not say it.</param>
/// <param name="IsOneBased">Whether the first page is 1 rather than 0; null where the script does not tell.</param>
internal sealed partial record PageCount(int Total, int Current, string? Name, string? Extension, bool? IsOneBased)
{
    /// <summary>What a script says; null where it says nothing.</summary>
    public static PageCount? InScript(string script)
    {
        foreach (Match match in Call().Matches(script))
        {
            if (OfArguments(match.Groups["arguments"].Value) is { } count)
            {
                return count;
            }
        }

        if (PagerCall().Match(script) is { Success: true } pager
            && Named(pager.Value, "size") is { } size && Named(pager.Value, "current") is { } current)
        {
            return new PageCount(size, current, NamedText(pager.Value, "prefix"), NamedText(pager.Value, "suffix"), false);
        }

        if (Named(script, "countPage") is { } pages && Named(script, "currentPage") is { } page)
        {
            return new PageCount(pages, page, null, null, null);
        }

        return Named(script, "_PAGE_COUNT") is { } total && Named(script, "_PAGE_INDEX") is { } index
            ? new PageCount(total, index, NamedText(script, "_PAGE_NAME"), NamedText(script, "_PAGE_EXT"), null)
            : null;
    }

    // createPageHTML(34, 0, "index", "html") counts from 0; createPageHTML('page_div', 34, 1, 'list', 'shtml', 668) from 1.
    private static PageCount? OfArguments(string arguments)
    {
        var values = arguments.Split(',').Select(static value => value.Trim()).ToList();
        var first = values.FindIndex(static value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        if (first is < 0 or > 1 || values.Count < first + 4 || values.Skip(first + 2).Take(2).Any(static value => !IsText(value))
            || !int.TryParse(values[first], NumberStyles.None, CultureInfo.InvariantCulture, out var total)
            || !int.TryParse(values[first + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var current))
        {
            return null;
        }

        return new PageCount(total, current, values[first + 2][1..^1], values[first + 3][1..^1].TrimStart('.'), first == 1 ? true : null);
    }

    private static bool IsText(string value) => value.Length > 2 && value[0] is '"' or '\'' && value[^1] == value[0];

    private static int? Named(string script, string name) =>
        Assignment(name, "(?<value>[0-9]{1,6})").Match(script) is { Success: true } match ? int.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture) : null;

    private static string? NamedText(string script, string name) =>
        Assignment(name, "[\"'](?<value>[^\"'\\s]{1,100})").Match(script) is { Success: true } match ? match.Groups["value"].Value : null;

    private static Regex Assignment(string name, string value) =>
        new($"\\b{name}[\"']?\\s*[:=]\\s*[\"']?{value}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));

    [GeneratedRegex("(createPageHTML|createPage|initPage|showPage)[A-Za-z0-9_]*\\s*\\((?<arguments>[^()]{1,300})\\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Call();

    [GeneratedRegex("\\bPager\\s*\\(\\s*\\{[^{}]{1,400}\\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PagerCall();
}
