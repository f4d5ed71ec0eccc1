using Gouji.Normalize.Linking;

namespace Gouji.Cli.Checking;

/// <summary>What a run says across its documents, after the last of them.</summary>
/// <param name="Documents">The documents that were compared with others, in the order of the output.</param>
/// <param name="Gaps">Disclosures that are expected and not there.</param>
internal sealed record RunLinks(IReadOnlyList<LinkRow> Documents, IReadOnlyList<Gap> Gaps)
{
    /// <summary>The documents that are another format of one in this run, by their 0-based place in the output, and that one.</summary>
    public IReadOnlyDictionary<long, TwinRow> Twins { get; init; } = new Dictionary<long, TwinRow>();

    public bool HasFindings => Documents.Any(static row => row.Document.Findings.Count > 0);
}

/// <summary>A document and the one of which it is another format.</summary>
internal sealed record TwinRow(string Document, string Twin);
