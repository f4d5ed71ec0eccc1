using System.Text.RegularExpressions;

namespace Gouji.Normalize.Prose;

/// <summary>The words that belong to a figure: where they begin in a folded line, and what they name.</summary>
internal static partial class FigureLabels
{
    private const string Stops = ",;。:、";

    /// <summary>The begin of the words that belong to a figure: behind the last stop outside of brackets.</summary>
    public static int Start(string text, int end)
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
            if (depth == 0 && i < end - 1 && Stops.Contains(text[i]) && !IsBetweenBothSides(text, i))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>Whether the stop joins the two sides of one total, as in 收、支总计.</summary>
    private static bool IsBetweenBothSides(string text, int at) =>
        text[at] == '、' && at > 0 && at + 1 < text.Length && text[at + 1] == '支' && (text[at - 1] == '收' || text.AsSpan(0, at).EndsWith("收入"));

    /// <summary>
    /// Whether a bracket that was open at one place is closed before another: what stands within it speaks of the words before it, and what
    /// follows it does not speak of what stands within.
    /// </summary>
    public static bool LeavesBracket(string text, int from, int to)
    {
        var depth = 0;
        for (var i = from; i < to; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the figure is one of a list that stands apart from the names of its things, as in 货物、服务采购分别为3.2万元和4.5万元 or 各增加3.2,4.5万元:
    /// what it is of is not told by the words before it.
    /// </summary>
    public static bool IsOneOfSeveral(string label, bool isMoney) =>
        (label.Length > 1 && label[^1] is ',' or '、' && char.IsAsciiDigit(label[^2])) || (label.Contains("分别", StringComparison.Ordinal) && Respectively().IsMatch(label)) || (isMoney && label.Length <= 3 && Joined().IsMatch(label));

    /// <summary>Whether nothing but words of comparison stands between the begin of the sentence and the figure: it goes on from the sentence before.</summary>
    public static bool OpensSentence(string text, int start)
    {
        var begin = start == 0 ? 0 : text.LastIndexOf('。', start - 1) + 1;
        return Comparison().IsMatch(text[begin..start]);
    }

    /// <summary>The thing that the words name, without verbs and years.</summary>
    public static string Cleaned(string label)
    {
        var joined = label.Contains('、', StringComparison.Ordinal)
            ? label.Replace("收、支", "收支", StringComparison.Ordinal).Replace("收入、支出", "收入支出", StringComparison.Ordinal)
            : label;
        var text = WithoutLead(joined);
        int before;
        do
        {
            before = text.Length;
            text = WithoutTrail(WithoutLead(text));
        }
        while (text.Length != before);

        return text.Length == joined.Length ? joined : text.ToString();
    }

    private static ReadOnlySpan<char> WithoutLead(ReadOnlySpan<char> text)
    {
        foreach (var lead in Lead().EnumerateMatches(text))
        {
            return text[lead.Length..];
        }

        return text;
    }

    private static ReadOnlySpan<char> WithoutTrail(ReadOnlySpan<char> text)
    {
        foreach (var trail in Trail().EnumerateMatches(text))
        {
            return text[..trail.Index];
        }

        return text;
    }

    /// <summary>What joins a figure to the one before it.</summary>
    [GeneratedRegex("^([,、](和|及|以及)?|和|及|以及)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Joined();

    [GeneratedRegex("分别(为|是|占|增加|减少|增长|下降|上升|降低|完成)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Respectively();

    [GeneratedRegex(@"^([(]?[一二三四五六七八九十0-9]+[)、.]|同口径|同比|与|和|比|较|相比|上年|去年|上一年|20\d\d年|度|年初|预算|决算|执行|数|同期|增加|减少|增长|下降|上升|降低|提高|压减|核减|持平|基本|了|约|[,()])*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^(其中|同口径|按可比口径|安排|本年|当年|全年|主要用于|主要包括|包括|分别为|分别是|20\d\d年度?的?|截至[^,]*?底|占|[(),。]|和(?=人员|公用|日常|项目|政府)|[(]?[一二三四五六七八九十]+[)、]|\d+[.、)])+:?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(:|同口径|各自|各|预算数为|预算数|预算为|为|共计|共|约|是|安排|计划|预计|合计为|总计为|(?<=支出)年初)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Trail();
}
