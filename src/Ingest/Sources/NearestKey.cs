namespace Gouji.Ingest.Sources;

/// <summary>Finds the key that someone most likely meant.</summary>
internal static class NearestKey
{
    /// <summary>The nearest of the keys; null where none is near. Of equally near ones the first.</summary>
    public static string? Of(string typed, IReadOnlyList<string> keys)
    {
        // allowPrivateAddresses and allow_private_addresses mean allow-private-addresses.
        var plain = Plain(typed);
        return keys.Select(key => (Key: key, Distance: Distance(plain, Plain(key))))
            .Where(pair => pair.Distance * 2 <= Math.Max(plain.Length, pair.Key.Length))
            .OrderBy(static pair => pair.Distance)
            .FirstOrDefault().Key;
    }

    private static string Plain(string key) => string.Concat(key.Where(static c => c is not ('-' or '_' or ' '))).ToLowerInvariant();

    // How many letters must be put in, left out or changed.
    private static int Distance(string one, string other)
    {
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[above.Length];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(Math.Min(above[j], current[j - 1]) + 1, change);
            }

            above = current;
        }

        return above[^1];
    }
}
