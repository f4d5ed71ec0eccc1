namespace Gouji.Extract.Geometry;

/// <summary>
/// Parts the rows of a table that has rules between its columns but none between its rows: where the lines of every cell stand side by
/// side and at least two columns hold a figure a line, each line is a row.
/// </summary>
internal static class RowParter
{
    /// <param name="lattice">The rules.</param>
    /// <param name="inside">The glyphs within them.</param>
    /// <param name="parted">Rows, in the new counting, that were made so.</param>
    public static Lattice Part(Lattice lattice, List<Glyph> inside, List<int> parted)
    {
        List<Glyph>?[]? rows = null;
        for (var row = lattice.Rows - 1; row >= 0; row--)
        {
            // Three lines at least: two may be one wrapped figure and its label.
            if (lattice.Ys[row] - lattice.Ys[row + 1] < 24 || !IsOneRow(lattice, row))
            {
                continue;
            }

            // What is parted lies below: the rows above it keep their numbers and their glyphs.
            rows ??= ByRow(lattice, inside);
            var borders = BordersIn(lattice, rows[row]);
            if (borders.Count > 0)
            {
                lattice = lattice.WithRows(row, borders);
                for (var i = 0; i < parted.Count; i++)
                {
                    parted[i] += borders.Count;
                }

                parted.AddRange(Enumerable.Range(row, borders.Count + 1));
            }
        }

        parted.Sort();
        return lattice;
    }

    private static bool IsOneRow(Lattice lattice, int row)
    {
        for (var column = 0; column < lattice.Columns; column++)
        {
            if (!lattice.IsRuledAbove(row, column) || !lattice.IsRuledAbove(row + 1, column) || !lattice.IsRuledBefore(row, column))
            {
                return false;
            }
        }

        return true;
    }

    private static List<Glyph>?[] ByRow(Lattice lattice, List<Glyph> inside)
    {
        var rows = new List<Glyph>?[lattice.Rows];
        foreach (var glyph in inside)
        {
            if (glyph.Direction == Direction.Right && lattice.RowAt(glyph.Centre.Y) is >= 0 and var row)
            {
                (rows[row] ??= []).Add(glyph);
            }
        }

        return rows;
    }

    private static List<double> BordersIn(Lattice lattice, List<Glyph>? glyphs)
    {
        if (glyphs is null)
        {
            return [];
        }

        var cells = new List<Glyph>?[lattice.Columns];
        foreach (var glyph in glyphs)
        {
            (cells[lattice.ColumnAt(glyph.Centre.X)] ??= []).Add(glyph);
        }

        var columns = cells.Where(static cell => cell is not null).Select(static cell => TextLine.Group(cell!)).ToList();
        var figures = columns.FindAll(static lines => lines.Count >= 3 && lines.TrueForAll(static line => Figures.IsFigureOrDash(line.Text)));
        if (figures.Count < 2)
        {
            return [];
        }

        var leader = columns.MaxBy(static lines => lines.Count)!;
        var fits = columns.TrueForAll(lines => lines.TrueForAll(line => leader.Exists(other => Math.Abs(other.Baseline - line.Baseline) < other.Size * 0.4)));
        return fits
            ? leader.Zip(leader.Skip(1)).Select(static pair => (pair.First.Box.Bottom + pair.Second.Box.Top) / 2).ToList()
            : [];
    }
}
