using System.Globalization;
using System.Text.RegularExpressions;
using Gouji.Model;

namespace Gouji.Normalize.Prose;

/// <summary>Reads the figures of a paragraph, each with the words that say what it is.</summary>
internal static partial class ClaimReader
{
    private const string Stops = ",;。:、";

    /// <summary>No words further away than this say what a figure is.</summary>
    private const int LongestLabel = 120;

    /// <summary>Adds the claims of a paragraph in reading order.</summary>
    public static void Read(ProseLine line, ProseSection section, int? year, List<Claim> claims)
    {
        var text = line.Text;
        var begin = claims.Count;
        var previousEnd = 0;
        foreach (Match match in Token().Matches(text))
        {
            var number = match.Groups["number"];
            var unit = match.Groups["unit"].Value;
            if (!number.Success && !(line.HasBlankBefore(match.Groups["unit"].Index) && BeforeGap().IsMatch(text[..match.Groups["unit"].Index])))
            {
                continue;
            }

            var start = number.Success ? number.Index : match.Groups["unit"].Index;
            if (number.Success && (unit.Length == 0 || IsDateOrNumbering(text, match, number)))
            {
                continue;
            }

            var labelStart = Math.Max(previousEnd, Math.Max(start - LongestLabel, LabelStart(text, start)));
            previousEnd = match.Index + match.Length;
            claims.Add(Make(line, section, year, text[labelStart..start], number, unit, start, claims, begin));
        }
    }

    private static Claim Make(ProseLine line, ProseSection section, int? year, string label, Group number, string unit, int start, List<Claim> claims, int begin)
    {
        var sentence = line.Text.AsSpan(0, start).Count('。');
        var owner = Owner(claims, begin, sentence);
        var change = Change().Match(label);
        var money = Money(unit);
        var kind = !number.Success ? ClaimKind.Missing
            : unit == "%" ? label.Contains('占', StringComparison.Ordinal) ? ClaimKind.Share : change.Success ? ClaimKind.Rate : ClaimKind.Percent
            : change.Success ? ClaimKind.Change
            : money is not null ? ClaimKind.Amount
            : ClaimKind.Count;
        var falls = change.Success && change.Groups["verb"].Value is "减少" or "下降" or "降低" or "减支" or "压减" or "核减";
        var printed = number.Success ? number.Value.Replace(",", "", StringComparison.Ordinal) : "0";
        var value = decimal.Parse(printed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var own = Cleaned(change.Success ? label[..change.Index] : label);
        var relative = kind is ClaimKind.Share or ClaimKind.Rate or ClaimKind.Change;
        return new Claim
        {
            Kind = kind,
            Section = section,
            Line = line,
            Sentence = sentence,
            Label = label,
            Subject = relative && (own.Length == 0 || kind == ClaimKind.Share) ? owner?.Subject ?? "" : own.Length > 0 ? own : owner is { Kind: ClaimKind.Count } ? owner.Subject : "",
            Value = falls ? -value : value,
            HalfPlace = Amount.HalfPlaceOf(value.Scale),
            Decimals = value.Scale,
            Money = unit == "%" ? null : money,
            Counted = money is null && unit != "%" ? unit : "",
            Owner = relative && own.Length == 0 || kind is ClaimKind.Share or ClaimKind.Rate ? owner : null,
            Base = change.Success ? Base().Match(change.Value).Groups["base"].Value : "",
            IsOfEarlierYear = kind == ClaimKind.Amount && (Earlier().IsMatch(label) || NamesAnotherYear(label, year)),
            Place = number.Success ? line.Place(start, number.Length) : line.Place(start, 0),
        };
    }

    /// <summary>The last amount of the same sentence that is not of an earlier year.</summary>
    private static Claim? Owner(List<Claim> claims, int begin, int sentence)
    {
        for (var i = claims.Count - 1; i >= begin; i--)
        {
            if (claims[i].Sentence == sentence && claims[i] is { Kind: ClaimKind.Amount, IsOfEarlierYear: false })
            {
                return claims[i];
            }
        }

        return null;
    }

    /// <summary>The begin of the words that belong to a figure: behind the last stop outside of brackets.</summary>
    private static int LabelStart(string text, int end)
    {
        var depth = 0;
        for (var i = end - 1; i >= 0; i--)
        {
            depth += text[i] == ')' ? 1 : text[i] == '(' ? -1 : 0;
            if (depth < 0)
            {
                return i + 1;
            }

            // A colon that the figure follows at once belongs to it, as in 基本支出:12万元.
            if (depth == 0 && i < end - 1 && Stops.Contains(text[i]))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static bool IsDateOrNumbering(string text, Match match, Group number)
    {
        var after = match.Index + match.Length;
        return match.Groups["unit"].Value is "个" && after < text.Length && text[after] is '月' or '百'
            || (number.Index > 0 && text[number.Index - 1] is '第' or '号' && match.Groups["unit"].Value.Length == 1 && match.Groups["unit"].Value != "元" && text[number.Index - 1] == '第');
    }

    private static MoneyUnit? Money(string unit) => unit switch
    {
        "元" => MoneyUnit.Yuan,
        "千元" => MoneyUnit.ThousandYuan,
        "万元" or "万" => MoneyUnit.TenThousandYuan,
        "亿元" or "亿" => MoneyUnit.HundredMillionYuan,
        _ => null,
    };

    private static bool NamesAnotherYear(string label, int? year) =>
        year is { } fiscal && YearWord().Matches(label) is { Count: > 0 } years
        && years[^1] is var last && int.Parse(last.Groups["year"].Value, CultureInfo.InvariantCulture) != fiscal;

    private static string Cleaned(string label)
    {
        var text = Lead().Replace(label, "");
        string before;
        do
        {
            before = text;
            text = Trail().Replace(Lead().Replace(text, ""), "");
        }
        while (text != before);

        return text;
    }

    [GeneratedRegex(@"(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)?(?<unit>亿元|万元|千元|元|%|万(?![人元册平])|亿(?!元)|人次|人|辆|台|次|家|个(?![百月])|名|批|套|平方米)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    /// <summary>What a missing figure follows: the name of an amount or a kind of thing.</summary>
    [GeneratedRegex(@"(预算|经费|支出|收入|费用|费|金额|价值|总额|合计|车|设备|人数|为|共|共计)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BeforeGap();

    [GeneratedRegex(@"(?:(?:比|较|同比|与)(?<what>[^,;。]*?))?(?<verb>增加|增长|上升|提高|增支|减少|下降|降低|减支|压减|核减)(?:\(减少\)|\(增加\)|或减少|或增加|\(下降\)|\(增长\))?(?:了|约|为)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Change();

    [GeneratedRegex(@"(?:比|较|同比|与)(?<base>(?:上年|去年|上一年|\d{4}年)?(?:度)?(?:年初|调整)?(?:预算执行数|执行数|决算数|决算|预算数|预算|数)?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Base();

    [GeneratedRegex(@"上年(?!结|专项)|上一年|去年|执行数|决算数", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"(?<year>20\d\d)年", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearWord();

    [GeneratedRegex(@"^(其中|本年|当年|全年|主要用于|主要包括|包括|分别为|分别是|20\d\d年度?|截至[^,]*?底|占|\(|[(]?[一二三四五六七八九十]+[)、]|\d+[.、])+:?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(:|预算数为|预算数|预算为|为|共计|共|约|是|安排|计划|预计|合计为|总计为)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Trail();
}
