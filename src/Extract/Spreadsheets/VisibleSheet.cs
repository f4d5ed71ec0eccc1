using Gouji.Model;

namespace Gouji.Extract.Spreadsheets;

/// <summary>A cell as shown. Row and Column are 1-based positions among the visible ones.</summary>
/// <param name="Row">Position of the top row.</param>
/// <param name="Column">Position of the left column.</param>
/// <param name="RowSpan">Visible rows covered.</param>
/// <param name="ColumnSpan">Visible columns covered.</param>
/// <param name="Text">The printed text; empty for a blank merged cell.</param>
/// <param name="Nature">What stands in it.</param>
/// <param name="Source">Sheet, row and column of the file.</param>
internal readonly record struct VisibleCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, CellNature Nature, SourcePosition Source)
{
    public int LastRow => Row + RowSpan - 1;

    public int LastColumn => Column + ColumnSpan - 1;

    public bool IsBlank => Text.Length == 0 && Nature != CellNature.Lost;
}

/// <summary>
/// A sheet as it is shown: hidden rows and columns are gone, merged ranges are cells with spans, and what stands under a merged cell is
/// left out, as programs leave it out.
/// </summary>
internal sealed class VisibleSheet
{
    private readonly Sheet _sheet;
    private readonly List<VisibleCell> _cells = [];
    private readonly CellRange[] _merges;
    private readonly string[] _texts;
    private readonly CellNature[] _natures;
    private readonly bool[] _dropped;

    private VisibleSheet(Sheet sheet)
    {
        _sheet = sheet;
        Rows = sheet.VisibleRows();
        Columns = sheet.VisibleColumns();
        _merges = [.. sheet.Merges];
        Array.Sort(_merges, static (a, b) => a.Top != b.Top ? a.Top.CompareTo(b.Top) : a.Left.CompareTo(b.Left));
        _texts = new string[_merges.Length];
        _natures = new CellNature[_merges.Length];
        _dropped = new bool[_merges.Length];
    }

    public string Name => _sheet.Name;

    public VisibleAxis Rows { get; }

    public VisibleAxis Columns { get; }

    /// <summary>The cells in reading order; blank ones only where they are merged.</summary>
    public IReadOnlyList<VisibleCell> Cells => _cells;

    /// <summary>For each row with borders: its position, how many cells have some, and the position of the last of them.</summary>
    public List<(int Row, int Count, int LastColumn)> Borders { get; } = [];

    /// <summary>Rows at which merged ranges overlap and one was left aside, by position.</summary>
    public List<int> Overlaps { get; } = [];

    public static VisibleSheet Of(Sheet sheet, CellBudget budget, SheetNotes notes)
    {
        var visible = new VisibleSheet(sheet);
        visible.PlaceCells(budget, notes);
        visible.PlaceMerges();
        visible._cells.Sort(static (a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Column.CompareTo(b.Column));
        return visible;
    }

    // One sweep down the rows: at each column stands the merged range that covers it, and down to where.
    private void PlaceCells(CellBudget budget, SheetNotes notes)
    {
        var owner = new int[CellName.MostColumns + 1];
        var until = new int[CellName.MostColumns + 1];
        var next = 0;
        foreach (var row in _sheet.Rows)
        {
            Begin(row.Number);
            var isHidden = Rows.IsHidden(row.Number);
            if (row.Borders > 0 && !isHidden)
            {
                Borders.Add((Rows.PositionOf(row.Number), row.Borders, Columns.PositionOf(row.LastBorder)));
            }

            for (var i = row.FirstCell; i < row.FirstCell + row.CellCount; i++)
            {
                var cell = _sheet.Cells[i];
                if (until[cell.Column] >= row.Number)
                {
                    Cover(owner[cell.Column], cell, notes);
                }
                else if (isHidden)
                {
                    notes.HiddenRow(row.Number);
                }
                else if (Columns.IsHidden(cell.Column))
                {
                    notes.HiddenColumn(cell.Column);
                }
                else
                {
                    _cells.Add(new VisibleCell(
                        Rows.PositionOf(row.Number), Columns.PositionOf(cell.Column), 1, 1, cell.Text, cell.Nature, new SourcePosition(Name, row.Number, cell.Column)));
                }
            }
        }

        Begin(int.MaxValue);

        void Begin(int row)
        {
            for (; next < _merges.Length && _merges[next].Top <= row; next++)
            {
                var merge = _merges[next];
                budget.TakeWork(merge.Right - merge.Left + 1);
                if (until.AsSpan(merge.Left, merge.Right - merge.Left + 1).IndexOfAnyExceptInRange(int.MinValue, merge.Top - 1) >= 0)
                {
                    _dropped[next] = true;
                    Overlaps.Add(Rows.PositionOf(merge.Top));
                    continue;
                }

                owner.AsSpan(merge.Left, merge.Right - merge.Left + 1).Fill(next);
                until.AsSpan(merge.Left, merge.Right - merge.Left + 1).Fill(merge.Bottom);
            }
        }
    }

    private void Cover(int merge, SheetCell cell, SheetNotes notes)
    {
        if (cell.Row == _merges[merge].Top && cell.Column == _merges[merge].Left)
        {
            _texts[merge] = cell.Text;
            _natures[merge] = cell.Nature;
        }
        else
        {
            notes.Covered(cell.Row, cell.Column);
        }
    }

    // The text of a merged cell is shown in what is left of it, even where the cell that holds it is hidden.
    private void PlaceMerges()
    {
        for (var i = 0; i < _merges.Length; i++)
        {
            var merge = _merges[i];
            var (top, left) = (Rows.PositionOf(merge.Top), Columns.PositionOf(merge.Left));
            var rows = Rows.PositionOf(merge.Bottom + 1) - top;
            var columns = Columns.PositionOf(merge.Right + 1) - left;
            if (!_dropped[i] && rows > 0 && columns > 0)
            {
                _cells.Add(new VisibleCell(top, left, rows, columns, _texts[i] ?? "", _natures[i], new SourcePosition(Name, merge.Top, merge.Left)));
            }
        }
    }
}
