namespace Gouji.Extract.Scans;

/// <summary>Cuts text into its lines: rows of pixels with ink, parted by rows without.</summary>
internal static class LineCutter
{
    /// <summary>Lower bands are dust, dots and strokes, and tell nothing of the size of the text.</summary>
    private const int LeastHeight = 14;

    private const int MostHeight = 120;

    /// <summary>The height of the bands of ink that is usual on a page, in pixels.</summary>
    public static int UsualHeight(InkMap map, IEnumerable<PixelBox> boxes)
    {
        var heights = boxes.SelectMany(box => Bands(map, box)).Select(static band => band.Bottom - band.Top)
            .Where(static height => height is >= LeastHeight and <= MostHeight).Order().ToList();
        return heights.Count == 0 ? 36 : heights[heights.Count / 2];
    }

    /// <summary>The lines within a box, from the top down, each as tight as its ink.</summary>
    public static List<PixelBox> Lines(InkMap map, PixelBox box, int usualHeight)
    {
        var bands = Bands(map, box);
        for (var i = 0; i + 1 < bands.Count;)
        {
            // The strokes of 二 or the point of a figure stand apart from the rest of their line.
            var (upper, lower) = (bands[i], bands[i + 1]);
            var isPart = Math.Min(upper.Bottom - upper.Top, lower.Bottom - lower.Top) < usualHeight * 0.6;
            var (gap, height) = (lower.Top - upper.Bottom, lower.Bottom - upper.Top);
            if (isPart && ((gap <= usualHeight * 0.35 && height <= usualHeight * 1.5) || (gap <= usualHeight * 0.6 && height <= usualHeight * 1.2)))
            {
                bands[i] = (upper.Top, lower.Bottom);
                bands.RemoveAt(i + 1);
            }
            else
            {
                i++;
            }
        }

        return bands.ConvertAll(band => map.Tight(box with { Top = band.Top, Bottom = band.Bottom })).FindAll(static line => line.Width > 2 || line.Height > 2);
    }

    /// <summary>The parts of a line that stand further apart than that.</summary>
    public static List<PixelBox> Parts(InkMap map, PixelBox line, int gap)
    {
        var parts = new List<PixelBox>();
        var (start, last) = (line.Left, line.Left);
        for (var x = line.Left; x <= line.Right; x++)
        {
            if (x < line.Right && !HasInk(map, x, line))
            {
                continue;
            }

            if (x == line.Right || x - last > gap)
            {
                parts.Add(map.Tight(line with { Left = start, Right = last + 1 }));
                start = x;
            }

            last = x;
        }

        return parts;
    }

    private static bool HasInk(InkMap map, int x, PixelBox line)
    {
        for (var y = line.Top; y < line.Bottom; y++)
        {
            if (map[x, y])
            {
                return true;
            }
        }

        return false;
    }

    private static List<(int Top, int Bottom)> Bands(InkMap map, PixelBox box)
    {
        var bands = new List<(int Top, int Bottom)>();
        var top = -1;
        for (var y = box.Top; y <= box.Bottom; y++)
        {
            var hasInk = y < box.Bottom && map.Dark.AsSpan((y * map.Width) + box.Left, box.Width).Contains(true);
            if (hasInk && top < 0)
            {
                top = y;
            }
            else if (!hasInk && top >= 0)
            {
                bands.Add((top, y));
                top = -1;
            }
        }

        return bands;
    }
}
