namespace Gouji.Extract.Scans;

/// <summary>Measures how a page lies askew: the slope at which the most of its rules, or else of its print, falls into one row.</summary>
internal static class SkewMeter
{
    /// <summary>The steepest slope that is looked for: about three and a half degrees.</summary>
    private const double Steepest = 0.06;

    private const double Coarse = 0.001;

    private const double Fine = 0.0001;

    /// <summary>A slope that moves the end of a rule by less than a pixel or two needs no turning.</summary>
    private const double Least = 0.0006;

    /// <summary>Pieces of a rule that climbs from row to row are at least so long; strokes of characters are mostly shorter.</summary>
    private const int Piece = 30;

    /// <summary>The slope, downwards to the right; 0 where the page lies straight or tells nothing.</summary>
    public static double SlopeOf(InkMap map)
    {
        var runs = InkRun.Of(map, Piece, 0);
        if (runs.Sum(static run => (long)run.Length) < map.Width * 4L)
        {
            runs = InkRun.Of(map, 3, 0);
        }

        if (runs.Count == 0)
        {
            return 0;
        }

        var bins = new long[map.Height + (int)(map.Width * Steepest * 2) + 4];
        var level = Score(runs, 0, map, bins);
        var coarse = Best(runs, map, bins, 0, Steepest, Coarse);
        var slope = Best(runs, map, bins, coarse, Coarse, Fine);
        return Math.Abs(slope) < Least || Score(runs, slope, map, bins) < level * 1.02 ? 0 : slope;
    }

    private static double Best(List<InkRun> runs, InkMap map, long[] bins, double middle, double reach, double step)
    {
        var (best, most) = (middle, -1.0);
        var steps = (int)Math.Round(reach / step);
        for (var i = -steps; i <= steps; i++)
        {
            var slope = middle + (i * step);
            if (Math.Abs(slope) <= Steepest + 1e-9 && Score(runs, slope, map, bins) is var score && score > most)
            {
                (best, most) = (slope, score);
            }
        }

        return best;
    }

    private static double Score(List<InkRun> runs, double slope, InkMap map, long[] bins)
    {
        Array.Clear(bins);
        var offset = map.Width * Steepest;
        foreach (var run in runs)
        {
            // A long run counts piece by piece: only at its own slope do all of them fall into one row.
            for (var start = run.Start; start < run.End; start += Piece)
            {
                var end = Math.Min(start + Piece, run.End);
                bins[Math.Clamp((int)(run.Row + offset - (slope * (start + end) / 2)), 0, bins.Length - 1)] += end - start;
            }
        }

        var score = 0.0;
        foreach (var bin in bins)
        {
            score += (double)bin * bin;
        }

        return score;
    }
}
