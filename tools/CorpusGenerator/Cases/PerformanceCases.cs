using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;
using static Gouji.CorpusGenerator.Cases.Planting;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>Performance tables that disagree with themselves or with the projects.</summary>
internal static class PerformanceCases
{
    public static IEnumerable<Case> All =>
    [
        Disagreement("p-fund", "其他资金 of a performance table reads 5万元 beside a total that the fiscal money already fills.", Formats.Docx,
            Xinjiang(Bodies.Justice).Misprint("B11/人民调解工作经费/other", "5万元"), Expectation.Error("P-FUND", "24.4", "5")),
        Disagreement("p-cost", "One cost indicator is 10.00 too large, so the indicators exceed the project.", Formats.Text,
            DisclosureBuilder.Build(Bodies.Emergency, Manners.Guizhou, new BuildOptions { Performance = true }).Misprint("B11/应急物资与装备购置/cost2", "≤24.2万元"),
            Expectation.Warning("P-COST", "67")),
        Disagreement("p-fisc", "A project paid from 上级专项收入 is entered as fiscal money in its performance table.", Formats.Docx,
            Xinjiang(Bodies.Justice).Misprint("B11/法律援助补助资金/fiscal", "16万元").Misprint("B11/法律援助补助资金/other", ""), Expectation.Warning("P-FISC")),
        ThreePublicCosts(),
        FloorsOnCosts(),
        new("n-proj", CaseKind.Planted, "N-PROJ: a project under another name", "The performance table calls a project otherwise than the project table does; the money is the same.",
            Formats.Docx, Xinjiang(Bodies.Justice).Reword("人民调解工作经费", "调解员以案定补经费", FormRole.B11))
        {
            Expect = [Expectation.Warning("N-PROJ").Or("P-FUND", "N-PERF").OrAs("error")],
            BeyondArithmetic = true,
        },
        new("n-perf", CaseKind.Planted, "N-PERF: prose counts one project too many", "Prose says that five projects have targets; four tables and four rows of the project table exist.",
            Formats.Html, Xinjiang(Bodies.Justice).InsertParagraph("2020年实行绩效管理的项目5个，涉及预算金额83.20万元。"))
        {
            Expect = [Expectation.Error("N-PERF", "5").OrAs("warning").InProse()],
        },
    ];

    private static Document Xinjiang(Ledger ledger) => DisclosureBuilder.Build(ledger, Manners.Xinjiang, new BuildOptions { Performance = true });

    private static Case ThreePublicCosts()
    {
        var ledger = Bodies.Justice with
        {
            Plans = [.. Bodies.Justice.Plans.Select(plan => plan.Name == "社区矫正专项经费"
                ? plan with { Costs = [("购买矫正服务费", 21.60m), ("公务接待费", 5.20m), ("车辆运行费", 4.00m)] }
                : plan)],
        };
        return new("p-sg", CaseKind.Planted, "P-SG: a cost indicator for receptions above the 三公 table",
            "A cost indicator allows 5.2万元 for receptions; the project row of the 三公 table has 1.20.", Formats.Docx, Xinjiang(ledger))
        {
            Expect = [Expectation.Warning("P-SG", "5.2", "1.20")],
        };
    }

    private static Case FloorsOnCosts()
    {
        var ledger = Bodies.Emergency with { Plans = [.. Bodies.Emergency.Plans.Select(plan => plan with { CostSign = "≥" })] };
        return new("p-dir", CaseKind.Planted, "P-DIR: cost indicators that set a floor",
            "Every cost indicator reads ≥, a floor on cost, as local systems print by default.", Formats.Text,
            DisclosureBuilder.Build(ledger, Manners.Guizhou, new BuildOptions { Performance = true }))
        {
            Notices = ["P-DIR"],
        };
    }
}
