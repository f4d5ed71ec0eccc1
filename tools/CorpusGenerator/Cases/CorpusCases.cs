namespace Gouji.CorpusGenerator.Cases;

/// <summary>Every case of the corpus.</summary>
internal static class CorpusCases
{
    public static IEnumerable<Case> All => ConsistentCases.All;
}
