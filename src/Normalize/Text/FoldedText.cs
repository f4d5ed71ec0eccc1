namespace Gouji.Normalize.Text;

/// <summary>Further foldings of a text that <see cref="Fold.Key"/> has folded.</summary>
internal static class FoldedText
{
    /// <summary>The text without punctuation, brackets and quotes; the same string where it has none.</summary>
    public static string Letters(string folded)
    {
        var i = 0;
        while (i < folded.Length && char.IsLetterOrDigit(folded[i]))
        {
            i++;
        }

        if (i == folded.Length)
        {
            return folded;
        }

        Span<char> buffer = folded.Length <= 256 ? stackalloc char[folded.Length] : new char[folded.Length];
        var length = 0;
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c) || c is '%' or '+')
            {
                buffer[length++] = c;
            }
        }

        return buffer[..length].ToString();
    }
}
