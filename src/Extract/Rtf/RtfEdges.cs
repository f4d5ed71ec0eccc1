namespace Gouji.Extract.Rtf;

/// <summary>
/// The columns of a table from the edges of its rows: their union. Programs round each row on its own, so edges a hair apart are one,
/// unless a single row has both.
/// </summary>
internal sealed class RtfEdges
{
    /// <summary>One point: thinner than any column with a figure in it, wider than what rounding does.</summary>
    private const int OneEdgeTwips = 20;

    private readonly Dictionary<int, int> _columns = [];

    public RtfEdges(IReadOnlyList<RtfRow?> rows)
    {
        var edges = new List<(int Edge, int Row)>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row] is { Cells.Count: > 0 } definition)
            {
                edges.Add((definition.Left, row));
                foreach (var cell in definition.Cells)
                {
                    edges.Add((cell.Edge, row));
                }
            }
        }

        edges.Sort();
        Join(edges);
    }

    /// <summary>0-based grid column that begins at an edge.</summary>
    public int this[int edge] => _columns[edge];

    private void Join(List<(int Edge, int Row)> edges)
    {
        var column = -1;
        long first = 0;
        var rows = new HashSet<int>();
        for (var i = 0; i < edges.Count;)
        {
            var end = i;
            var shared = false;
            for (; end < edges.Count && edges[end].Edge == edges[i].Edge; end++)
            {
                shared |= rows.Contains(edges[end].Row);
            }

            if (column < 0 || shared || edges[i].Edge - first > OneEdgeTwips)
            {
                column++;
                first = edges[i].Edge;
                rows.Clear();
            }

            _columns[edges[i].Edge] = column;
            for (; i < end; i++)
            {
                rows.Add(edges[i].Row);
            }
        }
    }
}
