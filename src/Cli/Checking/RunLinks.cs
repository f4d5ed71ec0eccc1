using Gouji.Normalize.Linking;

namespace Gouji.Cli.Checking;

/// <summary>What a run says across its documents, after the last of them.</summary>
/// <param name="Documents">The documents that were compared with others, in the order of the output.</param>
/// <param name="Gaps">Disclosures that are expected and not there.</param>
internal sealed record RunLinks(IReadOnlyList<LinkRow> Documents, IReadOnlyList<Gap> Gaps)
{
    public bool HasFindings => Documents.Any(static row => row.Document.Findings.Count > 0);
}
