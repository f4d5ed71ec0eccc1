using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Model;

namespace Gouji.Cli.Tables;

/// <summary>Tables as CSV: a merged cell stands at its top left position, and several tables are parted by an empty line.</summary>
internal static class TableCsv
{
    public static void Write(Terminal terminal, IReadOnlyList<(int Number, TableBlock Table)> tables)
    {
        using var buffer = new RowBuffer();
        var csv = new CsvRowWriter(buffer);
        for (var i = 0; i < tables.Count; i++)
        {
            if (i > 0)
            {
                buffer.Append((byte)'\n');
            }

            var grid = tables[i].Table.Grid;
            for (var row = 0; row < grid.RowCount; row++)
            {
                csv.Row(TableTexts.Row(grid, row));
                terminal.WriteBytes(buffer.Written);
                buffer.Clear();
            }
        }
    }
}
