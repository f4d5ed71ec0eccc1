using System.Text.RegularExpressions;

namespace Gouji.Normalize.Prose;

/// <summary>What sentences call the things that their figures are of.</summary>
internal static partial class ThingNames
{
    /// <summary>Shorter names, as 支出, are of anything.</summary>
    private const int Shortest = 4;

    /// <summary>The name of a body may stand before one of them, and 费, 费用 and 经费 are one.</summary>
    public static bool AreSame(string first, string second) =>
        first.Length >= Shortest && second.Length >= Shortest
        && (first.EndsWith(second, StringComparison.Ordinal) || second.EndsWith(first, StringComparison.Ordinal) || Kind(first).SequenceEqual(Kind(second)));

    /// <summary>Whether words name a thing: an amount behind 严控 alone is of something that is not told, as where a line was lost.</summary>
    public static bool IsName(string words) => words.Length > 0 && !OnlyDoing().IsMatch(words);

    private static ReadOnlySpan<char> Kind(string thing) =>
        thing.EndsWith("费用", StringComparison.Ordinal) || thing.EndsWith("经费", StringComparison.Ordinal) ? thing.AsSpan(0, thing.Length - 2) : thing.AsSpan().TrimEnd('费');

    [GeneratedRegex("^(从严|严格|严控|控制|压减|压缩|节约|削减|落实|根据|按照)+(在|到|了)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OnlyDoing();
}
