using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gouji.Extract.Pdf;

/// <summary>
/// Which glyphs the codes of a text choose in a font that is not embedded: a map that every reader knows by its name (ISO 32000-1, 9.7.5.2),
/// such as UniGB-UCS2-H. The library has the maps in its resources, but goes through their ten thousand ranges from the start for every
/// code, and in every document again, and of single codes it keeps the last hundred alone. Here a map is a table, and the characters that the
/// library gave for its codes are kept, once for all documents. May be used by several threads.
/// </summary>
internal sealed class PredefinedCMap
{
    private const string Resource = "UglyToad.PdfPig.Resources.CMap.";

    /// <summary>Only the names of the library's resources lead to an entry; null stands for a map that the library alone can read.</summary>
    private static readonly ConcurrentDictionary<string, PredefinedCMap?> Known = new(StringComparer.Ordinal);

    private readonly string _ordering;
    private readonly bool _isUnicode;
    private readonly ushort[] _glyphs = new ushort[ushort.MaxValue + 1];

    /// <summary>No more entries than the table has.</summary>
    private readonly ConcurrentDictionary<int, string> _characters = [];

    private PredefinedCMap(string ordering, bool isUnicode, List<(int First, int Last, int Glyph)> ranges)
    {
        _ordering = ordering;
        _isUnicode = isUnicode;

        // Where ranges overlap the first one counts, which therefore is written last.
        for (var i = ranges.Count - 1; i >= 0; i--)
        {
            for (var code = ranges[i].First; code <= ranges[i].Last; code++)
            {
                _glyphs[code] = (ushort)(ranges[i].Glyph + code - ranges[i].First);
            }
        }
    }

    /// <summary>The map of a name.</summary>
    /// <returns>Null where no map has the name, or where it has codes of more than two bytes other than those of UTF-16, or builds on another map.</returns>
    public static PredefinedCMap? Named(string name)
    {
        if (Known.TryGetValue(name, out var map))
        {
            return map;
        }

        using var stream = typeof(PdfDocument).Assembly.GetManifestResourceStream(Resource + name);
        if (stream is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Known.GetOrAdd(name, Parse(bytes.ToArray(), name.Contains("UTF16", StringComparison.Ordinal)));
    }

    /// <summary>The number of the glyph (CID) for a code: 0 where there is none, null where the code is longer than the map's.</summary>
    public int? GlyphOf(int code) => code >= 0 && code < _glyphs.Length ? _glyphs[code] : null;

    /// <summary>Whether a font has the character collection that the map is made for, so that the same codes mean the same characters.</summary>
    public bool IsFor(DictionaryToken descendant, IPdfTokenScanner scanner) =>
        descendant.TryGet<DictionaryToken>(NameToken.CidSystemInfo, scanner, out var collection)
        && Text(collection, NameToken.Registry) == "Adobe" && Text(collection, NameToken.Ordering) == _ordering;

    /// <summary>The character of a code, in a font <see cref="IsFor"/> holds of.</summary>
    public bool TryGetCharacter(int code, IFont font, [NotNullWhen(true)] out string? character)
    {
        character = null;
        var glyph = GlyphOf(code);
        if (glyph == 0 || (glyph is not null && _characters.TryGetValue(code, out character)))
        {
            return character is not null;
        }

        // A code of such a map is the character, in UTF-16.
        character = !_isUnicode ? font.TryGetUnicode(code, out var told) ? told : null
            : glyph is not null ? ((char)code).ToString()
            : Paired(code);
        if (character is not null && glyph is not null)
        {
            _characters.TryAdd(code, character);
        }

        return character is not null;
    }

    private static string? Paired(int code)
    {
        var (high, low) = ((char)(code >>> 16), (char)(code & 0xFFFF));
        return char.IsSurrogatePair(high, low) ? new string([high, low]) : null;
    }

    private static string? Text(DictionaryToken dictionary, NameToken name) => dictionary.TryGet<StringToken>(name, out var text) ? text.Data : null;

    /// <summary>
    /// Reads the ranges of a map, <c>&lt;first code&gt; &lt;last code&gt; glyph</c> between <c>begincidrange</c> and <c>endcidrange</c>, and its
    /// single codes, <c>&lt;code&gt; glyph</c> between <c>begincidchar</c> and <c>endcidchar</c>.
    /// </summary>
    private static PredefinedCMap? Parse(byte[] bytes, bool isUnicode)
    {
        var (ordering, ranges) = ("", new List<(int First, int Last, int Glyph)>());
        var tokens = new CoreTokenScanner(new MemoryInputBytes(bytes), false, StackDepthGuard.Infinite, isCMapParser: true);
        while (tokens.MoveNext())
        {
            switch (tokens.CurrentToken)
            {
                case NameToken { Data: "Ordering" } when tokens.TryReadToken<StringToken>(out var name):
                    ordering = name.Data;
                    break;
                case OperatorToken { Data: "begincidrange" } when !TryReadRanges(tokens, ranges, areSingle: false, isUnicode):
                case OperatorToken { Data: "begincidchar" } when !TryReadRanges(tokens, ranges, areSingle: true, isUnicode):
                case OperatorToken { Data: "usecmap" }:
                    return null;
            }
        }

        return new PredefinedCMap(ordering, isUnicode, ranges);
    }

    private static bool TryReadRanges(CoreTokenScanner tokens, List<(int First, int Last, int Glyph)> ranges, bool areSingle, bool mayBeLong)
    {
        while (tokens.MoveNext() && tokens.CurrentToken is HexToken first)
        {
            var last = first;
            if (!areSingle && !tokens.TryReadToken(out last!))
            {
                return false;
            }

            if (!tokens.TryReadToken<NumericToken>(out var glyph))
            {
                return false;
            }

            if (first.Bytes.Length > 2 && mayBeLong)
            {
                continue;
            }

            if (first.Bytes.Length > 2 || last.Bytes.Length > 2 || HexToken.ConvertHexBytesToInt(last) - HexToken.ConvertHexBytesToInt(first) + glyph.Int > ushort.MaxValue)
            {
                return false;
            }

            ranges.Add((HexToken.ConvertHexBytesToInt(first), HexToken.ConvertHexBytesToInt(last), glyph.Int));
        }

        return true;
    }
}
