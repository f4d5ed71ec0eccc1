namespace Gouji.Extract.Scans;

/// <summary>Dark pixels side by side in a row; End lies behind the last.</summary>
internal readonly record struct InkRun(int Row, int Start, int End)
{
    public int Length => End - Start;

    /// <summary>The runs of at least that length, row by row from the top; light gaps up to <paramref name="bridged"/> pixels part none.</summary>
    public static List<InkRun> Of(InkMap map, int least, int bridged)
    {
        var runs = new List<InkRun>();
        for (var y = 0; y < map.Height; y++)
        {
            var row = map.Dark.AsSpan(y * map.Width, map.Width);
            for (var x = row.IndexOf(true); x >= 0 && x < row.Length;)
            {
                var end = x;
                var next = x;
                while (next >= 0 && next - end <= bridged)
                {
                    var stop = row[next..].IndexOf(false);
                    end = stop < 0 ? row.Length : next + stop;
                    var more = row[end..].IndexOf(true);
                    next = more < 0 ? -1 : end + more;
                }

                if (end - x >= least)
                {
                    runs.Add(new InkRun(y, x, end));
                }

                x = next;
            }
        }

        return runs;
    }
}
