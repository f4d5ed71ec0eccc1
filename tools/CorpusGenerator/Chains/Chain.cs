using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Chains;

/// <summary>Disclosures of several years, kinds or scopes that lie in one folder and speak of each other.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="About">What it is, in one sentence.</param>
internal sealed record Chain(string Id, string About)
{
    /// <summary>The documents by the names of their files.</summary>
    public required IReadOnlyList<(string Name, Document Document)> Documents { get; init; }

    /// <summary>The one finding between documents, and the document that bears it; null where there is none.</summary>
    public (string Rule, string Severity, string Name)? Finding { get; init; }

    /// <summary>How many comparisons at least hold, by rule.</summary>
    public IReadOnlyDictionary<string, int> Holds { get; init; } = new Dictionary<string, int>();

    /// <summary>The rules of which some comparison cannot be told.</summary>
    public IReadOnlyList<string> Untold { get; init; } = [];
}
