namespace Gouji.Extract.Geometry;

/// <summary>A cell of a lattice: the 0-based top left position and the positions it covers.</summary>
internal readonly record struct CellShape(int Row, int Column, int RowSpan, int ColumnSpan)
{
    /// <summary>Whether nothing closes the cell on an outer side that has a border elsewhere: the row ends early there.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>Joins the positions between which no rule is drawn into cells, so that every position belongs to exactly one.</summary>
internal static class CellShapes
{
    /// <param name="lattice">The rules.</param>
    /// <param name="mended">Rows at which positions joined into something that is no rectangle and were parted again.</param>
    public static List<CellShape> Of(Lattice lattice, out List<int> mended)
    {
        var (rows, columns) = (lattice.Rows, lattice.Columns);
        var owner = new int[rows * columns];
        Array.Fill(owner, -1);
        var shapes = new List<CellShape>();
        mended = [];
        var pending = new Stack<int>();
        var members = new List<int>();
        for (var start = 0; start < owner.Length; start++)
        {
            if (owner[start] >= 0)
            {
                continue;
            }

            members.Clear();
            Flood(lattice, start, owner, pending, members);
            var (top, left, bottom, right) = (int.MaxValue, int.MaxValue, 0, 0);
            foreach (var member in members)
            {
                var (row, column) = Math.DivRem(member, columns);
                (top, bottom) = (Math.Min(top, row), Math.Max(bottom, row));
                (left, right) = (Math.Min(left, column), Math.Max(right, column));
            }

            if ((bottom - top + 1) * (right - left + 1) == members.Count)
            {
                var shape = new CellShape(top, left, bottom - top + 1, right - left + 1);
                shapes.Add(shape with { IsOpen = IsOpen(lattice, shape) });
            }
            else
            {
                mended.Add(top);
                PartIntoRuns(members, columns, shapes);
            }
        }

        return shapes;
    }

    private static void Flood(Lattice lattice, int start, int[] owner, Stack<int> pending, List<int> members)
    {
        var columns = lattice.Columns;
        owner[start] = start;
        pending.Push(start);
        while (pending.TryPop(out var position))
        {
            members.Add(position);
            var (row, column) = Math.DivRem(position, columns);
            Enter(column > 0 && !lattice.IsRuledBefore(row, column), position - 1);
            Enter(column < columns - 1 && !lattice.IsRuledBefore(row, column + 1), position + 1);
            Enter(row > 0 && !lattice.IsRuledAbove(row, column), position - columns);
            Enter(row < lattice.Rows - 1 && !lattice.IsRuledAbove(row + 1, column), position + columns);
        }

        void Enter(bool open, int position)
        {
            if (open && owner[position] < 0)
            {
                owner[position] = start;
                pending.Push(position);
            }
        }
    }

    /// <summary>Runs along a row are cells; equal runs in rows one below the other are one cell.</summary>
    private static void PartIntoRuns(List<int> members, int columns, List<CellShape> shapes)
    {
        members.Sort();
        var first = shapes.Count;
        for (var i = 0; i < members.Count;)
        {
            var end = i + 1;
            while (end < members.Count && members[end] == members[end - 1] + 1 && members[end] % columns != 0)
            {
                end++;
            }

            var (row, column) = Math.DivRem(members[i], columns);
            var width = end - i;
            var above = shapes.FindIndex(first, shape => shape.Column == column && shape.ColumnSpan == width && shape.Row + shape.RowSpan == row);
            if (above >= 0)
            {
                shapes[above] = shapes[above] with { RowSpan = shapes[above].RowSpan + 1 };
            }
            else
            {
                shapes.Add(new CellShape(row, column, 1, width));
            }

            i = end;
        }
    }

    /// <summary>A table that has no border at all on a side is drawn so; one that has it almost everywhere lacks cells where it has not.</summary>
    private static bool IsOpen(Lattice lattice, CellShape shape) =>
        (shape.Column == 0 && IsOpen(lattice, shape, 0)) || (shape.Column + shape.ColumnSpan == lattice.Columns && IsOpen(lattice, shape, lattice.Columns));

    private static bool IsOpen(Lattice lattice, CellShape shape, int side)
    {
        var ruled = 0;
        for (var row = 0; row < lattice.Rows; row++)
        {
            ruled += lattice.IsRuledBefore(row, side) ? 1 : 0;
            if (row >= shape.Row && row < shape.Row + shape.RowSpan && lattice.IsRuledBefore(row, side))
            {
                return false;
            }
        }

        return ruled * 2 > lattice.Rows;
    }
}
