using System.Collections.Frozen;
using System.Globalization;

namespace Gouji.Extract.Docx;

/// <summary>
/// The characters of <c>w:sym</c> (ISO/IEC 29500-1 17.3.3.30): a font and a code in it. Symbol fonts keep their signs at codes that mean
/// nothing elsewhere; those that stand in disclosures are mapped, the rest show that a character is there which is not known.
/// </summary>
internal static class SymbolFonts
{
    private const char Unknown = '\uFFFD';

    private static readonly FrozenDictionary<int, char> Symbol = new Dictionary<int, char>
    {
        [0x2D] = '−', [0x61] = 'α', [0x62] = 'β', [0x67] = 'γ', [0x64] = 'δ', [0x6D] = 'μ', [0x70] = 'π', [0x73] = 'σ', [0x44] = 'Δ', [0x53] = 'Σ',
        [0x57] = 'Ω', [0xA3] = '≤', [0xA5] = '∞', [0xAC] = '←', [0xAD] = '↑', [0xAE] = '→', [0xAF] = '↓', [0xB0] = '°', [0xB1] = '±', [0xB3] = '≥',
        [0xB4] = '×', [0xB7] = '•', [0xB8] = '÷', [0xB9] = '≠', [0xBB] = '≈', [0xD7] = '·', [0xD6] = '√', [0xE5] = '∑',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, char> Wingdings = new Dictionary<int, char>
    {
        [0x6C] = '●', [0x6E] = '■', [0x6F] = '□', [0x70] = '□', [0x71] = '❑', [0x72] = '❒', [0x75] = '◆', [0x76] = '❖', [0x77] = '◆', [0x9F] = '•',
        [0xA1] = '○', [0xA7] = '▪', [0xA8] = '□', [0xD8] = '➢', [0xE0] = '→', [0xFB] = '✗', [0xFC] = '✓', [0xFD] = '☒', [0xFE] = '☑',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, char> Wingdings2 = new Dictionary<int, char>
    {
        [0x4F] = '✗', [0x50] = '✓', [0x51] = '☒', [0x52] = '☑', [0x53] = '☒', [0x54] = '☒', [0xA3] = '□', [0x98] = '●', [0x99] = '○',
    }.ToFrozenDictionary();

    /// <summary>The character of a symbol; U+FFFD where it is not known.</summary>
    /// <param name="font">Name of the font.</param>
    /// <param name="code">Hexadecimal code, with or without the F000 that shifts it into the private use area.</param>
    public static char Map(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || value is < 0x20 or > 0xFFFF)
        {
            return Unknown;
        }

        var place = value is >= 0xF000 and <= 0xF0FF ? value - 0xF000 : value;
        var map = font switch
        {
            "Symbol" => Symbol,
            "Wingdings" => Wingdings,
            "Wingdings 2" => Wingdings2,
            _ => null,
        };
        if (map is not null && map.TryGetValue(place, out var mapped))
        {
            return mapped;
        }

        // Symbol keeps digits and most punctuation where ASCII has them; the pictures of the other fonts have no such place.
        var pictures = font is not null && (font.StartsWith("Wingdings", StringComparison.Ordinal) || font == "Webdings");
        if (place is >= 0x20 and < 0x40 && !pictures)
        {
            return (char)place;
        }

        return pictures || map is not null || char.IsSurrogate((char)value) || value is >= 0xE000 and <= 0xF8FF ? Unknown : (char)value;
    }
}
