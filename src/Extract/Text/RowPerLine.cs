namespace Gouji.Extract.Text;

/// <summary>Reads a table of which every row is a line and tabs part the cells: the way spreadsheets and web pages become text.</summary>
internal sealed class RowPerLine(string text, List<TextLine> lines)
{
    // Enough to know; judging a long run again from every line of it would make a hostile file slow.
    private const int LinesJudged = 64;

    /// <summary>
    /// Number of lines from this one on that make such a table; 0 where they do not. Blank lines may part the rows. Most lines must
    /// hold several cells, else the tabs are those of a table with a cell a line, of an indented paragraph or of a table of contents.
    /// </summary>
    public int CountLines(int at)
    {
        var judged = 0;
        var several = 0;
        var led = 0;
        for (; judged < LinesJudged && IsTabbed(at, judged); judged++)
        {
            several += lines[at + judged].Tabs >= 2 ? 1 : 0;
            led += lines[at + judged].IsCell ? 1 : 0;
        }

        if (judged < 2 || several * 2 < judged || (led < judged && led * 2 >= judged))
        {
            return 0;
        }

        var count = judged;
        while (IsTabbed(at, count))
        {
            count++;
        }

        return count;
    }

    /// <summary>Reads the table of that many lines and moves behind it.</summary>
    public PrintedTable Read(ref int at, int count)
    {
        // Where every line begins with a tab, the tab opens the first cell; else it parts a blank first cell from the second.
        var opened = true;
        for (var i = at; i < at + count; i++)
        {
            opened &= lines[i].IsCell;
        }

        var table = new PrintedTable();
        for (var end = at + count; at < end; at++)
        {
            var line = lines[at];
            var characters = line.Of(text);
            var start = opened ? line.CellStart : 0;
            while (start <= characters.Length)
            {
                var length = characters[start..].IndexOf('\t');
                var cell = length < 0 ? characters[start..] : characters.Slice(start, length);
                table.Add(CellText.Read(cell, line.Number, start));
                start += cell.Length + 1;
            }

            table.EndRow();
        }

        return table;
    }

    private bool IsTabbed(int at, int count) =>
        at + count < lines.Count && lines[at + count].Tabs > 0 && (count == 0 || lines[at + count].BlanksBefore <= 1);
}
