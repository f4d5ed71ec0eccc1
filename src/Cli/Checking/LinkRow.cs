namespace Gouji.Cli.Checking;

/// <summary>A document with its comparisons.</summary>
/// <param name="Ordinal">0-based place of the document in the output.</param>
/// <param name="Document">The document with the checks and findings of comparisons alone; their numbers go on behind its own findings.</param>
internal sealed record LinkRow(long Ordinal, CheckedDocument Document);
