using Gouji.Extract.Geometry;

namespace Gouji.Extract.Ofd;

/// <summary>Puts glyphs on one page, and counts those that are not read and those whose character the file does not tell.</summary>
internal sealed class GlyphPrinter(Sheet sheet, OfdReading reading)
{
    private readonly List<Glyph> _invisible = [];
    private bool _afterSpace;

    public int StyleOf(string font, bool isBold) => reading.StyleOf(font, isBold);

    /// <param name="character">The character as the file has it.</param>
    /// <param name="start">Where it begins on the page.</param>
    /// <param name="width">The room it takes along its way, in points.</param>
    /// <param name="look">The rest.</param>
    public void Print(string character, (double X, double Y) start, double width, GlyphLook look)
    {
        var text = Glyph.Printed(character);
        if (text.Length == 0)
        {
            _afterSpace = true;
            return;
        }

        if (!double.IsFinite(start.X + start.Y + width + look.Size) || Math.Max(Math.Abs(start.X), Math.Abs(start.Y)) > 1e6)
        {
            reading.Hidden++;
            return;
        }

        if (Turn.Of(look.Across, look.Up, look.Width, look.Size) is not { } direction || look.IsWatermark)
        {
            reading.Watermark++;
            return;
        }

        var (left, baseline) = Turn.ToFrame(direction, start.X, start.Y);
        var glyph = new Glyph(text, left, left + width, baseline, Math.Max(look.Size, 0.5))
        {
            Direction = direction,
            AfterSpace = _afterSpace,
            IsArtifact = look.IsFurniture,
            Style = look.Style,
        };
        var (x, y) = glyph.Centre;
        if (look.IsHidden || !look.Clip.Contains(x, y))
        {
            reading.Hidden++;
            return;
        }

        reading.Count(sheet.Glyphs.Count + _invisible.Count);
        reading.Doubtful += Glyph.IsUnknown(text) ? 1 : 0;
        (look.IsInvisible ? _invisible : sheet.Glyphs).Add(glyph);
        _afterSpace = false;
    }

    /// <summary>What a text object ends with says nothing about the next, which may stand anywhere.</summary>
    public void EndRun() => _afterSpace = false;

    /// <summary>Invisible text counts only where there is no other: it is what recognition of a scan leaves behind.</summary>
    public void Finish()
    {
        if (_invisible.Count > 0 && sheet.Glyphs.Count == 0)
        {
            sheet.Glyphs.AddRange(_invisible);
            reading.RecognisedPages++;
        }

        _invisible.Clear();
    }
}
