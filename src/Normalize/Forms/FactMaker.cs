using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>Makes the facts of one table. The finest place printed in a column is the precision of all its figures, since spreadsheets drop trailing zeros.</summary>
internal sealed class FactMaker(string sha256, FormRole role, string title, MoneyUnit? tableUnit)
{
    /// <summary>The most decimal places printed in a column between two rows; at least 0.</summary>
    public static int FinestPlace(TableView view, int column, int firstRow, int endRow)
    {
        var finest = 0;
        for (var row = firstRow; row < endRow; row++)
        {
            if (view.Begins(row, column))
            {
                finest = Math.Max(finest, Figure.Parse(view.Cell(row, column).Text).Decimals);
            }
        }

        return finest;
    }

    /// <summary>The fact of a cell; null where the cell is absent or holds words.</summary>
    public Fact? Make(TableView view, TableCell cell, Figure figure, int finestPlace, in FactKey key)
    {
        if (cell.Absent || figure.Kind == FigureKind.Words)
        {
            return null;
        }

        var money = key.Measure is not (Measure.Rate or Measure.Share or Measure.Count) && !figure.Percent;
        var unit = money ? figure.Unit ?? key.Unit ?? tableUnit ?? MoneyUnit.TenThousandYuan : (MoneyUnit?)null;
        return new Fact
        {
            Source = FactSource.Table,
            Role = role,
            Title = title,
            RowKind = key.RowKind,
            FunctionCode = key.FunctionCode,
            EconomicCode = key.EconomicCode,
            Item = key.Item,
            Project = key.Project,
            Fund = key.Fund,
            Nature = key.Nature,
            Measure = key.Measure,
            State = figure.Kind switch
            {
                FigureKind.Blank => FactState.Blank,
                FigureKind.Dash => FactState.Dash,
                _ => figure.Value == 0 ? FactState.Zero : FactState.Value,
            },
            Stated = figure.IsNumber ? figure.Value : null,
            Unit = unit,
            Amount = figure.IsNumber && unit is { } known ? Amount.Printed(figure.Value, Math.Max(finestPlace, figure.Decimals), known) : null,
            Place = view.PlaceOf(sha256, cell, figure.Span),
        };
    }
}

/// <summary>What identifies a fact, before its figure is known.</summary>
internal readonly record struct FactKey(
    RowKind RowKind,
    string? FunctionCode,
    string? EconomicCode,
    string Item,
    string? Project,
    Fund Fund,
    Nature Nature,
    Measure Measure,
    MoneyUnit? Unit);
