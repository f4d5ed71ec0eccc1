using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;
using static Gouji.CorpusGenerator.Cases.Planting;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>One table is built from other figures than the rest, so that it is right in itself and wrong beside the others.</summary>
internal static class AcrossTableCases
{
    public static IEnumerable<Case> All =>
    [
        Disagreement("x-tot", "The income table by unit totals more than the balance and the expenditure table.", Formats.Html,
            Build(ConsistentCases.StatisticsWithUnit, Manners.Hebei, FormRole.B2, ledger => ledger.Add("30216", 5.00m, "统计业务培训服务")),
            Expectation.Error("X-TOT").UpTo(2)),
        Disagreement("x-b1b3-class", "Two classes of the balance are out by 10.00 each way against the expenditure table.", Formats.Docx,
            Build(Bodies.Justice, Manners.Xinjiang).Misprint("B1/204/spent", "525.35").Misprint("B1/208/spent", "54.86"),
            Expectation.Error("X-B1B3-CLS", "525.35", "54.86").UpTo(2)),
        Disagreement("x-mirror", "The income table books a project under another item than the expenditure tables.", Formats.Docx,
            Build(Bodies.Water, Manners.Sichuan, FormRole.B2, ledger => Move(ledger, "节水型社会建设", "2130314")),
            Expectation.Error("X-MIRROR").UpTo(2)),
        Disagreement("x-fisc", "The balance shows a project's money as 其他收入 where the fiscal balance has it as general public budget.", Formats.Docx,
            Build(Bodies.Justice, Manners.Xinjiang, FormRole.B1, ledger => Repay(ledger, "普法宣传经费", Fund.OtherIncome)),
            Expectation.Error("X-FISC", "624.89", "636.89").UpTo(2)),
        Disagreement("x-b4b5", "The fiscal balance books a project under another class than the general public budget table.", Formats.Html,
            Build(Bodies.Culture, Manners.Guangxi, FormRole.B4, ledger => Move(ledger, "群众文化活动", "2080501")),
            Expectation.Error("X-B4B5").UpTo(2)),
        Disagreement("x-nonfisc", "The general public budget table lacks 6.40 of a project, so what is left over is more than the other income.", Formats.Docx,
            Build(Bodies.Justice, Manners.Xinjiang, FormRole.B5, ledger => ledger.Add("30201", -6.40m, "人民调解工作经费")),
            Expectation.Error("X-NONFISC", "630.49").UpTo(3)),
        Disagreement("x-basic", "The basic expenditure table has 1.00 more of 办公费 than the general public budget table knows.", Formats.Text,
            Build(Bodies.Emergency, Manners.Guizhou, FormRole.B6, ledger => ledger.Add("30201", 1.00m)),
            Expectation.Error("X-BASIC")),
        Disagreement("x-proj", "The project table has one project larger by 20.00 than the expenditure table.", Formats.HtmlPasted,
            Build(Bodies.CivilAffairs, Manners.Hunan, FormRole.B7, ledger => ledger.Add("30299", 20.00m, "殡葬改革工作经费")),
            Expectation.Error("X-PROJ").UpTo(2)),
        Disagreement("x-proj-item", "A project stands under another item in the project table than in the expenditure table.", Formats.Docx,
            Build(Bodies.Resources, Manners.Beijing, FormRole.B7, ledger => Move(ledger, "自然资源执法监察", "2200106")),
            Expectation.Error("X-PROJ-ITEM").UpTo(2)),
        Disagreement("x-sg-basic", "公务接待费 of the basic row is 2.50 where the basic expenditure table has 1.50.", Formats.Docx,
            Build(Bodies.Justice, Manners.Xinjiang, FormRole.B8, ledger => ledger.Add("30217", 1.00m)),
            Expectation.Error("X-SG-BASIC", "2.50", "1.50")),
        Disagreement("x-sg-part", "The 三公 table has less for running vehicles than the basic expenditure alone: the part exceeds the whole.", Formats.Text,
            Build(Bodies.Emergency, Manners.Guizhou, FormRole.B8, ledger => ledger.Add("30231", -8.00m)),
            Expectation.Error("X-SG-PART", "19.00", "21.00")),
        Disagreement("x-sg-proj", "The project row of the 三公 table exceeds all project money of the general public budget.", Formats.Html,
            Build(Bodies.Justice, Manners.Xinjiang, FormRole.B8, ledger => ledger.Add("30217", 70.00m, "社区矫正专项经费")),
            Expectation.Error("X-SG-PROJ", "79.20").OrAs("warning")),
        BoughtVehicles(),
        AllInRunning(),
    ];

    private static Document Build(Ledger ledger, Manner manner, FormRole? other = null, Func<Ledger, Ledger>? how = null) =>
        DisclosureBuilder.Build(ledger, manner, new BuildOptions
        {
            Instead = other is { } role ? new Dictionary<FormRole, Ledger> { [role] = how!(ledger) } : new Dictionary<FormRole, Ledger>(),
        });

    private static Ledger Move(Ledger ledger, string project, string function) => ledger with
    {
        Entries = [.. ledger.Entries.Select(entry => entry.Project == project ? entry with { Function = function } : entry)],
    };

    private static Ledger Repay(Ledger ledger, string project, Fund fund) => ledger with
    {
        Entries = [.. ledger.Entries.Select(entry => entry.Project == project ? entry with { Fund = fund } : entry)],
    };

    private static Case BoughtVehicles() => new("x-buy0", CaseKind.Planted, "X-BUY0: prose denies a purchase of vehicles that the 三公 table shows",
        "公务用车购置费 is 24 in the 三公 table, and a sentence says that no purchase of vehicles is planned.", Formats.Docx,
        Build(Bodies.Subdistrict, Manners.Shanghai).InsertParagraph("2024年部门预算未安排购置公务用车。"))
    {
        Expect = [Expectation.Warning("X-BUY0", "24")],
    };

    /// <summary>Local practice that is legitimate: a notice at most.</summary>
    private static Case AllInRunning()
    {
        var ledger = Bodies.Justice with
        {
            Entries = [.. Bodies.Justice.Entries.Select(entry => entry.Economic == "30113" ? entry with { Function = "2040601" } : entry)],
        };
        return new("x-func-econ", CaseKind.Planted, "X-FUNC-ECON: a housing fund without its function item",
            "The housing fund is booked under 行政运行, while pensions and medical insurance stand under their own items.", Formats.Docx, Build(ledger, Manners.Xinjiang))
        {
            Notices = ["X-FUNC-ECON"],
        };
    }
}
