using Gouji.Model;

namespace Gouji.Normalize.Forms;

/// <summary>A change or a percentage printed in a table, beside the two figures that it compares.</summary>
/// <param name="Kind">What it says of them.</param>
/// <param name="Row">The row, as it lies in the table.</param>
/// <param name="Column">The column of the change or percentage.</param>
/// <param name="Figure">The change or percentage.</param>
/// <param name="Current">This year's figure.</param>
/// <param name="Base">The figure that it is compared with.</param>
/// <param name="Change">The change printed in the same row, for a rate; null where there is none.</param>
internal sealed record ComparedFigures(ComparisonKind Kind, FormRow Row, FormColumn Column, Fact Figure, Fact Current, Fact Base, Fact? Change)
{
    /// <summary>What each row of a part compares, in the order of its rows; only where the change or percentage is printed.</summary>
    public static IReadOnlyList<ComparedFigures> Of(FormPart part)
    {
        var comparisons = ColumnComparison.Find(part.Columns);
        if (comparisons.Count == 0)
        {
            return [];
        }

        var unsigned = comparisons.FindAll(comparison => HasNoSign(part, comparison));
        var found = new List<ComparedFigures>();
        foreach (var row in part.Rows)
        {
            foreach (var comparison in comparisons)
            {
                if (!unsigned.Contains(comparison)
                    && row.Facts[comparison.Column] is { Stated: not null } figure && row.Facts[comparison.Current] is { } current && row.Facts[comparison.Base] is { } compared)
                {
                    var change = comparisons.Find(other => other.Kind == ComparisonKind.Change && other.Current == comparison.Current && other.Base == comparison.Base);
                    found.Add(new ComparedFigures(comparison.Kind, row, part.Columns[comparison.Column], figure, current, compared, change is null ? null : row.Facts[change.Column]));
                }
            }
        }

        return found;
    }

    /// <summary>True where a column prints falls without a sign: the size of each is right and none is negative.</summary>
    private static bool HasNoSign(FormPart part, ColumnComparison comparison)
    {
        var falls = false;
        foreach (var row in part.Rows)
        {
            if (row.Facts[comparison.Column]?.Stated is not { } stated || row.Facts[comparison.Current]?.Stated is not { } current || row.Facts[comparison.Base]?.Stated is not { } compared)
            {
                continue;
            }

            if (stated < 0)
            {
                return false;
            }

            falls |= current < compared && stated > 0;
        }

        return falls && comparison.Kind != ComparisonKind.Completion;
    }
}
