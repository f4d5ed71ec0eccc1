using System.Globalization;
using Gouji.Extract.Geometry;

namespace Gouji.Extract.Scans;

/// <summary>Sets what was read in a line as glyphs on its page, spread over the room that its ink takes.</summary>
internal static class LineSetter
{
    /// <summary>A digit is about half as wide as a Chinese character.</summary>
    private const double Narrow = 0.55;

    public static void Set(ScanLine line)
    {
        if (line.Text.Length == 0)
        {
            return;
        }

        var elements = StringInfo.ParseCombiningCharacters(line.Text);
        var weights = elements.Select(at => LineText.IsWide(line.Text[at]) ? 1 : Narrow).ToArray();
        var (left, right) = (ScanScale.ToPoints(line.Box.Left), ScanScale.ToPoints(line.Box.Right));
        var each = (right - left) / weights.Sum();
        var isWide = Array.Exists(weights, static weight => weight == 1);

        // Digits stand on the line and are seven tenths of a character high; Chinese reaches a little below it.
        var size = ScanScale.ToPoints(Math.Max(line.Box.Height, line.UsualHeight)) * (isWide ? 1.05 : 1.3);
        var bottom = ScanScale.ToPoints(line.PageHeight - line.Box.Bottom);
        var baseline = line.Marks.IsStroke ? bottom - (size * 0.3) : isWide ? bottom + (size * 0.1) : bottom;
        for (var i = 0; i < elements.Length; i++)
        {
            var end = i + 1 < elements.Length ? elements[i + 1] : line.Text.Length;
            line.Sheet.Glyphs.Add(new Glyph(line.Text[elements[i]..end], left, left + (each * weights[i]), baseline, size)
            {
                IsDoubtful = line.Doubts.AsSpan(elements[i], end - elements[i]).Contains(true),
            });
            left += each * weights[i];
        }
    }
}
