namespace Gouji.Cli.Inputs;

/// <summary>
/// A pattern over the parts of a path: <c>*</c> and <c>?</c> within a part, <c>[abc]</c> and <c>[!a-z]</c> for one character, and
/// <c>**</c> for any number of parts. It is stepped part by part, so that a walk can leave out folders below which nothing can match.
/// </summary>
internal sealed class Glob
{
    private const int MostParts = 63;
    private readonly string[] _parts;

    private Glob(string[] parts) => _parts = parts;

    /// <summary>The state before any part: a set of positions in the pattern, a bit each.</summary>
    public ulong Start => Close(1UL);

    /// <summary>Whether a text has any of the signs of a pattern.</summary>
    public static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?', '[');

    /// <summary>Reads a pattern. A slash at its end means a folder with all that is below it.</summary>
    public static Glob? Parse(string pattern)
    {
        var parts = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (pattern.EndsWith('/'))
        {
            parts = [.. parts, "**", "*"];
        }

        return parts.Length is 0 or > MostParts ? null : new Glob(parts);
    }

    /// <summary>The state after one more part of a path; 0 where nothing below can match.</summary>
    public ulong Step(ulong state, ReadOnlySpan<char> name)
    {
        var next = 0UL;
        for (var i = 0; i < _parts.Length; i++)
        {
            if ((state & (1UL << i)) == 0)
            {
                continue;
            }

            if (_parts[i] == "**")
            {
                next |= 1UL << i;
            }
            else if (Matches(_parts[i], name))
            {
                next |= 1UL << (i + 1);
            }
        }

        return Close(next);
    }

    /// <summary>Whether the parts so far are a match.</summary>
    public bool Accepts(ulong state) => (state & (1UL << _parts.Length)) != 0;

    /// <summary>Whether a whole path matches.</summary>
    public bool IsMatch(ReadOnlySpan<char> path)
    {
        var state = Start;
        foreach (var range in path.Split('/'))
        {
            state = Step(state, path[range]);
        }

        return Accepts(state);
    }

    /// <summary>Whether a name matches one part of a pattern. Runs in linear time per star, whatever the pattern.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var (p, n) = (0, 0);
        var (starPattern, starName) = (-1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (starPattern, starName) = (p++, n);
            }
            else if (p < pattern.Length && MatchesOne(pattern, ref p, name[n]))
            {
                n++;
            }
            else if (starPattern >= 0)
            {
                p = starPattern + 1;
                n = ++starName;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    private static bool MatchesOne(ReadOnlySpan<char> pattern, ref int p, char letter)
    {
        if (pattern[p] == '[')
        {
            // A bracket that is never closed stands for itself, and so does ] as the first of the set.
            var negated = p + 1 < pattern.Length && pattern[p + 1] is '!' or '^';
            var first = p + (negated ? 2 : 1);
            var length = first + 1 < pattern.Length ? pattern[(first + 1)..].IndexOf(']') : -1;
            if (length >= 0)
            {
                if (Contains(pattern.Slice(first, length + 1), letter) == negated)
                {
                    return false;
                }

                p = first + length + 2;
                return true;
            }
        }

        if (pattern[p] != '?' && pattern[p] != letter)
        {
            return false;
        }

        p++;
        return true;
    }

    private static bool Contains(ReadOnlySpan<char> set, char letter)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                if (letter >= set[i] && letter <= set[i + 2])
                {
                    return true;
                }

                i += 2;
            }
            else if (set[i] == letter)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>**</c> may stand for no part at all, so its position includes the next.</summary>
    private ulong Close(ulong state)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            if ((state & (1UL << i)) != 0 && _parts[i] == "**")
            {
                state |= 1UL << (i + 1);
            }
        }

        return state;
    }
}
