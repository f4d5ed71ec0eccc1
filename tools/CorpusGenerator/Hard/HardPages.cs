using Gouji.CorpusGenerator.Writers;

namespace Gouji.CorpusGenerator.Hard;

/// <summary>Pages drawn by hand for what a typesetter does not do.</summary>
internal static class HardPages
{
    private const double Size = 3.5;
    private const double RowHeight = 8;

    /// <summary>A cell that reaches down over the break of the page: its frame ends with the page and begins again on the next.</summary>
    public static byte[] RowSpanAcrossPages()
    {
        double[] edges = [30, 70, 120, 160];
        var first = new PrintedPage();
        Row(first, edges, 240, "类别", "科目", "金额");
        Frame(first, 30, 248, 70, 264, "基本支出");
        Row(first, edges[1..], 248, "基本工资", "10.00");
        Row(first, edges[1..], 256, "津贴补贴", "20.00");
        var second = new PrintedPage();
        Frame(second, 30, 25, 70, 33, "");
        Row(second, edges[1..], 25, "奖金", "30.00");
        Row(second, edges, 33, "项目支出", "办公费", "5.00");
        Row(second, edges, 41, "合计", "", "65.00");
        return PdfWriter.Write([first, second]);
    }

    /// <summary>A table too wide for a page: its right half stands on the next, row by row beside it.</summary>
    public static byte[] FacingPages()
    {
        var left = new PrintedPage();
        Table(left, [20, 80, 130, 190], 40, ["项目", "合计", "基本支出"], ["行政运行", "950.64", "950.64"], ["合计", "1145.60", "950.64"]);
        var right = new PrintedPage();
        Table(right, [20, 70, 120], 40, ["项目支出", "备注"], ["0.00", "无"], ["194.96", "无"]);
        return PdfWriter.Write([left, right]);
    }

    /// <summary>A page that lies on its side in the file.</summary>
    public static byte[] RotatedPage()
    {
        var page = new PrintedPage { IsTurned = true };
        page.Marks.Add(new PrintedLine("一般公共预算支出情况表", 60, 30, 5, IsBold: true));
        Table(page, [20, 80, 130, 180], 40, ["科目", "基本支出", "项目支出"], ["行政运行", "950.64", "0.00"], ["合计", "950.64", "194.96"]);
        return PdfWriter.Write([page]);
    }

    /// <summary>Rules between the columns and below the rows, none around.</summary>
    public static byte[] NoOuterBorder() => Ruled(isDashed: false, hasBorder: false);

    /// <summary>Every rule in short strokes.</summary>
    public static byte[] DashedRules() => Ruled(isDashed: true, hasBorder: true);

    /// <summary>Codes that nothing in the file makes characters of.</summary>
    public static byte[] NoToUnicode()
    {
        var page = new PrintedPage();
        Table(page, [20, 80, 130], 40, ["科目", "金额"], ["行政运行", "950.64"]);
        return PdfWriter.Write([page], "Identity-H");
    }

    /// <summary>A password is needed to open it.</summary>
    public static byte[] Encrypted()
    {
        var page = new PrintedPage();
        Table(page, [20, 80, 130], 40, ["科目", "金额"]);
        var key = new string('5', 64);
        return PdfWriter.Write([page], trailer: $"/Encrypt<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -4>>/ID[<00><00>]");
    }

    private static byte[] Ruled(bool isDashed, bool hasBorder)
    {
        string[][] rows = [["科目", "基本支出", "项目支出"], ["行政运行", "950.64", "0.00"], ["合计", "950.64", "194.96"]];
        double[] edges = [30, 80, 120, 160];
        var page = new PrintedPage();
        foreach (var (number, texts) in rows.Index())
        {
            Texts(page, edges, 40 + (number * RowHeight), texts);
        }

        var bottom = 40 + (rows.Length * RowHeight);
        for (var i = hasBorder ? 0 : 1; i <= (hasBorder ? 3 : 2); i++)
        {
            page.Marks.Add(new PrintedRule(edges[i], 40, edges[i], bottom, isDashed));
        }

        for (var i = hasBorder ? 0 : 1; i <= (hasBorder ? rows.Length : rows.Length - 1); i++)
        {
            page.Marks.Add(new PrintedRule(edges[0], 40 + (i * RowHeight), edges[^1], 40 + (i * RowHeight), isDashed));
        }

        return PdfWriter.Write([page]);
    }

    private static void Table(PrintedPage page, double[] edges, double top, params string[][] rows)
    {
        foreach (var (number, texts) in rows.Index())
        {
            Row(page, edges, top + (number * RowHeight), texts);
        }
    }

    private static void Row(PrintedPage page, double[] edges, double top, params string[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            page.Marks.Add(new PrintedFrame(edges[i], top, edges[i + 1] - edges[i], RowHeight));
        }

        Texts(page, edges, top, texts);
    }

    private static void Texts(PrintedPage page, double[] edges, double top, string[] texts)
    {
        foreach (var (column, text) in texts.Index().Where(cell => cell.Item.Length > 0))
        {
            page.Marks.Add(new PrintedLine(text, edges[column] + 1, top + 5, Size, IsBold: false));
        }
    }

    private static void Frame(PrintedPage page, double left, double top, double right, double bottom, string text)
    {
        page.Marks.Add(new PrintedFrame(left, top, right - left, bottom - top));
        Texts(page, [left], top, [text]);
    }
}
