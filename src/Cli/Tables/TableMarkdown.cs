using Gouji.Model;

namespace Gouji.Cli.Tables;

/// <summary>Tables as Markdown (GitHub Flavored Markdown, tables extension). The first row is the heading, since one is required.</summary>
internal static class TableMarkdown
{
    public static void Write(TextWriter output, IReadOnlyList<(int Number, TableBlock Table)> tables)
    {
        var first = true;
        foreach (var (_, table) in tables)
        {
            if (!first)
            {
                output.WriteLine();
            }

            first = false;
            var grid = table.Grid;
            for (var row = 0; row < grid.RowCount; row++)
            {
                output.WriteLine("| " + string.Join(" | ", TableTexts.Row(grid, row).Select(Escaped)) + " |");
                if (row == 0)
                {
                    output.WriteLine("|" + string.Concat(Enumerable.Repeat(" --- |", grid.ColumnCount)));
                }
            }
        }
    }

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "<br>", StringComparison.Ordinal);
}
