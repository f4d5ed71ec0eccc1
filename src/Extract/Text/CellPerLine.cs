namespace Gouji.Extract.Text;

/// <summary>
/// Reads a table of which every cell is a line led by a tab, every row ends with a blank line, and the table with a second one or
/// with a paragraph: the way text extractors write the tables of Word documents.
/// </summary>
internal sealed class CellPerLine(string text, List<TextLine> lines)
{
    private readonly WrappedCells _wrapped = new(text, lines);

    /// <summary>Reads the table that begins at a line and moves behind it.</summary>
    public PrintedTable Read(ref int at)
    {
        var table = new PrintedTable();
        while (at < lines.Count)
        {
            var line = lines[at];
            if (line.IsCell)
            {
                if (line.BlanksBefore > 0)
                {
                    table.EndRow();
                    if (table.Rows.Length > 0 && !Continues(table, at))
                    {
                        return table;
                    }
                }

                table.Add(CellText.Read(line.Of(text)[line.CellStart..], line.Number, line.CellStart, line.IsIndented));
                at++;
            }
            else if (_wrapped.LinesOfCell(table, at) is > 0 and var count)
            {
                foreach (var further in lines.Slice(at, count))
                {
                    table.Continue(CellText.Read(further.Of(text), further.Number, 0));
                }

                at += count;
            }
            else
            {
                break;
            }
        }

        table.EndRow();
        return table;
    }

    /// <summary>Whether the row that begins at a line belongs to the table above.</summary>
    private bool Continues(PrintedTable table, int at)
    {
        if (lines[at].BlanksBefore == 1)
        {
            var alone = at + 1 == lines.Count || !lines[at + 1].IsCell || lines[at + 1].BlanksBefore > 0;
            return !alone || table.Widest == 1 || !BudgetWords.IsTableTitle(CellAt(at));
        }

        // No table begins with a row of figures: such a row goes on with the table above, however wide the gap.
        var count = 0;
        var numeric = false;
        for (var i = at; i < lines.Count && lines[i].IsCell && (i == at || lines[i].BlanksBefore == 0); i++, count++)
        {
            numeric |= CellKinds.Of(CellAt(i)).IsNumeric();
        }

        return numeric && count > 1 && count == table.LastCount;
    }

    private ReadOnlySpan<char> CellAt(int at) => TextCharacters.Trim(lines[at].Of(text)[lines[at].CellStart..], out _);
}
