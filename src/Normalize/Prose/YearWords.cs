using System.Globalization;
using System.Text.RegularExpressions;

namespace Gouji.Normalize.Prose;

/// <summary>What the words before a figure say of its year.</summary>
internal static partial class YearWords
{
    /// <summary>Whether the figure is of an earlier year than the document; null where the words do not say.</summary>
    public static bool? Tell(string label, int? fiscal, bool isAccounts) =>
        !isAccounts && IsExecuted(label) ? true
        : !label.Contains('年', StringComparison.Ordinal) ? null
        : Earlier().IsMatch(label) ? true
        : LastNamed(label) is { } year ? year < fiscal
        : IsPresent(label) ? false
        : null;

    /// <summary>What was spent: of the year itself in final accounts, of the year before in a budget.</summary>
    private static bool IsExecuted(string label) => label.Contains("执行数", StringComparison.Ordinal) || label.Contains("决算数", StringComparison.Ordinal);

    private static bool IsPresent(string label) =>
        label.Contains("本年", StringComparison.Ordinal) || label.Contains("今年", StringComparison.Ordinal) || label.Contains("当年", StringComparison.Ordinal);

    private static int? LastNamed(string label)
    {
        int? last = null;
        foreach (var year in Named().EnumerateMatches(label))
        {
            last = int.Parse(label.AsSpan(year.Index, 4), CultureInfo.InvariantCulture);
        }

        return last;
    }

    /// <summary>The words that set a whole sentence in a year, as 2019年支出决算中; empty where the sentence of the figure begins otherwise.</summary>
    public static string Lead(string text, int start)
    {
        var begin = start == 0 ? 0 : text.LastIndexOf('。', start - 1) + 1;
        return Within().Match(text, begin, start - begin).Value;
    }

    /// <summary>Whether the words begin with their year and compare it to none: they are of the whole sentence.</summary>
    public static bool AreFirst(string label) => First().IsMatch(label);

    /// <summary>Whether the words are a year and nothing else.</summary>
    public static bool AreAll(string label) => Alone().IsMatch(label);

    [GeneratedRegex(@"上年(?!结|专项)|上一年|去年", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"^20\d\d年[^,;。比较与]*中[,:]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Within();

    [GeneratedRegex("20[0-9]{2}年", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^20\d\d年[^比较与]*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex First();

    [GeneratedRegex(@"^20\d\d年度?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Alone();
}
