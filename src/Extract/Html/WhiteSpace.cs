using System.Buffers;

namespace Gouji.Extract.Html;

/// <summary>The three notions of white space that reading a page needs.</summary>
internal static class WhiteSpace
{
    /// <summary>What a browser collapses (CSS Text 3 section 4.1): not U+00A0, not U+3000.</summary>
    public static readonly SearchValues<char> Collapsible = SearchValues.Create(" \t\n\r\f");

    /// <summary>Whether a browser collapses the character.</summary>
    public static bool IsCollapsible(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    /// <summary>Whether a character at the end of a text shows nothing: any white space, and the marks of no width.</summary>
    public static bool IsInvisible(char c) => char.IsWhiteSpace(c) || c is (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF' or '\0';

    /// <summary>The text without what shows nothing at its ends.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && IsInvisible(text[start]))
        {
            start++;
        }

        var end = text.Length;
        while (end > start && IsInvisible(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>Whether nothing of the text shows.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text) => Trim(text).IsEmpty;

    /// <summary>
    /// Whether the character is as wide as an ideograph. A line break of the file between two of these is no space (CSS Text 3 section
    /// 4.1.3): Chinese text broken over lines by an editor stays whole.
    /// </summary>
    public static bool IsWide(char c) =>
        c is (>= '\u2E80' and <= '\u303E') or (>= '\u3041' and <= '\uA4CF') or (>= '\uF900' and <= '\uFAFF')
            or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6')
        || char.IsSurrogate(c);
}
