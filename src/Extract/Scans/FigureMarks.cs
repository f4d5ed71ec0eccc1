namespace Gouji.Extract.Scans;

/// <summary>
/// The marks of ink a line is made of, to be compared with a figure that was read in it. A point that is overlooked makes a figure a
/// hundred times larger, and an engine is often sure of it; the ink tells how many points there are.
/// </summary>
/// <param name="Low">Small marks at the foot of the line: points and commas.</param>
/// <param name="Tall">Marks as high as the line: digits, single or touching.</param>
/// <param name="IsStroke">Whether there is one flat mark and nothing else.</param>
/// <param name="IsParted">Whether there is a gap in it that no figure has: two figures whose border was not found.</param>
internal readonly record struct FigureMarks(int Low, int Tall, bool IsStroke, bool IsParted)
{
    public static FigureMarks Of(InkMap map, PixelBox line, int usualHeight)
    {
        var (low, tall, all) = (0, 0, 0);
        foreach (var mark in LineCutter.Parts(map, line, 1))
        {
            all++;
            if (mark.Height * 2 < line.Height && mark.Top > line.Top + (line.Height / 2))
            {
                low++;
            }
            else if (mark.Height * 10 > line.Height * 7)
            {
                tall++;
            }
        }

        return new FigureMarks(low, tall, all == 1 && line.Height * 4 <= usualHeight && line.Width >= line.Height * 2 && line.Width <= usualHeight * 3, LineCutter.Parts(map, line, Math.Max(line.Height, usualHeight)).Count > 1);
    }

    /// <summary>Whether the ink has the points of a text and no mark too many: digits may touch each other, and a comma its digit.</summary>
    public bool Agree(string text)
    {
        var points = text.Count(static c => c is '.' or ',');
        var digits = text.Count(static c => char.IsAsciiDigit(c) || c == '%');
        return !IsParted && Tall <= digits + text.Count(static c => c == '%') && (text.Contains(',', StringComparison.Ordinal) ? Low <= points : Low == points);
    }
}
