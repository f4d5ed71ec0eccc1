namespace Gouji.Model;

/// <summary>Finds the word that someone most likely meant.</summary>
public static class NearestWord
{
    /// <summary>The nearest of the words; null where none is near. Of equally near ones the first.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="words">The words; case, and the strokes and spaces between their parts, do not matter.</param>
    public static string? Of(string typed, IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(words);
        typed = Plain(typed);
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var word in words)
        {
            var plain = Plain(word);
            var distance = typed.Length >= 2 && plain.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1 : Distance(typed, plain);
            if (distance < least && distance <= Math.Max(1, Math.Max(typed.Length, plain.Length) / 2))
            {
                (nearest, least) = (word, distance);
            }
        }

        return nearest;
    }

    /// <summary>How many letters must be put in, left out, changed or swapped with their neighbour; case does not matter.</summary>
    public static int Distance(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var rows = new int[3][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new int[other.Length + 1];
        }

        for (var j = 0; j <= other.Length; j++)
        {
            rows[0][j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var (above, current, twoAbove) = (rows[(i - 1) % 3], rows[i % 3], rows[(i + 1) % 3]);
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = Same(one[i - 1], other[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(above[j] + 1, current[j - 1] + 1), above[j - 1] + change);
                if (i > 1 && j > 1 && Same(one[i - 1], other[j - 2]) && Same(one[i - 2], other[j - 1]))
                {
                    current[j] = Math.Min(current[j], twoAbove[j - 2] + 1);
                }
            }
        }

        return rows[one.Length % 3][other.Length];
    }

    private static string Plain(string word) => string.Concat(word.Where(static c => c is not ('-' or '_' or ' ')));

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
