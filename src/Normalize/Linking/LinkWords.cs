using System.Globalization;
using System.Text.RegularExpressions;
using Gouji.Model;

namespace Gouji.Normalize.Linking;

/// <summary>Which earlier figure the words of a header or a sentence mean.</summary>
internal static partial class LinkWords
{
    /// <summary>The base that a previous-year figure is taken from; null where it is one that no document discloses, such as 调整预算.</summary>
    /// <param name="words">Folded words that say that the figure is of an earlier year.</param>
    public static LinkMeasure? Base(string words)
    {
        var own = words
            .Replace("一般公共预算", "", StringComparison.Ordinal)
            .Replace("政府性基金预算", "", StringComparison.Ordinal)
            .Replace("国有资本经营预算", "", StringComparison.Ordinal)
            .Replace("预算执行", "执行", StringComparison.Ordinal);
        return own.Contains("调整", StringComparison.Ordinal) || own.Contains("预计", StringComparison.Ordinal) ? null
            : own.Contains("执行", StringComparison.Ordinal) ? LinkMeasure.PreviousExecuted
            : own.Contains("决算", StringComparison.Ordinal) ? LinkMeasure.PreviousAccounts
            : own.Contains("预算", StringComparison.Ordinal) ? LinkMeasure.PreviousBudget
            : LinkMeasure.PreviousUnnamed;
    }

    /// <summary>True where the words name the year before a fiscal year, and no other.</summary>
    public static bool NamesYearBefore(string words, int year)
    {
        var years = Year().Matches(words);
        return years.Count > 0
            ? years.All(match => int.Parse(match.Value.AsSpan(0, 4), CultureInfo.InvariantCulture) == year - 1)
            : words.Contains("上年", StringComparison.Ordinal) || words.Contains("去年", StringComparison.Ordinal) || words.Contains("上一年", StringComparison.Ordinal);
    }

    /// <summary>Which budget the words of a column beside the actual figures mean; null for the adjusted one.</summary>
    public static LinkMeasure? Budget(string words, IReadOnlyList<string> notes)
    {
        if (words.Contains("年初", StringComparison.Ordinal))
        {
            return LinkMeasure.InitialBudget;
        }

        if (IsAdjusted(words) || notes.Any(IsAdjusted))
        {
            return null;
        }

        return notes.Any(static note => note.Contains("年初预算", StringComparison.Ordinal)) ? LinkMeasure.InitialBudget : LinkMeasure.SomeBudget;
    }

    /// <summary>The base in words, as a reader knows it.</summary>
    public static Message Name(LinkMeasure measure) => measure switch
    {
        LinkMeasure.PreviousBudget => new Message("上年预算数", "last year's budget"),
        LinkMeasure.PreviousAccounts => new Message("上年决算数", "last year's final accounts"),
        LinkMeasure.PreviousExecuted => new Message("上年执行数", "last year's executed figure"),
        LinkMeasure.PreviousUnnamed => new Message("上年数", "last year's figure"),
        LinkMeasure.InitialBudget => new Message("年初预算数", "initial budget"),
        LinkMeasure.SomeBudget => new Message("预算数", "budget"),
        _ => new Message("本年数", "this year's figure"),
    };

    /// <summary>True where a sentence says that bodies or duties moved, so that years do not compare.</summary>
    public static bool SpeaksOfRestructuring(string folded) => Restructuring().IsMatch(folded);

    private static bool IsAdjusted(string words) => words.Contains("全年预算", StringComparison.Ordinal) || words.Contains("调整", StringComparison.Ordinal);

    [GeneratedRegex("20[0-9]{2}年", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    [GeneratedRegex("机构改革|机构调整|机构合并|机构变动|机构划转|职能调整|职能划转|划转|划入|划出|转隶|并入|合并|新组建|重新组建|撤并|撤销|口径调整|口径变化|口径不同|统计口径", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Restructuring();
}
