using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>
/// Tells whether a table goes on with the form before it, as where a page ended: without a title or under the same one, with or without 续表,
/// its header written again in whole or in part.
/// </summary>
internal static class ContinuedTable
{
    /// <summary>Words that say so in a title, the longer ones first.</summary>
    private static readonly string[] Marks = ["续上表", "接上表", "续上页", "接上页", "续表", "续"];

    /// <summary>Whether a title says that its table goes on.</summary>
    public static bool IsMarked(string title) => Stem(title).Length < Letters(title).Length;

    /// <summary>Whether two titles are those of one table.</summary>
    public static bool IsSameTitle(string title, string before) =>
        Stem(title) is var stem && (stem.Length == 0 || stem == Stem(before) || (IsMarked(title) && TableAnatomy.IsTableOrdinal(stem)));

    /// <summary>Whether the table and those before share a row of totals, as the tables of two bodies do, and whether there is any at all.</summary>
    public static (bool Shared, bool Any) Totals(TableAnatomy anatomy, IReadOnlyList<TableAnatomy> before)
    {
        var totals = Totals(anatomy).ToHashSet(StringComparer.Ordinal);
        var earlier = before.SelectMany(Totals).ToHashSet(StringComparer.Ordinal);
        return (totals.Overlaps(earlier), totals.Count + earlier.Count > 0);
    }

    /// <summary>Whether each header row is, cell by cell, one of those before; true where there is none.</summary>
    public static bool RepeatsHeader(TableAnatomy anatomy, TableAnatomy before)
    {
        var rows = anatomy.BodyStart - anatomy.HeaderStart;
        if (rows > before.BodyStart - before.HeaderStart)
        {
            return false;
        }

        for (var row = 0; row < rows; row++)
        {
            if (!IsSameRow(anatomy.View, anatomy.HeaderStart + row, before.View, before.HeaderStart + row, out _))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The row of the body where the whole header stands again, as on the next page of the original; null where it does not.</summary>
    public static int? RepeatedHeader(TableAnatomy anatomy)
    {
        var view = anatomy.View;
        var rows = anatomy.BodyStart - anatomy.HeaderStart;
        if (rows == 0)
        {
            return null;
        }

        for (var row = anatomy.BodyStart + 1; row + rows < view.EndRow; row++)
        {
            if (IsSameRow(view, row, view, anatomy.HeaderStart, out var filled) && filled > 1
                && Enumerable.Range(1, rows - 1).All(next => IsSameRow(view, row + next, view, anatomy.HeaderStart + next, out _)))
            {
                return row;
            }
        }

        return null;
    }

    private static bool IsSameRow(TableView view, int row, TableView other, int otherRow, out int filled)
    {
        filled = 0;
        for (var column = 0; column < view.ColumnCount; column++)
        {
            var key = view.Key(row, column);
            if (key != other.Key(otherRow, column))
            {
                return false;
            }

            filled += key.Length > 0 && view.Begins(row, column) ? 1 : 0;
        }

        return true;
    }

    private static string Stem(string title)
    {
        var letters = Letters(title);
        var end = letters.AsSpan().TrimEnd("0123456789一二三四五六七八九十").ToString();
        foreach (var mark in Marks)
        {
            if (end.EndsWith(mark, StringComparison.Ordinal))
            {
                return end[..^mark.Length];
            }

            if (letters.StartsWith(mark, StringComparison.Ordinal))
            {
                return letters[mark.Length..];
            }
        }

        return letters;
    }

    private static string Letters(string title) => FoldedText.Letters(Fold.Key(title));

    private static bool IsTotal(string letters) => letters.EndsWith("合计", StringComparison.Ordinal) || letters.EndsWith("总计", StringComparison.Ordinal);

    private static IEnumerable<string> Totals(TableAnatomy anatomy)
    {
        var view = anatomy.View;
        for (var row = anatomy.BodyStart; row < view.EndRow; row++)
        {
            for (var column = 0; column < view.ColumnCount; column++)
            {
                if (view.Begins(row, column) && view.Letters(row, column) is var letters && IsTotal(letters))
                {
                    yield return letters;
                }
            }
        }
    }
}
