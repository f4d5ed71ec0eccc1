using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;
using static Gouji.CorpusGenerator.Cases.Planting;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>One wrong figure that breaks an identity within its own table.</summary>
internal static class WithinTableCases
{
    public static IEnumerable<Case> All =>
    [
        Misprint("row-b2", "R-ROW-B2", "B2/2080202/other", "6.80", "Two digits of 其他收入 8.60 are swapped in one row of the income table.",
            Formats.Html, DisclosureBuilder.Build(Bodies.CivilAffairs, Manners.Hunan), "digits-swapped"),
        Misprint("row-b3", "R-ROW-B3", "B3/2130314/project", "98.00", "项目支出 of one item reads 98.00 beside a row total of 88.00.",
            Formats.Docx, DisclosureBuilder.Build(Bodies.Water, Manners.Sichuan)),
        Misprint("row-b5", "R-ROW-B5", "B5/2010801/basic", "1323.48", "Two digits of 基本支出 1233.48 are swapped in the general public budget table.",
            Formats.Html, DisclosureBuilder.Build(Bodies.Audit, Manners.Beijing), "digits-swapped"),
        Misprint("row-b6", "R-ROW-B6", "B6/30211/public", "18.60", "公用经费 of 差旅费 reads 18.60 where the row total is 16.80.",
            Formats.Text, DisclosureBuilder.Build(Bodies.Emergency, Manners.Guizhou), "digits-swapped"),
        Misprint("row-b7", "R-ROW-B7", "B7/2040605|普法宣传经费/302", "21.00", "商品和服务支出 of a project reads 21.00 where the project is 12.00.",
            Formats.Docx, DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang), "digits-swapped"),
        Misprint("row-b8-vehicles", "R-ROW-B8", "B8/total/vehicles", "72.00", "The vehicle subtotal is neither purchase plus operation nor what the total needs.",
            Formats.Text, DisclosureBuilder.Build(Bodies.Emergency, Manners.Guizhou), "digits-swapped"),
        Misprint("row-b9", "R-ROW-B9", "B9/2120803/project", "1450.00", "Two digits of 项目支出 1540.00 are swapped in the government funds table.",
            Formats.Docx, DisclosureBuilder.Build(Bodies.Resources, Manners.Hunan), "digits-swapped"),
        Misprint("row-b10", "R-ROW-B10", "B10/2230105/total", "35.80", "The row total of the state capital table is misprinted; the total row is right.",
            Formats.Html, DisclosureBuilder.Build(Bodies.Resources, Manners.Guangxi), "digits-swapped"),
        ColumnLine(),
        Misprint("col-total-swapped", "R-COL", "B5/total/basic", "596.69", "Two digits of the total of 基本支出 are swapped: row, column and two tables disagree, one cell is wrong.",
            Formats.HtmlGbk, DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang), "digits-swapped"),
        Misprint("col-meetings", "R-COL", "B8/total/meeting", "4.90", "会议费, which is outside the 三公 total, does not add up over 基本支出 and 项目支出.",
            Formats.Html, DisclosureBuilder.Build(Bodies.Culture, Manners.Guangxi with { ThreePublic = ThreePublicRows.Labelled })),
        Misprint("hier-section", "R-HIER", "B3/20805/basic", "4,718,064", "A section row differs from the items below it, in 元 with separators.",
            Formats.Docx, DisclosureBuilder.Build(Bodies.Subdistrict, Manners.Shanghai)),
        Misprint("hier-economic-class", "R-HIER", "B6/302/public", "52.30", "The class row 302 differs from its sections in the basic expenditure table.",
            Formats.Html, DisclosureBuilder.Build(Bodies.Culture, Manners.Guangxi)),
        Misprint("b1-income-subtotal", "R-B1-INC", "B1/subtotal/income", "625.89", "小计 of income differs from its sources and from the total below it.",
            Formats.Docx, DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang), "digits-swapped"),
        Misprint("b1-expenditure-subtotal", "R-B1-EXP", "B1/subtotal/spent", "2261.04", "本年支出合计 differs from its classes and from 支出总计.",
            Formats.Html, DisclosureBuilder.Build(Bodies.Audit, Manners.Beijing)),
        Misprint("b1-balance", "R-B1-BAL", "B1/total/spent", "1130.54", "支出总计 differs from 收入总计 in the overall balance.",
            Formats.Text, DisclosureBuilder.Build(Bodies.Water, Manners.Guizhou)),
        Misprint("b4-fund-column", "R-B4", "B4/208/gpb", "68.46", "一般公共预算 of one class differs from the row total and from the column total.",
            Formats.Docx, DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang), "digits-swapped"),
        UnlabelledRows(),
        Negative(),
        DuplicateCode(),
        Misprint("missing-total", "R-COL", "B3/total/total", "", "The cell of the grand total is blank while its row and column carry figures.",
            Formats.Docx, DisclosureBuilder.Build(Bodies.Water, Manners.Sichuan), also: ["Z-BLANKNUM"]),
        Misprint("times-ten", "R-ROW-B5", "B5/2130311/project", "195.00", "项目支出 of one item is printed ten times too large.",
            Formats.Html, DisclosureBuilder.Build(Bodies.Water, Manners.Hunan)),
        Misprint("yuan-in-wan-table", "R-ROW-B3", "B3/2040604/project", "244000.00", "One cell of a table in 万元 is printed in 元.",
            Formats.Text, DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang)),
        Misprint("digit-dropped", "R-ROW-B5", "B5/2010804/project", "36.70", "The first digit of 项目支出 was dropped.",
            Formats.HtmlPasted, DisclosureBuilder.Build(Bodies.Audit, Manners.Guizhou)),
        Misprint("copied-from-above", "R-ROW-B6", "B6/30207/public", "2.70", "公用经费 of 邮电费 repeats the figure of the row above.",
            Formats.Docx, DisclosureBuilder.Build(Bodies.Emergency, Manners.Guizhou)),
        ShiftedColumn(),
    ];

    private static Case ColumnLine()
    {
        var document = DisclosureBuilder.Build(Bodies.Justice, Manners.XinjiangInCells)
            .Misprint("B6/30201/total", "2.90").Misprint("B6/30201/public", "2.90");
        return new("col-leaf-line", CaseKind.Planted, "R-COL: a whole line of the basic expenditure table is too small",
            "小计 and 公用经费 of 办公费 both read 2.90 instead of 9.20: the row closes, the columns do not.", Formats.Text, document)
        {
            Expect = [Expectation.Error("R-COL", "2.90").UpTo(2).In(document)],
        };
    }

    private static Case UnlabelledRows()
    {
        var document = DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang with { ThreePublic = ThreePublicRows.Unlabelled })
            .Misprint("B8/project/reception", "12.00");
        return new("b8-unlabelled-rows-broken", CaseKind.Planted, "R-B8-MULTI: rows of the 三公 table without labels, one of them wrong",
            "Three rows stand without labels, and 公务接待费 of the last reads 12.00 instead of 1.20.", Formats.Html, document)
        {
            Expect =
            [
                Expectation.Error("R-ROW-B8", "12.00").In(document).Or("R-B8-MULTI") with { Blamed = ("12.00", "1.20") },
                Expectation.Warning("R-B8-MULTI"),
            ],
        };
    }

    private static Case Negative()
    {
        var ledger = Bodies.Emergency.Project("安全生产监管执法", "2240106", Fund.GeneralPublicBudget, "", "", "", "31003 -2.40");
        var document = DisclosureBuilder.Build(ledger with { Entries = [.. ledger.Entries.Where(entry => entry.Economic != "31003" || entry.Amount < 0)] }, Manners.Guizhou);
        return new("negative-amount", CaseKind.Planted, "R-NEG: a negative amount in a budget",
            "资本性支出 of one project is -2.40; every sum holds with it.", Formats.Docx, document)
        {
            Expect = [Expectation.Warning("R-NEG", "-2.40").UpTo(2)],
        };
    }

    private static Case DuplicateCode()
    {
        var document = DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang)
            .Misprint("B6/30201/total", "7.20").Misprint("B6/30201/public", "7.20");
        document.InsertBelow("B6/30201/total", new Cell("302"), new Cell("01"), new Cell("办公费"),
            Keyed("2.00", FormRole.B6, "30201#2", "total"), new Cell(""), Keyed("2.00", FormRole.B6, "30201#2", "public"));
        return new("duplicate-code", CaseKind.Planted, "R-DUP: one economic code in two rows with amounts",
            "办公费 30201 stands twice in the basic expenditure table, with 7.20 and 2.00.", Formats.Docx, document)
        {
            Expect = [Expectation.Warning("R-DUP", "7.20", "2.00")],
        };
    }

    private static Case ShiftedColumn()
    {
        var document = DisclosureBuilder.Build(Bodies.Emergency, Manners.Guizhou)
            .Misprint("B3/2240106/basic", "28.00").Misprint("B3/2240106/project", "");
        return new("shifted-column", CaseKind.Planted, "R-COL: a figure one column to the left",
            "项目支出 28.00 of an item stands under 基本支出: the row closes, both columns do not.", Formats.Docx, document)
        {
            Expect = [Expectation.Error("R-COL", "28.00").UpTo(2).In(document)],
        };
    }
}
