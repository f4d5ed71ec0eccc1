using Gouji.Model;

namespace Gouji.Normalize.Forms;

/// <summary>
/// Tells the form from its title. Titles vary by place and year (总体情况表, 预算总表, 表七：…), their stems hardly do. Tried in
/// order; a local variant of a title is one more line here.
/// </summary>
internal static class TitleStems
{
    private static readonly (FormRole Role, string[] All, string[] None)[] Stems =
    [
        // Tables about other things whose titles hold a stem of ours.
        (FormRole.Unknown, ["采购"], []),
        (FormRole.Unknown, ["购买服务"], []),
        (FormRole.Unknown, ["国有资产"], []),
        (FormRole.Unknown, ["转移支付"], []),
        (FormRole.Unknown, ["人员构成"], []),
        (FormRole.Unknown, ["机关运行经费"], ["三公"]),
        (FormRole.Unknown, ["机构运行"], ["三公"]),
        (FormRole.Unknown, ["政府性基金", "三公"], ["一般公共预算", "财政拨款"]),
        (FormRole.Unknown, ["国有资本", "三公"], ["一般公共预算", "财政拨款"]),
        (FormRole.Unknown, ["支出明细"], ["基本支出", "功能分类"]),
        (FormRole.Unknown, ["支出预算明细"], ["基本支出", "功能分类"]),
        (FormRole.Unknown, ["分经济"], ["基本支出"]),
        (FormRole.Unknown, ["经济分类"], ["基本支出"]),
        (FormRole.Unknown, ["分类汇总"], ["基本支出"]),
        (FormRole.Unknown, ["整体", "绩效"], []),
        (FormRole.Unknown, ["项目收入支出"], []),
        (FormRole.Unknown, ["项目收支"], []),
        (FormRole.B11, ["绩效目标"], []),
        (FormRole.B11, ["绩效", "申报"], []),
        (FormRole.B8, ["三公"], []),
        (FormRole.B10, ["国有资本"], ["收支总"]),
        (FormRole.B9, ["政府性基金"], ["收支总"]),
        (FormRole.B6, ["基本支出"], []),
        (FormRole.B7, ["项目支出"], []),
        (FormRole.B5, ["一般公共预算", "收入支出决算"], ["总"]),
        (FormRole.B5, ["一般公共预算", "收支决算"], ["总"]),
        (FormRole.B4, ["财政拨款", "收支"], []),
        (FormRole.B4, ["财政拨款", "收入支出"], []),
        (FormRole.B5, ["一般公共预算", "支出"], []),
        (FormRole.Unknown, ["财政拨款", "支出"], []),
        (FormRole.B1, ["收支"], []),
        (FormRole.B1, ["收入支出"], []),
        (FormRole.B2, ["收入总"], []),
        (FormRole.B2, ["收入预算"], []),
        (FormRole.B2, ["收入情况"], []),
        (FormRole.B3, ["支出总"], []),
        (FormRole.B3, ["支出预算"], []),
        (FormRole.B3, ["支出情况"], []),
        (FormRole.B2, ["收入决算"], []),
        (FormRole.B3, ["支出决算"], []),
    ];

    /// <summary>
    /// The form that a folded title names. <paramref name="other"/> is true where the title names a table that is none of ours;
    /// then, and where no stem fits, the role is Unknown.
    /// </summary>
    public static FormRole RoleOf(string foldedTitle, out bool other)
    {
        other = false;
        foreach (var (role, all, none) in Stems)
        {
            if (ContainsAll(foldedTitle, all) && !ContainsAny(foldedTitle, none))
            {
                other = role == FormRole.Unknown;
                return role;
            }
        }

        return FormRole.Unknown;
    }

    /// <summary>True for a folded text that could be the title of a table.</summary>
    public static bool LooksLikeTitle(string folded) =>
        folded.Length is >= 3 and <= 60
        && (folded.AsSpan().TrimEnd('》').EndsWith("表", StringComparison.Ordinal) || folded.Contains("表(", StringComparison.Ordinal) || folded.Contains("表（", StringComparison.Ordinal))
        && !folded.Contains('。', StringComparison.Ordinal)
        && !folded.Contains("本表", StringComparison.Ordinal)
        && !folded.Contains("空表", StringComparison.Ordinal)
        && !folded.Contains("见下表", StringComparison.Ordinal)
        && !folded.StartsWith('注')
        && !folded.StartsWith("备注", StringComparison.Ordinal);

    private static bool ContainsAll(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (!text.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ContainsAny(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
