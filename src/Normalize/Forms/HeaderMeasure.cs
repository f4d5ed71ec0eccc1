using System.Globalization;
using System.Text.RegularExpressions;
using Gouji.Model;

namespace Gouji.Normalize.Forms;

/// <summary>Tells from the words of its header what the figures of a column measure.</summary>
internal static partial class HeaderMeasure
{
    private static readonly string[] ChangeWords = ["增减", "增长", "比上年", "较上年", "比去年", "较去年", "变动"];

    private static readonly string[] CompletionWords = ["完成率", "执行率", "完成比例", "完成百分比"];

    /// <summary>The lowest header cell that names a measure tells it: 增减额 under 与上年执行数相比 is a change.</summary>
    public static Measure Of(List<string> letters, int? fiscalYear)
    {
        for (var i = letters.Count - 1; i >= 0; i--)
        {
            var text = letters[i];
            if (text.Contains('占', StringComparison.Ordinal) && (text.Contains('%', StringComparison.Ordinal) || text.Contains('比', StringComparison.Ordinal)))
            {
                return Measure.Share;
            }

            if (ChangeWords.Any(word => text.Contains(word, StringComparison.Ordinal)))
            {
                return IsPercentage(letters[^1]) ? Measure.Rate : Measure.Change;
            }

            if (text.EndsWith('%') || CompletionWords.Any(word => text.Contains(word, StringComparison.Ordinal)))
            {
                return Measure.Rate;
            }

            var balance = text.Contains("结转", StringComparison.Ordinal) || text.Contains("结余", StringComparison.Ordinal);
            if (!balance && (text.Contains("上年", StringComparison.Ordinal) || text.Contains("去年", StringComparison.Ordinal)))
            {
                return Measure.PreviousYear;
            }

            if (fiscalYear is { } year && YearPattern().Match(text) is { Success: true } match
                && int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) == year - 1)
            {
                return Measure.PreviousYear;
            }
        }

        return Measure.ThisYear;
    }

    private static bool IsPercentage(string letters) =>
        letters.AsSpan().IndexOfAny('%', '率', '幅') >= 0 || letters.Contains("比例", StringComparison.Ordinal) || letters.Contains("百分比", StringComparison.Ordinal);

    [GeneratedRegex("20[0-9]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex YearPattern();
}
