using Gouji.Model;

namespace Gouji.Normalize.Forms;

/// <summary>What a column says of two others.</summary>
internal enum ComparisonKind
{
    /// <summary>增减额: one less the other.</summary>
    Change,

    /// <summary>增减%: that in percent of the other.</summary>
    Rate,

    /// <summary>完成预算%: one in percent of the other.</summary>
    Completion,
}

/// <summary>A column that compares two others of its form. Indexes are 0-based within the part.</summary>
/// <param name="Column">The column of changes or percentages.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Current">The column of this year's figures that it speaks of.</param>
/// <param name="Base">The column that it compares them with.</param>
internal sealed record ColumnComparison(int Column, ComparisonKind Kind, int Current, int Base)
{
    private static readonly string[] Completions = ["完成", "执行率", "占年初预算", "占全年预算", "占调整预算", "占预算", "为年初预算", "为预算"];

    /// <summary>What tells one base from another, the most particular first.</summary>
    private static readonly string[] BaseWords = ["年初", "全年", "调整", "执行", "决算", "预算"];

    /// <summary>
    /// The comparisons that headers tell without doubt: a column of changes or percentages with one column of this year's figures and one
    /// base beside it. Columns under one header cell belong together; where it covers no pair, those of the same meaning do. A column of
    /// falls (减少) has no sign to go by and is left out.
    /// </summary>
    public static List<ColumnComparison> Find(IReadOnlyList<FormColumn> columns)
    {
        var found = new List<ColumnComparison>();
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (column.Meaning.Kind != ColumnKind.Figure || KindOf(column) is not { } kind)
            {
                continue;
            }

            if (Pair(columns, column, kind) is var (current, compared))
            {
                found.Add(new ColumnComparison(i, kind, current, compared));
            }
            else if (kind == ComparisonKind.Rate && found is [.., { Kind: ComparisonKind.Change } change] && change.Column == i - 1 && columns[i - 1].HeaderGroup == column.HeaderGroup)
            {
                // 比上年增减额 | 增减%: the rate is that of the change beside it.
                found.Add(change with { Column = i, Kind = kind });
            }
        }

        return found;
    }

    private static ComparisonKind? KindOf(FormColumn column) => column.Measure switch
    {
        Measure.Change or Measure.Rate when Has(column, "减") && !Has(column, "增") => null,
        Measure.Change => ComparisonKind.Change,
        Measure.Rate or Measure.Share when Completions.Any(word => Has(column, word)) => ComparisonKind.Completion,
        Measure.Rate when Has(column, "增") || Has(column, "变动") => ComparisonKind.Rate,
        _ => null,
    };

    private static (int Current, int Base)? Pair(IReadOnlyList<FormColumn> columns, FormColumn column, ComparisonKind kind)
    {
        Predicate<FormColumn>[] ranges =
        [
            other => column.HeaderGroup >= 0 && other.HeaderGroup == column.HeaderGroup,
            other => KeyOf(other) == KeyOf(column),
        ];
        foreach (var range in ranges)
        {
            var current = Only(columns, other => other.Measure == Measure.ThisYear && range(other));
            var compared = BaseOf(columns, range, column, kind);
            if (current >= 0 && compared >= 0)
            {
                return (current, compared);
            }
        }

        return null;
    }

    /// <summary>The column that the words name; the only one that there is where they name none.</summary>
    private static int BaseOf(IReadOnlyList<FormColumn> columns, Predicate<FormColumn> range, FormColumn column, ComparisonKind kind)
    {
        var previous = Has(column, "上年") || Has(column, "去年");
        var budgeted = kind == ComparisonKind.Completion || (!previous && Has(column, "预算"));
        var bases = Indexes(columns, other => range(other) && (budgeted ? other.Measure == Measure.Budgeted : previous ? other.Measure == Measure.PreviousYear : other.Measure is Measure.Budgeted or Measure.PreviousYear));
        if (bases.Count == 0 && budgeted && kind != ComparisonKind.Completion)
        {
            // 2023年预算数比2022年执行数: the budget is this year's own.
            bases = Indexes(columns, other => range(other) && other.Measure == Measure.PreviousYear);
        }

        foreach (var word in BaseWords)
        {
            if (bases.Count > 1 && Has(column, word) && bases.FindAll(index => Has(columns[index], word)) is [var only])
            {
                return only;
            }
        }

        return bases.Count == 1 ? bases[0] : -1;
    }

    private static int Only(IReadOnlyList<FormColumn> columns, Predicate<FormColumn> fits) => Indexes(columns, fits) is [var only] ? only : -1;

    private static List<int> Indexes(IReadOnlyList<FormColumn> columns, Predicate<FormColumn> fits)
    {
        var found = new List<int>();
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Meaning is { Kind: ColumnKind.Figure } meaning && meaning.Family != ColumnFamily.Beside && fits(columns[i]))
            {
                found.Add(i);
            }
        }

        return found;
    }

    /// <summary>A column of changes without a meaning of its own speaks of the whole.</summary>
    private static string KeyOf(FormColumn column) => column.Meaning.Key.Length == 0 ? "total" : column.Meaning.Key;

    private static bool Has(FormColumn column, string word) => column.Words.Contains(word, StringComparison.Ordinal);
}
