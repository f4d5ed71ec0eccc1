using Gouji.Model;

namespace Gouji.Extract.Spreadsheets;

/// <summary>Collects what a sheet holds that was left out or that is not what it seems, and says so in one note a kind.</summary>
internal sealed class SheetNotes(string sheet, List<ReadingNote> notes)
{
    private const int MostNamed = 8;

    private readonly SortedSet<int> _hiddenRows = [];
    private readonly SortedSet<int> _hiddenColumns = [];
    private readonly CellList _covered = new();
    private readonly CellList _lost = new();
    private readonly CellList _unclear = new();
    private readonly CellList _dates = new();
    private readonly CellList _notShown = new();

    public void HiddenRow(int row) => _hiddenRows.Add(row);

    public void HiddenColumn(int column) => _hiddenColumns.Add(column);

    public void Covered(int row, int column) => _covered.Add(row, column);

    public void Lost(int row, int column) => _lost.Add(row, column);

    /// <summary>A number in a date format that the file says and nobody can tell any more.</summary>
    public void Unclear(int row, int column) => _unclear.Add(row, column);

    public void Remark(PrintRemark remark, int row, int column)
    {
        switch (remark)
        {
            case PrintRemark.NumberInDateFormat:
                _dates.Add(row, column);
                break;
            case PrintRemark.NotShown:
                _notShown.Add(row, column);
                break;
            case PrintRemark.None:
            default:
                break;
        }
    }

    /// <summary>Adds the notes on this sheet.</summary>
    public void Finish()
    {
        if (_hiddenRows.Count > 0)
        {
            var rows = VisibleAxis.Describe([.. _hiddenRows], asColumns: false);
            Add("hidden-rows", $"工作表“{sheet}”的隐藏行（第{rows}行）有内容，未读取。", $"Hidden rows of sheet “{sheet}” ({rows}) hold text that was not read.");
        }

        if (_hiddenColumns.Count > 0)
        {
            var columns = VisibleAxis.Describe([.. _hiddenColumns], asColumns: true);
            Add("hidden-columns", $"工作表“{sheet}”的隐藏列（{columns}列）有内容，未读取。", $"Hidden columns of sheet “{sheet}” ({columns}) hold text that was not read.");
        }

        Add("covered-cells", _covered, "被合并单元格遮盖，其内容未读取", "stand under merged cells and were not read");
        Add("formula-without-value", _lost, "是公式而文件未保存其结果，按缺失处理；请用表格软件打开后另存", "are formulas whose results the file does not keep; they count as lost. Open it in a spreadsheet program and save it");
        Add("number-unclear", _unclear, "的数设为日期格式，其值无法还原，按缺失处理；请改为数值格式后另存", "are numbers in a date format whose values cannot be told; they count as lost. Give them a number format and save the file");
        Add("number-in-date-format", _dates, "的数设为日期格式但不像日期，按数字读取", "are numbers in a date format that can hardly be dates; they were read as numbers");
        Add("value-not-shown", _notShown, "有值而其格式不显示，按空白读取", "have values that their formats do not show; they were read as blank");
    }

    private void Add(string code, CellList cells, string zh, string en)
    {
        if (cells.Count > 0)
        {
            var etc = cells.Count > MostNamed ? $"等{cells.Count}个单元格" : "";
            var more = cells.Count > MostNamed ? $" and others ({cells.Count} in all)" : "";
            Add(code, $"工作表“{sheet}”的{string.Join('、', cells.Names)}{etc}{zh}。", $"In sheet “{sheet}”, {string.Join(", ", cells.Names)}{more} {en}.");
        }
    }

    private void Add(string code, string zh, string en) => notes.Add(new ReadingNote(code, new Message(zh, en)));

    private sealed class CellList
    {
        public int Count { get; private set; }

        public List<string> Names { get; } = [];

        public void Add(int row, int column)
        {
            if (++Count <= MostNamed)
            {
                Names.Add(CellName.Of(row, column));
            }
        }
    }
}
