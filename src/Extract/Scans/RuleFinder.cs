using Gouji.Extract.Geometry;

namespace Gouji.Extract.Scans;

/// <summary>Finds the rules of a page in its picture: long, thin, dark runs, level and upright.</summary>
internal static class RuleFinder
{
    /// <summary>Shorter level runs are strokes of characters: 0.2 inch at 300 pixels an inch.</summary>
    private const int LeastLevel = 60;

    /// <summary>An upright rule may be as short as one row of a table is high.</summary>
    private const int LeastUpright = 48;

    /// <summary>Faint ink joins neighbouring strokes; what is longer than this in one row is none of them.</summary>
    private const int LeastFaint = 170;

    /// <summary>Thicker bars are fillings, pictures and the dark edge of the glass: a millimetre.</summary>
    private const int Thickest = 14;

    /// <summary>Ink that is broken for less than this is one rule.</summary>
    private const int Bridged = 4;

    /// <summary>What lies nearer to the edge of the page is the edge of the sheet, not of a table.</summary>
    public const int Edge = 45;

    /// <param name="map">The page.</param>
    /// <param name="faint">The page with what is fainter than print: of it, only what is longer than any stroke of a character counts.</param>
    /// <returns>The rules in points from the bottom left, each with where it stands in pixels.</returns>
    public static List<(Rule Rule, PixelBox Box)> Find(InkMap map, InkMap? faint = null)
    {
        var rules = new List<(Rule Rule, PixelBox Box)>();
        foreach (var bar in Bars(map, LeastLevel).Concat(faint is null ? [] : Bars(faint, LeastFaint)))
        {
            if (bar.Top >= Edge && bar.Bottom <= map.Height - Edge)
            {
                rules.Add((
                    new Rule(true, ScanScale.ToPoints(map.Height - bar.Middle), ScanScale.ToPoints(bar.Left), ScanScale.ToPoints(bar.Right)),
                    new PixelBox(bar.Left, bar.Top, bar.Right, bar.Bottom)));
            }
        }

        foreach (var bar in Bars(map.Transposed(), LeastUpright).Concat(faint is null ? [] : Bars(faint.Transposed(), LeastFaint)))
        {
            if (bar.Top >= Edge && bar.Bottom <= map.Width - Edge)
            {
                rules.Add((
                    new Rule(false, ScanScale.ToPoints(bar.Middle), ScanScale.ToPoints(map.Height - bar.Right), ScanScale.ToPoints(map.Height - bar.Left)),
                    new PixelBox(bar.Top, bar.Left, bar.Bottom, bar.Right)));
            }
        }

        return rules;
    }

    /// <summary>Runs that lie on each other are one bar.</summary>
    private static IEnumerable<Bar> Bars(InkMap map, int least)
    {
        var done = new List<Bar>();
        var open = new List<Bar>();
        foreach (var run in InkRun.Of(map, least, Bridged))
        {
            for (var i = open.Count - 1; i >= 0; i--)
            {
                if (open[i].Bottom < run.Row - 1)
                {
                    done.Add(open[i]);
                    open.RemoveAt(i);
                }
            }

            var bar = open.Find(other => run.Start <= other.LastEnd + Bridged && run.End >= other.LastStart - Bridged && other.Bottom >= run.Row - 1);
            if (bar is null)
            {
                open.Add(bar = new Bar());
            }

            bar.Add(run);
        }

        done.AddRange(open);
        return done.Where(static bar => bar.Area <= (long)Thickest * (bar.Right - bar.Left)).OrderBy(static bar => bar.Top).ThenBy(static bar => bar.Left);
    }

    private sealed class Bar
    {
        private double _moment;

        public int Left { get; private set; } = int.MaxValue;

        public int Right { get; private set; }

        public int Top { get; private set; } = int.MaxValue;

        public int Bottom { get; private set; }

        public int LastStart { get; private set; }

        public int LastEnd { get; private set; }

        public long Area { get; private set; }

        public double Middle => (_moment / Area) + 0.5;

        public void Add(InkRun run)
        {
            (LastStart, LastEnd) = Bottom == run.Row + 1 ? (Math.Min(LastStart, run.Start), Math.Max(LastEnd, run.End)) : (run.Start, run.End);
            (Left, Right) = (Math.Min(Left, run.Start), Math.Max(Right, run.End));
            (Top, Bottom) = (Math.Min(Top, run.Row), run.Row + 1);
            Area += run.Length;
            _moment += (double)run.Length * run.Row;
        }
    }
}
