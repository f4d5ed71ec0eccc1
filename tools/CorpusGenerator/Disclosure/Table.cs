using Gouji.Model;

namespace Gouji.CorpusGenerator.Disclosure;

/// <summary>
/// A table as the publisher typed it: each row holds the cells that begin in it, as in HTML. A row may end early, as rows of
/// damaged files do.
/// </summary>
internal sealed class Table(FormRole role, string title) : Block
{
    /// <summary>True where the table goes on with the form of the table before it.</summary>
    public bool Continues { get; init; }

    /// <summary>The form the table is; <see cref="FormRole.Unknown"/> for forms outside B1 to B11 and F1 to F9.</summary>
    public FormRole Role { get; } = role;

    /// <summary>Title of the form, wherever it is printed.</summary>
    public string Title { get; } = title;

    public List<Row> Rows { get; } = [];

    /// <summary>How many rows at the top are repeated when the table runs over a page.</summary>
    public int HeaderRows { get; set; }

    /// <summary>Unit of the figures.</summary>
    public MoneyUnit Unit { get; set; } = MoneyUnit.TenThousandYuan;

    public int ColumnCount => Rows[0].Cells.Sum(cell => cell.ColumnSpan);

    public Row Add(params IEnumerable<Cell> cells)
    {
        var row = new Row([.. cells]);
        Rows.Add(row);
        return row;
    }

    public void AddText(params IEnumerable<string> texts) => Add(texts.Select(text => new Cell(text)));

    /// <summary>Every position of the grid by row: a cell where it begins, a continuation where a taller cell reaches down.</summary>
    public IReadOnlyList<IReadOnlyList<Slot>> Layout()
    {
        var width = ColumnCount;
        var above = new (Cell? Cell, int RowsLeft)[width];
        var rows = new List<IReadOnlyList<Slot>>();
        foreach (var row in Rows)
        {
            var slots = new List<Slot>();
            var next = 0;
            var column = 0;
            while (column < width)
            {
                if (above[column] is { Cell: { } tall, RowsLeft: > 0 } reach)
                {
                    slots.Add(new Slot(column, tall, Continues: true));
                    Array.Fill(above, (tall, reach.RowsLeft - 1), column, tall.ColumnSpan);
                    column += tall.ColumnSpan;
                    continue;
                }

                if (next == row.Cells.Count)
                {
                    break;
                }

                var cell = row.Cells[next++];
                if (column + cell.ColumnSpan > width)
                {
                    throw new InvalidOperationException($"“{Title}”: the cell “{cell.Text}” leaves the table at column {column}.");
                }

                slots.Add(new Slot(column, cell, Continues: false));
                Array.Fill(above, (cell, cell.RowSpan - 1), column, cell.ColumnSpan);
                column += cell.ColumnSpan;
            }

            if (next < row.Cells.Count || (column < width && !row.Truncated))
            {
                throw new InvalidOperationException(
                    $"“{Title}”: row {rows.Count} fills {column} of {width} columns and leaves {row.Cells.Count - next} cells over.");
            }

            rows.Add(slots);
        }

        return rows;
    }
}

/// <summary>A cell at its column, or the part of a taller cell that reaches into this row.</summary>
internal readonly record struct Slot(int Column, Cell Cell, bool Continues);

/// <summary>The cells that begin in one row.</summary>
internal sealed class Row(List<Cell> cells)
{
    public List<Cell> Cells { get; } = cells;

    /// <summary>True where the publisher's file lost the cells at the end of the row.</summary>
    public bool Truncated { get; set; }
}

/// <summary>A cell with its spans. The key tells the consistency check and the planted errors which figure stands in it.</summary>
internal sealed class Cell(string text, int columnSpan = 1, int rowSpan = 1)
{
    public string Text { get; set; } = text;

    public int ColumnSpan { get; } = columnSpan;

    public int RowSpan { get; } = rowSpan;

    /// <summary>Which figure stands here; null for labels.</summary>
    public CellKey? Key { get; init; }

    /// <summary>The figure that stands here when nothing is planted, in 万元; null for labels and blanks.</summary>
    public decimal? Amount { get; init; }
}

/// <summary>The address of a figure that does not depend on the manner of the table.</summary>
/// <param name="Form">The form.</param>
/// <param name="Row">Code, project, source of income or <c>total</c>.</param>
/// <param name="Column">Name of the column, such as <c>basic</c>.</param>
internal sealed record CellKey(FormRole Form, string Row, string Column)
{
    public override string ToString() => $"{Form}/{Row}/{Column}";
}
