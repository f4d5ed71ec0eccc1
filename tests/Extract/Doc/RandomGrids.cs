using Gouji.Model;

namespace Gouji.Extract.Tests.Doc;

/// <summary>Grids by chance, in which every column has an edge of its own: a column that no row parts from the next is not written.</summary>
internal static class RandomGrids
{
    public static TableGrid Next(int rows, int columns, Random random)
    {
        var covered = new bool[rows, columns];
        var cells = new List<TableCell>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (covered[row, column])
                {
                    continue;
                }

                // The first row has a cell for each column, so that each is parted from the next.
                var width = 1;
                while (row > 0 && column + width < columns && !covered[row, column + width] && random.Next(3) == 0)
                {
                    width++;
                }

                var height = 1;
                while (row + height < rows && random.Next(3) == 0)
                {
                    height++;
                }

                for (var i = 0; i < height * width; i++)
                {
                    covered[row + (i / width), column + (i % width)] = true;
                }

                cells.Add(new TableCell(row, column, height, width, random.Next(4) == 0 ? "" : $"{row}.{column}", default));
            }
        }

        Assert.True(TableGrid.TryCreate(rows, columns, cells, out var grid, out var problem), problem);
        return grid;
    }
}
