using Gouji.CorpusGenerator.Forms;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Accounts;

/// <summary>
/// The manners in which places print final accounts. What differs is order, numbers, titles, codes, units and added tables; the bodies
/// and figures that appear in them are invented.
/// </summary>
internal static class AccountsManners
{
    private static readonly AccountsForm[] National =
    [
        new(FormRole.F1, "公开01表", "收入支出决算总表", AccountsSummaries.Overall),
        new(FormRole.F2, "公开02表", "收入决算表", AccountsDetails.Income),
        new(FormRole.F3, "公开03表", "支出决算表", AccountsDetails.Expenditure),
        new(FormRole.F4, "公开04表", "财政拨款收入支出决算总表", AccountsSummaries.Fiscal),
        new(FormRole.F5, "公开05表", "一般公共预算财政拨款支出决算表", AccountsDetails.GeneralPublic),
        new(FormRole.F6, "公开06表", "一般公共预算财政拨款基本支出决算表", AccountsBasic.Build),
        new(FormRole.F7, "公开07表", "一般公共预算财政拨款“三公”经费支出决算表", AccountsThreePublicForm.Build),
        new(FormRole.F8, "公开08表", "政府性基金预算财政拨款收入支出决算表", AccountsDetails.GovernmentFunds),
        new(FormRole.F9, "公开09表", "国有资本经营预算财政拨款支出决算表", AccountsDetails.StateCapital),
    ];

    /// <summary>Xinjiang 2021: the national nine, titles in cells, three header rows and a row 栏次.</summary>
    public static AccountsManner Xinjiang { get; } = new("Xinjiang accounts") { Forms = National, TitleInCell = true };

    /// <summary>The national forms as they were until 2018: eight, fiscal income in one line, the old words.</summary>
    public static AccountsManner Until2018 { get; } = new("National accounts until 2018")
    {
        Forms = [.. National.Take(8)],
        BodyLabel = "公开单位",
        SurplusLabel = "用事业基金弥补收支差额",
        FiscalInOne = true,
        BasicLanes = 2,
    };

    /// <summary>Zhejiang 2022: income and expenditure by unit and by item, three-public last.</summary>
    public static AccountsManner Zhejiang { get; } = new("Zhejiang accounts")
    {
        Forms =
        [
            National[0] with { Number = "" },
            new(FormRole.F2, "", "收入决算表（分单位）", AccountsDetails.IncomeByUnit),
            new(FormRole.F2, "", "收入决算表（分科目）", AccountsDetails.Income),
            new(FormRole.F3, "", "支出决算表（分单位）", AccountsDetails.ExpenditureByUnit),
            new(FormRole.F3, "", "支出决算表（分科目）", AccountsDetails.Expenditure),
            .. National.Skip(3).Take(3).Concat([National[7], National[8]]).Select(form => form with { Number = "" }),
            new(FormRole.F7, "", "财政拨款“三公”经费支出决算表", AccountsThreePublicForm.Build),
        ],
        Codes = AccountsCodes.OneCell,
        Numbered = false,
        YearInTitle = true,
        BodyLabel = "部门",
        SurplusLabel = "使用非财政拨款结余（含专用结余）",
        ThreePublic = AccountsThreePublic.PairsByItem,
        EmptyNote = "注：本部门没有该项收支，故本表无数据。",
        StateCapitalSpentOnly = false,
    };

    /// <summary>Inner Mongolia 2022: a project roll-forward fifth, tables of running information and assets at the end.</summary>
    public static AccountsManner InnerMongolia { get; } = new("Inner Mongolia accounts")
    {
        Forms =
        [
            .. National.Take(4),
            new(FormRole.Unknown, "公开05表", "项目收入支出决算表", AccountsDetails.ProjectRoll),
            National[4] with { Number = "公开06表" },
            National[5] with { Number = "公开07表", Title = "一般公共预算财政拨款基本支出决算明细表" },
            National[7] with { Number = "公开08表" },
            National[8] with { Number = "公开09表", Title = "国有资本经营预算财政拨款收入支出决算表" },
            new(FormRole.F7, "公开10表", "财政拨款“三公”经费支出决算表", AccountsThreePublicForm.Build),
            new(FormRole.Unknown, "公开11表", "机构运行信息表", AccountsLocalForms.Operation),
            new(FormRole.Unknown, "公开12表", "国有资产占用情况表", AccountsLocalForms.Assets),
        ],
        BodyLabel = "编制单位",
        Codes = AccountsCodes.ThreeCells,
        BasicLanes = 2,
        StateCapitalSpentOnly = false,
        Footnote = "注：本表反映部门本年度的收支和结转结余情况。",
    };

    /// <summary>Yunnan 2023: two three-public tables with items as rows, and a supervision number.</summary>
    public static AccountsManner Yunnan { get; } = new("Yunnan accounts")
    {
        Forms =
        [
            .. National.Take(6),
            National[7] with { Number = "公开07表" },
            National[8] with { Number = "公开08表", Title = "国有资本经营预算财政拨款收入支出决算表" },
            new(FormRole.F7, "公开09表", "财政拨款“三公”经费、行政参公单位机关运行经费情况表", AccountsThreePublicForm.Build),
            new(FormRole.F7, "公开10表", "一般公共预算财政拨款“三公”经费、行政参公单位机关运行经费情况表", AccountsThreePublicForm.BuildGeneral),
            new(FormRole.Unknown, "公开11表", "国有资产使用情况表", AccountsLocalForms.Assets),
        ],
        BodyLabel = "部门",
        ThreePublic = AccountsThreePublic.ItemsAsRows,
        Format = new FigureFormat { Thousands = true },
        StateCapitalSpentOnly = false,
        TotalLast = false,
    };

    /// <summary>Guangdong 2023: zeros printed, three-public seventh, codes in one cell.</summary>
    public static AccountsManner Guangdong { get; } = new("Guangdong accounts")
    {
        Forms =
        [
            .. National.Take(6),
            new(FormRole.F7, "公开07表", "财政拨款“三公”经费支出决算表", AccountsThreePublicForm.Build),
            National[7],
            National[8],
        ],
        BodyLabel = "部门",
        Codes = AccountsCodes.OneCell,
        YearInTitle = true,
        TotalLast = false,
        Format = new FigureFormat(Zero: "0.00"),
        EmptyNote = "说明：本年度没有此项收支，按要求公开空表。",
    };

    /// <summary>Shaanxi 2020: 会议费 and 培训费 beside the three-public items, totals last.</summary>
    public static AccountsManner Shaanxi { get; } = new("Shaanxi accounts")
    {
        Forms =
        [
            .. National.Take(6),
            new(FormRole.F7, "公开07表", "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表", AccountsThreePublicForm.Build),
            .. National.Skip(7),
        ],
        BodyLabel = "编制部门",
        Codes = AccountsCodes.OneCell,
        Numbered = false,
        TotalLast = true,
        ThreePublicExtras = [new("会议费", "meeting"), new("培训费", "training")],
        EmptyBlankRow = true,
        AllClasses = false,
        EmptyNote = "本部门无此项收支，本表为空表。",
    };

    /// <summary>Shanghai: all tables but three-public in 元 with separators, class and section rows, no line numbers.</summary>
    public static AccountsManner Shanghai { get; } = new("Shanghai accounts")
    {
        Forms = [.. National.Take(6), new(FormRole.F7, "", "财政拨款“三公”经费支出决算表", AccountsThreePublicForm.Build), .. National.Skip(7)],
        BodyLabel = "编制单位",
        Numbered = false,
        ThreePublic = AccountsThreePublic.PairsByItem,
        BasicLanes = 2,
        Format = new FigureFormat(MoneyUnit.Yuan, 2) { Thousands = true },
        ThreePublicFormat = new FigureFormat(),
        YearInTitle = true,
    };
}
