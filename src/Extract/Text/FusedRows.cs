namespace Gouji.Extract.Text;

/// <summary>
/// Parts rows that stand as one. When an extractor loses the last cells of a row, it loses the blank line after it too, and the next
/// row follows at once. It shows in a row of figures with more cells than any other row, and the place to cut is where white space
/// stands before the tab, where the row begins again (as long as the table is wide), at the label of a total, or at a repeated code.
/// </summary>
internal static class FusedRows
{
    // One row of two or three cells may be the merged header of a wider table; one of five is hardly ever.
    private const int WidthThatOneRowProves = 5;

    /// <summary>Parts the fused rows of a table.</summary>
    public static void Part(PrintedTable table)
    {
        var indentTells = !IsMostlyIndented(table);
        if (!TryWidth(table, indentTells, out var width))
        {
            return;
        }

        List<PrintedRow>? rows = null;
        var cuts = new List<int>();
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var row = table.Rows[i];
            cuts.Clear();
            if (row.Count != width && IsSuspect(table.CellsOf(row), indentTells) && TryCut(table.CellsOf(row), width, indentTells, cuts) && AreRows(table.CellsOf(row), cuts))
            {
                rows ??= [.. table.Rows[..i]];
                AddParts(rows, row, cuts);
            }
            else
            {
                rows?.Add(row);
            }
        }

        if (rows is not null)
        {
            table.Replace(rows);
        }
    }

    /// <summary>
    /// The number of cells of a row that is whole: the most in any row that cannot be two, or what most rows have. False where no row
    /// could be two, or nothing but the suspect rows themselves says how wide the table is.
    /// </summary>
    private static bool TryWidth(PrintedTable table, bool indentTells, out int width)
    {
        width = 0;
        var suspects = 0;
        var rowsOfCount = new Dictionary<int, int>();
        foreach (var row in table.Rows)
        {
            rowsOfCount[row.Count] = rowsOfCount.GetValueOrDefault(row.Count) + 1;
            if (row.Count >= 4 && IsSuspect(table.CellsOf(row), indentTells))
            {
                suspects++;
            }
            else
            {
                width = Math.Max(width, row.Count);
            }
        }

        var most = 1;
        var usual = 0;
        foreach (var (count, rows) in rowsOfCount)
        {
            if (rows > most || (rows == most && rows > 1 && count < usual))
            {
                (most, usual) = (rows, count);
            }
        }

        width = Math.Max(width, usual);
        return suspects > 0 && width >= 2 && (width >= WidthThatOneRowProves || rowsOfCount.GetValueOrDefault(width) > 1);
    }

    private static void AddParts(List<PrintedRow> rows, PrintedRow row, List<int> cuts)
    {
        var start = 0;
        for (var i = 0; i <= cuts.Count; i++)
        {
            var end = i < cuts.Count ? cuts[i] : row.Count;
            rows.Add(new PrintedRow(row.First + start, end - start, row.Joined, Parted: i > 0));
            start = end;
        }
    }

    /// <summary>Whether every part but the last could be a row: it begins with a filled cell and holds a figure or a code.</summary>
    private static bool AreRows(ReadOnlySpan<PrintedCell> cells, List<int> cuts)
    {
        var start = 0;
        foreach (var cut in cuts)
        {
            if (cells[start].Kind == CellKind.Blank || !HasNumeric(cells[start..cut]))
            {
                return false;
            }

            start = cut;
        }

        return true;
    }

    private static bool HasNumeric(ReadOnlySpan<PrintedCell> cells)
    {
        foreach (ref readonly var cell in cells)
        {
            if (cell.Kind.IsNumeric())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds where to cut so that no part is wider than the table.</summary>
    private static bool TryCut(ReadOnlySpan<PrintedCell> cells, int width, bool indentTells, List<int> cuts)
    {
        if (cells.Length < width)
        {
            // Too few cells for two rows that are whole: white space before a total or a code must say so.
            for (var i = 1; indentTells && i < cells.Length; i++)
            {
                if (cells[i].Indented && (BudgetWords.IsTotalLabel(cells[i].Text) || RepeatsCode(cells, i)))
                {
                    cuts.Add(i);
                }
            }

            return cuts.Count > 0;
        }

        if (Repeats(cells, width))
        {
            for (var i = width; i < cells.Length; i += width)
            {
                cuts.Add(i);
            }

            return true;
        }

        var start = 0;
        while (cells.Length - start > width)
        {
            var cut = FindCut(cells, start, width, indentTells);
            if (cut < 0)
            {
                return false;
            }

            cuts.Add(cut);
            start = cut;
        }

        return true;
    }

    /// <summary>The first place to cut that leaves no more than one row, else the last one that ends a row; -1 where there is none.</summary>
    private static int FindCut(ReadOnlySpan<PrintedCell> cells, int start, int width, bool indentTells)
    {
        var best = -1;
        for (var i = start + 1; i <= start + width && i < cells.Length; i++)
        {
            if (indentTells && cells[i].Indented)
            {
                return i;
            }

            var marked = BudgetWords.IsTotalLabel(cells[i].Text) || RepeatsCode(cells[start..], i - start);
            if (marked && (best < 0 || cells.Length - best > width))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>Whether the row is a whole number of table rows one after another: words stand under words and figures under figures.</summary>
    private static bool Repeats(ReadOnlySpan<PrintedCell> cells, int width)
    {
        if (cells.Length % width != 0 || cells.Length == width)
        {
            return false;
        }

        for (var i = width; i < cells.Length; i++)
        {
            var (above, kind) = (cells[i - width].Kind, cells[i].Kind);
            var fits = i % width == 0
                ? kind == above && kind != CellKind.Blank
                : kind == CellKind.Blank || above == CellKind.Blank || kind.IsNumeric() == above.IsNumeric();
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a row of codes begins again here: a code as long as the first one, after a cell that is none.</summary>
    private static bool RepeatsCode(ReadOnlySpan<PrintedCell> cells, int at) =>
        at >= 2
        && cells[0].Kind == CellKind.Integer
        && cells[0].Text.Length is 3 or 5 or 7
        && cells[at].Kind == CellKind.Integer
        && cells[at].Text.Length == cells[0].Text.Length
        && cells[at - 1].Kind != CellKind.Integer
        && (cells[1].Kind != CellKind.Integer || at + 1 == cells.Length || cells[at + 1].Kind == CellKind.Integer)
        && (cells[1].Kind != CellKind.Label || at + 1 == cells.Length || cells[at + 1].Kind == CellKind.Label);

    private static bool IsSuspect(ReadOnlySpan<PrintedCell> cells, bool indentTells)
    {
        var mark = false;
        for (var i = 1; i < cells.Length && !mark; i++)
        {
            mark = (indentTells && cells[i].Indented)
                || (cells[i].Kind == CellKind.Label && BudgetWords.IsTotalLabel(cells[i].Text))
                || (cells[0].Kind == CellKind.Label && cells[i].Kind == CellKind.Label && cells[i - 1].Kind != CellKind.Label)
                || RepeatsCode(cells, i);
        }

        return mark && HasNumeric(cells);
    }

    private static bool IsMostlyIndented(PrintedTable table)
    {
        var indented = 0;
        foreach (ref readonly var cell in table.Cells)
        {
            indented += cell.Indented ? 1 : 0;
        }

        return indented * 2 > table.Cells.Length;
    }
}
