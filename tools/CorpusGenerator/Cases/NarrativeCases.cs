using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>One wrong thing in the sentences of an otherwise consistent document, one case for each class of error.</summary>
internal static class NarrativeCases
{
    public static IEnumerable<Case> All => [.. AgainstTables, .. AgainstEachOther, .. Counted, .. AgainstLastYear, .. Form];

    private static IEnumerable<Case> AgainstTables =>
    [
        Told("n-amt-digit", "digits of a total of sentences are exchanged", "收入预算 reads 625.89 in section two and 652.89 in the tables.", Formats.Docx,
            Justice().Rephrase("收入预算652.89万元，其中", "收入预算625.89万元，其中"), Expectation.Error("N-AMT", "625.89", "652.89")),
        Told("n-amt-unit", "万元 became 元", "编制收入预算 reads 6237.70元 where the tables have 62377010 yuan.", Formats.Html,
            DisclosureBuilder.Build(Bodies.Subdistrict, Manners.Shanghai, new BuildOptions { Prose = ProseLength.Shanghai }).Rephrase("编制收入预算6237.70万元", "编制收入预算6237.70元"),
            Expectation.Error("N-AMT", "6237.70")),
        Told("n-item", "an item has another amount than its row", "水资源节约管理与保护 reads 15.9 for 19.50.", Formats.Docx,
            Water().Rephrase("水资源节约管理与保护（11）：2025年预算数为19.5万元", "水资源节约管理与保护（11）：2025年预算数为15.9万元"), Expectation.Error("N-ITEM", "15.9", "19.50")),
        Told("n-cover", "an item with money is left out", "防汛 with 88.00 is not described, though the items are described one by one.", Formats.Html,
            Water().Strike("防汛（14）"), Expectation.Error("N-COVER", "88.00")),
        Told("n-scale", "the scale of the appropriation is that of basic expenditure", "Under 当年拨款规模 stands 基本支出 569.69; the table has 636.89.", Formats.Text,
            Justice().Rephrase("一般公共预算当年拨款636.89万元，比上年预算增加5.76万元，增长0.91%", "一般公共预算当年拨款基本支出569.69万元，比上年预算增加4.06万元，增长0.72%"), Expectation.Warning("N-SCALE", "569.69", "636.89")),
        Told("n-proj-amount", "a project has another amount than its row", "社区矫正专项经费 reads 38 for 30.80.", Formats.Docx,
            Justice().Rephrase("预算安排规模：30.8万元", "预算安排规模：38万元"), Expectation.Error("N-PROJ", "38", "30.80")),
        Told("n-sg-total", "the 三公 total of sentences is neither that of the table nor that of its items", "27.1 for 17.10.", Formats.Html,
            Water().Rephrase("“三公”经费财政拨款预算数17.1万元", "“三公”经费财政拨款预算数27.1万元"), Expectation.Error("N-AMT", "27.1", "17.10")),
        Told("n-fund", "sentences deny a fund that has money", "没有安排政府性基金预算支出, though the form has 45.00.", Formats.Docx,
            Culture().Rephrase("2023年政府性基金预算支出450000元，比上年预算增加70000元，增长18.42%", "2023年没有安排政府性基金预算支出"), Expectation.Error("N-FUND", "45.00")),
    ];

    private static IEnumerable<Case> AgainstEachOther =>
    [
        Told("n-tot", "parts of a sentence do not add up to their whole", "人员经费 and 日常公用经费 of basic expenditure are 577.08 and 79.95, the whole 675.03.", Formats.HtmlGbk,
            Statistics().Rephrase("日常公用经费97.95万元", "日常公用经费79.95万元"), Expectation.Error("N-TOT", "675.03", "79.95")),
        Told("n-basic", "an item is missing from a list that is not open", "水费 1.1 is left out of the list of 公用经费, which ends without 等.", Formats.Text,
            Justice().Rephrase("印刷费2.4万元、水费1.1万元", "印刷费2.4万元"), Expectation.Error("N-BASIC", "63.7")),
        Told("n-share", "digits of a share are exchanged", "基本支出 is 87.26 % of expenditure; the sentence says 87.62.", Formats.Docx,
            Justice().Rephrase("占87.26%", "占87.62%"), Expectation.Error("N-SHARE", "87.62").Blame("87.62", "87.26")),
        Told("n-sg-changes", "the change of 三公 is not the sum of its items'", "The total rises by 1.7, its items by 1.5 − 0.8.", Formats.Html,
            Justice().Rephrase("“三公”经费财政拨款预算比上年预算增加0.7万元", "“三公”经费财政拨款预算比上年预算增加1.7万元"), Expectation.Error("N-SG", "1.7", "1.5")),
        Told("n-proc", "procurement is not goods, works and services", "38.5 for 14.2 + 0 + 21.6.", Formats.Docx,
            Justice().Rephrase("政府采购预算35.8万元", "政府采购预算38.5万元"), Expectation.Error("N-PROC", "38.5")),
        Told("n-rep", "one change is told twice and differs", "基本支出 rises by 4.06 in section three and by 4.60 in section four.", Formats.Text,
            Justice().Follow("2020年财政拨款收支总预算", "按支出性质分，基本支出569.69万元，比上年预算增加4.60万元。"), Expectation.Warning("N-REP", "4.06", "4.60")),
    ];

    private static IEnumerable<Case> Counted =>
    [
        Told("n-car", "classes of vehicles do not add up", "6 vehicles, 5 by class.", Formats.Docx,
            Justice().Rephrase("占用使用车辆5辆", "占用使用车辆6辆"), Expectation.Error("N-CAR", "6", "5")),
        Told("n-asset", "more equipment above the higher value than above the lower", "3 above 100万元, 2 above 50万元.", Formats.Html,
            Justice().Rephrase("100万元以上大型设备1台", "100万元以上大型设备3台"), Expectation.Warning("N-ASSET", "3", "2")),
        Told("n-staff", "people do not add up", "实有人数 52 for 36 + 14 + 0.", Formats.Text,
            Justice().Rephrase("实有人数50人", "实有人数52人"), Expectation.Error("N-STAFF", "52")),
        Told("n-org", "fewer offices are named than counted", "6个科室, five of them named.", Formats.Docx,
            Justice().Rephrase("下设5个科室", "下设6个科室"), Expectation.Error("N-ORG", "6", "5")),
        Told("n-perf-money", "money under performance management is not that of the forms", "82.3 for 83.20.", Formats.Html,
            DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang, new BuildOptions { Prose = ProseLength.Xinjiang, Performance = true }).Rephrase("涉及预算金额83.2万元", "涉及预算金额82.3万元"),
            Expectation.Error("N-PERF", "82.3").OrAs("warning")),
    ];

    private static IEnumerable<Case> AgainstLastYear =>
    [
        Told("y-rate-wrong-base", "a rate is on this year's figure", "1.29 on 63.70 is 2.03 %; on last year's 64.99 it is 1.98 %.", Formats.Docx,
            Justice().Rephrase("比上年预算减少1.29万元，下降1.98%", "比上年预算减少1.29万元，下降2.03%"), Expectation.Error("Y-RATE", "2.03", "1.98").Blame("2.03", "1.98", "rate-on-wrong-base")),
        Told("y-rate-copied", "a rate is copied from the line above", "普法宣传 falls by 11.11 %; the sentence repeats the 8.93 % of the item before it.", Formats.Html,
            Justice().Rephrase("减少1.5万元，下降11.11%", "减少1.5万元，下降8.93%"), Expectation.Error("Y-RATE", "8.93").Blame("-8.93", "-11.11")),
        Told("y-zero", "a rate on nothing", "上级专项收入 was 0 last year; it cannot have grown by 16 %.", Formats.Text,
            Justice().Rephrase("占2.45%，比上年预算增加16万元", "占2.45%，比上年预算增加16万元，增长16%"), Expectation.Warning("Y-ZERO", "16")),
        Told("y-dir", "a rise is called a fall", "669.88 after 655.30 is a rise of 14.58; the sentence says 减少.", Formats.Text,
            Emergency().Rephrase("655.3万元，比2020年预算数增加14.58万元，增长2.22%", "655.3万元，比2020年预算数减少14.58万元"), Expectation.Error("Y-DIR", "14.58")),
        Told("y-sum", "the change of a whole is not the sum of its parts'", "Expenditure rises by 9.40, its parts by 7.20 − 2.30 = 4.90.", Formats.Html,
            Statistics().Rephrase("比2021年预算增加4.90万元，其中：基本支出", "比2021年预算增加9.40万元，其中：基本支出"), Expectation.Error("Y-SUM", "9.40")),
        Told("y-bal", "income and expenditure change by different amounts", "Income rises by 5.76 + 10 in all, expenditure by 4.06 + 17.7.", Formats.Docx,
            Justice().Rephrase("占2.45%，比上年预算增加16万元", "占2.45%，比上年预算增加10万元"), Expectation.Warning("Y-BAL", "10", "17.7")),
        Told("y-same", "one change is told against two bases", "5.76 against 上年预算 in section two and against 上年执行数 in section five.", Formats.Html,
            Justice().Rephrase("一般公共预算当年拨款636.89万元，比上年预算增加5.76万元", "一般公共预算当年拨款636.89万元，比上年执行数增加5.76万元"), Expectation.Warning("Y-SAME", "5.76")),
    ];

    private static IEnumerable<Case> Form =>
    [
        Told("n-year", "a heading names last year", "Section three is headed 2019 in a budget of 2020.", Formats.Docx,
            Justice().Rephrase("三、关于云岭县司法局2020年支出预算情况说明", "三、关于云岭县司法局2019年支出预算情况说明"), Expectation.Warning("N-YEAR", "2019", "2020")),
        Told("z-blanknum-prose", "a total is not printed", "政府采购预算   万元, with its three parts behind it.", Formats.Text,
            Justice().Rephrase("政府采购预算35.8万元", "政府采购预算   万元"), Expectation.Error("Z-BLANKNUM").Blame(null, "35.8")),
        Told("z-place-prose", "a choice of the template is left", "因公出国（境）费增加（减少）0万元: residue, and no change.", Formats.Docx,
            Justice().Rephrase("因公出国（境）费与上年预算持平", "因公出国（境）费比上年预算增加（减少）0万元"), Expectation.Warning("Z-PLACE")),
        Told("k-name-prose", "a section has the name of its class", "款 22102 is called 住房保障支出; its name is 住房改革支出.", Formats.Html,
            Justice().Rephrase("住房改革支出（款）住房公积金（项）", "住房保障支出（款）住房公积金（项）"), Expectation.Warning("K-NAME")),
    ];

    internal static Document Justice() => DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang, new BuildOptions { Prose = ProseLength.Xinjiang });

    private static Document Water() => DisclosureBuilder.Build(Bodies.Water, Manners.Sichuan, new BuildOptions { Prose = ProseLength.Sichuan });

    private static Document Culture() => DisclosureBuilder.Build(Bodies.Culture, Manners.Guangxi, new BuildOptions { Prose = ProseLength.Guangxi });

    private static Document Statistics() => DisclosureBuilder.Build(ConsistentCases.StatisticsWithUnit, Manners.Hebei, new BuildOptions { Prose = ProseLength.Hebei });

    private static Document Emergency() => DisclosureBuilder.Build(Bodies.Emergency, Manners.Guizhou, new BuildOptions { Prose = ProseLength.Guizhou });

    private static Case Told(string id, string what, string about, Formats formats, Document document, Expectation expectation) =>
        new(id, CaseKind.Planted, $"{expectation.Rule}: {what}", about, formats, document) { Expect = [expectation.InProse()], BeyondArithmetic = true };
}
