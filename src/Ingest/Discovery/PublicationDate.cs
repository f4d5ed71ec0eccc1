using System.Globalization;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Discovery;

/// <summary>Reads dates of publication (发布日期) out of texts and addresses.</summary>
internal static partial class PublicationDate
{
    /// <summary>The first date in a text, in digits: 2024-02-05, 2024/2/5, 2024.02.05, 2024年2月5日, 20240205.</summary>
    public static DateOnly? In(string text) => First(AnyDate(), text);

    /// <summary>The date behind 发布时间, 日期 or the like.</summary>
    public static DateOnly? Labelled(string text) => First(LabelledDate(), text);

    /// <summary>The date in the path of an address: /202402/t20240205_123.html, /art/2024/2/5/, /2024-02/05/.</summary>
    public static DateOnly? InPath(Uri address) => First(PathDate(), address.AbsolutePath);

    /// <summary>The day of a moment since 1970, in seconds or milliseconds, in China; any other text as it is.</summary>
    public static string Moment(string value) =>
        value.Length is 10 or 13 && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? DateTimeOffset.FromUnixTimeMilliseconds(value.Length == 13 ? number : number * 1000).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value;

    private static DateOnly? First(Regex pattern, string text)
    {
        foreach (Match match in pattern.Matches(text))
        {
            var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            {
                return new DateOnly(year, month, day);
            }
        }

        return null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    [GeneratedRegex("(^|[^0-9])(?<year>(19|20)[0-9]{2})(\\s{0,2}[-/.年]\\s{0,2}(?<month>[0-9]{1,2})\\s{0,2}[-/.月]\\s{0,2}(?<day>[0-9]{1,2})|(?<month>[0-9]{2})(?<day>[0-9]{2}))([^0-9]|$)", Options)]
    private static partial Regex AnyDate();

    [GeneratedRegex("((发布|发文|公开|成文|印发|生成|更新|公布|添加|录入)(时间|日期)|时\\s?间|日\\s?期)\\s{0,4}[：:】\\]]?\\s{0,4}(?<year>(19|20)[0-9]{2})\\s?[-/.年]\\s?(?<month>[0-9]{1,2})\\s?[-/.月]\\s?(?<day>[0-9]{1,2})([^0-9]|$)", Options)]
    private static partial Regex LabelledDate();

    [GeneratedRegex("(/|/t|_)(?<year>20[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})[_/.]|/(?<year>20[0-9]{2})[-/](?<month>[0-9]{1,2})[-/](?<day>[0-9]{1,2})/|/(?<year>20[0-9]{2})(?<month>[0-9]{2})/(?<day>[0-9]{2})/", Options)]
    private static partial Regex PathDate();
}
