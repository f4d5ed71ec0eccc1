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
            if (OfArguments(match.Groups["arguments"].Value) is { } counted)
            {
                return counted;
            }
        }

        if (PagerCall().Match(script) is { Success: true } pager && Of(Values(pager.Value), "size", "current", "prefix", "suffix") is { } called)
        {
            return called with { IsOneBased = false };
        }

        var values = Values(script);
        return Of(values, "countPage", "currentPage", "", "") ?? Of(values, "_PAGE_COUNT", "_PAGE_INDEX", "_PAGE_NAME", "_PAGE_EXT");
    }

    private static PageCount? Of(Dictionary<string, string> values, string total, string current, string name, string extension) =>
        NumberOf(values, total) is { } pages && NumberOf(values, current) is { } page
            ? new PageCount(pages, page, values.GetValueOrDefault(name), values.GetValueOrDefault(extension), null)
            : null;

    private static int? NumberOf(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var value) && value.Length < 7 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // The first value of each name that scripts of lists use.
    private static Dictionary<string, string> Values(string script)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Assignment().Matches(script))
        {
            values.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value);
        }

        return values;
    }

    // createPageHTML(34, 0, "index", "html") counts from 0; createPageHTML('page_div', 34, 1, 'list', 'shtml', 668) from 1. The extension tells
    // where the name stands; the numbers may be quoted, stand behind them, or the other way round.
    private static PageCount? OfArguments(string arguments)
    {
        var values = arguments.Split(',').Select(static value => value.Trim()).ToList();
        var extension = values.FindIndex(static value => IsText(value) && PageExtension().IsMatch(value[1..^1]));
        if (extension < 0)
        {
            extension = values.FindLastIndex(static value => value is "''" or "\"\"");
        }

        if (extension < 1 || !IsText(values[extension - 1]) || values[extension - 1].Length < 3)
        {
            return null;
        }

        var numbers = values.Where((_, index) => index != extension - 1).Select(NumberIn).OfType<int>().Take(2).ToList();
        if (numbers is not [var total, var current])
        {
            return null;
        }

        // No list has fewer pages than the number of one of them.
        if (total <= 1 && current > total)
        {
            (total, current) = (current, total);
        }

        bool? isOneBased = current == 0 ? false : extension > 1 && IsText(values[0]) && NumberIn(values[0]) is null ? true : null;
        return new PageCount(total, current, values[extension - 1][1..^1], values[extension][1..^1].TrimStart('.') is { Length: > 0 } written ? written : null, isOneBased);
    }

    private static int? NumberIn(string value) =>
        int.TryParse(IsText(value) ? value[1..^1] : value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsText(string value) => value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0];

    [GeneratedRegex("^\\.?(s?html?|shtm|xhtml|jhtml|dhtml|jspx?|aspx?|php|do|action)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PageExtension();

    [GeneratedRegex("\\b(?<name>size|current|prefix|suffix|countPage|currentPage|_PAGE_COUNT|_PAGE_INDEX|_PAGE_NAME|_PAGE_EXT)[\"']?\\s*[:=]\\s*[\"']?(?<value>[A-Za-z0-9_\\-]{1,100})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();

    [GeneratedRegex("(createPageHTML|createPage|initPage|showPage)[A-Za-z0-9_]*\\s*\\((?<arguments>[^()]{1,300})\\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Call();

    [GeneratedRegex("\\bPager\\s*\\(\\s*\\{[^{}]{1,400}\\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PagerCall();
}
