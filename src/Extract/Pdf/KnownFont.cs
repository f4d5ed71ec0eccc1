using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;

namespace Gouji.Extract.Pdf;

/// <summary>
/// A font that asks the library once for each of its codes. A Chinese font that is not embedded has a map of some ten thousand ranges
/// (UniGB-UCS2-H), which the library goes through from the start for every glyph that is shown, twice.
/// </summary>
internal sealed class KnownFont(IFont font) : IFont
{
    private readonly Dictionary<int, string?> _characters = [];
    private readonly Dictionary<int, CharacterBoundingBox> _boxes = [];

    public NameToken? Name => font.Name;

    public bool IsVertical => font.IsVertical;

    public FontDetails Details => font.Details;

    /// <summary>Whether it pays: fonts of many glyphs. What is set downwards, or is drawn by operators, the library tells by the type of the font.</summary>
    public static bool IsWorthKnowing(IFont font) => !font.IsVertical && font.GetType().Name == "Type0Font";

    public int ReadCharacterCode(IInputBytes bytes, out int codeLength) => font.ReadCharacterCode(bytes, out codeLength);

    public bool TryGetUnicode(int characterCode, [NotNullWhen(true)] out string? value)
    {
        if (!_characters.TryGetValue(characterCode, out value))
        {
            _characters.Add(characterCode, value = font.TryGetUnicode(characterCode, out var character) ? character : null);
        }

        return value is not null;
    }

    public CharacterBoundingBox GetBoundingBox(int characterCode)
    {
        if (!_boxes.TryGetValue(characterCode, out var box))
        {
            _boxes.Add(characterCode, box = font.GetBoundingBox(characterCode));
        }

        return box;
    }

    public TransformationMatrix GetFontMatrix() => font.GetFontMatrix();

    public double GetDescent() => font.GetDescent();

    public double GetAscent() => font.GetAscent();

    public bool TryGetPath(int characterCode, [NotNullWhen(true)] out IReadOnlyList<PdfSubpath>? path) => font.TryGetPath(characterCode, out path);

    public bool TryGetNormalisedPath(int characterCode, [NotNullWhen(true)] out IReadOnlyList<PdfSubpath>? path) => font.TryGetNormalisedPath(characterCode, out path);
}
