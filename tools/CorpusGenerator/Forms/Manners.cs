using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Forms;

/// <summary>
/// The manners of places, after the forms their departments really publish. What differs is titles, order, codes, totals,
/// units and added forms; the bodies and figures that appear in them are invented.
/// </summary>
internal static class Manners
{
    private static readonly Source[] XinjiangOther =
    [
        new("教育收费（财政专户）", "account"), new("上级补助收入", "subsidy"), new("事业收入", "institutional"), new("事业单位经营收入", "operating"),
        new("其他收入", "other"), new("上级专项收入", "special"), new("用事业基金弥补收支差额", "surplus"),
    ];

    private static readonly Source[] NationalOther =
    [
        new("财政专户管理资金收入", "account"), new("事业收入", "institutional"), new("事业单位经营收入", "operating"),
        new("上级补助收入", "subsidy"), new("附属单位上缴收入", "affiliate"), new("其他收入", "other"),
    ];

    private static readonly Source[] ThreeFunds = [new("一般公共预算", "gpb"), new("政府性基金预算", "fund"), new("国有资本经营预算", "soe")];

    private static readonly Source[] NationalIncome =
    [
        new("上年结转结余", "carryover"), new("一般公共预算拨款收入", "gpb"), new("政府性基金预算拨款收入", "fund"), new("国有资本经营预算拨款收入", "soe"),
        new("财政专户管理资金收入", "account"), new("事业收入", "institutional"), new("事业单位经营收入", "operating"),
        new("上级补助收入", "subsidy"), new("附属单位上缴收入", "affiliate"), new("其他收入", "other"),
    ];

    /// <summary>Xinjiang 2020: nine tables, codes in three cells, all classes, the boilerplate footnote under the tables.</summary>
    public static Manner Xinjiang { get; } = new("Xinjiang")
    {
        Forms =
        [
            new(FormRole.B1, "部门收支总体情况表", BalanceForms.Overall),
            new(FormRole.B2, "部门收入总体情况表", DetailForms.Income),
            new(FormRole.B3, "部门支出总体情况表", DetailForms.Expenditure),
            new(FormRole.B4, "财政拨款收支总体情况表", BalanceForms.Fiscal),
            new(FormRole.B5, "一般公共预算支出情况表", DetailForms.GeneralPublic),
            new(FormRole.B6, "一般公共预算基本支出情况表", DetailForms.Basic),
            new(FormRole.B7, "项目支出情况表", DetailForms.Projects),
            new(FormRole.B8, "一般公共预算“三公”经费支出情况表", ThreePublicForm.Build),
            new(FormRole.B9, "政府性基金预算支出情况表", DetailForms.GovernmentFunds),
        ],
        Ordinal = index => $"表{Numerals.Of(index + 1)}：",
        OrdinalApart = true,
        Balance = BalanceStyle.Tree,
        AllClasses = true,
        OtherSources = XinjiangOther,
        IncomeColumns =
        [
            new("一般公共预算拨款", "gpb"), new("政府性基金预算拨款", "fund"), new("财政专户管理资金", "account"), new("事业收入", "institutional"),
            new("上级补助收入", "subsidy"), new("事业单位经营收入", "operating"), new("其他收入", "other"), new("上级专项收入", "special"),
            new("用事业基金弥补收支差额", "surplus"), new("单位上年结余（不包括国库集中支付额度结余）", "carryover"),
        ],
        ThreePublic = ThreePublicRows.Labelled,
        Footnote = "备注：无内容应公开空表并说明情况。",
        EmptyNote = null,
        BlankRows = 3,
        Blank = "　",
    };

    /// <summary>Xinjiang 2021: titles within the tables, 部门（单位）, and a seventh table restricted to the general public budget.</summary>
    public static Manner XinjiangInCells { get; } = Xinjiang with
    {
        Name = "Xinjiang, titles in cells",
        TitleInCell = true,
        Forms = [.. Xinjiang.Forms.Select(form => form.Role switch
        {
            FormRole.B7 => new Form(FormRole.B7, "一般公共预算项目支出情况表", DetailForms.GeneralPublicProjects),
            _ => form with { Title = form.Title.Replace("部门", "部门（单位）", StringComparison.Ordinal) },
        })],
        Footnote = null,
        EmptyNote = "备注：本年度没有安排该项支出，本表为空表。",
        ThreePublic = ThreePublicRows.Single,
        BlankRows = 1,
    };

    /// <summary>Beijing: fourteen tables 表一…表十四, joined codes, national lines of income, total in the code cell.</summary>
    public static Manner Beijing { get; } = new("Beijing")
    {
        Forms =
        [
            new(FormRole.B1, "收支总表", BalanceForms.Overall),
            new(FormRole.B2, "收入总表", DetailForms.Income),
            new(FormRole.B3, "支出总表", DetailForms.Expenditure),
            new(FormRole.B7, "项目支出表", DetailForms.Projects),
            new(FormRole.B4, "财政拨款收支总表", BalanceForms.Fiscal),
            new(FormRole.B5, "一般公共预算财政拨款支出表", DetailForms.GeneralPublic),
            new(FormRole.B6, "一般公共预算财政拨款基本支出表", DetailForms.Basic),
            new(FormRole.B9, "政府性基金预算财政拨款支出表", DetailForms.GovernmentFunds),
            new(FormRole.B10, "国有资本经营预算财政拨款支出表", DetailForms.StateCapital),
            new(FormRole.B8, "财政拨款（含一般公共预算和政府性基金预算）“三公”经费支出表", ThreePublicForm.Build),
            new(FormRole.Unknown, "政府购买服务预算财政拨款明细表", LocalForms.PurchasedServices),
            new(FormRole.Unknown, "上级转移支付资金支出明细表", LocalForms.Empty("转移支付项目名称", "功能分类科目", "金额")),
            new(FormRole.B11, PerformanceForm.Title, (_, _) => throw new InvalidOperationException("One table a project is built apart.")),
            new(FormRole.Unknown, "部门整体支出绩效目标表", LocalForms.OverallPerformance),
        ],
        Ordinal = index => $"表{Numerals.Of(index + 1)}  ",
        BodyLabel = "部门名称",
        Codes = CodeStyle.Joined,
        Total = TotalPlace.LastInCode,
        Balance = BalanceStyle.National,
        ClassOrdinals = true,
        FiscalSources = ThreeFunds,
        OtherSources = NationalOther,
        IncomeColumns = NationalIncome,
        EmptyNote = "注：本部门无此项预算安排，本表为空表。",
    };

    /// <summary>Shanghai: yuan with separators, class, section and item rows, 三公 with 机关运行经费 in 万元.</summary>
    public static Manner Shanghai { get; } = new("Shanghai")
    {
        Forms =
        [
            new(FormRole.B1, "部门财务收支预算总表", BalanceForms.Overall),
            new(FormRole.B2, "部门收入预算总表", DetailForms.Income),
            new(FormRole.B3, "部门支出预算总表", DetailForms.Expenditure),
            new(FormRole.B4, "部门财政拨款收支预算总表", BalanceForms.Fiscal),
            new(FormRole.B5, "部门一般公共预算支出功能分类预算表", DetailForms.GeneralPublic),
            new(FormRole.B9, "部门政府性基金预算支出功能分类预算表", DetailForms.GovernmentFunds),
            new(FormRole.B10, "部门国有资本经营预算支出功能分类预算表", DetailForms.StateCapital),
            new(FormRole.B6, "部门一般公共预算基本支出部门预算经济分类预算表", DetailForms.Basic),
            new(FormRole.B8, "部门“三公”经费和机关运行经费预算表", ThreePublicForm.Build),
        ],
        YearInTitle = true,
        Hierarchy = true,
        Balance = BalanceStyle.Shanghai,
        ClassOrdinals = true,
        FiscalSources = [new("一般公共预算资金", "gpb"), new("政府性基金", "fund"), new("国有资本经营预算", "soe")],
        OtherSources = [new("事业收入", "institutional"), new("事业单位经营收入", "operating"), new("其他收入", "other")],
        IncomeColumns = [new("财政拨款收入", "fiscal"), new("事业收入", "institutional"), new("事业单位经营收入", "operating"), new("其他收入", "other")],
        ThreePublicExtras = [new("机关运行经费预算数", "running")],
        Format = new FigureFormat(MoneyUnit.Yuan, 0, "0") { Thousands = true },
        ThreePublicFormat = new FigureFormat(Zero: "0") { Trimmed = true },
        EmptyNote = "注：本部门无此类财政拨款安排的预算，故本表为空表。",
    };

    /// <summary>Hunan: spaced codes with the total first, and a detail form for each nature of cost.</summary>
    public static Manner Hunan { get; } = Beijing with
    {
        Name = "Hunan",
        Forms =
        [
            new(FormRole.B1, "部门收支总表", BalanceForms.Overall),
            new(FormRole.B2, "部门收入总表", DetailForms.Income),
            new(FormRole.B3, "部门支出总表", DetailForms.Expenditure),
            new(FormRole.Unknown, "部门支出预算明细表（按经济分类）", LocalForms.EconomicMatrix(_ => true, "301", "302", "303", "310", "312")),
            new(FormRole.Unknown, "支出预算明细表—工资福利支出", LocalForms.EconomicMatrix(entry => entry.Economic.StartsWith("301", StringComparison.Ordinal) && entry.Nature == Nature.Basic)),
            new(FormRole.Unknown, "支出预算明细表—一般商品和服务支出", LocalForms.EconomicMatrix(entry => entry.Economic.StartsWith("302", StringComparison.Ordinal) && entry.Nature == Nature.Basic)),
            new(FormRole.Unknown, "支出预算明细表—对个人和家庭的补助", LocalForms.EconomicMatrix(entry => entry.Economic.StartsWith("303", StringComparison.Ordinal) && entry.Nature == Nature.Basic)),
            new(FormRole.B4, "财政拨款收支总表", BalanceForms.Fiscal),
            new(FormRole.B5, "一般公共预算支出表", DetailForms.GeneralPublic),
            new(FormRole.B6, "一般公共预算基本支出表", DetailForms.Basic),
            new(FormRole.B7, "项目支出表", DetailForms.Projects),
            new(FormRole.B8, "一般公共预算“三公”经费支出表", ThreePublicForm.Build),
            new(FormRole.B9, "政府性基金预算支出表", DetailForms.GovernmentFunds),
            new(FormRole.B10, "国有资本经营预算支出表", DetailForms.StateCapital),
            new(FormRole.Unknown, "政府采购预算表", LocalForms.Procurement),
            new(FormRole.Unknown, "部门整体支出绩效目标申报表", LocalForms.OverallPerformance),
        ],
        Ordinal = index => $"附表{index + 1} ",
        BodyLabel = "填报单位",
        Codes = CodeStyle.Spaced,
        Total = TotalPlace.FirstInName,
        Format = new FigureFormat(Zero: "0.00"),
        EmptyNote = "说明：本单位本年度无该项支出，本表为空。",
    };

    /// <summary>Sichuan: fourteen forms numbered 表1 and so on, codes in three cells beside a code of the unit, total first.</summary>
    public static Manner Sichuan { get; } = Beijing with
    {
        Name = "Sichuan",
        Forms =
        [
            new(FormRole.B1, "部门收支总表", BalanceForms.Overall),
            new(FormRole.B2, "部门收入总表", DetailForms.Income),
            new(FormRole.B3, "部门支出总表", DetailForms.Expenditure),
            new(FormRole.B4, "财政拨款收支预算总表", BalanceForms.Fiscal),
            new(FormRole.Unknown, "财政拨款支出预算表（部门经济分类科目）", LocalForms.EconomicMatrix(ThreePublic.IsFiscal, "301", "302", "303", "310", "312")),
            new(FormRole.B5, "一般公共预算支出预算表", DetailForms.GeneralPublic),
            new(FormRole.B6, "一般公共预算基本支出预算表", DetailForms.Basic),
            new(FormRole.B7, "一般公共预算项目支出预算表", DetailForms.GeneralPublicProjects),
            new(FormRole.B8, "一般公共预算“三公”经费支出预算表", ThreePublicForm.Build),
            new(FormRole.B9, "政府性基金支出预算表", DetailForms.GovernmentFunds),
            new(FormRole.Unknown, "政府性基金“三公”经费支出预算表", LocalForms.Empty("单位名称", "合计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费")),
            new(FormRole.B10, "国有资本经营支出预算表", DetailForms.StateCapital),
            new(FormRole.B11, PerformanceForm.Title, (_, _) => throw new InvalidOperationException("One table a project is built apart.")),
            new(FormRole.Unknown, "部门整体支出绩效目标表", LocalForms.OverallPerformance),
        ],
        Ordinal = index => $"表{index + 1} ",
        BodyLabel = "单位",
        Codes = CodeStyle.ThreeCells,
        UnitCode = "306001",
        Total = TotalPlace.FirstInName,
        ClassOrdinals = true,
        EmptyNote = "（注：此表无数据）",
    };

    /// <summary>Guangxi: joined codes with class and section rows, total first in the code cell, 会议费 and 培训费 in the 三公 table.</summary>
    public static Manner Guangxi { get; } = Beijing with
    {
        Name = "Guangxi",
        Forms =
        [
            new(FormRole.B1, "部门收支预算总表", BalanceForms.Overall),
            new(FormRole.B2, "部门收入预算总表", DetailForms.Income),
            new(FormRole.B3, "部门支出预算总表", DetailForms.Expenditure),
            new(FormRole.Unknown, "部门支出分经济科目表", LocalForms.EconomicMatrix(_ => true, "301", "302", "303", "310", "312")),
            new(FormRole.B4, "财政拨款收支预算总表", BalanceForms.Fiscal),
            new(FormRole.B5, "一般公共预算支出表", DetailForms.GeneralPublic),
            new(FormRole.B6, "一般公共预算基本支出表", DetailForms.Basic),
            new(FormRole.B7, "项目支出预算表", DetailForms.Projects),
            new(FormRole.B9, "政府性基金预算支出表", DetailForms.GovernmentFunds),
            new(FormRole.B10, "国有资本经营预算支出表", DetailForms.StateCapital),
            new(FormRole.B8, "一般公共预算“三公”经费、会议费和培训费支出表", ThreePublicForm.Build),
            new(FormRole.Unknown, "政府购买服务预算表", LocalForms.PurchasedServices),
        ],
        Ordinal = index => $"预算公开{index + 1:00}表 ",
        BodyLabel = "部门",
        Hierarchy = true,
        Total = TotalPlace.FirstInCode,
        ClassOrdinals = false,
        ThreePublicExtras = [new("会议费", "meeting"), new("培训费", "training")],
        EmptyNote = "本部门没有此项预算，故本表无数据。",
    };

    /// <summary>Guizhou: eleven forms, total row first in the name cell, codes in three cells.</summary>
    public static Manner Guizhou { get; } = Xinjiang with
    {
        Name = "Guizhou",
        Forms =
        [
            new(FormRole.B1, "部门收支总体情况表", BalanceForms.Overall),
            new(FormRole.B2, "部门收入总体情况表", DetailForms.Income),
            new(FormRole.B3, "部门支出总体情况表", DetailForms.Expenditure),
            new(FormRole.B4, "财政拨款收支总体情况表", BalanceForms.Fiscal),
            new(FormRole.B5, "一般公共预算支出情况表", DetailForms.GeneralPublic),
            new(FormRole.B6, "一般公共预算基本支出情况表", DetailForms.Basic),
            new(FormRole.B8, "一般公共预算“三公”经费支出情况表", ThreePublicForm.Build),
            new(FormRole.B9, "政府性基金预算支出情况表", DetailForms.GovernmentFunds),
            new(FormRole.B10, "国有资本经营预算支出情况表", DetailForms.StateCapital),
            new(FormRole.B7, "一般公共预算项目支出表", DetailForms.GeneralPublicProjects),
            new(FormRole.B11, PerformanceForm.Title, (_, _) => throw new InvalidOperationException("One table a project is built apart.")),
        ],
        Ordinal = index => $"表{index + 1}：",
        OrdinalApart = false,
        Total = TotalPlace.FirstInName,
        AllClasses = false,
        FiscalSources = ThreeFunds,
        OtherSources = [.. NationalOther],
        IncomeColumns = [.. NationalIncome.Skip(1), NationalIncome[0]],
        ThreePublic = ThreePublicRows.Single,
        Footnote = null,
        EmptyNote = "注：本单位无此项支出，本表为空表。",
        BlankRows = 0,
        Blank = "",
    };

    /// <summary>Chongqing: the fiscal forms first, those of the whole body behind them, procurement ninth.</summary>
    public static Manner Chongqing { get; } = Beijing with
    {
        Name = "Chongqing",
        Forms =
        [
            new(FormRole.B4, "财政拨款收支总表", BalanceForms.Fiscal),
            new(FormRole.B5, "一般公共预算财政拨款支出预算表", DetailForms.GeneralPublic),
            new(FormRole.B6, "一般公共预算财政拨款基本支出预算表", DetailForms.Basic),
            new(FormRole.B8, "一般公共预算“三公”经费支出表", ThreePublicForm.Build),
            new(FormRole.B9, "政府性基金预算支出表", DetailForms.GovernmentFunds),
            new(FormRole.B1, "部门收支总表", BalanceForms.Overall),
            new(FormRole.B2, "部门收入总表", DetailForms.Income),
            new(FormRole.B3, "部门支出总表", DetailForms.Expenditure),
            new(FormRole.Unknown, "政府采购预算明细表", LocalForms.Procurement),
            new(FormRole.B11, PerformanceForm.Title, (_, _) => throw new InvalidOperationException("One table a project is built apart.")),
        ],
        BodyLabel = "填报部门",
        Hierarchy = true,
        Total = TotalPlace.FirstInName,
        EmptyNote = "备注：本单位无该项支出，故此表无数据。",
    };

    /// <summary>Hebei: serial numbers and a row of column numbers, all thirty classes numbered, income by unit, forward money.</summary>
    public static Manner Hebei { get; } = Beijing with
    {
        Name = "Hebei",
        Forms =
        [
            new(FormRole.B1, "部门预算收支总表", BalanceForms.Overall),
            new(FormRole.B2, "部门预算收入总表", DetailForms.IncomeByUnit),
            new(FormRole.B3, "部门预算支出总表", DetailForms.Expenditure),
            new(FormRole.B4, "部门预算财政拨款收支总表", BalanceForms.Fiscal),
            new(FormRole.B5, "部门预算一般公共预算财政拨款支出表", DetailForms.GeneralPublic),
            new(FormRole.B6, "部门预算一般公共预算财政拨款基本支出表", DetailForms.Basic),
            new(FormRole.B9, "部门预算政府性基金预算财政拨款支出表", DetailForms.GovernmentFunds),
            new(FormRole.B10, "部门预算国有资本经营预算财政拨款支出表", DetailForms.StateCapital),
            new(FormRole.B8, "部门预算财政拨款“三公”经费支出表", ThreePublicForm.Build),
        ],
        Ordinal = _ => "",
        Serial = true,
        AllClasses = true,
        BodyLabel = "预算部门",
        Total = TotalPlace.FirstInName,
        EmptyNote = "注：本部门未安排该项预算，空表列示。",
    };
}
