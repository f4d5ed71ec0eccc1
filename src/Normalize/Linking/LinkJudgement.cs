using Gouji.Model;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Linking;

/// <summary>What a comparison of two documents came to.</summary>
/// <param name="Later">The document to which it belongs.</param>
/// <param name="Earlier">The document it is compared with; null where there is none.</param>
/// <param name="Result">The verdict with its arithmetic.</param>
internal sealed record LinkJudgement(LinkEntry Later, LinkEntry? Earlier, CheckResult Result)
{
    /// <summary>True where one item rather than a total is compared.</summary>
    public bool IsItem { get; init; }

    /// <summary>True where a restated base would explain a difference: it is then no fault of one figure.</summary>
    public bool MayBeRestated { get; init; }

    /// <summary>Where the two are formats of one disclosure: the one that speaks first, and the other; null elsewhere.</summary>
    public (LinkEntry First, LinkEntry Other)? Twins { get; init; }

    /// <summary>Left minus right in yuan; null where nothing was compared.</summary>
    public decimal? Difference => Result.Arithmetic?.Difference;
}
