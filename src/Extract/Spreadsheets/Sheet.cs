using Gouji.Extract.Docx;

namespace Gouji.Extract.Spreadsheets;

/// <summary>What kind of value stands in a cell, as far as the layout depends on it.</summary>
internal enum CellNature : byte
{
    Text,

    /// <summary>A number, or a date.</summary>
    Number,

    /// <summary>Something is printed there, but the file does not tell what: most often a formula without its result.</summary>
    Lost,

    /// <summary>No cell: the row ends before it.</summary>
    Missing,
}

/// <summary>A cell of a sheet with its printed text. Row and Column are the 1-based ones of the file.</summary>
internal readonly record struct SheetCell(int Row, int Column, string Text, CellNature Nature);

/// <summary>
/// One sheet as its file has it: the cells that print something, merged ranges, what is hidden, and how many cells of a row have
/// borders. Blank cells are not kept, for files have them by the million.
/// </summary>
internal sealed class Sheet(string name, CellBudget budget)
{
    private readonly List<SheetCell> _cells = [];
    private readonly List<SheetRow> _rows = [];
    private readonly List<(int First, int Last)> _hiddenRows = [];
    private readonly List<(int First, int Last)> _hiddenColumns = [];
    private VisibleAxis? _columns;
    private int _row;
    private int _column;

    public string Name { get; } = name;

    public IReadOnlyList<SheetCell> Cells => _cells;

    /// <summary>Rows with a text or borders, hidden ones included, in order.</summary>
    public IReadOnlyList<SheetRow> Rows => _rows;

    public List<CellRange> Merges { get; } = [];

    public VisibleAxis VisibleRows() => new(_hiddenRows);

    public VisibleAxis VisibleColumns() => _columns ??= new VisibleAxis(_hiddenColumns);

    /// <summary>Hides columns; all of them before the first row.</summary>
    public void HideColumns(int first, int last)
    {
        if (first >= 1 && first <= last)
        {
            _hiddenColumns.Add((first, Math.Min(last, CellName.MostColumns)));
        }
    }

    public void BeginRow(int number, bool hidden)
    {
        if (number <= _row || number > CellName.MostRows)
        {
            throw Unreadable.Part(Name, $"第{number}行的顺序有误", $"row {number} is out of order");
        }

        if (_rows is [.., { CellCount: 0, Borders: 0 }])
        {
            _rows.RemoveAt(_rows.Count - 1);
        }

        _rows.Add(new SheetRow(number, _cells.Count, 0, 0, 0));
        _row = number;
        _column = 0;
        if (hidden)
        {
            _hiddenRows.Add((number, number));
        }
    }

    /// <summary>Adds a cell to the current row. An empty text is none, unless it was lost.</summary>
    public void Add(int column, string text, CellNature nature)
    {
        if (column <= _column || column > CellName.MostColumns)
        {
            throw Unreadable.Part(Name, $"第{_rows[^1].Number}行的单元格顺序有误", $"cells of row {_rows[^1].Number} are out of order");
        }

        _column = column;
        if (text.Length == 0 && nature != CellNature.Lost)
        {
            return;
        }

        budget.TakeText();
        _cells.Add(new SheetCell(_rows[^1].Number, column, text, nature));
        _rows[^1] = _rows[^1] with { CellCount = _rows[^1].CellCount + 1 };
    }

    /// <summary>Tells that a visible cell of the current row has borders.</summary>
    public void AddBorder(int column)
    {
        if (!VisibleColumns().IsHidden(column))
        {
            _rows[^1] = _rows[^1] with { Borders = _rows[^1].Borders + 1, LastBorder = Math.Max(_rows[^1].LastBorder, column) };
        }
    }
}

/// <summary>A row of a sheet.</summary>
/// <param name="Number">1-based number.</param>
/// <param name="FirstCell">0-based index of its first cell.</param>
/// <param name="CellCount">Cells that print something.</param>
/// <param name="Borders">Visible cells with borders.</param>
/// <param name="LastBorder">Column of the last of them; 0 where there is none.</param>
internal readonly record struct SheetRow(int Number, int FirstCell, int CellCount, int Borders, int LastBorder);
