using Gouji.Model;

namespace Gouji.Extract.Spreadsheets;

/// <summary>Gathers what the sheets of a workbook show, in the order of their tabs.</summary>
internal sealed class WorkbookContent(ReadingLimits limits)
{
    private readonly List<Block> _blocks = [];
    private readonly List<ReadingNote> _notes = [];
    private readonly List<string> _hidden = [];
    private readonly List<string> _charts = [];
    private readonly List<string> _drawings = [];
    private readonly CellBudget _budget = new(limits);

    /// <summary>Reads a sheet that is shown.</summary>
    public void Add(string name, Action<Sheet, SheetNotes> read)
    {
        var sheet = new Sheet(name, _budget);
        var notes = new SheetNotes(name, _notes);
        read(sheet, notes);
        SheetLayout.Append(VisibleSheet.Of(sheet, _budget, notes), _budget, _blocks);
        notes.Finish();
    }

    public void AddHidden(string name) => _hidden.Add(name);

    public void AddChart(string name) => _charts.Add(name);

    public void AddDrawing(string name) => _drawings.Add(name);

    public DocumentContent Build(string format, string sha256)
    {
        Note("hidden-sheets", _hidden, "已隐藏，未读取", "hidden and were not read");
        Note("chart-sheets", _charts, "不是表格（图表等），未读取", "no tables (charts and the like) and were not read");
        Note("drawing", _drawings, "含图片、图形或嵌入对象，其中的文字未读取", "sheets with pictures, shapes or embedded objects; text in them was not read");
        return new DocumentContent(format, sha256, _blocks, _notes);
    }

    private void Note(string code, List<string> sheets, string zh, string en)
    {
        if (sheets.Count > 0)
        {
            _notes.Add(new ReadingNote(code, new Message($"工作表“{string.Join("”“", sheets)}”{zh}。", $"Sheets “{string.Join("”, “", sheets)}” are {en}.")));
        }
    }
}
