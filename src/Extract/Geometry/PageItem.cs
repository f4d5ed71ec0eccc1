namespace Gouji.Extract.Geometry;

/// <summary>What stands on a page in reading order: a line of text or a table.</summary>
/// <param name="Sheet">The page.</param>
/// <param name="Line">The line; null where it is a table.</param>
/// <param name="Table">The table; null where it is a line.</param>
internal sealed record PageItem(Sheet Sheet, TextLine? Line, PlacedTable? Table)
{
    /// <summary>The line as text; empty for a table.</summary>
    public string Text { get; } = Line?.Text ?? "";

    /// <summary>Where it stands in the frame of the page.</summary>
    public Box Box => Line?.Box ?? Table!.Bounds;

    /// <summary>The items of a page from the top down.</summary>
    public static List<PageItem> Of(Sheet sheet, ReadingLimits limits)
    {
        var tables = RuledTables.Find(sheet, limits, out var free);
        var items = new List<PageItem>(tables.ConvertAll(table => new PageItem(sheet, null, table)));
        items.AddRange(TextLine.Group(free.FindAll(static glyph => glyph.Direction == Direction.Right)).ConvertAll(line => new PageItem(sheet, line, null)));

        // The outer table comes before the one that stands in it, and both before the lines below their top.
        items.Sort(static (a, b) => a.Box.Top != b.Box.Top ? b.Box.Top.CompareTo(a.Box.Top) : a.Box.Left.CompareTo(b.Box.Left));
        for (var direction = Direction.Up; direction <= Direction.Down; direction++)
        {
            items.AddRange(TextLine.Group(free.FindAll(glyph => glyph.Direction == direction)).ConvertAll(line => new PageItem(sheet, line, null)));
        }

        return items;
    }
}
