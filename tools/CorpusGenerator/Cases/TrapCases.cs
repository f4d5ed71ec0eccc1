using System.Text;
using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;
using static Gouji.CorpusGenerator.Cases.Planting;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>What a naive check would report and an auditor would not.</summary>
internal static class TrapCases
{
    public static IEnumerable<Case> All =>
    [
        Trap("trap-boilerplate-footnote", "备注：无内容应公开空表并说明情况。 stands under full tables: it is a line of the form and claims nothing.", Formats.Text,
            DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang)),
        Trap("trap-of-which-rows", "其中 rows stand below their parent in B3 and B5: adding every row would count them twice.", Formats.Docx, OfWhichRows()),
        Trap("trap-of-which-columns", "The income table prints 其中 columns behind 财政拨款收入: adding every column would count them twice.", Formats.Html,
            DisclosureBuilder.Build(Bodies.Resources, Manners.Beijing with
            {
                IncomeColumns =
                [
                    new("财政拨款收入", "fiscal"), new("其中：一般公共预算", "of:gpb"), new("其中：政府性基金预算", "of:fund"), new("其中：国有资本经营预算", "of:soe"),
                    new("事业收入", "institutional"), new("其他收入", "other"),
                ],
            })),
        Trap("trap-three-public-extras", "会议费, 培训费 and 机关运行经费 stand beside the 三公 total and are no part of it.", Formats.Html,
            DisclosureBuilder.Build(Bodies.Culture, Manners.Guangxi with { ThreePublicExtras = [new("会议费", "meeting"), new("培训费", "training"), new("机关运行经费", "running")] })),
        new("trap-unlabelled-rows", CaseKind.Trap, "The 三公 table has three rows without labels",
            "Total, basic and project rows can be told by their sums; only the missing labels are worth a warning.", Formats.Docx,
            DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang with { ThreePublic = ThreePublicRows.Unlabelled }))
        {
            Expect = [Expectation.Warning("R-B8-MULTI")],
        },
        Trap("trap-last-year-row", "The rows of the 三公 table are 上年 and 本年: the first is not the sum of the others.", Formats.Docx,
            DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang with { ThreePublic = ThreePublicRows.Years })),
        Trap("trap-rounding", "Every figure was rounded by itself: totals differ from their parts by a hundredth or two, within what the printed places allow.", Formats.Docx, Rounded()),
        new("trap-blank-duplicate", CaseKind.Trap, "A code stands twice, once without any amount",
            "办公费 30201 has a second, blank row: residue of the form and no contradiction.", Formats.Docx, BlankDuplicate())
        {
            Notices = ["R-DUP"],
            BeyondArithmetic = true,
        },
        Trap("trap-projects-of-all-funds", "项目支出情况表 covers all funds and equals B3, not B5: a project is paid from 上级专项收入.", Formats.Html,
            DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang)),
        Trap("trap-projects-of-one-fund", "一般公共预算项目支出情况表 equals B5, not B3: the project paid from 上级专项收入 is rightly absent.", Formats.Docx,
            DisclosureBuilder.Build(Bodies.Justice, Manners.XinjiangInCells)),
        Trap("trap-income-by-unit", "The income table lists units without codes and contains money carried forward: nothing mirrors B3 row by row.", Formats.Docx,
            DisclosureBuilder.Build(ConsistentCases.StatisticsWithUnit, Manners.Hebei)),
        Trap("trap-three-public-in-projects", "运行费 of the 三公 table exceeds 30231 of the basic table because a project carries the rest.", Formats.Html,
            DisclosureBuilder.Build(Bodies.Emergency, Manners.Guizhou)),
        Trap("trap-trailing-zeros", "The same amounts print as 12, 12.3 and 12.34 in some tables and as 12.00, 12.30 and 12.34 in others.", Formats.HtmlPasted,
            DisclosureBuilder.Build(Bodies.Water, Manners.Hunan, new BuildOptions
            {
                Formats = new Dictionary<FormRole, FigureFormat> { [FormRole.B1] = Trimmed, [FormRole.B3] = Trimmed, [FormRole.B6] = Trimmed },
            })),
        Trap("trap-two-units", "The project table is in 元 between tables in 万元.", Formats.Docx,
            DisclosureBuilder.Build(Bodies.Water, Manners.Guizhou, new BuildOptions
            {
                Formats = new Dictionary<FormRole, FigureFormat> { [FormRole.B7] = new(MoneyUnit.Yuan, 2) { Thousands = true } },
            })),
        Trap("trap-continued-table", "The expenditure table goes on in a second table after a page break, with its header repeated and one total at the end.",
            Formats.Docx | Formats.Html, Continued()),
        Trap("trap-carried-fiscal-money", "A project is paid from last year's general public budget: 本年收入 and 总计 differ by 上年结转.", Formats.Html, CarriedOver()),
        Trap("trap-dashes", "Amounts of zero print as a dash.", Formats.Docx,
            DisclosureBuilder.Build(Bodies.Water, Manners.Hunan with { Format = new FigureFormat(Zero: "—") })),
        Trap("trap-full-width-figures", "The figures of one table are in full-width digits.", Formats.Text, FullWidth()),
        Trap("trap-spaced-labels", "Labels carry spaces, figures stand between ideographic spaces, and the total is called 合    计.", Formats.HtmlPasted, Spaced()),
    ];

    private static FigureFormat Trimmed { get; } = new() { Trimmed = true };

    private static Case Trap(string id, string about, Formats formats, Document document) =>
        new(id, CaseKind.Trap, about.Split(':')[0].TrimEnd('.'), about, formats, document);

    private static Document OfWhichRows()
    {
        var document = DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang);
        var personnel = Bodies.Justice.Entries.Where(entry => entry.Function == "2040601" && ThreePublic.IsPersonnel(entry)).Sum(entry => entry.Amount);
        foreach (var form in new[] { FormRole.B3, FormRole.B5 })
        {
            var text = Trimmed.Print(personnel);
            document.InsertBelow($"{form}/2040601/total", new Cell(""), new Cell(""), new Cell(""), new Cell("其中：人员经费"),
                Keyed(text, form, "of:personnel", "total"), Keyed(text, form, "of:personnel", "basic"), new Cell(""));
        }

        return document;
    }

    /// <summary>Amounts to the yuan printed in 万元 with two decimals.</summary>
    private static Document Rounded()
    {
        BuildOptions options = new() { Rounded = true };
        var document = DisclosureBuilder.Build(Bodies.Subdistrict, Manners.Guizhou with { Hierarchy = true }, options);
        if (ConsistencyCheck.Broken(DisclosureBuilder.Build(Bodies.Subdistrict, Manners.Guizhou with { Hierarchy = true })).Count == 0)
        {
            throw new InvalidOperationException("The rounding trap rounds nothing off.");
        }

        return document;
    }

    private static Document BlankDuplicate()
    {
        var document = DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang);
        return document.InsertBelow("B6/30201/total", new Cell("302"), new Cell("01"), new Cell("办公费"), new Cell("　"), new Cell("　"), new Cell("　"));
    }

    private static Document Continued()
    {
        var document = DisclosureBuilder.Build(Bodies.Subdistrict, Manners.Shanghai);
        var table = document.Table(FormRole.B3);
        var rest = new Table(FormRole.B3, table.Title) { Unit = table.Unit, HeaderRows = table.HeaderRows, Continues = true };
        foreach (var header in table.Rows.Take(table.HeaderRows))
        {
            rest.Add(header.Cells.Select(cell => new Cell(cell.Text, cell.ColumnSpan, cell.RowSpan)));
        }

        var moved = table.Rows.Skip(table.HeaderRows + 11).ToList();
        rest.Rows.AddRange(moved);
        table.Rows.RemoveAll(moved.Contains);
        document.Blocks.Insert(document.Blocks.IndexOf(table) + 1, rest);
        return document;
    }

    private static Document CarriedOver()
    {
        var ledger = Bodies.Audit.Project("审计档案数字化", "2010806", Fund.GeneralPublicBudget, "完成历史档案数字化。", "档案卷数 ≥6000卷", "利用效率 有效提升", "30227 35.00 0");
        return DisclosureBuilder.Build(ledger with
        {
            Entries = [.. ledger.Entries.Select(entry => entry.Project == "审计档案数字化" ? entry with { CarriedOver = true } : entry)],
        }, Manners.Beijing);
    }

    private static Document FullWidth()
    {
        var document = DisclosureBuilder.Build(Bodies.Emergency, Manners.Guizhou);
        foreach (var cell in document.Table(FormRole.B6).Rows.SelectMany(row => row.Cells).Where(cell => cell.Key is not null))
        {
            var text = new StringBuilder();
            foreach (var c in cell.Text)
            {
                text.Append(c is >= '!' and <= '~' ? (char)(c + 0xFEE0) : c);
            }

            cell.Text = text.ToString();
        }

        return document;
    }

    private static Document Spaced()
    {
        var document = DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang with { TotalLabel = "合    计" });
        foreach (var cell in document.Cells.Where(cell => cell.Text.Length > 0))
        {
            cell.Text = cell.Key is not null ? $"　{cell.Text} " : cell.Text is "小计" or "基本支出" or "项目支出" or "项目" ? string.Join("  ", cell.Text.AsEnumerable()) : cell.Text;
        }

        return document;
    }
}
