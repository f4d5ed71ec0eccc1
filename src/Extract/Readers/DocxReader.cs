using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>Stub.</summary>
public sealed class DocxReader : IDocumentReader
{
    /// <inheritdoc/>
    public string Format => "docx";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => false;

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken) =>
        throw UnknownFormat.Describe([]);
}
