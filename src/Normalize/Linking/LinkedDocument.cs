using Gouji.Model;

namespace Gouji.Normalize.Linking;

/// <summary>What comparisons with other documents say of a document.</summary>
/// <param name="Index">0-based index of its record among those that were given.</param>
/// <param name="Checks">The comparisons, in the order of the rulebook.</param>
/// <param name="Findings">The findings, gravest first, numbered from 1.</param>
public sealed record LinkedDocument(int Index, IReadOnlyList<Check> Checks, IReadOnlyList<Finding> Findings)
{
    /// <summary>Of two formats of one disclosure the one that states more, and the other, by their indexes.</summary>
    internal IReadOnlyList<(int First, int Other)> Twins { get; init; } = [];
}
