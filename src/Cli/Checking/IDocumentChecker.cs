using System.Collections.Frozen;
using Gouji.Model;
using Gouji.Normalize;
using Gouji.Normalize.Linking;

namespace Gouji.Cli.Checking;

/// <summary>
/// The stages as the commands see them. One is made for each worker thread; it is used by that thread alone. The bytes of a document
/// are lent for the call: they may not be kept.
/// </summary>
internal interface IDocumentChecker
{
    /// <summary>Reads a document.</summary>
    /// <exception cref="UnreadableDocumentException">It cannot be read; the exception says why.</exception>
    DocumentContent Read(FetchedDocument document, CancellationToken cancellationToken);

    /// <summary>Reads, recognises and checks a document.</summary>
    /// <exception cref="UnreadableDocumentException">It cannot be read; the exception says why.</exception>
    CheckedContent Check(FetchedDocument document, CancellationToken cancellationToken);
}

/// <summary>What the stages have to say about a document that could be read.</summary>
internal sealed record CheckedContent(
    string Format,
    DisclosureHeader Header,
    int TableCount,
    int RecognisedCount,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<Check> Checks,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<ReadingNote> Notes)
{
    /// <summary>Figures in sentences.</summary>
    public int ProseFigures { get; init; }

    /// <summary>Figures in sentences that are understood.</summary>
    public int ProseFiguresUnderstood { get; init; }

    /// <summary>What other documents of the body repeat; null where it cannot be told whose document it is.</summary>
    public LinkRecord? Link { get; init; }

    /// <summary>Places of figures that were recognised in a picture and may be misread.</summary>
    public IReadOnlySet<Place> Doubtful { get; init; } = FrozenSet<Place>.Empty;

    /// <summary>Figures that are printed and not understood.</summary>
    public IReadOnlyList<LeftFigure> Left { get; init; } = [];
}
