namespace Gouji.Normalize.Prose;

/// <summary>Tells whether two sentences of a section name one thing.</summary>
internal static class ThingNames
{
    /// <summary>Shorter names, as 支出, are of anything.</summary>
    private const int Shortest = 4;

    /// <summary>The name of a body may stand before one of them, and 费, 费用 and 经费 are one.</summary>
    public static bool AreSame(string first, string second) =>
        first.Length >= Shortest && second.Length >= Shortest
        && (first.EndsWith(second, StringComparison.Ordinal) || second.EndsWith(first, StringComparison.Ordinal) || Kind(first).SequenceEqual(Kind(second)));

    private static ReadOnlySpan<char> Kind(string thing) =>
        thing.EndsWith("费用", StringComparison.Ordinal) || thing.EndsWith("经费", StringComparison.Ordinal) ? thing.AsSpan(0, thing.Length - 2) : thing.AsSpan().TrimEnd('费');
}
