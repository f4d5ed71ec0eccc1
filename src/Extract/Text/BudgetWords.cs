namespace Gouji.Extract.Text;

/// <summary>The few words by which the parts of a printed budget table are told apart where the file says nothing.</summary>
internal static class BudgetWords
{
    private const int LongestLabel = 40;

    private static readonly string[] NoteStarts = ["备注", "注：", "注:", "说明：", "说明:", "附件", "附注"];

    private static readonly string[] Totals = ["合计", "总计", "小计", "共计"];

    /// <summary>合计, 总计, 小计 or 共计, with what they total before it (支出总计); white space ignored.</summary>
    public static bool IsTotalLabel(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[10];
        return TryPack(text, letters, out var count) && IsTotal(letters[..count]);
    }

    /// <summary>Whether a line names a table: 部门收支总体情况表, 表三：, 附表1.</summary>
    public static bool IsTableTitle(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[LongestLabel + 20];
        if (!TryPack(text, letters, out var count) || count == 0)
        {
            return false;
        }

        var packed = letters[..count];
        return packed[^1] == '表' || packed.EndsWith("表）") || packed.EndsWith("表)") || packed.StartsWith("附表") || IsTableNumber(packed);
    }

    /// <summary>Whether a line gives the body or the measure of the table below: 编制部门：…, 填报单位（盖章）：…, 单位：万元.</summary>
    public static bool IsCaption(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOfAny('：', ':');
        Span<char> letters = stackalloc char[16];
        return colon > 0
            && TryPack(text[..colon], letters, out var count)
            && (letters[..count].IndexOf("部门") >= 0 || letters[..count].IndexOf("单位") >= 0);
    }

    /// <summary>Whether a line stands between tables by what it says, and so cannot be a part of a cell.</summary>
    public static bool StandsBetweenTables(ReadOnlySpan<char> text)
    {
        if (IsTableTitle(text) || IsCaption(text) || (text.StartsWith("第") && text.Contains("部分", StringComparison.Ordinal)))
        {
            return true;
        }

        foreach (var word in NoteStarts)
        {
            if (text.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a line is short and plain enough to be the words of a header cell.</summary>
    public static bool CouldBeHeaderWords(ReadOnlySpan<char> text) =>
        text.Length <= LongestLabel && !StandsBetweenTables(text) && !IsNumberedHeading(text) && text.IndexOfAny('。', '；', ';') < 0;

    /// <summary>Whether the words are prose: a sentence to its full stop, or longer than any label.</summary>
    public static bool IsProse(ReadOnlySpan<char> text) => text.Length > 2 * LongestLabel || (text.Length > 12 && text[^1] == '。');

    /// <summary>Whether a row begins with the word for the numbers of its columns (栏次).</summary>
    public static bool NumbersColumns(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[2];
        return TryPack(text, letters, out var count) && letters[..count] is "栏次";
    }

    /// <summary>Whether the heading of a column says that it holds codes or names rather than figures.</summary>
    public static bool NamesLabels(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[LongestLabel];
        if (!TryPack(text, letters, out var count) || count == 0)
        {
            return false;
        }

        ReadOnlySpan<char> packed = letters[..count];
        return packed is "类" or "款" or "项" or "项目" or "科目" or "序号" or "行次" or "栏次" or "功能分类" or "功能分类科目" or "经济分类" or "部门" or "单位" or "支出功能分类"
            || packed.EndsWith("编码") || packed.EndsWith("代码") || packed.EndsWith("名称") || packed.EndsWith("科目");
    }

    /// <summary>Whether the heading spans the columns of a code: 科目编码, 科目代码.</summary>
    public static bool NamesCodes(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[LongestLabel];
        return TryPack(text, letters, out var count)
            && (letters[..count].IndexOf("编码") >= 0 || letters[..count].IndexOf("代码") >= 0);
    }

    /// <summary>一、 or （一）: a heading of the text, or a group of items in a table.</summary>
    public static bool IsNumberedHeading(ReadOnlySpan<char> text)
    {
        var first = text.TrimStart("（(");
        return first.Length > 1 && "一二三四五六七八九十".Contains(first[0]) && (first.Length != text.Length || first[1..Math.Min(4, first.Length)].Contains('、'));
    }

    private static bool IsTotal(ReadOnlySpan<char> packed)
    {
        packed = packed.TrimEnd("：:");
        foreach (var word in Totals)
        {
            if (packed.EndsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    // 表三：, 表12, 预算01表 comes under the ending.
    private static bool IsTableNumber(ReadOnlySpan<char> packed) =>
        packed.Length is >= 2 and <= 6 && packed[0] == '表' && (char.IsAsciiDigit(packed[1]) || "一二三四五六七八九十（(".Contains(packed[1]));

    private static bool TryPack(ReadOnlySpan<char> text, Span<char> letters, out int count)
    {
        count = 0;
        foreach (var c in text)
        {
            if (TextCharacters.IsSpace(c))
            {
                continue;
            }

            if (count == letters.Length)
            {
                return false;
            }

            letters[count++] = c;
        }

        return true;
    }
}
