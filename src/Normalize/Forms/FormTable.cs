using Gouji.Model;

namespace Gouji.Normalize.Forms;

/// <summary>A table with the form it was recognised as, its rows and columns named (表).</summary>
public sealed class FormTable
{
    /// <summary>The form.</summary>
    public required FormRole Role { get; init; }

    /// <summary>The title as printed, white space folded; empty where there is none.</summary>
    public required string Title { get; init; }

    /// <summary>1-based number of the source table in the document; of the first where the form goes on in another.</summary>
    public required int Number { get; init; }

    /// <summary>Unit of money of the table; null where none is declared and none could be told.</summary>
    public MoneyUnit? Unit { get; init; }

    /// <summary>True where the unit is declared at the table itself.</summary>
    public bool UnitDeclared { get; init; }

    /// <summary>The word that introduces the body in the unit line (编制部门, 填报部门); null where there is none.</summary>
    public string? BodyWord { get; init; }

    /// <summary>The body named in the unit line; null where there is none.</summary>
    public string? Body { get; init; }

    /// <summary>Where the title stands, or the first cell of the table where there is no title.</summary>
    public required Place Place { get; init; }

    /// <summary>Notes printed under the table, as printed.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The lanes of the form: income and expenditure of a two-sided form, one unnamed part of any other.</summary>
    public required IReadOnlyList<FormPart> Parts { get; init; }

    /// <summary>Project of a performance table; null for other forms.</summary>
    public string? Project { get; init; }

    /// <summary>True where the project form covers the general public budget only; false where it covers all funds or is another form.</summary>
    public bool ScopeIsGeneralPublicBudget { get; init; }

    /// <summary>The part of that name; null where the form has none.</summary>
    public FormPart? Part(string name)
    {
        foreach (var part in Parts)
        {
            if (part.Name == name)
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>True where no figure other than zero is printed in it.</summary>
    public bool IsEmpty
    {
        get
        {
            foreach (var part in Parts)
            {
                foreach (var row in part.Rows)
                {
                    foreach (var fact in row.Facts)
                    {
                        if (fact is { State: FactState.Value })
                        {
                            return false;
                        }
                    }
                }
            }

            return true;
        }
    }
}

/// <summary>One lane of a form: columns and rows of one kind.</summary>
/// <param name="Name">Empty for a form of one part; <c>income</c>, <c>expenditure</c> or <c>economic</c> for the lanes of a two-sided form.</param>
/// <param name="Columns">The columns from left to right.</param>
/// <param name="Rows">The rows from top to bottom; blank filler rows are left out.</param>
public sealed record FormPart(string Name, IReadOnlyList<FormColumn> Columns, IReadOnlyList<FormRow> Rows)
{
    /// <summary>The changes and percentages that it prints beside the figures that they compare.</summary>
    internal IReadOnlyList<ComparedFigures> Compared { get; init; } = [];

    /// <summary>The first row of totals; null where there is none.</summary>
    public FormRow? Total
    {
        get
        {
            foreach (var row in Rows)
            {
                if (row.Kind == RowKind.Total)
                {
                    return row;
                }
            }

            return null;
        }
    }

    /// <summary>Index of the column of that key and measure; −1 where there is none.</summary>
    public int ColumnOf(string key, Measure measure = Measure.ThisYear)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Meaning.Kind == ColumnKind.Figure && Columns[i].Measure == measure && Columns[i].Meaning.Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A row of a form.</summary>
public sealed class FormRow
{
    /// <summary>Leaf, subtotal or total.</summary>
    public required RowKind Kind { get; set; }

    /// <summary>Stable name by which rules select the row: <c>gpb</c>, <c>carryover</c>, <c>total</c>; empty where it has none.</summary>
    public string Key { get; set; } = "";

    /// <summary>功能分类 code; null where the row has none.</summary>
    public string? FunctionCode { get; set; }

    /// <summary>经济分类 code; null where the row has none.</summary>
    public string? EconomicCode { get; set; }

    /// <summary>The label as printed, white space folded.</summary>
    public required string Label { get; init; }

    /// <summary>项目名称; null where the row has none.</summary>
    public string? Project { get; init; }

    /// <summary>单位名称 in a column of its own; null where the row has none.</summary>
    public string? Body { get; init; }

    /// <summary>单位代码; null where the row has none.</summary>
    public string? BodyCode { get; init; }

    /// <summary>Nature that the row stands for; All where not told.</summary>
    public Nature Nature { get; set; }

    /// <summary>True for a row under 其中, which no total counts.</summary>
    public bool OfWhich { get; set; }

    /// <summary>True where the row lost cells when it was read, so that what it lacks may be printed.</summary>
    public bool LostCells { get; init; }

    /// <summary>True where a cell of figures in it has digits but could not be read as a figure.</summary>
    public bool HasUnread { get; init; }

    /// <summary>Groups rows of one unit where units are listed with their items; 0 where they are not.</summary>
    public int Group { get; init; }

    /// <summary>1-based row of the source table.</summary>
    public required int Number { get; init; }

    /// <summary>What a performance indicator says beside its figure; null for any other row.</summary>
    public PerformanceIndicator? Indicator { get; init; }

    /// <summary>Indexes of the rows that this row sums up; empty for a leaf.</summary>
    public IReadOnlyList<int> Parts { get; set; } = [];

    /// <summary>One fact a column, by the index of the column; null for columns that hold no figures and for absent cells.</summary>
    public required Fact?[] Facts { get; init; }

    /// <summary>Where the label stands; the first cell of the row where it has no label.</summary>
    public required Place Place { get; init; }
}

/// <summary>A performance indicator (绩效指标).</summary>
/// <param name="FirstLevel">一级指标, as printed.</param>
/// <param name="SecondLevel">二级指标, as printed.</param>
/// <param name="Value">指标值, as printed.</param>
/// <param name="AtLeast">True where the value is a floor (≥).</param>
/// <param name="IsCost">True under 成本指标.</param>
public sealed record PerformanceIndicator(string FirstLevel, string SecondLevel, string Value, bool AtLeast, bool IsCost);
