using CsCheck;
using Gouji.Cli.Screen;
using Gouji.Cli.Tables;
using Gouji.Model;

namespace Gouji.Cli.Tests.Tables;

public sealed class TableDrawingTests
{
    [Fact]
    public void Draw_longText_isBrokenWithinItsColumn()
    {
        var lines = Draw(1, 2, new TableCell(0, 0, 1, 1, new string('表', 20), default), new TableCell(0, 1, 1, 1, "1", default));
        Assert.Equal(
            [
                "┌──────────────────────────────────┬───┐",
                "│ 表表表表表表表表表表表表表表表表 │ 1 │",
                "│ 表表表表                         │   │",
                "└──────────────────────────────────┴───┘",
            ],
            lines);
    }

    [Fact]
    public void Draw_cellMergedOverRows_showsItsTextAcrossTheBorder()
    {
        var lines = Draw(
            2,
            2,
            new TableCell(0, 0, 2, 1, "一\n二\n三", default),
            new TableCell(0, 1, 1, 1, "1", default),
            new TableCell(1, 1, 1, 1, "2", default));
        Assert.Equal(
            [
                "┌────┬───┐",
                "│ 一 │ 1 │",
                "│ 二 ├───┤",
                "│ 三 │ 2 │",
                "└────┴───┘",
            ],
            lines);
    }

    [Fact]
    public void Draw_anyGrid_isARectangle() => Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Char["a合\n\t"].Array[0, 9]).Sample(static (rows, columns, row, column, text) =>
    {
        // One cell merged from a corner on, the rest single.
        var (tall, wide) = (Math.Min(row + 1, rows), Math.Min(column + 1, columns));
        var cells = new List<TableCell> { new(0, 0, tall, wide, new string(text), default) };
        for (var i = 0; i < rows * columns; i++)
        {
            if (i / columns >= tall || i % columns >= wide)
            {
                cells.Add(new TableCell(i / columns, i % columns, 1, 1, new string(text[..(text.Length / 2)]), default));
            }
        }

        var lines = Draw(rows, columns, [.. cells]);
        Assert.Single(lines.Select(DisplayWidth.Of).Distinct());
    });

    private static List<string> Draw(int rows, int columns, params TableCell[] cells)
    {
        Assert.True(TableGrid.TryCreate(rows, columns, cells, out var grid, out var problem), problem);
        return [.. TableDrawing.Draw(grid)];
    }
}
