using System.Runtime.InteropServices;
using System.Text;

namespace Gouji.Extract.Geometry;

/// <summary>Writes the glyphs of a cell as its text: lines in reading order, wrapped text joined.</summary>
internal static class CellWriter
{
    /// <param name="glyphs">Glyphs of the cell in any order.</param>
    /// <param name="room">The cell, in the frame of the page.</param>
    /// <param name="first">The glyph with which the text begins; null where there is none.</param>
    /// <param name="isFull">Whether the last line takes the whole width, so that the text may go on elsewhere.</param>
    public static string Write(List<Glyph> glyphs, Box room, out Glyph? first, out bool isFull)
    {
        (first, isFull) = (null, false);
        if (glyphs.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        for (var direction = Direction.Right; direction <= Direction.Down; direction++)
        {
            var own = glyphs.TrueForAll(glyph => glyph.Direction == direction) ? glyphs : glyphs.FindAll(glyph => glyph.Direction == direction);
            if (own.Count > 0)
            {
                WriteLines(text, TextLine.Group(own), Turn.ToFrame(direction, room), ref first, out isFull);
            }
        }

        return text.ToString();
    }

    private static void WriteLines(StringBuilder text, List<TextLine> lines, Box room, ref Glyph? first, out bool isFull)
    {
        first ??= lines[0].Glyphs[0];
        TextLine? before = null;
        foreach (var line in lines)
        {
            if (text.Length > 0 && !LineText.JoinsWithoutSpace(text[^1], line.Glyphs[0].Text[0], before is not null && HadNoRoom(before, line.Glyphs[0], room)))
            {
                text.Append(' ');
            }

            LineText.Append(text, CollectionsMarshal.AsSpan(line.Glyphs));
            before = line;
        }

        // A point is narrow, and the figure that follows it is not.
        var last = lines[^1];
        isFull = HadNoRoom(last, last.Glyphs.MaxBy(static glyph => glyph.Right - glyph.Left)!, room);
    }

    /// <summary>The figure below would not have fitted: one more character would have come to the border.</summary>
    private static bool HadNoRoom(TextLine upper, Glyph next, Box room)
    {
        var padding = Math.Min(Math.Max(1, Math.Min(upper.Left - room.Left, room.Right - upper.Right)), upper.Size * 0.6);
        return upper.Right + (next.Right - next.Left) > room.Right - padding - 0.5;
    }
}
