namespace Gouji.Ingest.Sources;

/// <summary>
/// A pattern of addresses in which <c>*</c> stands for any characters, also none. One that begins with <c>/</c> is held against path and
/// query, any other against the whole address. The case of ASCII letters does not matter.
/// </summary>
/// <param name="Text">The pattern as written.</param>
public sealed record AddressPattern(string Text)
{
    /// <summary>Whether the address is of this pattern.</summary>
    public bool Matches(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Matches(Text, Text.StartsWith('/') ? address.PathAndQuery : address.AbsoluteUri);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    // Each star takes as little as it can; where the rest fails, the last star takes one more.
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, taken = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, taken) = (p++, t);
            }
            else if (p < pattern.Length && char.ToLowerInvariant(pattern[p]) == char.ToLowerInvariant(text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++taken;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].Trim('*').IsEmpty;
    }
}
