using System.Text.RegularExpressions;
using Gouji.Model;

namespace Gouji.Extract.Geometry;

/// <summary>
/// Mends a row that a page break has broken: the text of a cell that was full at the foot of the page goes on at the head of the next,
/// and the row there has nothing of its own. A label without figures would be such a row too; the rest of one cannot stand by itself: it
/// closes a bracket that the text above opened, or has no number where the texts of its column have one.
/// </summary>
internal static partial class BrokenRow
{
    /// <summary>So many numbered texts one above the other make it sure that a column numbers its texts.</summary>
    private const int SomeNumbered = 3;

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
            || (last.Count(static cell => cell.Text.Length > 0) <= texts.Count && !texts.TrueForAll(cell => IsIncomplete(open, Above(cell), cell))))
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

    private static bool IsIncomplete(PlacedTable open, PlacedCell above, PlacedCell rest) =>
        (OpenBrackets(above.Text) > 0 && OpenBrackets(rest.Text) < 0) || (!Numbered().IsMatch(rest.Text) && IsNumbered(open, above.Column));

    /// <summary>Whether the last texts of a column begin with a number.</summary>
    private static bool IsNumbered(PlacedTable open, int column) => open.Cells
        .Where(cell => cell.Column == column && cell.Text.Length > 0)
        .OrderByDescending(static cell => cell.Row)
        .TakeWhile(static cell => Numbered().IsMatch(cell.Text))
        .Take(SomeNumbered).Count() == SomeNumbered;

    private static int OpenBrackets(string text) =>
        text.Count(static character => character is '（' or '(' or '〔' or '《') - text.Count(static character => character is '）' or ')' or '〕' or '》');

    /// <summary>A code or a number, then words.</summary>
    [GeneratedRegex(@"^([0-9]{1,7}|[一二三四五六七八九十]{1,3})[、．. ]{0,2}\p{IsCJKUnifiedIdeographs}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}
