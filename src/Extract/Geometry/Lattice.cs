namespace Gouji.Extract.Geometry;

/// <summary>
/// The positions at which the rules of one table stand, and between which of them a rule is drawn. Columns count from the left, rows
/// from the top.
/// </summary>
internal sealed class Lattice
{
    /// <summary>A rule that covers this share of the way between two positions parts the cells on its sides.</summary>
    private const double Covering = 0.75;

    /// <summary>Rules that reach further than this beyond the last rule across show that the outer border is missing.</summary>
    private const double Overhang = 8;

    private readonly bool[] _above;
    private readonly bool[] _before;

    private Lattice(double[] xs, double[] ys, bool[] above, bool[] before)
    {
        Xs = xs;
        Ys = ys;
        _above = above;
        _before = before;
    }

    /// <summary>Edges of the columns, left to right: one more than columns.</summary>
    public double[] Xs { get; }

    /// <summary>Edges of the rows, top to bottom: one more than rows.</summary>
    public double[] Ys { get; }

    public int Columns => Xs.Length - 1;

    public int Rows => Ys.Length - 1;

    public Box Bounds => new(Xs[0], Ys[^1], Xs[^1], Ys[0]);

    /// <summary>Whether a rule runs along the top of a position; row <see cref="Rows"/> asks for the bottom border.</summary>
    public bool IsRuledAbove(int row, int column) => _above[(row * Columns) + column];

    /// <summary>Whether a rule runs along the left of a position; column <see cref="Columns"/> asks for the right border.</summary>
    public bool IsRuledBefore(int row, int column) => _before[(row * (Columns + 1)) + column];

    /// <summary>The column at an x, or -1.</summary>
    public int ColumnAt(double x)
    {
        var index = Array.BinarySearch(Xs, x);
        index = index >= 0 ? Math.Min(index, Columns - 1) : ~index - 1;
        return index >= 0 && index < Columns ? index : -1;
    }

    /// <summary>The row at a y, or -1.</summary>
    public int RowAt(double y)
    {
        if (y > Ys[0] || y < Ys[^1])
        {
            return -1;
        }

        var (low, high) = (0, Rows - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (y >= Ys[middle + 1])
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>The lattice of a group of rules; null where it encloses no cell.</summary>
    public static Lattice? Of(List<Rule> group)
    {
        var horizontals = group.FindAll(static rule => rule.IsHorizontal);
        var verticals = group.FindAll(static rule => !rule.IsHorizontal);
        AddMissingBorders(horizontals, verticals, false);
        AddMissingBorders(verticals, horizontals, true);
        horizontals = Enclosed(horizontals, verticals);
        verticals = Enclosed(verticals, horizontals);
        horizontals = Enclosed(horizontals, verticals);
        var xs = Positions(verticals);
        var ys = Positions(horizontals);
        Array.Reverse(ys);
        if (xs.Length < 2 || ys.Length < 2)
        {
            return null;
        }

        var (columns, rows) = (xs.Length - 1, ys.Length - 1);
        var above = new bool[(rows + 1) * columns];
        foreach (var rule in horizontals)
        {
            var row = Nearest(ys, rule.At);
            for (var column = 0; column < columns; column++)
            {
                above[(row * columns) + column] |= Covers(rule, xs[column], xs[column + 1]);
            }
        }

        var before = new bool[rows * (columns + 1)];
        foreach (var rule in verticals)
        {
            var column = Nearest(xs, rule.At);
            for (var row = 0; row < rows; row++)
            {
                before[(row * (columns + 1)) + column] |= Covers(rule, ys[row + 1], ys[row]);
            }
        }

        return new Lattice(xs, ys, above, before);
    }

    /// <summary>The same lattice with borders drawn right across a row.</summary>
    public Lattice WithRows(int row, List<double> borders)
    {
        var (ys, above, before) = (Ys.ToList(), _above.ToList(), _before.ToList());
        ys.InsertRange(row + 1, borders);
        for (var i = 0; i < borders.Count; i++)
        {
            above.InsertRange((row + 1) * Columns, Enumerable.Repeat(true, Columns));
            before.InsertRange(row * (Columns + 1), _before.AsSpan(row * (Columns + 1), Columns + 1).ToArray());
        }

        return new Lattice(Xs, [.. ys], [.. above], [.. before]);
    }

    /// <summary>
    /// Where rules agree to end beyond the last rule across them, the table is open on that side: text stands there, and a border is
    /// drawn in thought.
    /// </summary>
    private static void AddMissingBorders(List<Rule> along, List<Rule> across, bool acrossIsHorizontal)
    {
        if (along.Count < 2)
        {
            return;
        }

        AddMissingBorder(along, across, acrossIsHorizontal, across.Min(static rule => rule.At), -1);
        AddMissingBorder(along, across, acrossIsHorizontal, across.Max(static rule => rule.At), 1);
    }

    private static void AddMissingBorder(List<Rule> along, List<Rule> across, bool acrossIsHorizontal, double last, int sign)
    {
        var end = sign < 0 ? along.Min(static rule => rule.From) : along.Max(static rule => rule.To);
        if ((end - last) * sign < Overhang)
        {
            return;
        }

        var agreeing = along.FindAll(rule => Math.Abs((sign < 0 ? rule.From : rule.To) - end) <= Rule.Near * 1.5);
        if (agreeing.Count >= 2 && agreeing.Count * 2 >= along.Count)
        {
            across.Add(new Rule(acrossIsHorizontal, end, agreeing.Min(static rule => rule.At), agreeing.Max(static rule => rule.At)));
        }
    }

    /// <summary>
    /// What lies between the first and the last rule across it. A line that ends freely inside a cell is an underline or a stroke, not
    /// a border.
    /// </summary>
    private static List<Rule> Enclosed(List<Rule> rules, List<Rule> across)
    {
        var enclosed = new List<Rule>(rules.Count);
        foreach (var rule in rules)
        {
            var (from, to) = (double.MaxValue, double.MinValue);
            foreach (var other in across)
            {
                if (rule.Meets(other))
                {
                    (from, to) = (Math.Min(from, other.At), Math.Max(to, other.At));
                }
            }

            if (to - from > Rule.Near)
            {
                enclosed.Add(rule with { From = from, To = to });
            }
        }

        return enclosed;
    }

    private static double[] Positions(List<Rule> rules)
    {
        var all = rules.ConvertAll(static rule => rule.At);
        all.Sort();
        var positions = new List<double>();
        for (var first = 0; first < all.Count;)
        {
            var end = first + 1;
            while (end < all.Count && all[end] - all[first] <= Rule.Near)
            {
                end++;
            }

            positions.Add((all[first] + all[end - 1]) / 2);
            first = end;
        }

        return [.. positions];
    }

    private static int Nearest(double[] positions, double at)
    {
        var best = 0;
        for (var i = 1; i < positions.Length; i++)
        {
            best = Math.Abs(positions[i] - at) < Math.Abs(positions[best] - at) ? i : best;
        }

        return best;
    }

    private static bool Covers(in Rule rule, double from, double to) =>
        Math.Min(rule.To, to) - Math.Max(rule.From, from) >= Covering * (to - from);
}
