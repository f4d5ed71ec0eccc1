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
        var usual = UsualGap(glyphs);
        for (var i = 0; i < glyphs.Length; i++)
        {
            if (i > 0 && StandApart(glyphs[i - 1], glyphs[i], usual))
            {
                text.Append(' ');
            }

            text.Append(glyphs[i].Text);
        }
    }

    /// <summary>
    /// Whether a reader sees a space. One that the file prints is one if it takes any room. Without it, a gap counts by what it is wider
    /// than the usual gap of its line, for lines are justified by gaps: a third of a character between Latin letters and digits, a little
    /// more beside Chinese, which is set apart from figures by a quarter.
    /// </summary>
    /// <param name="left">A glyph.</param>
    /// <param name="right">The next one.</param>
    /// <param name="usual">The gap that is usual in the line, in characters.</param>
    public static bool StandApart(Glyph left, Glyph right, double usual = 0) =>
        right.AfterSpace ? Gap(left, right) > 0.12 : Gap(left, right) - usual > (IsWide(left.Text[^1]) || IsWide(right.Text[0]) ? 0.42 : 0.3);

    private static double Gap(Glyph left, Glyph right) => (right.Left - left.Right) / Math.Max(1, Math.Min(left.Size, right.Size));

    /// <summary>The median gap; in a text of few characters that are spread over a cell it is all there is, and parts nothing.</summary>
    private static double UsualGap(ReadOnlySpan<Glyph> glyphs)
    {
        if (glyphs.Length < 2)
        {
            return 0;
        }

        Span<double> gaps = glyphs.Length <= 256 ? stackalloc double[glyphs.Length - 1] : new double[glyphs.Length - 1];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = Gap(glyphs[i], glyphs[i + 1]);
        }

        gaps.Sort();
        return Math.Max(0, gaps[(gaps.Length - 1) / 2]);
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
