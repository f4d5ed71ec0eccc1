using Gouji.Model;

namespace Gouji.Extract.Text;

/// <summary>Turns the lines of a text into paragraphs and tables, in reading order.</summary>
internal sealed class TextBlocks(string text, ReadingLimits limits, CancellationToken cancellationToken)
{
    private readonly List<TextLine> _lines = TextLine.Scan(text);
    private readonly List<Block> _blocks = [];

    /// <summary>The blocks of the text.</summary>
    public List<Block> Read()
    {
        var cellPerLine = new CellPerLine(text, _lines);
        var rowPerLine = new RowPerLine(text, _lines);
        for (var at = 0; at < _lines.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = _lines[at];
            if (line.Tabs > 0 && rowPerLine.CountLines(at) is > 0 and var count)
            {
                Add(rowPerLine.Read(ref at, count));
            }
            else if (line.IsCell)
            {
                var table = cellPerLine.Read(ref at);
                FusedRows.Part(table);
                Add(table);
            }
            else
            {
                Add(CellText.Read(line.Of(text), line.Number, 0));
                at++;
            }
        }

        MarkCut();
        return _blocks;
    }

    /// <summary>
    /// A text has no mark of its end. Where the last it has is a table whose last row lacks cells, or a line of a table that does not end,
    /// it was cut: rows may be missing, and what stood behind them.
    /// </summary>
    private void MarkCut()
    {
        if (_blocks is [.., TableBlock last]
            && (text[^1] is not ('\n' or '\r' or '\f') || last.Guesses.Any(guess => guess.Kind == TableGuessKind.CellsLost && guess.Row == last.Grid.RowCount - 1)))
        {
            _blocks[^1] = last with { Guesses = [.. last.Guesses, new TableGuess(TableGuessKind.RowsLost, null, "the text ends within the table")] };
        }
    }

    private void Add(PrintedTable table)
    {
        if (IsTable(table))
        {
            _blocks.Add(TableLayout.Build(table, limits));
            return;
        }

        foreach (ref readonly var cell in table.Cells)
        {
            Add(cell);
        }
    }

    private void Add(in PrintedCell line)
    {
        if (line.Kind != CellKind.Blank)
        {
            _blocks.Add(new Paragraph(line.Text) { Source = line.Source });
        }
    }

    /// <summary>
    /// Whether lines led by tabs are a table: more than one column, and not for the most part sentences, which are then paragraphs
    /// whose first line is indented with a tab. A single row with a sentence or a numbered heading in it, and no figure, is such text too.
    /// </summary>
    private static bool IsTable(PrintedTable table)
    {
        if (table.Widest < 2)
        {
            return false;
        }

        var filled = 0;
        var prose = 0;
        var headings = 0;
        var numeric = 0;
        foreach (ref readonly var cell in table.Cells)
        {
            filled += cell.Kind == CellKind.Blank ? 0 : 1;
            numeric += cell.Kind.IsNumeric() ? 1 : 0;
            if (cell.Kind == CellKind.Label)
            {
                prose += BudgetWords.IsProse(cell.Text) ? 1 : 0;
                headings += BudgetWords.IsNumberedHeading(cell.Text) ? 1 : 0;
            }
        }

        return prose * 2 <= filled && (table.Rows.Length > 1 || numeric > 0 || prose + headings == 0);
    }
}
