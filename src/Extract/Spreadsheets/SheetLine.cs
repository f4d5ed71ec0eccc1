using Gouji.Extract.Text;

namespace Gouji.Extract.Spreadsheets;

/// <summary>A visible row that shows something: texts, or the borders of a table.</summary>
/// <param name="Row">1-based position among the visible rows.</param>
/// <param name="FirstCell">0-based index of the first cell that begins in it.</param>
/// <param name="EndCell">Index behind the last one.</param>
/// <param name="Filled">Cells with a text that begin in it.</param>
/// <param name="FirstFilled">Index of the first of them; -1 where there is none.</param>
/// <param name="HasFigure">Whether one of them is a figure, or a dash in its place.</param>
/// <param name="LastBorder">Last column with borders, where the row belongs to a table by its borders; otherwise 0.</param>
/// <param name="Tied">Whether a cell with a text reaches into it from above.</param>
/// <param name="Reach">Last row that this one or a cell with a text from here or above reaches to.</param>
internal readonly record struct SheetLine(
    int Row,
    int FirstCell,
    int EndCell,
    int Filled,
    int FirstFilled,
    bool HasFigure,
    int LastBorder,
    bool Tied,
    int Reach)
{
    // One cell with a line below it is a blank to fill in.
    private const int BordersOfTable = 2;

    /// <summary>Whether the row belongs to a table by its borders.</summary>
    public bool HasBorders => LastBorder > 0;

    /// <summary>Whether the row has the look of a row of a table.</summary>
    public bool IsRow => Filled > 1 || Tied;

    /// <summary>Reads the lines of a sheet from top to bottom.</summary>
    public static List<SheetLine> Of(VisibleSheet sheet)
    {
        var borders = sheet.Borders.FindAll(static border => border.Count >= BordersOfTable);
        var lines = new List<SheetLine>();
        var cells = sheet.Cells;
        var at = 0;
        var border = 0;
        var tiedTo = 0;
        while (at < cells.Count || border < borders.Count)
        {
            var row = Math.Min(at < cells.Count ? cells[at].Row : int.MaxValue, border < borders.Count ? borders[border].Row : int.MaxValue);
            var lastBorder = 0;
            if (border < borders.Count && borders[border].Row == row)
            {
                lastBorder = borders[border++].LastColumn;
            }

            var first = at;
            var filled = 0;
            var firstFilled = -1;
            var hasFigure = false;
            var reach = tiedTo;
            for (; at < cells.Count && cells[at].Row == row; at++)
            {
                var cell = cells[at];
                if (cell.IsBlank)
                {
                    continue;
                }

                filled++;
                firstFilled = firstFilled < 0 ? at : firstFilled;
                hasFigure |= cell.Nature == CellNature.Lost || CellKinds.Of(cell.Text).IsNumeric();
                reach = Math.Max(reach, cell.LastRow);
            }

            if (filled > 0 || lastBorder > 0)
            {
                lines.Add(new SheetLine(row, first, at, filled, firstFilled, hasFigure, lastBorder, row <= tiedTo, Math.Max(row, reach)));
            }

            tiedTo = reach;
        }

        return lines;
    }
}
