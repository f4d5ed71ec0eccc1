using UglyToad.PdfPig;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gouji.Extract.Pdf;

/// <summary>
/// The widths of glyphs as the dictionary of their font states them (ISO 32000-1, 9.6.2.1 and 9.7.4.3), in thousandths of the size of the font.
/// The library tells them only together with the bounds of a glyph, for which it goes through all outlines of the font.
/// </summary>
internal sealed class StatedWidths
{
    private readonly Dictionary<int, double> _widths = [];
    private readonly PredefinedCMap? _map;
    private readonly double _usual;

    private StatedWidths(PredefinedCMap? map, double usual) => (_map, _usual) = (map, usual);

    /// <summary>The width of the glyph of a code in parts of the size, rounded as the library rounds it; null where it is not stated.</summary>
    public double? this[int code] =>
        _map is null ? _widths.TryGetValue(code, out var width) ? 0.001 * width : null
        : _map.GlyphOf(code) is { } glyph ? (_widths.TryGetValue(glyph, out width) ? width : _usual) / 1000
        : null;

    /// <summary>The widths of a TrueType font of single bytes; null where it does not state them.</summary>
    public static StatedWidths? OfTrueType(DictionaryToken font, IPdfTokenScanner scanner)
    {
        // Without one of these, or with outlines of another format, the library takes the font for one of another kind.
        if (!font.TryGet<NumericToken>(NameToken.FirstChar, scanner, out var first)
            || !font.TryGet<ArrayToken>(NameToken.Widths, scanner, out var stated)
            || !font.TryGet<DictionaryToken>(NameToken.FontDescriptor, scanner, out var descriptor)
            || descriptor.ContainsKey(NameToken.FontFile3))
        {
            return null;
        }

        var widths = new StatedWidths(null, 0);
        return widths.TryAdd(first.Int, stated, scanner) ? widths : null;
    }

    /// <summary>The widths of a composite font; null where they are not stated as they should be.</summary>
    /// <param name="descendant">The dictionary of its glyphs.</param>
    /// <param name="map">Which glyphs its codes choose.</param>
    /// <param name="scanner">Finds what the dictionary refers to.</param>
    public static StatedWidths? OfComposite(DictionaryToken descendant, PredefinedCMap map, IPdfTokenScanner scanner)
    {
        var usual = descendant.TryGet<NumericToken>(NameToken.Dw, scanner, out var given) ? given.Double : 1000;
        var widths = new StatedWidths(map, usual);
        return !descendant.TryGet<ArrayToken>(NameToken.W, scanner, out var stated) || widths.TryAdd(stated.Data, scanner) ? widths : null;
    }

    /// <summary>Adds <c>first [width width …]</c> and <c>first last width</c>, in any order.</summary>
    private bool TryAdd(IReadOnlyList<IToken> stated, IPdfTokenScanner scanner)
    {
        for (var i = 0; i < stated.Count;)
        {
            if (i + 1 >= stated.Count || Number(stated[i], scanner) is not { } first)
            {
                return false;
            }

            if (DirectObjectFinder.TryGet<ArrayToken>(stated[i + 1], scanner, out var each))
            {
                if (!TryAdd(first.Int, each, scanner))
                {
                    return false;
                }

                i += 2;
            }
            else if (i + 2 < stated.Count && Number(stated[i + 1], scanner) is { } last && Number(stated[i + 2], scanner) is { } width)
            {
                for (var glyph = Math.Max(first.Int, 0); glyph <= Math.Min(last.Int, ushort.MaxValue); glyph++)
                {
                    _widths[glyph] = width.Double;
                }

                i += 3;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds the widths of glyphs that follow each other.</summary>
    private bool TryAdd(int first, ArrayToken stated, IPdfTokenScanner scanner)
    {
        for (var i = 0; i < stated.Length; i++)
        {
            if (Number(stated[i], scanner) is not { } width)
            {
                return false;
            }

            _widths[unchecked(first + i)] = width.Double;
        }

        return true;
    }

    private static NumericToken? Number(IToken token, IPdfTokenScanner scanner) =>
        DirectObjectFinder.TryGet<NumericToken>(token, scanner, out var number) ? number : null;
}
