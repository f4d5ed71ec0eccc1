using System.Globalization;
using System.Runtime.InteropServices;

namespace Gouji.Extract.Doc;

/// <summary>
/// The columns of a table from the edges of the cells of all its rows: every edge that any row has parts two columns. Edges that were
/// meant to be one differ by rounding or by a careless hand, so that those too close for a column between them count as one.
/// </summary>
internal sealed class GridColumns
{
    /// <summary>Edges that differ by no more are the same to Word itself.</summary>
    private const int SameEdge = 3;

    /// <summary>No digit fits between edges so close (half a millimetre; a twip is 1/1440 inch).</summary>
    private const int TooNarrow = 30;

    private readonly List<int> _firsts = [];

    /// <param name="rows">Edges of each row, from left to right.</param>
    public GridColumns(IEnumerable<int[]> rows)
    {
        var edges = new List<int>();
        var tolerance = TooNarrow;
        int[]? last = null;
        foreach (var row in rows)
        {
            // Most rows of a table have the edges of the row above.
            if (last is not null && row.AsSpan().SequenceEqual(last))
            {
                continue;
            }

            last = row;
            edges.AddRange(row);
            for (var i = 1; i < row.Length; i++)
            {
                // Two edges of one row are never one, unless the row itself puts them in one place.
                var width = row[i] - row[i - 1];
                tolerance = width > 0 ? Math.Min(tolerance, width - 1) : tolerance;
            }
        }

        edges.Sort();
        foreach (var edge in CollectionsMarshal.AsSpan(edges))
        {
            if (_firsts.Count == 0 || edge - _firsts[^1] > tolerance)
            {
                _firsts.Add(edge);
            }
            else
            {
                WidestGap = Math.Max(WidestGap, edge - _firsts[^1]);
            }
        }
    }

    /// <summary>The largest distance between edges that count as one.</summary>
    public int WidestGap { get; }

    /// <summary>In words, that edges were taken as one which Word keeps apart; null where there are none.</summary>
    public string? Guess => WidestGap > SameEdge
        ? string.Create(CultureInfo.InvariantCulture, $"cell edges up to {WidestGap} twips apart were taken as one")
        : null;

    /// <summary>0-based column that begins at an edge.</summary>
    public int this[int edge]
    {
        get
        {
            var index = _firsts.BinarySearch(edge);
            return index >= 0 ? index : ~index - 1;
        }
    }
}
