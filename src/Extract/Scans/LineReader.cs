using System.Text;

namespace Gouji.Extract.Scans;

/// <summary>Reads the lines of a document: each by the model of Chinese, and what looks like a figure twice more by that of digits.</summary>
internal sealed class LineReader(LineEngine engine)
{
    /// <summary>Below this confidence of the engine a word is doubtful.</summary>
    public const double CertainWord = 50;

    public void Read(IReadOnlyList<ScanLine> lines)
    {
        var free = engine.Read([.. lines.Select(static line => line.Picture)], ScanPrograms.Chinese, null);
        var columns = FigureColumns(lines, free);
        var figures = Enumerable.Range(0, lines.Count).Where(i => IsFigure(lines[i], free[i].Text, columns)).ToList();
        var pictures = figures.ConvertAll(i => lines[i].Picture);
        var bound = engine.Read(pictures, ScanPrograms.Digits, LineEngine.FigureCharacters);
        var open = engine.Read(pictures, ScanPrograms.Digits, null);
        var mixed = Enumerable.Range(0, lines.Count).Where(i => free[i].Text.Any(char.IsAsciiDigit)).Except(figures).ToList();
        var second = engine.Read(mixed.ConvertAll(i => lines[i].Picture), ScanPrograms.Digits, null);
        for (var i = 0; i < lines.Count; i++)
        {
            SetWords(lines[i], free[i]);
        }

        for (var i = 0; i < mixed.Count; i++)
        {
            MixedReading.Doubt(lines[mixed[i]], second[i].Text);
        }

        for (var i = 0; i < figures.Count; i++)
        {
            SetFigure(lines[figures[i]], free[figures[i]], bound[i], open[i]);
        }

        DoubtSharedCells(lines);
    }

    /// <summary>
    /// A figure that shares its cell with another line may stand in a cell of its own whose border was not found, unless it fills the
    /// width of the cell and was wrapped.
    /// </summary>
    private static void DoubtSharedCells(IReadOnlyList<ScanLine> lines)
    {
        foreach (var cell in lines.Where(static line => line.Cell is not null).GroupBy(static line => line.Cell).Where(static cell => cell.Skip(1).Any()))
        {
            if (cell.Any(static line => FigureReading.IsFigure(line.Text)) && !IsWrapped([.. cell]))
            {
                foreach (var line in cell)
                {
                    line.Doubts.AsSpan().Fill(true);
                }
            }
        }
    }

    private static bool IsWrapped(List<ScanLine> lines) =>
        FigureReading.IsFigure(string.Concat(lines.Select(static line => line.Text)))
        && lines.SkipLast(1).All(static line => line.Box.Width + (line.UsualHeight * 2) >= line.CellWidth);

    /// <summary>Columns in which at least half of what is printed looks like figures.</summary>
    private static HashSet<int> FigureColumns(IReadOnlyList<ScanLine> lines, ReadLine[] free) =>
    [
        .. Enumerable.Range(0, lines.Count)
            .Where(i => lines[i].Column is not null)
            .GroupBy(i => lines[i].Column!.Value)
            .Where(column => column.Count(i => FigureReading.MayBe(free[i].Text)) * 2 >= column.Count())
            .Select(static column => column.Key),
    ];

    private static bool IsFigure(ScanLine line, string text, HashSet<int> columns) =>
        FigureReading.MayBe(text) || (line.Column is { } column && columns.Contains(column) && (text.Length == 0 || text.Any(char.IsAsciiDigit)));

    private static void SetFigure(ScanLine line, ReadLine free, ReadLine bound, ReadLine open)
    {
        if (line.Marks.IsStroke && line.Column is not null)
        {
            (line.Text, line.Doubts) = ("-", [false]);
            return;
        }

        var text = FigureReading.Settle(free, bound, open, line.Marks.Agree, out var isCertain);
        (line.Text, line.Doubts) = (text, new bool[text.Length]);
        line.Doubts.AsSpan().Fill(!isCertain);
    }

    private static void SetWords(ScanLine line, ReadLine read)
    {
        var text = new StringBuilder();
        var doubts = new List<bool>();
        foreach (var word in read.Words)
        {
            text.Append(word.Text);
            doubts.AddRange(Enumerable.Repeat(word.Confidence < CertainWord, word.Text.Length));
        }

        (line.Text, line.Doubts) = (text.ToString(), [.. doubts]);
    }
}
