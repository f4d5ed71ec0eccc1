namespace Gouji.Model;

/// <summary>
/// One figure of a disclosure with everything that identifies it (事实). A table cell and a sentence give the same kind of fact.
/// </summary>
public sealed record Fact
{
    /// <summary>Whether the figure stands in a table or in prose.</summary>
    public required FactSource Source { get; init; }

    /// <summary>The form the figure belongs to.</summary>
    public required FormRole Role { get; init; }

    /// <summary>Title of the table as printed, white space folded; heading of the section for prose.</summary>
    public required string Title { get; init; }

    /// <summary>Whether the row is a leaf, a subtotal or a total.</summary>
    public required RowKind RowKind { get; init; }

    /// <summary>功能分类 code of 3, 5 or 7 digits; null where there is none.</summary>
    public string? FunctionCode { get; init; }

    /// <summary>经济分类 code of 3 or 5 digits; null where there is none.</summary>
    public string? EconomicCode { get; init; }

    /// <summary>What the figure is about, as printed: the label of the row, or of the column where columns are the items.</summary>
    public required string Item { get; init; }

    /// <summary>项目名称; null where the figure belongs to no project.</summary>
    public string? Project { get; init; }

    /// <summary>Which fund pays.</summary>
    public Fund Fund { get; init; }

    /// <summary>Basic or project expenditure, personnel or public cost.</summary>
    public Nature Nature { get; init; }

    /// <summary>Which measure of the item the figure is.</summary>
    public Measure Measure { get; init; }

    /// <summary>Value, zero, blank or dash: four different things.</summary>
    public required FactState State { get; init; }

    /// <summary>The figure as printed, in <see cref="Unit"/>; null where the cell is blank or a dash.</summary>
    public decimal? Stated { get; init; }

    /// <summary>Unit of money of <see cref="Stated"/>; null for counts, shares and rates.</summary>
    public MoneyUnit? Unit { get; init; }

    /// <summary>The amount in yuan with its printed precision; null where nothing is stated or the figure is not money.</summary>
    public Amount? Amount { get; init; }

    /// <summary>Where it stands. A change of zero that is told in words (持平) stands at them.</summary>
    public required Place Place { get; init; }

    /// <summary>增减原因, why it changed, as a sentence tells it; null where none does.</summary>
    public string? Reason { get; init; }
}

/// <summary>Where a fact was read.</summary>
public enum FactSource
{
    /// <summary>表格.</summary>
    Table,

    /// <summary>文字.</summary>
    Text,
}

/// <summary>The state of a cell that could hold a figure. A cell that does not exist gives no fact: absent.</summary>
public enum FactState
{
    /// <summary>A figure other than zero.</summary>
    Value,

    /// <summary>A printed zero.</summary>
    Zero,

    /// <summary>Nothing printed.</summary>
    Blank,

    /// <summary>A dash, a stroke or 无.</summary>
    Dash,
}

/// <summary>The standing of a row in its table.</summary>
public enum RowKind
{
    /// <summary>A row that nothing else sums to; totals are sums of leaves.</summary>
    Leaf,

    /// <summary>小计, a class or section row, or a row above 其中 rows.</summary>
    Subtotal,

    /// <summary>合计 or 总计.</summary>
    Total,
}

/// <summary>Which fund a figure belongs to (资金性质).</summary>
public enum Fund
{
    /// <summary>All funds, or not told.</summary>
    All,

    /// <summary>财政拨款.</summary>
    FiscalAppropriation,

    /// <summary>一般公共预算.</summary>
    GeneralPublicBudget,

    /// <summary>政府性基金.</summary>
    GovernmentFunds,

    /// <summary>国有资本经营预算.</summary>
    StateCapitalOperations,

    /// <summary>财政专户管理资金.</summary>
    SpecialAccount,

    /// <summary>事业收入.</summary>
    InstitutionalIncome,

    /// <summary>上级补助收入.</summary>
    SuperiorSubsidy,

    /// <summary>附属单位上缴收入.</summary>
    AffiliateRemittance,

    /// <summary>事业单位经营收入.</summary>
    OperatingIncome,

    /// <summary>上级专项收入.</summary>
    SuperiorSpecial,

    /// <summary>其他收入.</summary>
    OtherIncome,

    /// <summary>用事业基金弥补收支差额, 使用非财政拨款结余.</summary>
    NonFiscalSurplus,

    /// <summary>上年结转结余.</summary>
    Carryover,

    /// <summary>Several non-fiscal funds together, 其他资金.</summary>
    NonFiscal,
}

/// <summary>The nature of expenditure.</summary>
public enum Nature
{
    /// <summary>All natures, or not told.</summary>
    All,

    /// <summary>基本支出.</summary>
    Basic,

    /// <summary>项目支出.</summary>
    Project,

    /// <summary>人员经费, a part of basic expenditure.</summary>
    Personnel,

    /// <summary>公用经费, a part of basic expenditure.</summary>
    Public,

    /// <summary>上缴上级支出.</summary>
    RemittedToSuperior,

    /// <summary>经营支出.</summary>
    Operating,

    /// <summary>对附属单位补助支出.</summary>
    AffiliateSubsidy,
}

/// <summary>Which measure of an item a figure is.</summary>
public enum Measure
{
    /// <summary>本年预算数 or 决算数.</summary>
    ThisYear,

    /// <summary>上年数.</summary>
    PreviousYear,

    /// <summary>增减额.</summary>
    Change,

    /// <summary>增减率 in percent.</summary>
    Rate,

    /// <summary>占比 in percent.</summary>
    Share,

    /// <summary>预算数 beside a 决算数.</summary>
    Budgeted,

    /// <summary>A count of people, vehicles or things.</summary>
    Count,

    /// <summary>A bound that a performance indicator sets on a cost (成本指标).</summary>
    Indicator,
}

/// <summary>The form a table is (表). Titles and numbering vary; roles do not.</summary>
public enum FormRole
{
    /// <summary>No form recognised.</summary>
    Unknown,

    /// <summary>部门收支总体情况表.</summary>
    B1,

    /// <summary>部门收入总体情况表.</summary>
    B2,

    /// <summary>部门支出总体情况表.</summary>
    B3,

    /// <summary>财政拨款收支总体情况表.</summary>
    B4,

    /// <summary>一般公共预算支出情况表.</summary>
    B5,

    /// <summary>一般公共预算基本支出情况表.</summary>
    B6,

    /// <summary>项目支出情况表.</summary>
    B7,

    /// <summary>“三公”经费支出情况表.</summary>
    B8,

    /// <summary>政府性基金预算支出情况表.</summary>
    B9,

    /// <summary>国有资本经营预算支出情况表.</summary>
    B10,

    /// <summary>项目支出绩效目标表 of one project.</summary>
    B11,

    /// <summary>公开01 收入支出决算总表.</summary>
    F1,

    /// <summary>公开02 收入决算表.</summary>
    F2,

    /// <summary>公开03 支出决算表.</summary>
    F3,

    /// <summary>公开04 财政拨款收入支出决算总表.</summary>
    F4,

    /// <summary>公开05 一般公共预算财政拨款支出决算表.</summary>
    F5,

    /// <summary>公开06 一般公共预算财政拨款基本支出决算表.</summary>
    F6,

    /// <summary>“三公”经费支出决算表.</summary>
    F7,

    /// <summary>政府性基金预算财政拨款收入支出决算表.</summary>
    F8,

    /// <summary>国有资本经营预算财政拨款支出决算表.</summary>
    F9,
}
