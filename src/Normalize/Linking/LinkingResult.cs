namespace Gouji.Normalize.Linking;

/// <summary>What a run says across its documents.</summary>
/// <param name="Documents">The documents that were compared with others, in their order.</param>
/// <param name="Gaps">Disclosures that siblings published and a body did not.</param>
public sealed record LinkingResult(IReadOnlyList<LinkedDocument> Documents, IReadOnlyList<Gap> Gaps)
{
    /// <summary>The documents that are another format of one that states more, and that one: 0-based indexes among the records given.</summary>
    public IReadOnlyDictionary<int, int> Twins { get; init; } = new Dictionary<int, int>();
}
