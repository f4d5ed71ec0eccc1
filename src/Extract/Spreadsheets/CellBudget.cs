using Gouji.Extract.Docx;
using Gouji.Model;

namespace Gouji.Extract.Spreadsheets;

/// <summary>How many cells a workbook may still have, over all of its sheets.</summary>
internal sealed class CellBudget(ReadingLimits limits)
{
    private const int WorkPerCell = 16;

    private long _texts = limits.TableCells;
    private long _area = limits.TableCells;
    private long _work = (long)limits.TableCells * WorkPerCell;

    /// <summary>Counts a cell with a text.</summary>
    /// <exception cref="UnreadableDocumentException">There are too many.</exception>
    public void TakeText() => Refuse(--_texts);

    /// <summary>Counts the cells of a table, blank ones included.</summary>
    /// <exception cref="UnreadableDocumentException">There are too many.</exception>
    public void TakeArea(long rows, long columns) => Refuse(_area -= rows * columns);

    /// <summary>Counts columns that merged ranges ask for: they cost work, even where nothing stands in them.</summary>
    /// <exception cref="UnreadableDocumentException">There are too many.</exception>
    public void TakeWork(long columns) => Refuse(_work -= columns);

    private void Refuse(long left)
    {
        if (left < 0)
        {
            throw Unreadable.TooLarge($"单元格超过{limits.TableCells}个", $"it has more than {limits.TableCells} cells");
        }
    }
}
