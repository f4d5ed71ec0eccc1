using Gouji.Extract.Text;

namespace Gouji.Extract.Spreadsheets;

/// <summary>Tells whether a text is the title of a form, and whether the name of a sheet stands in for one.</summary>
internal static class SheetTitle
{
    private const int ShortestTitle = 4;

    // Words that the titles of all budget forms are made of (财预〔2016〕143号 and its forms).
    private static readonly string[] Words = ["收支", "收入", "支出", "三公", "基金", "资本", "项目", "绩效", "拨款", "预算", "决算", "采购"];

    /// <summary>部门收支总体情况表, but not 表一：.</summary>
    public static bool IsTitle(string text) => text.Length is >= ShortestTitle and <= 80 && BudgetWords.IsTableTitle(text) && HasWord(text);

    /// <summary>Whether a sheet is named after its form (1收支总表) rather than Sheet1 or 表1.</summary>
    public static bool SaysSomething(string sheetName) => HasWord(sheetName);

    private static bool HasWord(string text)
    {
        foreach (var word in Words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
