using Gouji.Model;

namespace Gouji.Normalize.Forms;

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    /// <summary>Nothing that could be told.</summary>
    Unknown,

    /// <summary>科目编码, whole or one of its levels 类, 款, 项.</summary>
    Code,

    /// <summary>科目名称 or another label of the row.</summary>
    Name,

    /// <summary>项目名称.</summary>
    Project,

    /// <summary>单位名称.</summary>
    Body,

    /// <summary>单位代码: 105 a department, 105001 a unit of it.</summary>
    BodyCode,

    /// <summary>序号.</summary>
    Ordinal,

    /// <summary>Figures.</summary>
    Figure,

    /// <summary>备注.</summary>
    Remark,
}

/// <summary>By which classification a column splits its whole; a whole is the sum of its parts within one family.</summary>
public enum ColumnFamily
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>合计, the whole itself.</summary>
    Whole,

    /// <summary>By source of funds.</summary>
    Fund,

    /// <summary>By basic and project expenditure.</summary>
    Nature,

    /// <summary>By personnel and public cost.</summary>
    Cost,

    /// <summary>By economic class.</summary>
    Economic,

    /// <summary>By “三公” item.</summary>
    ThreePublic,

    /// <summary>Beside the whole and no part of it: 会议费 in the “三公” table, 机关运行经费.</summary>
    Beside,
}

/// <summary>What the header of a column means.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Key">Stable name by which rules select the column: <c>total</c>, <c>basic</c>, <c>gpb</c>, <c>302</c>; empty where not told.</param>
/// <param name="Family">How it splits its whole.</param>
/// <param name="Fund">The fund it stands for.</param>
/// <param name="Nature">The nature of expenditure it stands for.</param>
public sealed record ColumnMeaning(
    ColumnKind Kind,
    string Key = "",
    ColumnFamily Family = ColumnFamily.Unknown,
    Fund Fund = Fund.All,
    Nature Nature = Nature.All);

/// <summary>A column of a form. Indexes of columns are 0-based within their part of the form.</summary>
public sealed class FormColumn
{
    /// <summary>0-based grid column; −1 where the form was turned and columns were rows.</summary>
    public required int GridColumn { get; init; }

    /// <summary>The header as printed, the lowest cell; empty where there is none.</summary>
    public required string Header { get; init; }

    /// <summary>
    /// The header cell that says what its figures are about where the row does not, as in the “三公” form: 公务接待费 above 预算数 and 决算数.
    /// The header itself in any other case.
    /// </summary>
    internal string Item { get; init; } = "";

    /// <summary>The letters of all header cells above it, from top to bottom: what tells 上年预算数 from 上年执行数.</summary>
    internal string Words { get; init; } = "";

    /// <summary>Grid column at which the header cell right above its own begins; −1 where there is none.</summary>
    internal int HeaderGroup { get; init; } = -1;

    /// <summary>What it means.</summary>
    public required ColumnMeaning Meaning { get; init; }

    /// <summary>Which measure its figures are.</summary>
    public Measure Measure { get; init; }

    /// <summary>Level of a code column: 1 类, 2 款, 3 项, 0 the whole code.</summary>
    public int CodeLevel { get; init; }

    /// <summary>Number of the code that a code column belongs to: 类, 款 and 项 are one, a second classification beside it is another.</summary>
    public int CodeGroup { get; init; }

    /// <summary>Unit of money written in the header itself; null where there is none.</summary>
    public MoneyUnit? Unit { get; init; }

    /// <summary>Index of the column that is the whole of this one; −1 where there is none.</summary>
    public int Whole { get; internal set; } = -1;

    /// <summary>True for a column under 其中: its whole may be larger than the sum of such columns.</summary>
    public bool OfWhich { get; internal set; }

    /// <summary>True for a column of amounts that adds up over rows.</summary>
    internal bool AddsUp => Meaning.Kind == ColumnKind.Figure && Measure is not (Measure.Rate or Measure.Share);
}
