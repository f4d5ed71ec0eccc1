using Gouji.Model;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;

namespace Gouji.Extract.Pdf;

/// <summary>
/// One reading of one PDF: what it counts, and the way to end it. The library knows no cancellation, so every operator and glyph asks
/// here; it also takes the place of the library's log, so that the pages find it.
/// </summary>
internal sealed class PdfReading(CancellationToken cancellationToken) : ILog
{
    /// <summary>A page with more glyphs or rules is no page.</summary>
    private const int MostOnAPage = 500_000;

    private readonly Dictionary<(string Font, int Mode), int> _styles = [];
    private readonly Dictionary<IFont, KnownFont> _fonts = new(ReferenceEqualityComparer.Instance);
    private long _steps;

    /// <summary>Grows while the reading gets on.</summary>
    public long Steps => Volatile.Read(ref _steps);

    /// <summary>Glyphs whose character is not known.</summary>
    public int Doubtful { get; set; }

    /// <summary>Glyphs that lean: watermarks.</summary>
    public int Leaning { get; set; }

    /// <summary>Glyphs outside of the page or of the clipping.</summary>
    public int Outside { get; set; }

    /// <summary>Pages whose only text is invisible: recognised from a picture.</summary>
    public int RecognisedPages { get; set; }

    /// <summary>Defects of the file that the library mended.</summary>
    public int Defects { get; private set; }

    /// <summary>One step on; ends the reading where it is no longer wanted.</summary>
    public void Step()
    {
        Volatile.Write(ref _steps, unchecked(_steps + 1));
        if ((_steps & 255) == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>What is known of a font, the same for all pages.</summary>
    public KnownFont Known(IFont font, IPdfTokenScanner scanner)
    {
        if (!_fonts.TryGetValue(font, out var known))
        {
            _fonts.Add(font, known = new KnownFont(font, scanner));
        }

        return known;
    }

    /// <summary>A number for a font and the way it is painted, counted as they come.</summary>
    public int StyleOf(string font, int mode)
    {
        if (!_styles.TryGetValue((font, mode), out var style))
        {
            _styles.Add((font, mode), style = _styles.Count + 1);
        }

        return style;
    }

    /// <summary>Refuses a page that holds too much.</summary>
    public void Count(int onThePage)
    {
        if (onThePage > MostOnAPage)
        {
            throw Unreadable.TooLarge($"一页上的文字或线条超过{MostOnAPage}个", $"a page has more than {MostOnAPage} glyphs or rules");
        }
    }

    /// <inheritdoc/>
    public void Debug(string message)
    {
    }

    /// <inheritdoc/>
    public void Debug(string message, Exception ex)
    {
    }

    /// <inheritdoc/>
    public void Warn(string message)
    {
    }

    /// <inheritdoc/>
    public void Error(string message) => Defects++;

    /// <inheritdoc/>
    public void Error(string message, Exception ex) => Defects++;
}
