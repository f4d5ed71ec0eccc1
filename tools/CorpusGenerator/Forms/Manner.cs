using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Forms;

/// <summary>How function codes stand in a table.</summary>
internal enum CodeStyle
{
    /// <summary>类, 款 and 项 in three cells.</summary>
    ThreeCells,

    /// <summary>One cell: 2013101.</summary>
    Joined,

    /// <summary>One cell with the item apart: 20131 01.</summary>
    Spaced,
}

/// <summary>How the two tables of income against expenditure are laid out.</summary>
internal enum BalanceStyle
{
    /// <summary>财政拨款 with its funds below it, 小计, last year's surplus, total (Xinjiang).</summary>
    Tree,

    /// <summary>一、… for each source, 本年收入合计, 上年结转, 收入总计.</summary>
    National,

    /// <summary>一、财政拨款收入 with 1. 2. 3. below it, and the totals only (Shanghai).</summary>
    Shanghai,
}

/// <summary>Where the 合计 row of a detail table stands, and in which of its first cells.</summary>
internal enum TotalPlace
{
    LastInName,
    LastInCode,
    FirstInName,
    FirstInCode,
}

/// <summary>Rows of the 三公 table.</summary>
internal enum ThreePublicRows
{
    /// <summary>One row for the whole body.</summary>
    Single,

    /// <summary>合计, 基本支出 and 项目支出, each with its label.</summary>
    Labelled,

    /// <summary>The same three rows without any label.</summary>
    Unlabelled,

    /// <summary>Last year above this year: the first row is no total.</summary>
    Years,
}

/// <summary>One table of a disclosure: its form, its printed title and how it is made.</summary>
internal sealed record Form(FormRole Role, string Title, Func<Ledger, Manner, Table> Build);

/// <summary>A source of income as a column of the income table or a line of the balance: its label and its name in keys.</summary>
internal sealed record Source(string Label, string Key);

/// <summary>A place's way of printing the forms (地方样式).</summary>
internal sealed record Manner(string Name)
{
    /// <summary>The tables in the order of the disclosure.</summary>
    public required IReadOnlyList<Form> Forms { get; init; }

    /// <summary>What stands before the title of the n-th table (0-based), such as <c>表一：</c>; empty for nothing.</summary>
    public Func<int, string> Ordinal { get; init; } = _ => "";

    /// <summary>True where the ordinal is a paragraph of its own rather than a part of the title.</summary>
    public bool OrdinalApart { get; init; }

    /// <summary>True where the year stands before every title.</summary>
    public bool YearInTitle { get; init; }

    /// <summary>True where title, body and unit are the first rows of the table.</summary>
    public bool TitleInCell { get; init; }

    public string BodyLabel { get; init; } = "编制部门";

    public CodeStyle Codes { get; init; }

    /// <summary>True where rows of classes and sections stand above the items.</summary>
    public bool Hierarchy { get; init; }

    public TotalPlace Total { get; init; }

    public string TotalLabel { get; init; } = "合计";

    public BalanceStyle Balance { get; init; }

    /// <summary>True where all classes are listed, false where only those with money.</summary>
    public bool AllClasses { get; init; }

    /// <summary>True where classes are numbered 一、二、 instead of carrying their code.</summary>
    public bool ClassOrdinals { get; init; }

    /// <summary>True where the balance has a serial number a row and a row of column numbers (栏次).</summary>
    public bool Serial { get; init; }

    /// <summary>Code of the budget unit printed before every detail row; null for no such column.</summary>
    public string? UnitCode { get; init; }

    /// <summary>Fiscal funds that have a line in B1 and a column in B4.</summary>
    public IReadOnlyList<Source> FiscalSources { get; init; } = [new("一般公共预算", "gpb"), new("政府性基金预算", "fund")];

    /// <summary>Other sources of income, one line each in B1.</summary>
    public required IReadOnlyList<Source> OtherSources { get; init; }

    /// <summary>Columns of the income table after the total.</summary>
    public required IReadOnlyList<Source> IncomeColumns { get; init; }

    public ThreePublicRows ThreePublic { get; init; }

    /// <summary>Columns of the 三公 table that are not part of its total.</summary>
    public IReadOnlyList<Source> ThreePublicExtras { get; init; } = [];

    public FigureFormat Format { get; init; } = new();

    /// <summary>Format of the 三公 table where it differs.</summary>
    public FigureFormat? ThreePublicFormat { get; init; }

    /// <summary>Printed under every table whatever it holds; null for nothing.</summary>
    public string? Footnote { get; init; }

    /// <summary>Printed under a table without data; null for nothing.</summary>
    public string? EmptyNote { get; init; } = "注：本表为空表。";

    /// <summary>Blank rows of the form that were left standing before the total.</summary>
    public int BlankRows { get; init; }

    /// <summary>What stands in a cell that has no figure: nothing, or an ideographic space as forms carry it.</summary>
    public string Blank { get; init; } = "";

    /// <summary>A class as the balance lists it.</summary>
    public string ClassLabel(string code, int index) => ClassOrdinals
        ? $"{Numerals.Of(index + 1)}、{Figures.Codes.FunctionName(code)}"
        : $"{code} {Figures.Codes.FunctionName(code)}";

    /// <summary>A figure cell with its address.</summary>
    public Cell Figure(decimal amount, FormRole form, string row, string column, FigureFormat? format = null)
    {
        var text = (format ?? Format).Print(amount);
        return new Cell(text.Length == 0 ? Blank : text) { Key = new CellKey(form, row, column), Amount = amount };
    }

    public Cell Empty => new(Blank);
}

/// <summary>Chinese numerals for the numbering of tables, classes and sections.</summary>
internal static class Numerals
{
    private const string Digits = "零一二三四五六七八九";

    public static string Of(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        10 => "十",
        < 20 => $"十{Digits[number % 10]}",
        _ => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
    };
}
