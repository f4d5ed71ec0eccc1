using Gouji.Model;
using Gouji.Normalize.Forms;

namespace Gouji.Normalize.Tests.Support;

/// <summary>
/// Documents as a reader yields them, drawn as text. A table is drawn a row a line, its cells parted by <c>|</c>; <c>&lt;</c> goes
/// on with the cell to the left, <c>^</c> with the cell above, <c>~</c> is a cell that the file lost, <c>/</c> within a cell a line break.
/// </summary>
internal static class Printed
{
    public const string Sha256 = "0000000000000000000000000000000000000000000000000000000000000000";

    public static Paragraph Line(string text) => new(text) { Source = default };

    public static TableBlock Table(string drawing, params TableGuess[] guesses) =>
        Table(drawing.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static line => line.Trim().Length > 0)
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries)).ToList(), guesses);

    public static TableBlock Table(IReadOnlyList<string[]> rows, params TableGuess[] guesses)
    {
        var width = rows.Max(static row => row.Length);
        var cells = new List<TableCell>();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var text = At(rows, row, column);
                if (text is "<" or "^")
                {
                    continue;
                }

                var (down, right) = (1, 1);
                while (At(rows, row, column + right) == "<")
                {
                    right++;
                }

                while (At(rows, row + down, column) == "^")
                {
                    down++;
                }

                var absent = text == "~";
                cells.Add(new TableCell(row, column, down, right, absent ? "" : text!.Replace("/", "\n", StringComparison.Ordinal), new SourcePosition(null, row + 1, column + 1)) { Absent = absent });
            }
        }

        Assert.True(TableGrid.TryCreate(rows.Count, width, cells, out var grid, out var problem), problem);
        return new TableBlock(grid, guesses) { Source = default };
    }

    public static DocumentContent Document(params IReadOnlyList<Block> blocks) =>
        new("docx", Sha256, [.. blocks.Select(static (block, i) => block with { Source = new SourcePosition(null, i + 1, 1) })], []);

    public static Disclosure Recognise(params IReadOnlyList<Block> blocks) => new DisclosureRecogniser().Recognise(Document(blocks));

    /// <summary>The one form of a document that consists of a title, a unit line and a table.</summary>
    public static FormTable Form(string title, string drawing, int year = 2020) =>
        Assert.Single(Recognise(Line($"某局{year}年部门预算公开"), Line(title), Line("编制部门：某局 单位：万元"), Table(drawing)).Forms);

    /// <summary>A row of a form by the start of its code, label or project; the first that fits.</summary>
    public static FormRow Row(this FormPart part, string start) =>
        part.Rows.First(row => (row.FunctionCode ?? row.EconomicCode) == start || row.Label.StartsWith(start, StringComparison.Ordinal) || row.Project == start);

    /// <summary>What is printed in a row under a column key; null where the cell is blank or absent.</summary>
    public static decimal? Stated(this FormPart part, string row, string column, Measure measure = Measure.ThisYear) =>
        part.Row(row).Facts[part.ColumnOf(column, measure)]?.Stated;

    /// <summary>The keys of the columns of figures, with the key of the whole behind a colon, in brackets where it is of-which.</summary>
    public static string Keys(this FormPart part) => string.Join(' ', part.Columns.Where(static column => column.Meaning.Kind == ColumnKind.Figure).Select(column =>
    {
        var whole = column.Whole < 0 ? "" : ":" + part.Columns[column.Whole].Meaning.Key;
        var text = (column.Meaning.Key.Length == 0 ? "?" : column.Meaning.Key) + whole + (column.Measure == Measure.ThisYear ? "" : "@" + column.Measure);
        return column.OfWhich ? $"({text})" : text;
    }));

    /// <summary>Each row that sums up others as <c>label = part + part</c>.</summary>
    public static string Sums(this FormPart part) => string.Join('\n', part.Rows.Where(static row => row.Parts.Count > 0)
        .Select(row => $"{Name(row)} = {string.Join(" + ", row.Parts.Select(i => Name(part.Rows[i])))}"));

    private static string Name(FormRow row) => row.Project ?? row.FunctionCode ?? row.EconomicCode ?? row.Label;

    private static string? At(IReadOnlyList<string[]> rows, int row, int column) =>
        row >= rows.Count || column >= rows.Max(static cells => cells.Length) ? null : column < rows[row].Length ? rows[row][column] : "~";
}
