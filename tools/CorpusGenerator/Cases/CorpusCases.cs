namespace Gouji.CorpusGenerator.Cases;

/// <summary>Every case of the corpus.</summary>
internal static class CorpusCases
{
    public static IEnumerable<Case> All =>
    [
        KezhouCase.Example, .. ConsistentCases.All, .. WithinTableCases.All, .. AcrossTableCases.All, .. PerformanceCases.All, .. PresenceCases.All, .. NarrativeCases.All,
        .. TrapCases.All, .. NarrativeTrapCases.All, .. AccountsConsistentCases.All, .. AccountsPlantedCases.All, .. AccountsTrapCases.All,
    ];
}
