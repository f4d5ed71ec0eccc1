using Gouji.Extract;
using Gouji.Model;
using Gouji.Normalize;
using Gouji.Normalize.Linking;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Checking;

/// <summary>The straight line from bytes to findings.</summary>
internal sealed class DocumentChecker(Rulebook rulebook, ReadingLimits limits) : IDocumentChecker
{
    private readonly DocumentExtractor _extractor = new(limits);
    private readonly DisclosureRecogniser _recogniser = new();
    private readonly Reconciler _reconciler = new(rulebook);

    public DocumentContent Read(FetchedDocument document, CancellationToken cancellationToken) =>
        _extractor.Read(document, cancellationToken);

    public CheckedContent Check(FetchedDocument document, CancellationToken cancellationToken)
    {
        var content = _extractor.Read(document, cancellationToken);
        var disclosure = _recogniser.Recognise(content);
        var reconciliation = _reconciler.Check(disclosure);
        return new CheckedContent(
            content.Format,
            disclosure.Header,
            disclosure.TableCount,
            disclosure.RecognisedCount,
            disclosure.Facts,
            reconciliation.Checks,
            reconciliation.Findings,
            content.Notes)
        {
            ProseFigures = disclosure.ProseFigures,
            ProseFiguresUnderstood = disclosure.ProseFiguresUnderstood,
            Link = LinkRecord.Of(disclosure),
            Doubtful = disclosure.Doubtful.ToHashSet(),
            Left = [.. disclosure.Left],
        };
    }
}
