using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>Whole disclosures without a fault, one for each manner of the provinces.</summary>
internal static class ConsistentCases
{
    /// <summary>The statistics bureau with a unit below it and 其他收入 kept for the next year.</summary>
    public static Ledger StatisticsWithUnit { get; } = Bodies.Statistics with
    {
        Entries = [.. Bodies.Statistics.Entries.Select(entry => entry.Project == "抽样调查经费" ? entry with { Unit = "沧安市社情民意调查中心" } : entry)],
        Forward = [(Fund.OtherIncome, 2.40m)],
    };

    /// <summary>The school with performance tables for the projects of the general public budget only.</summary>
    private static Ledger School { get; } = Bodies.School with
    {
        Plans = [.. Bodies.School.Plans.Where(plan => Bodies.School.Entries.Any(entry => entry.Project == plan.Name && entry.Fund == Fund.GeneralPublicBudget))],
    };

    public static IEnumerable<Case> All =>
    [
        new("xinjiang-2020", CaseKind.Consistent, "云岭县司法局2020年部门预算",
            "Nine forms, ten sections of prose and four performance tables in the manner of Xinjiang, a project paid from 上级专项收入.",
            Formats.Docx, DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang, new BuildOptions { Prose = ProseLength.Xinjiang, Performance = true })),
        new("xinjiang-2021-titles-in-cells", CaseKind.Consistent, "云岭县第二中学2021年部门预算",
            "A school paid in part from 财政专户; titles, body and unit stand in the first rows of the tables, as an extractor's plain text.",
            Formats.Text, DisclosureBuilder.Build(School, Manners.XinjiangInCells, new BuildOptions { Prose = ProseLength.Xinjiang, Performance = true })),
        new("beijing-2023", CaseKind.Consistent, "永宁区审计局2023年部门预算",
            "Fourteen forms 表一 to 表十四 in Beijing's order, projects fourth, non-fiscal carry-over, a performance table a project.",
            Formats.Html, DisclosureBuilder.Build(Bodies.Audit, Manners.Beijing, new BuildOptions { Prose = ProseLength.Beijing, Performance = true })),
        new("shanghai-2024", CaseKind.Consistent, "上海市浦江区清平街道办事处2024年部门预算",
            "Tables in 元 with thousands separators and class, section and item rows; the 三公 table with 机关运行经费 and the prose in 万元.",
            Formats.Docx, DisclosureBuilder.Build(Bodies.Subdistrict, Manners.Shanghai, new BuildOptions { Prose = ProseLength.Shanghai })),
        new("hunan-2021", CaseKind.Consistent, "沅滨县民政局2021年部门预算",
            "Sixteen forms with detail forms by nature of cost, codes such as 20802 01, totals in the first row, zeros printed 0.00.",
            Formats.HtmlPasted, DisclosureBuilder.Build(Bodies.CivilAffairs, Manners.Hunan, new BuildOptions { Prose = ProseLength.Hunan })),
        new("sichuan-2025", CaseKind.Consistent, "青衣县水利局2025年部门预算",
            "Fourteen forms with a unit code beside the function codes and an empty 三公 form for the government funds.",
            Formats.Docx, DisclosureBuilder.Build(Bodies.Water, Manners.Sichuan, new BuildOptions { Prose = ProseLength.Sichuan, Performance = true })),
        new("guangxi-2023", CaseKind.Consistent, "桂岭县文化体育和旅游局2023年部门预算",
            "会议费 and 培训费 beside the 三公 total, class and section rows in one code column, tables in 万元 and prose in 元.",
            Formats.Html, DisclosureBuilder.Build(Bodies.Culture, Manners.Guangxi, new BuildOptions { Prose = ProseLength.Guangxi })),
        new("hebei-2022", CaseKind.Consistent, "沧安市统计局2022年部门预算",
            "Serial numbers and 栏次, thirty numbered classes, income by budget unit without codes, money carried forward; a GBK page declared as gb2312.",
            Formats.HtmlGbk, DisclosureBuilder.Build(StatisticsWithUnit, Manners.Hebei, new BuildOptions { Prose = ProseLength.Hebei })),
        new("guizhou-2021", CaseKind.Consistent, "乌江县应急管理局2021年部门预算",
            "Eleven forms with the total row first, projects tenth and performance targets eleventh, as an extractor's plain text.",
            Formats.Text, DisclosureBuilder.Build(Bodies.Emergency, Manners.Guizhou, new BuildOptions { Prose = ProseLength.Guizhou, Performance = true })),
        new("chongqing-2022", CaseKind.Consistent, "巴渝市机关事务服务中心2022年部门预算",
            "The explanation comes first and begins with the general public budget; fiscal forms stand before those of the whole body.",
            Formats.Docx, DisclosureBuilder.Build(Bodies.Logistics, Manners.Chongqing, new BuildOptions { Prose = ProseLength.Chongqing, Performance = true })),
        new("funds-2022", CaseKind.Consistent, "滨湖市自然资源和规划局2022年部门预算",
            "Government funds and state capital operations both carry money, so B9 and B10 are not empty.",
            Formats.Docx, DisclosureBuilder.Build(Bodies.Resources, Manners.Beijing, new BuildOptions { Prose = ProseLength.National, Performance = true })),
    ];
}
