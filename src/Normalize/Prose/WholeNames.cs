using System.Text.RegularExpressions;
using Gouji.Model;

namespace Gouji.Normalize.Prose;

/// <summary>What sentences call the whole of a share (占…的比重).</summary>
internal static partial class WholeNames
{
    /// <summary>The words between 占 and the percentage; empty where there are none, as in 占比.</summary>
    public static string Of(string label) => Whole().Match(label) is { Success: true } match ? match.Groups["words"].Value : "";

    /// <summary>Whether a label may name a total; the patterns are dear.</summary>
    public static bool MayBeTotal(string label) => label.AsSpan().IndexOfAny('总', '合', '年') >= 0 || label.AsSpan().IndexOfAny('当', '全') >= 0;

    /// <summary>The form whose total the words are; null where they are of something else.</summary>
    public static FormRole? Form(string words) => Total().Match(words) is not { Success: true } match ? null
        : match.Groups["side"].Value == "收入" ? FormRole.B2 : FormRole.B3;

    /// <summary>Whether an amount may be the whole that the words name. A share of another whole than its section is on cannot be told wrong.</summary>
    public static bool MayName(string words, ProseTheme theme, Fact whole)
    {
        if (words.Length == 0 || ThingNames.AreSame(words, whole.Item))
        {
            return true;
        }

        if (Form(words) is { } form)
        {
            return whole.Source == FactSource.Table
                ? whole.Role is FormRole.B2 or FormRole.F2 ? form == FormRole.B2 : whole.Role is FormRole.B3 or FormRole.F3 && form == FormRole.B3
                : theme is ProseTheme.Overview || theme == (form == FormRole.B2 ? ProseTheme.Income : ProseTheme.Expenditure);
        }

        return ProseThemes.Of(words) is { } named ? named == theme : AreOfAny().IsMatch(words);
    }

    [GeneratedRegex("占(?<words>[^,;。占]*?)(的|之)?(比例|比重|比)?(约为|为|约|达)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Whole();

    [GeneratedRegex("^(20[0-9]{2}年度?|本年度?|当年|全年|年度|部门|单位|预算|决算|总)*(?<side>收入|支出)(预算|决算)?(合计|总计|总额|总数|总预算)$|^(本年度?|当年|全年|年度)总?(?<side>收入|支出)$|^总(?<side>收入|支出)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Total();

    /// <summary>总额 and 全部 are of whatever the sentence is on.</summary>
    [GeneratedRegex("^(全部|其|总额|总数|总量|总计|合计)+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex AreOfAny();
}
