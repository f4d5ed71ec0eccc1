namespace Gouji.Extract.Text;

/// <summary>
/// Tells the further lines of a cell from a paragraph after the table. A cell of several paragraphs goes on in lines without a tab,
/// and where its first paragraphs are empty, after blank lines as well: then only the number of cells in the row can tell.
/// </summary>
internal sealed class WrappedCells(string text, List<TextLine> lines)
{
    private const int MostLines = 3;
    private const int MostBlanks = 3;

    // A row of a header has a few dozen cells; looking further ahead would make a hostile file slow.
    private const int MostLookahead = 128;

    /// <summary>How many lines from this one on, which has no tab, belong to the last cell of the open row; 0 where they are paragraphs.</summary>
    public int LinesOfCell(PrintedTable table, int at)
    {
        if (lines[at].BlanksBefore == 0)
        {
            return LinesThatFollow(table, at);
        }

        if (table.Last.Kind != CellKind.Blank || !TryWords(at, out var count))
        {
            return 0;
        }

        // The row goes on after the words, perhaps with more cells of the same kind. It is one row if it then fits the table.
        var joined = table.OpenCells;
        var next = at + count;
        while (joined <= MostLookahead)
        {
            var run = CellsFrom(next);
            joined += run;
            next += run;
            if (run == 0 || !IsBlankCell(next - 1) || next >= lines.Count || lines[next].IsCell || lines[next].BlanksBefore == 0 || !TryWords(next, out var more))
            {
                break;
            }

            next += more;
        }

        var above = table.Widest;
        if (above >= joined)
        {
            return above == joined && above != table.OpenCells ? count : 0;
        }

        // A row as wide as those above is complete, and what follows it is no part of it.
        return above != table.OpenCells && joined <= WidestFrom(next) ? count : 0;
    }

    /// <summary>
    /// Lines that follow a cell at once are further paragraphs of it, since a row ends with a blank line. Three things speak against
    /// it: a figure does not go on in words; a line may say that it stands between tables; and a single line led by a tab is no table.
    /// </summary>
    private int LinesThatFollow(PrintedTable table, int at)
    {
        if (table.Last.Kind.IsNumeric() || (table.Rows.Length == 0 && table.OpenCells == 1 && !LeadsToCell(at)))
        {
            return 0;
        }

        var count = 0;
        while (count < MostLookahead && at + count < lines.Count && !lines[at + count].IsCell && lines[at + count].BlanksBefore == 0)
        {
            if (BudgetWords.StandsBetweenTables(Words(at + count)))
            {
                return 0;
            }

            count++;
        }

        return count < MostLookahead ? count : 0;
    }

    private bool LeadsToCell(int at)
    {
        var next = at;
        while (next < lines.Count && next - at < MostLines && !lines[next].IsCell && lines[next].BlanksBefore == 0)
        {
            next++;
        }

        return next < lines.Count && lines[next] is { IsCell: true, BlanksBefore: 0 };
    }

    /// <summary>Whether lines of words stand here that a cell line follows at once.</summary>
    private bool TryWords(int at, out int count)
    {
        count = 0;
        while (at + count < lines.Count && !lines[at + count].IsCell && count <= MostLines)
        {
            var line = lines[at + count];
            if (line.BlanksBefore > (count == 0 ? MostBlanks : 0) || !BudgetWords.CouldBeHeaderWords(Words(at + count)))
            {
                return false;
            }

            count++;
        }

        return count is > 0 and <= MostLines && at + count < lines.Count && lines[at + count].BlanksBefore == 0;
    }

    private int CellsFrom(int at)
    {
        var count = 0;
        while (at + count < lines.Count && count < MostLookahead && lines[at + count].IsCell && (count == 0 || lines[at + count].BlanksBefore == 0))
        {
            count++;
        }

        return count;
    }

    /// <summary>Cells of the widest row of the table from here on, as far as is looked.</summary>
    private int WidestFrom(int at)
    {
        var widest = 0;
        for (var from = at; from < lines.Count && from - at < MostLookahead && lines[from] is { IsCell: true, BlanksBefore: <= 1 };)
        {
            var count = CellsFrom(from);
            widest = Math.Max(widest, count);
            from += count;
        }

        return widest;
    }

    private bool IsBlankCell(int at) => TextCharacters.Trim(lines[at].Of(text), out _).IsEmpty;

    private ReadOnlySpan<char> Words(int at) => TextCharacters.Trim(lines[at].Of(text), out _);
}
