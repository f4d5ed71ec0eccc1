using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Accounts;

/// <summary>One table of final accounts: its form, its printed title and how it is made.</summary>
/// <param name="Number">What is printed of its number, such as <c>公开01表</c>; empty for nothing.</param>
internal sealed record AccountsForm(FormRole Role, string Number, string Title, Func<Ledger, AccountsManner, Table> Build);

/// <summary>How function codes stand in the rows of final accounts.</summary>
internal enum AccountsCodes
{
    /// <summary>One code cell and one header cell.</summary>
    OneCell,

    /// <summary>类, 款 and 项 in the header, one code cell across the three below it.</summary>
    AcrossThree,

    /// <summary>类, 款 and 项 in the header, a part of the code in each cell.</summary>
    ThreeCells,
}

/// <summary>How the actual “三公” figures lie beside those of the budget.</summary>
internal enum AccountsThreePublic
{
    /// <summary>Six columns of the budget, then six of the accounts.</summary>
    BudgetThenActual,

    /// <summary>A budget and an actual column under each item.</summary>
    PairsByItem,

    /// <summary>A row an item, budget and actual as columns.</summary>
    ItemsAsRows,
}

/// <summary>A place's way of printing final accounts (决算地方样式).</summary>
internal sealed record AccountsManner(string Name)
{
    public required IReadOnlyList<AccountsForm> Forms { get; init; }

    /// <summary>Sources of income after the three funds, one line each in the summary and a column each in the income table.</summary>
    public IReadOnlyList<Source> OtherSources { get; init; } =
    [
        new("上级补助收入", "subsidy"), new("事业收入", "institutional"), new("经营收入", "operating"), new("附属单位上缴收入", "affiliate"), new("其他收入", "other"),
    ];

    public AccountsCodes Codes { get; init; } = AccountsCodes.AcrossThree;

    /// <summary>True where rows of classes and sections stand above the items.</summary>
    public bool Hierarchy { get; init; } = true;

    /// <summary>True where the total closes the table rather than opening it.</summary>
    public bool TotalLast { get; init; }

    /// <summary>True for a row 栏次 with the numbers of the columns and, in the summaries, a column 行次.</summary>
    public bool Numbered { get; init; } = true;

    /// <summary>True where title, number, body and unit are the first rows of the table.</summary>
    public bool TitleInCell { get; init; }

    public bool YearInTitle { get; init; }

    public string BodyLabel { get; init; } = "公开部门";

    /// <summary>Label of the surplus used in the summary.</summary>
    public string SurplusLabel { get; init; } = "使用非财政拨款结余";

    /// <summary>Two lanes: public cost below itself; three: capital expenditure apart.</summary>
    public int BasicLanes { get; init; } = 3;

    public AccountsThreePublic ThreePublic { get; init; }

    /// <summary>会议费 and 培训费 beside the “三公” items.</summary>
    public IReadOnlyList<Source> ThreePublicExtras { get; init; } = [];

    public FigureFormat Format { get; init; } = new();

    public FigureFormat? ThreePublicFormat { get; init; }

    /// <summary>Ends every table, such as the definition of its columns; null for nothing.</summary>
    public string? Footnote { get; init; }

    /// <summary>Printed under a table without data.</summary>
    public string EmptyNote { get; init; } = "注：本部门本年度没有此项收支，本表为空表。";

    /// <summary>True where a form without data is printed with one blank row below its header.</summary>
    public bool EmptyBlankRow { get; init; }

    /// <summary>True where F9 lists expenditure only.</summary>
    public bool StateCapitalSpentOnly { get; init; } = true;

    /// <summary>All classes of the function classification in the summaries, or those with money.</summary>
    public bool AllClasses { get; init; } = true;

    /// <summary>True where the summary has the budget at the beginning of the year and the adjusted one beside the accounts.</summary>
    public bool BudgetColumns { get; init; }

    /// <summary>True where the summary has one line of fiscal income, the government funds below it (until 2018).</summary>
    public bool FiscalInOne { get; init; }

    /// <summary>True where the fiscal summary does not part opening carryover by fund.</summary>
    public bool CarryoverUnsplit { get; init; }

    /// <summary>True where a form without data ends with its header.</summary>
    public bool EmptyHeaderOnly { get; init; }

    public Cell Figure(decimal amount, FormRole form, string row, string column, FigureFormat? format = null) =>
        new((format ?? Format).Print(amount)) { Key = new CellKey(form, row, column), Amount = amount };
}
