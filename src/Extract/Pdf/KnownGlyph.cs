using Gouji.Extract.Geometry;

namespace Gouji.Extract.Pdf;

/// <summary>What a code of a font prints.</summary>
/// <param name="character">The characters the file gives for it.</param>
/// <param name="width">How far from it the next glyph stands, in parts of the size of the font.</param>
internal sealed class KnownGlyph(string character, double width)
{
    /// <summary>What leaves a mark on paper; empty for white space.</summary>
    public string Text { get; } = Glyph.Printed(character);

    /// <summary>Whether nothing is left because all of it is white space.</summary>
    public bool IsSpace { get; } = character.Length > 0 && Glyph.Printed(character).Length == 0;

    /// <summary>How far from it the next glyph stands, in parts of the size of the font.</summary>
    public double Width { get; } = width;
}
