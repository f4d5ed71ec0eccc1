using System.Runtime.InteropServices;
using Gouji.Model;

namespace Gouji.Extract.Html;

/// <summary>A cell with its spans as far as they reach.</summary>
/// <param name="Element">The cell.</param>
/// <param name="Column">0-based first column.</param>
/// <param name="ColumnSpan">Columns covered, at least 1.</param>
/// <param name="RowSpan">Rows covered, at least 1.</param>
internal readonly record struct PlacedCell(PageElement Element, int Column, int ColumnSpan, int RowSpan);

/// <summary>
/// Places the cells of a table in its grid (HTML 4.9.12) to learn what the assembler must not be told: rows that are not there,
/// columns that no cell begins in, row spans that leave their row group.
/// </summary>
internal sealed class TablePlacement
{
    private TablePlacement(List<List<PlacedCell>> rows, int columns, int widest)
    {
        Rows = rows;
        Columns = columns;
        Widest = widest;
    }

    /// <summary>The rows that are shown: a row without cells that no span covers is left out.</summary>
    public List<List<PlacedCell>> Rows { get; }

    /// <summary>Columns up to the last one that a cell begins in.</summary>
    public int Columns { get; }

    /// <summary>Columns that the file's spans ask for; more than <see cref="Columns"/> where a span is wider than the table.</summary>
    public int Widest { get; }

    /// <summary>Places the cells.</summary>
    /// <exception cref="UnreadableDocumentException">The grid is larger than allowed.</exception>
    public static TablePlacement Of(TableShape shape, ReadingLimits limits)
    {
        var rows = new List<List<PlacedCell>>(shape.Rows.Count);
        var freeFrom = new List<int>();
        var covered = 0; // the first row that no cell covers
        var columns = 0;
        var work = 0L;
        foreach (var row in shape.Rows)
        {
            var number = rows.Count;
            if (row.Cells.Count == 0 && covered <= number)
            {
                continue;
            }

            var placed = new List<PlacedCell>(row.Cells.Count);
            var column = 0;
            foreach (var cell in row.Cells)
            {
                while (column < freeFrom.Count && freeFrom[column] > number)
                {
                    column++;
                }

                var rowSpan = cell.RowSpan == 0 ? row.RowsLeft : Math.Min(cell.RowSpan, row.RowsLeft);
                var columnSpan = 1;
                while (columnSpan < cell.ColumnSpan && (column + columnSpan >= freeFrom.Count || freeFrom[column + columnSpan] <= number))
                {
                    columnSpan++;
                }

                // A span wider than the table costs only work here; the limit proper is checked when the columns are known.
                work += columnSpan;
                columns = Math.Max(columns, column + 1);
                Refuse(work / 16, limits);
                Refuse((long)columns * (number + 1), limits);

                CollectionsMarshal.SetCount(freeFrom, Math.Max(freeFrom.Count, column + columnSpan));
                CollectionsMarshal.AsSpan(freeFrom).Slice(column, columnSpan).Fill(number + rowSpan);
                covered = Math.Max(covered, number + rowSpan);

                // The assembler is told of a span that a cell from above cuts short, and notes it.
                placed.Add(new PlacedCell(cell, column, cell.ColumnSpan, rowSpan));
                column += columnSpan;
            }

            rows.Add(placed);
        }

        Refuse((long)columns * rows.Count, limits);
        return new TablePlacement(rows, columns, freeFrom.Count);
    }

    private static void Refuse(long cells, ReadingLimits limits)
    {
        if (cells > limits.TableCells)
        {
            throw new UnreadableDocumentException(
                UnreadableReason.TooLarge,
                new Message(
                    $"网页中有表格超过{limits.TableCells}个单元格，文件可能已损坏；请在浏览器中核对后重新保存。",
                    $"A table of the page has more than {limits.TableCells} cells; the file may be damaged. Check it in a browser and save it again."));
        }
    }
}
