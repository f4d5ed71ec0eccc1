using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>The widths of the columns of a table, the heights of its rows and the size of its text, in millimetres.</summary>
internal sealed class TableSizes
{
    private readonly double _padding;

    public TableSizes(Table table, double width, double largest, double padding)
    {
        _padding = padding;
        Rows = table.Layout();
        var weights = ColumnWeights.Of(table);
        var sum = weights.Sum();
        Widths = [.. weights.Select(weight => width * weight / sum)];
        Size = Math.Min(largest, LargestThatFits());
        Heights = [.. HeightsOf()];
    }

    public IReadOnlyList<IReadOnlyList<Slot>> Rows { get; }

    public double[] Widths { get; }

    public double[] Heights { get; }

    public double Size { get; }

    /// <summary>The text of a cell as it is wrapped.</summary>
    public List<string> Lines(int column, Cell cell) =>
        LineBreaker.Break(cell.Text, Widths.Skip(column).Take(cell.ColumnSpan).Sum() - (2 * _padding), Size);

    private double LargestThatFits() => Rows.SelectMany(row => row).Where(slot => !slot.Continues).SelectMany(slot =>
    {
        var width = Widths.Skip(slot.Column).Take(slot.Cell.ColumnSpan).Sum() - (2 * _padding);
        return slot.Cell.Text.Split('\n').SelectMany(LineBreaker.Words).Select(word => word.TrimEnd()).Where(word => word.Length > 0).Select(word => width / PrintedLine.WidthOf(word, 1));
    }).Min();

    private double[] HeightsOf()
    {
        var heights = new double[Rows.Count];
        foreach (var (row, column, cell) in Cells(cell => cell.RowSpan == 1))
        {
            heights[row] = Math.Max(heights[row], HeightOf(column, cell));
        }

        foreach (var (row, column, cell) in Cells(cell => cell.RowSpan > 1))
        {
            heights[row + cell.RowSpan - 1] += Math.Max(0, HeightOf(column, cell) - heights.Skip(row).Take(cell.RowSpan).Sum());
        }

        return heights;
    }

    private double HeightOf(int column, Cell cell) => Math.Max(4, (Lines(column, cell).Count * Size * 1.3) + 1.2);

    private IEnumerable<(int Row, int Column, Cell Cell)> Cells(Func<Cell, bool> isMeant) => Rows.Index()
        .SelectMany(row => row.Item.Where(slot => !slot.Continues && isMeant(slot.Cell)).Select(slot => (row.Index, slot.Column, slot.Cell)));
}
