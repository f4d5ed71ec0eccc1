namespace Gouji.Extract.Text;

/// <summary>Which characters a text file may hold, and which ones belong to the margin of a text.</summary>
internal static class TextCharacters
{
    /// <summary>White space for the eye: what .NET calls so (U+3000 and U+00A0 with it), zero-width space, byte order mark.</summary>
    public static bool IsSpace(char c) =>
        c < '\u0080' ? c is ' ' or (>= '\t' and <= '\r') : c is '\u3000' or '\u00A0' or '\u200B' or '\uFEFF' || char.IsWhiteSpace(c);

    /// <summary>
    /// 0-based place of the first character that shows that the text is not text; -1 where it is. One NUL is enough; of other
    /// controls and of private-use characters, into which GB18030 decodes many a wrong byte, a text may have one in fifty.
    /// </summary>
    public static int FindBinary(ReadOnlySpan<char> text)
    {
        var first = -1;
        var odd = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is (>= ' ' and < '\u007F') or (> '\u007F' and < '\uE000') or (>= '\t' and <= '\r'))
            {
                continue;
            }

            if (c == '\0')
            {
                return i;
            }

            if (IsOdd(c))
            {
                odd++;
                first = first < 0 ? i : first;
            }
        }

        return odd > text.Length / 50 ? first : -1;
    }

    /// <summary>Cuts white space off both ends and says how many characters went at the begin.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text, out int leading)
    {
        var end = text.Length;
        while (end > 0 && IsSpace(text[end - 1]))
        {
            end--;
        }

        leading = 0;
        while (leading < end && IsSpace(text[leading]))
        {
            leading++;
        }

        return text[leading..end];
    }

    // U+001A is the end-of-file mark of old systems; U+FFFD is what a careless converter left behind.
    private static bool IsOdd(char c) => c is (< ' ' and not '\u001A') or '\u007F' or (>= '\uE000' and <= '\uF8FF') or '\uFFFD';
}
