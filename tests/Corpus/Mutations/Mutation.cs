using Gouji.Model;

namespace Gouji.Corpus.Tests.Mutations;

/// <summary>One change of a paragraph, and what its figures state then.</summary>
/// <param name="Kind">What kind of slip it is.</param>
/// <param name="Block">1-based block of the paragraph.</param>
/// <param name="Text">The paragraph with the slip.</param>
/// <param name="Values">The figures that changed, in yuan where they are money, by the fact as it was.</param>
/// <param name="Starts">Where the changed figures begin in the text with the slip.</param>
internal sealed record Mutation(MutationKind Kind, int Block, string Text, IReadOnlyDictionary<Fact, decimal> Values, IReadOnlyList<int> Starts)
{
    /// <summary>The document with the slip.</summary>
    public DocumentContent In(DocumentContent content) => content with
    {
        Blocks = [.. content.Blocks.Select((block, i) => i == Block - 1 ? ((Paragraph)block) with { Text = Text } : block)],
    };

    /// <summary>Whether a finding leads to a changed figure.</summary>
    public bool IsNamedBy(Finding finding) =>
        finding.Places.Concat(finding.Checks.SelectMany(static check => check.Terms).Select(static term => term.Fact.Place)).Append(finding.Blamed).OfType<Place>()
            .Any(place => place.Table is null && place.Block == Block && Starts.Contains(place.Span.Start));
}
