using Gouji.Extract.Geometry;
using UglyToad.PdfPig.Core;

namespace Gouji.Extract.Pdf;

/// <summary>Makes glyphs of what a page shows, and counts those whose character the file does not tell.</summary>
internal sealed class RunOfGlyphs(Sheet sheet, PdfReading reading)
{
    private readonly List<Glyph> _invisible = [];
    private bool _afterSpace;

    public void Add(KnownFont font, KnownGlyph known, (double X, double Y) start, (double X, double Y) end, (double X, double Y) top, Box clip, TextRenderingMode mode, bool isArtifact)
    {
        if (known.Text.Length == 0)
        {
            _afterSpace |= known.IsSpace;
            return;
        }

        if (!double.IsFinite(start.X + start.Y + end.X + end.Y + top.X + top.Y))
        {
            return;
        }

        var (across, up) = ((X: end.X - start.X, Y: end.Y - start.Y), (X: top.X - start.X, Y: top.Y - start.Y));
        var size = Math.Sqrt((up.X * up.X) + (up.Y * up.Y));
        var width = Math.Sqrt((across.X * across.X) + (across.Y * across.Y));
        if (Turn.Of(across, up, width, size) is not { } direction)
        {
            reading.Leaning++;
            return;
        }

        // Fonts whose glyphs are drawings may have any scale.
        size = size < 1 && width > 1 ? width * 1.2 : Math.Max(size, 0.5);
        reading.Doubtful += Glyph.IsUnknown(known.Text) ? 1 : 0;
        var (left, baseline) = Turn.ToFrame(direction, start.X, start.Y);
        var (right, _) = Turn.ToFrame(direction, end.X, end.Y);
        var glyph = new Glyph(known.Text, Math.Min(left, right), Math.Max(left, right), baseline, size)
        {
            Direction = direction,
            AfterSpace = _afterSpace,
            IsArtifact = isArtifact,
            Style = font.StyleOf(mode, reading),
        };

        // What lies outside of the page or of the clipping is not printed: the rest of a text that a cell has no room for, for example.
        var (x, y) = glyph.Centre;
        if (!clip.Contains(x, y))
        {
            reading.Outside++;
            return;
        }

        reading.Count(sheet.Glyphs.Count);
        (mode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip ? _invisible : sheet.Glyphs).Add(glyph);
        _afterSpace = false;
    }

    /// <summary>Invisible text counts only where there is no other: it is what recognition of a scan leaves behind.</summary>
    public void Finish()
    {
        if (_invisible.Count > 0 && sheet.Glyphs.Count == 0)
        {
            sheet.Glyphs.AddRange(_invisible);
            reading.RecognisedPages++;
        }
    }
}
