using Gouji.Model;

namespace Gouji.Extract.Geometry;

/// <summary>
/// Finds the tables that rules draw and puts every glyph within them into exactly one cell. Of tables within tables, a glyph belongs to
/// the innermost.
/// </summary>
internal static class RuledTables
{
    /// <summary>A column narrower than this without text is the gap of a double border.</summary>
    private const double Gap = 6;

    /// <param name="sheet">The page.</param>
    /// <param name="limits">Most cells in a table.</param>
    /// <param name="free">The glyphs outside of tables.</param>
    public static List<PlacedTable> Find(Sheet sheet, ReadingLimits limits, out List<Glyph> free)
    {
        var lattices = Lattices(RuleMerger.Merge(sheet.Rules));
        AddShaded(sheet, lattices);
        lattices.Sort(static (a, b) => (a.Bounds.Width * a.Bounds.Height).CompareTo(b.Bounds.Width * b.Bounds.Height));
        free = sheet.Glyphs;
        var tables = new List<PlacedTable>();
        foreach (var lattice in lattices)
        {
            if ((long)lattice.Rows * lattice.Columns > limits.TableCells)
            {
                throw TooManyCells(limits);
            }

            var inside = new List<Glyph>();
            var outside = new List<Glyph>(free.Count);
            foreach (var glyph in free)
            {
                var (x, y) = glyph.Centre;
                (lattice.Bounds.Contains(x, y) ? inside : outside).Add(glyph);
            }

            if (inside.Count > 0 && Cut(sheet, lattice, inside) is { } table)
            {
                tables.Add(table);
                free = outside;
            }
        }

        return tables;
    }

    /// <summary>
    /// The rooms of the cells that the rules of a page enclose, table by table, before anything is known of what stands in them. Where a
    /// table stands in a cell of another, that cell is left out.
    /// </summary>
    public static List<(Box Bounds, List<(CellShape Shape, Box Room)> Cells)> Rooms(Sheet sheet)
    {
        var lattices = Lattices(RuleMerger.Merge(sheet.Rules));
        lattices.Sort(static (a, b) => (a.Bounds.Width * a.Bounds.Height).CompareTo(b.Bounds.Width * b.Bounds.Height));
        var tables = new List<(Box Bounds, List<(CellShape Shape, Box Room)> Cells)>();
        foreach (var lattice in lattices)
        {
            var shapes = CellShapes.Of(lattice, out _);
            if (shapes.Count > 1)
            {
                var inner = tables.ConvertAll(static table => table.Bounds);
                tables.Add((lattice.Bounds, shapes.ConvertAll(shape => (shape, Room(lattice, shape))).FindAll(cell => !inner.Exists(cell.Item2.Overlaps))));
            }
        }

        return tables;
    }

    private static Box Room(Lattice lattice, CellShape shape) =>
        new(lattice.Xs[shape.Column], lattice.Ys[shape.Row + shape.RowSpan], lattice.Xs[shape.Column + shape.ColumnSpan], lattice.Ys[shape.Row]);

    private static UnreadableDocumentException TooManyCells(ReadingLimits limits) => new(
        UnreadableReason.TooLarge,
        new Message($"表格超过{limits.TableCells}个单元格，文件可能已损坏。", $"A table has more than {limits.TableCells} cells; the file may be damaged."));

    private static List<Lattice> Lattices(List<Rule> merged)
    {
        var lattices = new List<Lattice>();
        foreach (var group in RuleGroups.Of(merged))
        {
            if (Lattice.Of(group) is { } lattice && lattice.Rows * lattice.Columns > 1)
            {
                lattices.Add(lattice);
            }
        }

        return lattices;
    }

    /// <summary>Tables without rules whose cells are filled with colours: the edges of the fillings part the cells.</summary>
    private static void AddShaded(Sheet sheet, List<Lattice> lattices)
    {
        var rules = new List<Rule>();
        foreach (var shade in sheet.Shades)
        {
            if (!lattices.Exists(lattice => lattice.Bounds.Overlaps(shade)))
            {
                rules.Add(new Rule(true, shade.Bottom, shade.Left, shade.Right));
                rules.Add(new Rule(true, shade.Top, shade.Left, shade.Right));
                rules.Add(new Rule(false, shade.Left, shade.Bottom, shade.Top));
                rules.Add(new Rule(false, shade.Right, shade.Bottom, shade.Top));
            }
        }

        // One filled box after the other down a page is decoration; a table has columns as well.
        lattices.AddRange(Lattices(RuleMerger.Merge(rules)).Where(static lattice => lattice is { Rows: > 1, Columns: > 1 }));
    }

    private static PlacedTable? Cut(Sheet sheet, Lattice lattice, List<Glyph> inside)
    {
        var parted = new List<int>();
        lattice = RowParter.Part(lattice, inside, parted);
        var shapes = CellShapes.Of(lattice, out var mended);
        if (shapes.Count < 2)
        {
            return null;
        }

        var owner = new int[lattice.Rows * lattice.Columns];
        for (var i = 0; i < shapes.Count; i++)
        {
            for (var row = shapes[i].Row; row < shapes[i].Row + shapes[i].RowSpan; row++)
            {
                owner.AsSpan((row * lattice.Columns) + shapes[i].Column, shapes[i].ColumnSpan).Fill(i);
            }
        }

        var glyphs = new List<Glyph>?[shapes.Count];
        var first = inside[0];
        foreach (var glyph in inside)
        {
            var (x, y) = glyph.Centre;
            ref var list = ref glyphs[owner[(lattice.RowAt(y) * lattice.Columns) + lattice.ColumnAt(x)]];
            (list ??= []).Add(glyph);
            first = (glyph.Line, glyph.Character).CompareTo((first.Line, first.Character)) < 0 ? glyph : first;
        }

        var start = Position(sheet, first);
        var cells = new List<PlacedCell>(shapes.Count);
        for (var i = 0; i < shapes.Count; i++)
        {
            var shape = shapes[i];
            var room = Room(lattice, shape);
            if (shape.IsOpen && glyphs[i] is null)
            {
                AddLost(cells, shape, start, PageBox(sheet, room));
                continue;
            }

            var text = CellWriter.Write(glyphs[i] ?? [], room, out var begin, out var isFull);
            cells.Add(new PlacedCell(shape.Row, shape.Column, shape.RowSpan, shape.ColumnSpan, text, begin is null ? start : Position(sheet, begin), PageBox(sheet, room))
            {
                IsFull = isFull,
                IsDoubtful = glyphs[i] is { } own && own.Exists(static glyph => glyph.IsDoubtful),
            });
        }

        var table = new PlacedTable
        {
            Page = sheet.Number,
            LastPage = sheet.Number,
            Edges = lattice.Xs,
            Rows = lattice.Rows,
            Cells = cells,
            Bounds = lattice.Bounds,
            Source = start,
            IsRecognised = sheet.IsRecognised,
        };
        table.Guesses.AddRange(mended.ConvertAll(static row => new TableGuess(TableGuessKind.SpansMended, row, "the rules enclose a cell that is no rectangle; it was parted")));
        table.Guesses.AddRange(parted.ConvertAll(static row => new TableGuess(TableGuessKind.RowsParted, row, "no rule parts this row from the next; it was parted by its figures")));
        DropGaps(table);
        NoteLost(table);
        return table;
    }

    /// <summary>Where a row ends before its table does, the file has no cells.</summary>
    private static void AddLost(List<PlacedCell> cells, CellShape shape, SourcePosition start, PageBox box)
    {
        for (var row = shape.Row; row < shape.Row + shape.RowSpan; row++)
        {
            for (var column = shape.Column; column < shape.Column + shape.ColumnSpan; column++)
            {
                cells.Add(new PlacedCell(row, column, 1, 1, "", start, box) { IsAbsent = true });
            }
        }
    }

    private static void NoteLost(PlacedTable table)
    {
        foreach (var row in table.Cells.Where(static cell => cell.IsAbsent).GroupBy(static cell => cell.Row).OrderBy(static row => row.Key))
        {
            table.Guesses.Add(new TableGuess(
                TableGuessKind.CellsLost,
                row.Key,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"row has {table.Columns - row.Count()} of {table.Columns} cells")));
        }
    }

    public static SourcePosition Position(Sheet sheet, Glyph glyph) => new(PartName(sheet.Number), glyph.Line, glyph.Character);

    public static string PartName(int page) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"page {page}");

    public static PageBox PageBox(Sheet sheet, Box box) => Turn.ToPage(sheet.Turned, box).ToPageBox();

    /// <summary>Takes out the columns that are only the gap between the two lines of a border.</summary>
    private static void DropGaps(PlacedTable table)
    {
        for (var column = table.Columns - 1; column >= 0 && table.Columns > 1; column--)
        {
            if (table.Edges[column + 1] - table.Edges[column] < Gap
                && table.Cells.TrueForAll(cell => cell.Text.Length == 0 || cell.ColumnSpan > 1 || cell.Column != column))
            {
                table.Edges = [.. table.Edges[..column], .. table.Edges[(column + 1)..]];
                table.Cells = table.Cells
                    .Where(cell => cell.Column != column || cell.ColumnSpan > 1)
                    .Select(cell => cell.Column > column ? cell with { Column = cell.Column - 1 }
                        : cell.Column + cell.ColumnSpan > column ? cell with { ColumnSpan = cell.ColumnSpan - 1 } : cell)
                    .ToList();
            }
        }
    }
}
