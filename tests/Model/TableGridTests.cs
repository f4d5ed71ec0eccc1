using CsCheck;

namespace Gouji.Model.Tests;

public sealed class TableGridTests
{
    [Fact]
    public void TryCreate_spans_coverTheirPositions()
    {
        Assert.True(TableGrid.TryCreate(2, 3, [Cell(0, 0, 2, 1), Cell(0, 1, 1, 2), Cell(1, 1), Cell(1, 2)], out var grid, out var problem));
        Assert.Null(problem);
        Assert.Equal((2, 3, 4), (grid.RowCount, grid.ColumnCount, grid.Cells.Count));
        Assert.Same(grid[0, 0], grid[1, 0]);
        Assert.Same(grid[0, 1], grid[0, 2]);
        Assert.NotSame(grid[1, 1], grid[1, 2]);
    }

    [Fact]
    public void TryCreate_cellsInAnyOrder_areKeptInReadingOrder()
    {
        Assert.True(TableGrid.TryCreate(2, 2, [Cell(1, 1), Cell(0, 1), Cell(1, 0), Cell(0, 0)], out var grid, out _));
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1)], grid.Cells.Select(static cell => (cell.Row, cell.Column)));
    }

    [Theory]
    [InlineData(0, 0, 2, 1, 1, 0, "row 1, column 0 is covered twice")]
    [InlineData(0, 0, 1, 1, 0, 0, "row 0, column 0 is covered twice")]
    public void TryCreate_overlap_namesThePositionCoveredTwice(int row, int column, int down, int right, int otherRow, int otherColumn, string expected)
    {
        Assert.False(TableGrid.TryCreate(2, 1, [Cell(row, column, down, right), Cell(otherRow, otherColumn)], out var grid, out var problem));
        Assert.Null(grid);
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void TryCreate_hole_namesThePositionNotCovered()
    {
        Assert.False(TableGrid.TryCreate(2, 2, [Cell(0, 0), Cell(0, 1), Cell(1, 0)], out _, out var problem));
        Assert.Equal("row 1, column 1 is not covered", problem);
    }

    [Theory]
    [InlineData(-1, 0, 1, 1)]
    [InlineData(0, -1, 1, 1)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 0, 1, 0)]
    [InlineData(0, 0, 3, 1)]
    [InlineData(0, 0, 1, 3)]
    [InlineData(2, 0, 1, 1)]
    public void TryCreate_cellOutsideTheGrid_isRefused(int row, int column, int down, int right)
    {
        Assert.False(TableGrid.TryCreate(2, 2, [Cell(row, column, down, right)], out _, out var problem));
        Assert.Contains("leaves the 2×2 grid", problem);
    }

    [Theory]
    [InlineData(0, -1)]
    [InlineData(0, 2)]
    public void Indexer_columnOutsideTheGrid_isRefused(int row, int column)
    {
        Assert.True(TableGrid.TryCreate(1, 2, [Cell(0, 0, 1, 2)], out var grid, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => grid[row, column]);
    }

    [Fact]
    public void TryCreate_noRows_isAnEmptyGrid()
    {
        Assert.True(TableGrid.TryCreate(0, 0, [], out var grid, out _));
        Assert.Empty(grid.Cells);
    }

    [Fact]
    public void TryCreate_anyCells_giveAGridCoveredExactlyOnceOrAProblem() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Select(Gen.Int[-1, 4], Gen.Int[-1, 4], Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 9]).Sample(static (rows, columns, drawn) =>
        {
            var cells = drawn.Select(static cell => Cell(cell.Item1, cell.Item2, cell.Item3, cell.Item4)).ToList();
            Judge(rows, columns, cells);
        }, iter: 5000);

    [Fact]
    public void TryCreate_anyTiling_givesItsGridAndLosesItWithAnyCell() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[0, 8].Array[50], Gen.Int[0, 99]).Sample(static (rows, columns, sizes, drop) =>
        {
            var cells = Tile(rows, columns, sizes);
            Assert.True(Judge(rows, columns, cells));
            cells.RemoveAt(drop % cells.Count);
            Assert.False(Judge(rows, columns, cells));
        });

    /// <summary>Builds the grid and counts, by the cells alone, how often each position is covered.</summary>
    private static bool Judge(int rows, int columns, List<TableCell> cells)
    {
        var built = TableGrid.TryCreate(rows, columns, cells, out var grid, out var problem);
        var inside = cells.TrueForAll(cell => cell is { Row: >= 0, Column: >= 0, RowSpan: > 0, ColumnSpan: > 0 } && cell.Row + cell.RowSpan <= rows && cell.Column + cell.ColumnSpan <= columns);
        var once = inside;
        for (var row = 0; row < rows && once; row++)
        {
            for (var column = 0; column < columns && once; column++)
            {
                var over = cells.FindAll(cell => row >= cell.Row && row < cell.Row + cell.RowSpan && column >= cell.Column && column < cell.Column + cell.ColumnSpan);
                once = over.Count == 1;
                Assert.True(!built || ReferenceEquals(over.Single(), grid![row, column]));
            }
        }

        Assert.Equal(once, built);
        Assert.Equal(built, problem is null);
        return built;
    }

    private static List<TableCell> Tile(int rows, int columns, int[] sizes)
    {
        var taken = new bool[rows, columns];
        var cells = new List<TableCell>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (taken[row, column])
                {
                    continue;
                }

                var size = sizes[cells.Count];
                var right = 1;
                while (right <= size % 3 && column + right < columns && !taken[row, column + right])
                {
                    right++;
                }

                var down = Math.Min(rows - row, 1 + (size / 3));
                for (var i = 0; i < down * right; i++)
                {
                    taken[row + (i / right), column + (i % right)] = true;
                }

                cells.Add(Cell(row, column, down, right));
            }
        }

        return cells;
    }

    private static TableCell Cell(int row, int column, int down = 1, int right = 1) => new(row, column, down, right, "", default);
}
