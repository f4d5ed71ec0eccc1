namespace Gouji.Extract.Text;

/// <summary>
/// Finds which columns the cells of a header row cover. The text does not say: a merged cell is one cell, and the columns it covers
/// are missing. But the row below shows them. A blank cell there goes on with a merged cell above it that is one column wide; the
/// filled cells between the blank ones are what the wide cells divide into; and where a run of filled cells belongs to several wide
/// cells, the columns of the body tell where one lane of names and figures ends and the next begins.
/// </summary>
internal static class HeaderSpans
{
    /// <summary>
    /// The first column of every cell of every header row, in one list a row with the number of columns at its end. Certain is false
    /// for a row whose spans follow from more than the blank cells below.
    /// </summary>
    public static (int[][] Starts, bool[] Certain) Find(PrintedTable table, TableShape shape, ReadOnlySpan<ColumnKind> kinds)
    {
        var count = shape.BodyStart - shape.HeaderStart;
        var starts = new int[count][];
        var certain = new bool[count];
        for (var i = count - 1; i >= 0; i--)
        {
            var parents = table.CellsOf(shape.HeaderStart + i);
            var below = i + 1 < count ? table.CellsOf(shape.HeaderStart + i + 1) : default;
            starts[i] = below.Length >= parents.Length
                ? Spread(parents, below, starts[i + 1], kinds, out certain[i])
                : Spread(parents, default, null, kinds, out certain[i]);
        }

        return (starts, certain);
    }

    /// <summary>Spreads the cells of a row over the cells below, or over the bare columns where no cells are given.</summary>
    private static int[] Spread(ReadOnlySpan<PrintedCell> parents, ReadOnlySpan<PrintedCell> below, int[]? starts, ReadOnlySpan<ColumnKind> kinds, out bool certain)
    {
        starts ??= [.. Enumerable.Range(0, kinds.Length + 1)];
        var children = starts.Length - 1;
        certain = true;
        if (parents.Length == children)
        {
            return starts;
        }

        var forced = 0;
        for (var j = 1; j < below.Length; j++)
        {
            forced += IsForced(below, j) ? 1 : 0;
        }

        // More parts than cells above: blank cells below are then not all merged into the row above, and prove nothing.
        var blanksTell = forced <= parents.Length - 1;
        var wanted = parents.Length - 1 - (blanksTell ? forced : 0);
        certain = wanted == 0 && below.Length > 0 && parents.Length > 1;

        var run = new Run(below, starts, kinds, NamesCodes(parents));
        var candidates = new List<(int Score, int Child)>();
        var cut = new bool[children];
        var runStart = 0;
        for (var j = 1; j < children; j++)
        {
            if (blanksTell && below.Length > 0 && IsForced(below, j))
            {
                cut[j] = true;
                runStart = j;
            }
            else
            {
                candidates.Add((run.Score(runStart, j, children, parents.Length), j));
            }
        }

        candidates.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Child.CompareTo(b.Child));
        foreach (var (_, child) in candidates[..wanted])
        {
            cut[child] = true;
        }

        var result = new int[parents.Length + 1];
        var parent = 1;
        for (var j = 1; j < children; j++)
        {
            if (cut[j])
            {
                result[parent++] = starts[j];
            }
        }

        result[parent] = kinds.Length;
        return result;
    }

    // A blank cell stands under a cell of its own width, so that a border of that cell runs on both sides of it.
    private static bool IsForced(ReadOnlySpan<PrintedCell> below, int j) => below[j].Kind == CellKind.Blank || below[j - 1].Kind == CellKind.Blank;

    private static bool NamesCodes(ReadOnlySpan<PrintedCell> parents)
    {
        foreach (ref readonly var parent in parents)
        {
            if (BudgetWords.NamesCodes(parent.Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The cells of a row, or bare columns, that several cells above share.</summary>
    private readonly ref struct Run(ReadOnlySpan<PrintedCell> below, int[] starts, ReadOnlySpan<ColumnKind> kinds, bool parentNamesCodes)
    {
        private readonly ReadOnlySpan<PrintedCell> _below = below;
        private readonly ReadOnlySpan<ColumnKind> _kinds = kinds;

        /// <summary>How much speaks for a border above before a child; the order of the cases is the order of their weight.</summary>
        public int Score(int runStart, int child, int children, int parents)
        {
            var left = KindOf(child - 1, starts[child] - 1);
            var right = KindOf(child, starts[child]);
            if (_below.Length > 0 && _below[child].Text.Length > 0 && _below[child].Text == _below[runStart].Text)
            {
                return 8;
            }

            if (left == ColumnKind.Figure && (right is ColumnKind.Label or ColumnKind.Code))
            {
                return 7;
            }

            if (parentNamesCodes && left == ColumnKind.Code && right == ColumnKind.Label)
            {
                return 6;
            }

            if (_below.Length > 0 && child > runStart + 1 && BudgetWords.IsTotalLabel(_below[child].Text) && left == ColumnKind.Figure)
            {
                return 5;
            }

            if ((left is ColumnKind.Label or ColumnKind.Code) && right == ColumnKind.Figure)
            {
                return 4;
            }

            if (left == ColumnKind.Code)
            {
                return 0;
            }

            if (_below.Length > 0 && children % parents == 0 && child % (children / parents) == 0)
            {
                return 3;
            }

            return left == ColumnKind.Figure ? 2 : 1;
        }

        // A column that the body leaves blank holds what its heading says, and figures where the heading says nothing of the kind.
        private ColumnKind KindOf(int child, int column) => _kinds[column] != ColumnKind.Unknown
            ? _kinds[column]
            : _below.Length > 0 && BudgetWords.NamesLabels(_below[child].Text) ? ColumnKind.Label : ColumnKind.Figure;
    }
}
