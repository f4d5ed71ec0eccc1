namespace Gouji.Normalize.Linking;

/// <summary>Names that may be of one renamed body. They are offered to a reader and never taken for the same.</summary>
internal static class SimilarNames
{
    /// <summary>A name of fewer characters differs from others by too little to tell anything.</summary>
    private const int ShortestStem = 4;

    private const int MostChanges = 2;

    /// <summary>How much longer the name that contains the other may be.</summary>
    private const int MostAdded = 6;

    /// <summary>Whether two different names of one place are very similar.</summary>
    public static bool Are(BodyName left, BodyName right)
    {
        if (left.Key == right.Key || left.Place != right.Place)
        {
            return false;
        }

        var (one, other) = left.Stem.Length <= right.Stem.Length ? (left.Stem, right.Stem) : (right.Stem, left.Stem);
        return one.Length >= ShortestStem && other.Length - one.Length <= MostAdded
            && (other.Contains(one, StringComparison.Ordinal) || (one.Length > ShortestStem && Changes(one, other) <= MostChanges));
    }

    /// <summary>Insertions, deletions and replacements that lead from one text to the other.</summary>
    private static int Changes(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
