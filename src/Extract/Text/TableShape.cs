namespace Gouji.Extract.Text;

/// <summary>The parts of a printed table, by rows: titles and captions, then the header, then the body.</summary>
/// <param name="Columns">Cells of a full row.</param>
/// <param name="GridColumns">Cells of the widest row; more than <paramref name="Columns"/> only where single rows have too many.</param>
/// <param name="HeaderStart">0-based first row of the header; titles and captions stand above.</param>
/// <param name="BodyStart">0-based first row of the body.</param>
/// <param name="Irregular">Whether the rows differ so much that nothing says where their cells stand (performance tables).</param>
internal readonly record struct TableShape(int Columns, int GridColumns, int HeaderStart, int BodyStart, bool Irregular)
{
    private const int DeepestHeader = 6;

    /// <summary>Finds the parts of a table.</summary>
    public static TableShape Of(PrintedTable table)
    {
        var columns = UsualColumns(table);
        var headerStart = 0;
        while (headerStart < table.Rows.Length && IsAboveHeader(table.CellsOf(headerStart), columns))
        {
            headerStart++;
        }

        var bodyStart = headerStart;
        while (bodyStart < table.Rows.Length && bodyStart - headerStart < DeepestHeader && IsHeaderRow(table.CellsOf(bodyStart), columns))
        {
            bodyStart++;

            // A row of the header with a cell for every column is its last: there is nothing left to divide.
            if (table.Rows[bodyStart - 1].Count == columns)
            {
                break;
            }
        }

        return new TableShape(columns, table.Widest, headerStart, bodyStart, IsIrregular(table, columns, headerStart, bodyStart));
    }

    /// <summary>
    /// The number of cells of a full row. That is the most in any row, unless a few rows deep in the table stand out from all others,
    /// which agree: then those few have cells too many.
    /// </summary>
    private static int UsualColumns(PrintedTable table)
    {
        var rowsOfCount = new int[table.Widest + 1];
        foreach (var row in table.Rows)
        {
            rowsOfCount[row.Count]++;
        }

        var usual = Array.LastIndexOf(rowsOfCount, rowsOfCount.Max());
        var before = 0;
        var wider = 0;
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var count = table.Rows[i].Count;
            before += count == usual ? 1 : 0;
            if (count > usual)
            {
                wider++;
                if (before < 2 || IsBlank(table.CellsOf(i)) || IsHeaderRow(table.CellsOf(i), count))
                {
                    return table.Widest;
                }
            }
        }

        return wider * 3 <= rowsOfCount[usual] ? usual : table.Widest;
    }

    private static bool IsAboveHeader(ReadOnlySpan<PrintedCell> cells, int columns)
    {
        if (cells.Length == 1)
        {
            return !cells[0].Kind.IsNumeric();
        }

        var other = false;
        foreach (ref readonly var cell in cells)
        {
            if (BudgetWords.IsCaption(cell.Text))
            {
                return true;
            }

            // 公开09表 at the right of an otherwise blank row, or nothing there at all.
            other |= cell.Text.Length > 0 && !BudgetWords.IsTableTitle(cell.Text);
        }

        return !other && cells.Length < columns;
    }

    private static bool IsHeaderRow(ReadOnlySpan<PrintedCell> cells, int columns)
    {
        if (cells.Length > columns || IsBlank(cells))
        {
            return false;
        }

        // The columns of the code are headed 类, 款 and 项, sometimes in one row with the numbers of the other columns.
        if (cells[0].Text == "类")
        {
            return true;
        }

        foreach (ref readonly var cell in cells)
        {
            if (cell.Kind.IsNumeric())
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsIrregular(PrintedTable table, int columns, int headerStart, int bodyStart)
    {
        var full = 0;
        var shorter = 0;
        var codes = 0;
        var least = int.MaxValue;
        var most = 0;
        for (var i = headerStart; i < table.Rows.Length; i++)
        {
            var cells = table.CellsOf(i);
            if (IsBlank(cells) || cells.Length > columns)
            {
                continue;
            }

            if (cells.Length == columns)
            {
                full++;
            }
            else if (i >= bodyStart && !BudgetWords.IsTotalLabel(cells[0].Text) && !BudgetWords.NumbersColumns(cells[0].Text))
            {
                shorter++;
                codes += cells[0].Kind == CellKind.Integer ? 1 : 0;
                least = Math.Min(least, cells.Length);
                most = Math.Max(most, cells.Length);
            }
        }

        return shorter >= 3 && codes * 2 < shorter && (full == 0 || (shorter > 3 * full && least < most));
    }

    private static bool IsBlank(ReadOnlySpan<PrintedCell> cells)
    {
        foreach (ref readonly var cell in cells)
        {
            if (cell.Kind != CellKind.Blank)
            {
                return false;
            }
        }

        return true;
    }
}
