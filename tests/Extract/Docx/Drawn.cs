using Gouji.Model;

namespace Gouji.Extract.Tests.Docx;

/// <summary>Draws what was read so that a person can judge it: a line a row, a text a position, <c>∅</c> where the cell is absent.</summary>
internal static class Drawn
{
    public static string Table(Block block)
    {
        var grid = Assert.IsType<TableBlock>(block).Grid;
        return string.Join(" / ", Enumerable.Range(0, grid.RowCount).Select(row =>
            string.Join('|', Enumerable.Range(0, grid.ColumnCount).Select(column =>
                grid[row, column].Absent ? "∅" : grid[row, column].Text.Replace("\n", "\\n", StringComparison.Ordinal)))));
    }

    /// <summary>The blocks in order: paragraphs as their text, tables in brackets.</summary>
    public static string[] Blocks(DocumentContent content) =>
        content.Blocks.Select(block => block is Paragraph paragraph ? paragraph.Text : $"[{Table(block)}]").ToArray();
}
