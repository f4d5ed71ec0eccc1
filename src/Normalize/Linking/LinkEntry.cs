namespace Gouji.Normalize.Linking;

/// <summary>A document of a group, with its place in the order of the output.</summary>
/// <param name="Index">0-based index among the records that were given.</param>
/// <param name="Record">What is kept of it.</param>
/// <param name="ScopeAssumed">True where the scope is not stated and taken from the other documents of the body.</param>
internal sealed record LinkEntry(int Index, LinkRecord Record, bool ScopeAssumed);
