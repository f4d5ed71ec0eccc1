using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Gouji.Extract.Geometry;

/// <summary>
/// Takes what belongs to the page rather than to the text out of the items: page numbers, running headers and footers, watermarks.
/// </summary>
internal static partial class Furniture
{
    /// <summary>Headers and footers stand in this share of the page at its top and bottom.</summary>
    private const double Zone = 0.12;

    /// <summary>A line that stands at the same place on this many pages belongs to the pages.</summary>
    private const int Repetitions = 3;

    /// <param name="pages">The items of every page; what is furniture is taken out.</param>
    /// <returns>How many lines were taken out.</returns>
    public static int Remove(List<List<PageItem>> pages)
    {
        var counts = new Dictionary<(string, int, int, bool), int>();
        foreach (var page in pages)
        {
            foreach (var key in page.Where(static item => item.Line is not null).Select(KeyOf).Distinct())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
            }
        }

        var usual = UsualSize(pages);
        var removed = 0;
        foreach (var page in pages)
        {
            removed += page.RemoveAll(item => item.Line is { } line && IsFurniture(item, line, counts[KeyOf(item)], usual));
        }

        return removed;
    }

    private static bool IsFurniture(PageItem item, TextLine line, int repetitions, double usual)
    {
        var inZone = InZone(item);
        if (line.Glyphs.TrueForAll(static glyph => glyph.IsArtifact) && (inZone || line.Glyphs[0].Direction != Direction.Right))
        {
            return true;
        }

        // A unit or the title of a form that is printed above every part of it says something about the table.
        return inZone
            ? PageNumber().IsMatch(item.Text) || (repetitions >= Repetitions && !SaysSomethingOfTheTable(item.Text))
            : repetitions >= Repetitions && line.Size > usual * 1.8;
    }

    private static bool InZone(PageItem item)
    {
        var page = item.Sheet.Bounds;
        return item.Line!.Glyphs[0].Direction == Direction.Right
            ? item.Box.Bottom > page.Top - (page.Height * Zone) || item.Box.Top < page.Bottom + (page.Height * Zone)
            : true;
    }

    /// <summary>Whether a line is the title of a form or tells the unit of its figures.</summary>
    public static bool SaysSomethingOfTheTable(string text) =>
        text.Contains("单位", StringComparison.Ordinal) || text.EndsWith('表') || text.EndsWith("表）", StringComparison.Ordinal);

    /// <summary>The text with its numbers left open, and its place to a few points.</summary>
    private static (string Text, int X, int Y, bool IsZone) KeyOf(PageItem item)
    {
        var text = new StringBuilder(item.Text.Length);
        var inZone = InZone(item);
        foreach (var character in item.Text)
        {
            text.Append(char.IsDigit(character) && inZone ? '#' : character);
        }

        // Page numbers move with their width; a header keeps its line.
        return (text.ToString(), inZone ? 0 : (int)Math.Round(item.Box.Left / 4), (int)Math.Round(item.Line!.Baseline / 4), inZone);
    }

    private static double UsualSize(List<List<PageItem>> pages)
    {
        var sizes = new List<double>();
        foreach (var page in pages)
        {
            foreach (var item in page)
            {
                sizes.AddRange(item.Line?.Glyphs.ConvertAll(static glyph => glyph.Size) ?? []);
            }
        }

        sizes.Sort();
        return sizes.Count == 0 ? 0 : sizes[sizes.Count / 2];
    }

    [GeneratedRegex(@"^[\s\-－—–―~·•]*(第\s*)?([0-9０-９]{1,4}|[ivxlIVXL]{1,6}|第[一二三四五六七八九十百]{1,5}页)(\s*页)?([\s,，/／]*(共\s*)?[0-9０-９]{1,4}\s*页?)?[\s\-－—–―~·•]*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PageNumber();
}
