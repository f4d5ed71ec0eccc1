using Gouji.Model;

namespace Gouji.Extract.Geometry;

/// <summary>
/// Mends a row that a page break has broken: the text of a cell that was full at the foot of the page goes on at the head of the next,
/// and the row there has nothing of its own.
/// </summary>
internal static class BrokenRow
{
    /// <param name="open">The table so far; its last row takes the text that belongs to it.</param>
    /// <param name="next">Cells of the next page on the same columns.</param>
    /// <param name="row">Its first row after repeated headers.</param>
    /// <returns>Whether the row was the rest of the last one.</returns>
    public static bool Mend(PlacedTable open, List<PlacedCell> next, int row)
    {
        var rest = next.FindAll(cell => cell.Row == row);
        var last = open.Cells.FindAll(cell => cell.Row == open.Rows - 1 && cell.RowSpan == 1);
        var texts = rest.FindAll(static cell => cell.Text.Length > 0);
        if (texts.Count == 0 || rest.Exists(static cell => cell.RowSpan > 1) || rest.Count != last.Count
            || !rest.TrueForAll(cell => last.Exists(above => above.Column == cell.Column && above.ColumnSpan == cell.ColumnSpan))
            || !texts.TrueForAll(cell => Above(cell).IsFull && !TextNumbering.BeginsList(cell.Text))
            || last.Count(static cell => cell.Text.Length > 0) <= texts.Count)
        {
            return false;
        }

        foreach (var cell in texts)
        {
            var above = Above(cell);
            var space = LineText.JoinsWithoutSpace(above.Text[^1], cell.Text[0], true) ? "" : " ";
            open.Cells[open.Cells.IndexOf(above)] = above with { Text = above.Text + space + cell.Text, IsDoubtful = above.IsDoubtful || cell.IsDoubtful };
        }

        open.Guesses.Add(new TableGuess(TableGuessKind.LinesJoined, open.Rows - 1, "the row goes on over the page and was joined"));
        return true;

        PlacedCell Above(PlacedCell cell) => last.Find(above => above.Column == cell.Column)!;
    }
}
