using CsCheck;

namespace Gouji.Model.Tests;

public sealed class TableGridTests
{
    [Fact]
    public void TryCreate_cellsInAnyOrder_areOrderedAndCoverTheirSpans()
    {
        Assert.True(TableGrid.TryCreate(2, 3, [Cell(1, 2), Cell(0, 0, rows: 2), Cell(1, 1), Cell(0, 1, columns: 2)], out var grid, out var problem), problem);
        Assert.Equal([(0, 0), (0, 1), (1, 1), (1, 2)], grid.Cells.Select(static cell => (cell.Row, cell.Column)));
        Assert.Same(grid[0, 0], grid[1, 0]);
        Assert.Same(grid[0, 1], grid[0, 2]);
        Assert.NotSame(grid[1, 1], grid[1, 2]);
    }

    [Fact]
    public void TryCreate_positionWithoutCell_isNamed()
    {
        Assert.False(TableGrid.TryCreate(2, 2, [Cell(0, 0, columns: 2), Cell(1, 1)], out var grid, out var problem));
        Assert.Null(grid);
        Assert.Equal("row 1, column 0 is not covered", problem);
    }

    [Fact]
    public void TryCreate_twoCellsOnOnePosition_areNamed()
    {
        Assert.False(TableGrid.TryCreate(1, 3, [Cell(0, 0, columns: 2), Cell(0, 1), Cell(0, 2)], out _, out var problem));
        Assert.Equal("row 0, column 1 is covered twice", problem);
    }

    [Theory]
    [InlineData(-1, 0, 1, 1)]
    [InlineData(0, -1, 1, 1)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 0, 1, 0)]
    [InlineData(1, 0, 2, 1)]
    [InlineData(0, 1, 1, 2)]
    public void TryCreate_cellOutsideOrWithoutExtent_isRefused(int row, int column, int rows, int columns)
    {
        Assert.False(TableGrid.TryCreate(2, 2, [Cell(row, column, rows, columns)], out _, out var problem));
        Assert.Equal($"cell at row {row}, column {column} with spans {rows}×{columns} leaves the 2×2 grid", problem);
    }

    [Fact]
    public void Indexer_outside_isRefused()
    {
        Assert.True(TableGrid.TryCreate(1, 2, [Cell(0, 0), Cell(0, 1)], out var grid, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => grid[0, 2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => grid[0, -1]);
        Assert.ThrowsAny<Exception>(() => grid[1, 0]);
    }

    [Fact]
    public void TryCreate_anyRectangles_coverEveryPositionOnceOrAreRefused() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[1, 3], Gen.Int[1, 3]).Array[1, 8].Sample(static rectangles =>
        {
            var cells = rectangles.Select(static one => Cell(one.Item1, one.Item2, one.Item3, one.Item4)).ToList();
            var covered = new int[4, 4];
            var outside = false;
            foreach (var cell in cells)
            {
                for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
                {
                    for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                    {
                        outside |= row > 3 || column > 3;
                        covered[Math.Min(row, 3), Math.Min(column, 3)]++;
                    }
                }
            }

            var partition = !outside && covered.Cast<int>().All(static times => times == 1);
            Assert.Equal(partition, TableGrid.TryCreate(4, 4, cells, out _, out var problem));
            Assert.Equal(partition, problem is null);
        });

    private static TableCell Cell(int row, int column, int rows = 1, int columns = 1) => new(row, column, rows, columns, "", default);
}
