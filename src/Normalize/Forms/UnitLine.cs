using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>Reads what the line above a table says: 编制部门：… 单位：万元.</summary>
internal static class UnitLine
{
    private static readonly string[] BodyWords = ["编制部门", "填报部门", "编制单位", "填报单位", "公开部门", "公开单位", "部门名称", "单位名称", "预算单位", "部门", "单位"];

    /// <summary>The unit of money declared in a text; null where none is.</summary>
    /// <param name="text">The text as printed.</param>
    /// <param name="needsWord">True where only a unit behind 单位 counts, as in a line; false for a column header.</param>
    public static MoneyUnit? UnitIn(string text, bool needsWord)
    {
        var key = Fold.Key(text);
        var from = 0;
        if (needsWord)
        {
            from = key.LastIndexOf("单位", StringComparison.Ordinal);
            if (from < 0)
            {
                return null;
            }
        }

        var rest = key.AsSpan(from);
        if (rest.Contains("亿元", StringComparison.Ordinal))
        {
            return MoneyUnit.HundredMillionYuan;
        }

        if (rest.Contains("万元", StringComparison.Ordinal))
        {
            return MoneyUnit.TenThousandYuan;
        }

        if (rest.Contains("千元", StringComparison.Ordinal))
        {
            return MoneyUnit.ThousandYuan;
        }

        var yuan = rest.IndexOf('元');
        return yuan >= 0 && (needsWord || (yuan > 0 && rest[yuan - 1] is '(' or '（' or ':' or '：')) && !rest.Contains("单元", StringComparison.Ordinal)
            ? MoneyUnit.Yuan
            : null;
    }

    /// <summary>The body named in a text such as 编制部门：某局 单位：万元, and the words that introduce it; null where none is.</summary>
    public static (string Body, string Word)? BodyIn(string text)
    {
        foreach (var word in BodyWords)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var i = at + word.Length;
            while (i < text.Length && char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            if (i >= text.Length || text[i] is not (':' or '：'))
            {
                continue;
            }

            var rest = text.AsSpan(i + 1).TrimStart();
            var end = rest.IndexOf("单位", StringComparison.Ordinal);
            while (end > 0 && !char.IsWhiteSpace(rest[end - 1]) && !IsUnitDeclaration(rest[end..]))
            {
                var next = rest[(end + 2)..].IndexOf("单位", StringComparison.Ordinal);
                end = next < 0 ? -1 : end + 2 + next;
            }

            var body = (end >= 0 ? rest[..end] : rest).Trim();
            var gap = body.IndexOfAny("\t\n");
            body = (gap >= 0 ? body[..gap] : body).Trim();
            if (body.EndsWith("金额", StringComparison.Ordinal))
            {
                body = body[..^2].Trim();
            }

            if (body.Length is > 1 and < 60 && UnitIn("单位:" + body.ToString(), true) is null)
            {
                return (Fold.Spaces(body.ToString()), word);
            }
        }

        return null;
    }

    private static bool IsUnitDeclaration(ReadOnlySpan<char> text)
    {
        var rest = text[2..].TrimStart();
        return rest.Length > 0 && rest[0] is ':' or '：';
    }
}
