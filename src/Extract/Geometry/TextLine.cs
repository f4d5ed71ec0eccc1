using System.Runtime.InteropServices;

namespace Gouji.Extract.Geometry;

/// <summary>Glyphs that stand on one line, from left to right, in the frame of their text.</summary>
internal sealed class TextLine
{
    private TextLine(List<Glyph> glyphs)
    {
        Glyphs = glyphs;
        (Left, Right) = (glyphs[0].Left, glyphs[0].Right);
        foreach (var glyph in glyphs)
        {
            Right = Math.Max(Right, glyph.Right);
            Size = Math.Max(Size, glyph.Size);
        }

        Baseline = glyphs.Find(glyph => glyph.Size >= Size)!.Baseline;
    }

    public List<Glyph> Glyphs { get; }

    public double Left { get; }

    public double Right { get; }

    public double Baseline { get; }

    /// <summary>The largest size in the line.</summary>
    public double Size { get; }

    public Box Box => new(Left, Baseline - (Size * 0.2), Right, Baseline + (Size * 0.85));

    /// <summary>The text with the spaces that a reader sees.</summary>
    public string Text => LineText.Of(CollectionsMarshal.AsSpan(Glyphs));

    /// <summary>The style of its Chinese; null where it has several or no Chinese.</summary>
    public int? Style
    {
        get
        {
            int? style = null;
            foreach (var glyph in Glyphs)
            {
                if (LineText.IsWide(glyph.Text[0]))
                {
                    if (style is { } known && known != glyph.Style)
                    {
                        return null;
                    }

                    style = glyph.Style;
                }
            }

            return style;
        }
    }

    /// <summary>Part of the line.</summary>
    public TextLine Slice(int start, int count) => new(Glyphs.GetRange(start, count));

    /// <summary>
    /// Groups glyphs of one direction into lines, from the top down. A glyph belongs to the line of the glyph before it in height where
    /// their baselines lie less than half a character apart: sub- and superscripts stay with their line.
    /// </summary>
    public static List<TextLine> Group(List<Glyph> glyphs)
    {
        var sorted = glyphs.ToArray();
        Array.Sort(sorted, static (a, b) => a.Baseline != b.Baseline ? b.Baseline.CompareTo(a.Baseline) : a.Left.CompareTo(b.Left));
        var lines = new List<TextLine>();
        for (var first = 0; first < sorted.Length;)
        {
            var leader = sorted[first];
            var end = first + 1;
            while (end < sorted.Length && leader.Baseline - sorted[end].Baseline < 0.45 * Math.Min(leader.Size, sorted[end].Size * 2))
            {
                leader = sorted[end].Size > leader.Size * 1.2 ? sorted[end] : leader;
                end++;
            }

            var line = sorted[first..end].ToList();
            line.Sort(static (a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Right.CompareTo(b.Right));
            DropDoubles(line);
            lines.Add(new TextLine(line));
            first = end;
        }

        return lines;
    }

    /// <summary>Bold that is made by printing twice is one character.</summary>
    private static void DropDoubles(List<Glyph> line)
    {
        var kept = 0;
        for (var i = 0; i < line.Count; i++)
        {
            var isDouble = false;
            for (var back = kept - 1; back >= 0 && line[i].Left - line[back].Left < 0.2 * line[i].Size; back--)
            {
                isDouble |= line[back].Text == line[i].Text && Math.Abs(line[back].Baseline - line[i].Baseline) < 0.2 * line[i].Size;
            }

            if (!isDouble)
            {
                line[kept++] = line[i];
            }
        }

        line.RemoveRange(kept, line.Count - kept);
    }
}
