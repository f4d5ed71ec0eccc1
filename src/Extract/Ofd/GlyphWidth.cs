using System.Text;

namespace Gouji.Extract.Ofd;

/// <summary>
/// How wide a glyph is in characters, as far as that can be told without its font: Chinese takes a whole one, the rest about half. The
/// places of glyphs are in the file; the width only tells whether a gap follows.
/// </summary>
internal static class GlyphWidth
{
    /// <summary>A way to the next glyph that is longer by this many characters leaves a gap.</summary>
    private const double Slack = 0.25;

    public static double Of(Rune character) => character.Value switch
    {
        >= 0x2E80 or (>= 0x2010 and <= 0x27BF) => 1,
        'm' or 'w' or 'M' or 'W' or '@' => 0.8,
        '.' or ',' or ':' or ';' or '\'' or '|' or '!' or 'i' or 'j' or 'l' or 'I' or 't' or 'f' or 'r' or '(' or ')' or '[' or ']' => 0.3,
        >= 'A' and <= 'Z' => 0.65,
        _ => 0.5,
    };

    /// <summary>The width as far as the next glyph, unless a gap lies between.</summary>
    public static double Reaching(double width, double way) =>
        way > 0 && way <= width + Math.Max(Slack, width * 0.35) ? way : width;
}
