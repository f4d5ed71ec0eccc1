namespace Gouji.Extract.Geometry;

/// <summary>Where the lines of running text end on the pages of a document: lines that come near are full and go on in the next.</summary>
internal sealed class Margins
{
    private readonly Dictionary<(int, int), double> _right = [];

    public Margins(List<List<PageItem>> pages)
    {
        foreach (var group in pages.SelectMany(static page => page).Where(static item => item.Line is not null).GroupBy(static item => FormatOf(item.Sheet)))
        {
            var ends = group.Select(static item => (Right: EndOf(item.Line!), item.Line!.Size)).OrderDescending().ToList();
            var right = ends[0].Right;

            // A single line may reach beyond the rest; the margin is where several end.
            for (var i = 0; i + 1 < ends.Count; i++)
            {
                if (ends[i].Right - ends[i + 1].Right < ends[i].Size)
                {
                    right = ends[i].Right;
                    break;
                }
            }

            // Pages of short lines only tell nothing of the margin; it lies about as far from the edge as the left one.
            var page = group.First().Sheet.Bounds;
            var left = group.Min(static item => item.Line!.Left) - page.Left;
            _right[group.Key] = Math.Max(right, page.Right - Math.Max(left * 1.5, page.Width * 0.2));
        }
    }

    public double RightOf(Sheet sheet) => _right[FormatOf(sheet)];

    /// <summary>Where a line ends but for the punctuation at its end, which may hang beyond the margin.</summary>
    private static double EndOf(TextLine line)
    {
        var last = line.Glyphs.Count - 1;
        while (last > 0 && ParagraphFlow.IsClosing(line.Glyphs[last].Text[0]))
        {
            last--;
        }

        return line.Glyphs[last].Right;
    }

    private static (int Width, int Height) FormatOf(Sheet sheet) => ((int)Math.Round(sheet.Bounds.Width / 5), (int)Math.Round(sheet.Bounds.Height / 5));
}
