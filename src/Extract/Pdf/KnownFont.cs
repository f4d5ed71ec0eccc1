using Gouji.Extract.Geometry;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gouji.Extract.Pdf;

/// <summary>A font that is asked once for each of its codes, and only for what its dictionary does not state.</summary>
internal sealed class KnownFont
{
    private readonly IFont _font;
    private readonly Dictionary<int, KnownGlyph> _glyphs = [];
    private readonly PredefinedCMap? _characters;
    private readonly StatedWidths? _widths;
    private readonly bool _isOfTwoBytes;
    private (TextRenderingMode Mode, int Number) _style;

    public KnownFont(IFont font, IPdfTokenScanner scanner)
    {
        _font = font;
        if (font.IsVertical || font.Details?.FontDictionaryReference is not { } reference
            || !DirectObjectFinder.TryGet<DictionaryToken>(new IndirectReferenceToken(reference), scanner, out var dictionary)
            || !dictionary.TryGet<NameToken>(NameToken.Subtype, scanner, out var kind))
        {
            return;
        }

        if (kind.Equals(NameToken.TrueType))
        {
            _widths = StatedWidths.OfTrueType(dictionary, scanner);
        }
        else if (kind.Equals(NameToken.Type0) && dictionary.TryGet<NameToken>(NameToken.Encoding, scanner, out var encoding))
        {
            _isOfTwoBytes = encoding.Equals(NameToken.IdentityH);
            if (!_isOfTwoBytes && PredefinedCMap.Named(encoding.Data) is { } map && CompositeFont.Descendant(dictionary, scanner) is { } descendant)
            {
                _widths = StatedWidths.OfComposite(descendant, map, scanner);
                _characters = !dictionary.ContainsKey(NameToken.ToUnicode) && map.IsFor(descendant, scanner) ? map : null;
            }
        }
    }

    /// <summary>Whether it writes downwards.</summary>
    public bool IsVertical => _font.IsVertical;

    /// <summary>What a code prints.</summary>
    public KnownGlyph this[int code]
    {
        get
        {
            if (!_glyphs.TryGetValue(code, out var glyph))
            {
                _glyphs.Add(code, glyph = new KnownGlyph(CharacterOf(code), _widths?[code] ?? _font.GetBoundingBox(code).Width));
            }

            return glyph;
        }
    }

    /// <summary>Reads the code that begins at the current byte.</summary>
    /// <param name="bytes">Stands at the last byte of the code afterwards.</param>
    /// <param name="length">How many bytes it has.</param>
    public int ReadCode(IInputBytes bytes, out int length)
    {
        if (!_isOfTwoBytes)
        {
            return _font.ReadCharacterCode(bytes, out length);
        }

        // Of a code that is cut short the rest is zero.
        var high = bytes.CurrentByte << 8;
        length = bytes.MoveNext() ? 2 : 1;
        return high + (length == 2 ? bytes.CurrentByte : 0);
    }

    /// <summary>The number of the font painted in a way; see <see cref="PdfReading.StyleOf"/>.</summary>
    public int StyleOf(TextRenderingMode mode, PdfReading reading)
    {
        if (_style.Mode != mode || _style.Number == 0)
        {
            _style = (mode, reading.StyleOf(_font.Name?.Data ?? "", (int)mode));
        }

        return _style.Number;
    }

    /// <summary>
    /// The character of a code. Where the font does not know it, it is unknown: the code itself, which readers show for want of a better,
    /// is in a font that holds only the glyphs in use the number of a glyph, and would make figures of nothing. A code of white space is one.
    /// </summary>
    private string CharacterOf(int code)
    {
        if ((_characters is null ? _font.TryGetUnicode(code, out var character) : _characters.TryGetCharacter(code, _font, out character)) && character is not null)
        {
            return character;
        }

        var itself = unchecked((char)code).ToString();
        return Glyph.Printed(itself).Length == 0 ? itself : "\uFFFD";
    }
}
