using System.Globalization;
using Gouji.Model;

namespace Gouji.Extract.Geometry;

/// <summary>Makes the blocks of a document from its pages, whatever page format they come from.</summary>
internal static class PageLayout
{
    /// <param name="sheets">The pages in order.</param>
    /// <param name="limits">How large a table may be.</param>
    /// <param name="notes">Takes what was left out and what was joined.</param>
    /// <param name="cancellationToken">Ends the work between pages.</param>
    public static List<Block> Read(IReadOnlyList<Sheet> sheets, ReadingLimits limits, List<ReadingNote> notes, CancellationToken cancellationToken)
    {
        var pages = new List<List<PageItem>>(sheets.Count);
        foreach (var sheet in sheets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sheet.MakeUpright();
            PageLines.Number(sheet);
            pages.Add(PageItem.Of(sheet, limits));
        }

        var removed = Furniture.Remove(pages);
        var unparted = pages.Sum(OpenTables.Find);
        var (joined, leftOut) = TableJoiner.Join(pages);
        Note(notes, removed, joined, leftOut);
        PageNotes.Add(notes, unparted, "rows-unparted",
            "行像是没有表线的表格，但分不清各列，其中的数字未作为表格读取；请对照原件。",
            "lines look like rows of a table without rules whose columns could not be told; their figures were not read as a table. Look at the original.");
        return Blocks(pages, cancellationToken);
    }

    private static void Note(List<ReadingNote> notes, int removed, int joined, int leftOut)
    {
        if (removed > 0)
        {
            notes.Add(new ReadingNote("page-furniture-left-out", new Message(
                string.Create(CultureInfo.InvariantCulture, $"页眉、页脚、页码、水印共{removed}行未读取。"),
                string.Create(CultureInfo.InvariantCulture, $"{removed} lines of running headers, footers, page numbers and watermarks were not read."))));
        }

        if (joined > 0)
        {
            notes.Add(new ReadingNote("tables-joined", new Message(
                string.Create(CultureInfo.InvariantCulture, $"{joined}处表格在下一页继续，已合并；重复的表头和标题{leftOut}行未读取。"),
                string.Create(CultureInfo.InvariantCulture, $"Tables go on over the page in {joined} places and were joined; {leftOut} repeated lines of headers and captions were not read."))));
        }
    }

    private static List<Block> Blocks(List<List<PageItem>> pages, CancellationToken cancellationToken)
    {
        var blocks = new List<Block>();
        var flow = new ParagraphFlow(new Margins(pages));
        foreach (var page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var item in page)
            {
                if (item.Table is { } table)
                {
                    End(flow, blocks);
                    blocks.Add(Block(table));
                }
                else if (flow.Add(item) is { } paragraph)
                {
                    blocks.Add(paragraph);
                }
            }
        }

        End(flow, blocks);
        return blocks;
    }

    private static void End(ParagraphFlow flow, List<Block> blocks)
    {
        if (!flow.IsEmpty)
        {
            blocks.Add(flow.Finish());
        }
    }

    private static TableBlock Block(PlacedTable table)
    {
        var cells = table.Cells.ConvertAll(static cell =>
            new TableCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text, cell.Source) { Absent = cell.IsAbsent, Box = cell.Box, Doubtful = cell.IsDoubtful });
        return TableGrid.TryCreate(table.Rows, table.Columns, cells, out var grid, out var problem)
            ? new TableBlock(grid, table.Guesses) { Source = table.Source, Page = table.Page, Recognised = table.IsRecognised }
            : throw new InvalidOperationException(problem);
    }
}
