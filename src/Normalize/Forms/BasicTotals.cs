using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>
/// Reads the two sums that close 公开06, 人员经费合计 and 公用经费合计. Their labels reach over columns of lanes, and over whole lanes where
/// capital expenditure has its own, so the figure of a label is the next one to its right, in whatever lane it stands.
/// </summary>
internal static class BasicTotals
{
    /// <summary>The sums printed in a row; empty where it prints none.</summary>
    public static List<FormRow> Read(TableView view, int row, int finestPlace, FormDefaults defaults, FormReading reading)
    {
        var totals = new List<FormRow>(0);
        for (var column = 0; column < view.ColumnCount; column++)
        {
            if (!view.Begins(row, column) || KeyOf(view.Letters(row, column)) is not { } key)
            {
                continue;
            }

            var cell = view.Cell(row, column);
            var figure = FigureOf(view, row, column + cell.ColumnSpan);
            var label = Fold.Spaces(cell.Text);
            totals.Add(new FormRow
            {
                Kind = RowKind.Subtotal,
                Key = key,
                Label = label,
                LostCells = figure is null && view.LostCells(row),
                Number = row + 1,
                Facts =
                [
                    figure is null ? null : reading.Maker.Make(view, figure, Figure.Parse(figure.Text), finestPlace, new FactKey(
                        RowKind.Subtotal, null, null, label, null, defaults.Fund, defaults.Nature, Measure.ThisYear, null)),
                ],
                Place = view.PlaceOf(reading.Sha256, cell, default),
            });
        }

        return totals;
    }

    /// <summary>The row key of a label such as 人员经费合计; null for any other.</summary>
    public static string? KeyOf(string letters) =>
        letters.StartsWith("人员经费", StringComparison.Ordinal) && LaneStructure.IsTotalLike(letters) ? "personnel"
        : letters.StartsWith("公用经费", StringComparison.Ordinal) && LaneStructure.IsTotalLike(letters) ? "public"
        : null;

    /// <summary>The next cell with a figure before the next words; the first blank one where there is none.</summary>
    private static TableCell? FigureOf(TableView view, int row, int from)
    {
        TableCell? blank = null;
        for (var column = from; column < view.ColumnCount; column++)
        {
            if (!view.Begins(row, column) || view.Cell(row, column) is not { Absent: false } cell)
            {
                continue;
            }

            switch (Figure.Parse(cell.Text).Kind)
            {
                case FigureKind.Number or FigureKind.Dash:
                    return cell;
                case FigureKind.Words:
                    return blank;
                default:
                    blank ??= cell;
                    break;
            }
        }

        return blank;
    }
}
