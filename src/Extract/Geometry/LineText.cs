using System.Text;

namespace Gouji.Extract.Geometry;

/// <summary>Writes glyphs of a line as text: what stands together is joined, what stands apart gets a space.</summary>
internal static class LineText
{
    public static string Of(ReadOnlySpan<Glyph> glyphs)
    {
        var text = new StringBuilder(glyphs.Length + 8);
        Append(text, glyphs);
        return text.ToString();
    }

    public static void Append(StringBuilder text, ReadOnlySpan<Glyph> glyphs)
    {
        for (var i = 0; i < glyphs.Length; i++)
        {
            if (i > 0 && StandApart(glyphs[i - 1], glyphs[i]))
            {
                text.Append(' ');
            }

            text.Append(glyphs[i].Text);
        }
    }

    /// <summary>
    /// Whether a reader sees a space. One that the file prints is one if it takes any room. Without it, a third of a character parts Latin
    /// letters and digits; Chinese is set with gaps of its own (before figures, in justified lines), so it takes more than a character.
    /// </summary>
    public static bool StandApart(Glyph left, Glyph right)
    {
        var gap = (right.Left - left.Right) / Math.Max(1, Math.Min(left.Size, right.Size));
        return gap > (right.AfterSpace ? 0.12 : IsWide(left.Text[^1]) || IsWide(right.Text[0]) ? 1.4 : 0.3);
    }

    /// <summary>Whether text may be parted after or before this character without a space being lost: Chinese and its punctuation.</summary>
    public static bool IsWide(char character) => character >= '\u2E80' || character is >= '\u2010' and <= '\u2027' or '\u00B7' or '\u203B';

    /// <summary>Digits and the marks within a figure.</summary>
    public static bool IsOfFigure(char character) => char.IsAsciiDigit(character) || character is '.' or ',' or '%' or '-' or '−' || character is >= '０' and <= '９';

    /// <summary>Whether two lines that follow each other belong together without a space. </summary>
    /// <param name="before">Last character of the upper line.</param>
    /// <param name="after">First character of the lower line.</param>
    /// <param name="isWrapped">Whether the upper line had no more room, so that the text was parted by force.</param>
    public static bool JoinsWithoutSpace(char before, char after, bool isWrapped) =>
        IsWide(before) || IsWide(after) || (isWrapped && IsOfFigure(before) && IsOfFigure(after));
}
