using Gouji.CorpusGenerator.Accounts;
using Gouji.CorpusGenerator.Figures;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>Whole final accounts without a fault, one for each manner of the provinces.</summary>
internal static class AccountsConsistentCases
{
    public static IEnumerable<Case> All =>
    [
        new("accounts-xinjiang-2021", CaseKind.Consistent, "塔河县档案馆2021年度部门决算",
            "The national nine, titles and numbers in cells, 行次 and 栏次, codes across three columns; both fund forms printed empty.",
            Formats.Docx, AccountsBuilder.Build(AccountsBodies.Archives, AccountsManners.Xinjiang)),
        new("accounts-zhejiang-2022", CaseKind.Consistent, "云溪市住房和城乡建设局2022年度部门决算",
            "Income and expenditure printed twice, by unit and by item; 三公 last, budget and actual side by side under each item.",
            Formats.Html, AccountsBuilder.Build(AccountsBodies.Construction, AccountsManners.Zhejiang)),
        new("accounts-neimenggu-2022", CaseKind.Consistent, "云溪市住房和城乡建设局2022年度部门决算（另一样式）",
            "A table of project receipts and spending fifth, so that numbers shift; codes in three cells; running information and assets at the end.",
            Formats.Docx, AccountsBuilder.Build(AccountsBodies.Construction, AccountsManners.InnerMongolia)),
        new("accounts-yunnan-2023", CaseKind.Consistent, "丹霞市职业技术学校2023年度部门决算",
            "Two 三公 tables with items as rows, one of all fiscal funds and one of the general public budget; thousands separators; as an extractor's plain text.",
            Formats.Text, AccountsBuilder.Build(AccountsBodies.College, AccountsManners.Yunnan)),
        new("accounts-guangdong-2023", CaseKind.Consistent, "丹霞市职业技术学校2023年度部门决算（另一样式）",
            "Zeros printed 0.00, codes in one cell, 三公 seventh, year in the titles; income from above and money handed up.",
            Formats.Html, AccountsBuilder.Build(AccountsBodies.College, AccountsManners.Guangdong)),
        new("accounts-shaanxi-2020", CaseKind.Consistent, "柏林县残疾人联合会2020年度部门决算",
            "会议费 and 培训费 beside the 三公 items, totals in the last row, classes with money only, an empty form without a row.",
            Formats.Text, AccountsBuilder.Build(AccountsBodies.Disabled, AccountsManners.Shaanxi)),
        new("accounts-shanghai-2024", CaseKind.Consistent, "上海市浦江区清平街道社区党群服务中心2024年度部门决算",
            "Tables in 元 with separators and prose in 万元; no money in the 三公 form, two lanes in the form of basic expenditure.",
            Formats.Html, AccountsBuilder.Build(AccountsBodies.Volunteers, AccountsManners.Shanghai)),
    ];
}
