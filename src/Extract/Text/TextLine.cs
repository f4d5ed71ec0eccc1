namespace Gouji.Extract.Text;

/// <summary>A line with something on it: a tab or a visible character. Lines of white space alone are only counted.</summary>
/// <param name="Number">1-based line of the file.</param>
/// <param name="Start">0-based character of the text where the line begins.</param>
/// <param name="Length">Characters without the line end.</param>
/// <param name="BlanksBefore">Blank lines between the line before and this one.</param>
/// <param name="CellStart">0-based character of the line after a tab that only white space precedes: a cell; -1 where there is none.</param>
/// <param name="Tabs">Number of tabs on the line.</param>
internal readonly record struct TextLine(int Number, int Start, int Length, int BlanksBefore, int CellStart, int Tabs)
{
    /// <summary>Whether the line is a cell, the way extractors write the cells of a table.</summary>
    public bool IsCell => CellStart >= 0;

    /// <summary>Whether white space stands before the tab.</summary>
    public bool IsIndented => CellStart > 1;

    /// <summary>The characters of the line.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    /// <summary>Parts a text into its lines; a line ends with CR, LF or both.</summary>
    public static List<TextLine> Scan(string text)
    {
        var lines = new List<TextLine>();
        var number = 0;
        var blanks = 0;
        for (var start = 0; start < text.Length;)
        {
            number++;
            var rest = text.AsSpan(start);
            var length = rest.IndexOfAny('\n', '\r');
            var next = length < 0 ? text.Length : start + length + (rest[length] == '\r' && length + 1 < rest.Length && rest[length + 1] == '\n' ? 2 : 1);
            var line = length < 0 ? rest : rest[..length];
            var visible = 0;
            while (visible < line.Length && line[visible] != '\t' && TextCharacters.IsSpace(line[visible]))
            {
                visible++;
            }

            if (visible == line.Length)
            {
                blanks++;
            }
            else
            {
                var cellStart = line[visible] == '\t' ? visible + 1 : -1;
                lines.Add(new TextLine(number, start, line.Length, blanks, cellStart, line.Count('\t')));
                blanks = 0;
            }

            start = next;
        }

        return lines;
    }
}
