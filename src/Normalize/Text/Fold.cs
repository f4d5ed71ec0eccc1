using System.Text;

namespace Gouji.Normalize.Text;

/// <summary>
/// Brings text that means the same to the same characters. Documents differ in spaces inside words, full-width forms, kinds
/// of quotation marks and brackets, and in look-alike code points; labels are compared by their key.
/// </summary>
internal static class Fold
{
    private const int OnStack = 256;

    /// <summary>Marks in <see cref="Table"/>: the character is not in a key, or the tables of Unicode must tell what it becomes.</summary>
    private const char Removed = '\0';
    private const char Unknown = '\uFFFF';

    /// <summary>What each character becomes in a key.</summary>
    private static readonly char[] Table = CreateTable();

    /// <summary>
    /// The key of a label: NFKC, look-alike radicals resolved, traditional characters simplified, all white space and quotation marks removed, every round,
    /// square and tortoise-shell bracket written as ( or ). Text that is already a key comes back as the same string.
    /// Folding a key changes nothing.
    /// </summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsKey(text))
        {
            return text;
        }

        Span<char> buffer = text.Length <= OnStack ? stackalloc char[OnStack] : new char[text.Length];
        if (TryKey(text, buffer, out var written))
        {
            return buffer[..written].SequenceEqual(text) ? text : new string(buffer[..written]);
        }

        // What needs the tables of Unicode. Removing a space can bring a combining mark to a letter, so repeat until stable.
        var current = WithoutLoneSurrogates(text);
        while (true)
        {
            var normal = current.Normalize(NormalizationForm.FormKC);
            var next = new string(Simple(normal, new char[normal.Length]));
            if (next.IsNormalized(NormalizationForm.FormKC))
            {
                return string.Equals(next, text, StringComparison.Ordinal) ? text : next;
            }

            current = next;
        }
    }

    /// <summary>
    /// Writes the key without allocating. False where the text needs the tables of Unicode: then <see cref="Key"/> tells it.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="key">Room for at least as many characters as the text has.</param>
    /// <param name="written">How many characters the key has.</param>
    public static bool TryKey(ReadOnlySpan<char> text, Span<char> key, out int written)
    {
        written = 0;
        var table = Table;
        foreach (var c in text)
        {
            var folded = table[c];
            if (folded == Unknown)
            {
                return false;
            }

            if (folded != Removed)
            {
                key[written++] = folded;
            }
        }

        return true;
    }

    /// <summary>How many characters of a key one character makes: none or one; −1 where the tables of Unicode must tell.</summary>
    /// <param name="c">The character.</param>
    /// <param name="folded">The character of the key.</param>
    public static int TryKey(char c, out char folded)
    {
        folded = Table[c];
        return folded switch { Unknown => -1, Removed => 0, _ => 1 };
    }

    /// <summary>The text for display: each run of white space one space, none at the ends, invisible characters removed.</summary>
    public static string Spaces(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (HasTidySpaces(text))
        {
            return text;
        }

        text = WithoutLoneSurrogates(text);
        Span<char> tidy = text.Length <= OnStack ? stackalloc char[OnStack] : new char[text.Length];
        var length = 0;
        var pending = false;
        foreach (var c in text)
        {
            if (IsInvisible(c))
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                pending = length > 0;
                continue;
            }

            if (pending)
            {
                tidy[length++] = ' ';
                pending = false;
            }

            tidy[length++] = c;
        }

        return new string(tidy[..length]);
    }

    /// <summary>White space or an invisible character: what a key does not hold.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || IsInvisible(c);

    /// <summary>Soft hyphen, zero-width characters, marks of direction, byte order mark.</summary>
    private static bool IsInvisible(char c) =>
        c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF';

    private static bool IsQuote(char c) =>
        c is '"' or '\'' or (>= '\u2018' and <= '\u201F') or '\u300C' or '\u300D' or '\u300E' or '\u300F' or '\u301D' or '\u301E' or '\u301F';

    private static char Bracket(char c) => c switch
    {
        '[' or '〔' or '【' or '〖' or '〘' or '〚' => '(',
        ']' or '〕' or '】' or '〗' or '〙' or '〛' => ')',
        _ => c,
    };

    /// <summary>Whether the text is certainly a key already; false can also mean that it takes a closer look.</summary>
    private static bool IsKey(string text)
    {
        var table = Table;
        foreach (var c in text)
        {
            if (table[c] != c || c == Unknown || c == Removed)
            {
                return false;
            }
        }

        return true;
    }

    private static char[] CreateTable()
    {
        var table = new char[char.MaxValue + 1];
        Span<char> key = stackalloc char[1];
        for (var i = 0; i < table.Length; i++)
        {
            var c = (char)i;
            table[i] = !IsPlain(c) || c == Removed ? Unknown : Simple([c], key) is [var folded] ? folded : Removed;
        }

        return table;
    }

    /// <summary>Whether NFKC either keeps the character or does to it what <see cref="Simple"/> does.</summary>
    private static bool IsPlain(char c) =>
        IsHan(c)
        || c < '\u007F'
        || c is >= '\uFF01' and <= '\uFF5E'
        || c is >= '\u3000' and <= '\u3011'
        || c is '\u2013' or '\u2014' or '\u00B7' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '〔' or '〕'
        || c is '\u00A0' or (>= '\u2000' and <= '\u200B') or '\uFEFF'
        || Radicals.Resolve(c) != c;

    private static char Ordinary(char c) => TraditionalCharacters.Simplify(Radicals.Resolve(c));

    private static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');

    /// <summary>The fold without the tables of Unicode, character by character.</summary>
    private static ReadOnlySpan<char> Simple(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        foreach (var printed in text)
        {
            // Full-width forms stand at a fixed distance from ASCII.
            var c = printed is >= '\uFF01' and <= '\uFF5E' ? (char)(printed - 0xFEE0) : printed;
            if (IsBlank(c) || IsQuote(c))
            {
                continue;
            }

            buffer[length++] = Ordinary(Bracket(c));
        }

        return buffer[..length];
    }

    private static bool HasTidySpaces(string text)
    {
        var afterSpace = true;
        foreach (var c in text)
        {
            if (c == ' ')
            {
                if (afterSpace)
                {
                    return false;
                }

                afterSpace = true;
                continue;
            }

            if (IsBlank(c))
            {
                return false;
            }

            afterSpace = false;
        }

        return text.Length == 0 || !afterSpace;
    }

    /// <summary>Damaged text holds halves of surrogate pairs, which cannot be normalised; each becomes U+FFFD.</summary>
    private static string WithoutLoneSurrogates(string text)
    {
        var whole = true;
        for (var i = 0; i < text.Length && whole; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                whole = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
                i++;
            }
        }

        if (whole)
        {
            return text;
        }

        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            mended.Append(rune);
        }

        return mended.ToString();
    }
}
