using System.Runtime.InteropServices;
using Gouji.Model;

namespace Gouji.Extract.Text;

/// <summary>A cell as printed, before its place in the grid is known.</summary>
/// <param name="Text">Trimmed text.</param>
/// <param name="Kind">What the text looks like.</param>
/// <param name="Source">Where its first character stands.</param>
/// <param name="Indented">Whether white space stood before the tab that opens the cell.</param>
internal readonly record struct PrintedCell(string Text, CellKind Kind, SourcePosition Source, bool Indented);

/// <summary>A row as printed: a range of the table's cells.</summary>
/// <param name="First">0-based index of the first cell.</param>
/// <param name="Count">Number of cells.</param>
/// <param name="Joined">Whether a cell was joined from several lines.</param>
/// <param name="Parted">Whether the row stood as one with the row above.</param>
internal readonly record struct PrintedRow(int First, int Count, bool Joined, bool Parted = false);

/// <summary>The rows of a table as printed, in reading order. Rows may differ in their number of cells.</summary>
internal sealed class PrintedTable
{
    private readonly List<PrintedCell> _cells = [];
    private readonly List<PrintedRow> _rows = [];
    private int _first;
    private bool _joined;

    /// <summary>The finished rows.</summary>
    public ReadOnlySpan<PrintedRow> Rows => CollectionsMarshal.AsSpan(_rows);

    /// <summary>Cells of the row that is being read.</summary>
    public int OpenCells => _cells.Count - _first;

    /// <summary>Most cells in a finished row.</summary>
    public int Widest { get; private set; }

    /// <summary>Cells of the last finished row; 0 where there is none.</summary>
    public int LastCount => _rows.Count == 0 ? 0 : _rows[^1].Count;

    /// <summary>All cells.</summary>
    public ReadOnlySpan<PrintedCell> Cells => CollectionsMarshal.AsSpan(_cells);

    /// <summary>The last cell read.</summary>
    public ref PrintedCell Last => ref CollectionsMarshal.AsSpan(_cells)[^1];

    /// <summary>The cells of a row.</summary>
    public ReadOnlySpan<PrintedCell> CellsOf(PrintedRow row) => Cells.Slice(row.First, row.Count);

    /// <summary>The cells of a row.</summary>
    public ReadOnlySpan<PrintedCell> CellsOf(int row) => CellsOf(_rows[row]);

    /// <summary>Adds a cell to the row that is being read.</summary>
    public void Add(PrintedCell cell) => _cells.Add(cell);

    /// <summary>Adds a further line to the last cell.</summary>
    public void Continue(PrintedCell line)
    {
        ref var last = ref Last;
        if (line.Kind == CellKind.Blank)
        {
            return;
        }

        last = last.Kind == CellKind.Blank
            ? line with { Indented = last.Indented }
            : last with { Text = last.Text + "\n" + line.Text, Kind = CellKind.Label };
        _joined = true;
    }

    /// <summary>Ends the row that is being read.</summary>
    public void EndRow()
    {
        if (OpenCells == 0)
        {
            return;
        }

        _rows.Add(new PrintedRow(_first, OpenCells, _joined));
        Widest = Math.Max(Widest, OpenCells);
        _first = _cells.Count;
        _joined = false;
    }

    /// <summary>Takes other rows over the same cells.</summary>
    public void Replace(IReadOnlyList<PrintedRow> rows)
    {
        _rows.Clear();
        _rows.AddRange(rows);
        Widest = rows.Max(static row => row.Count);
    }
}
