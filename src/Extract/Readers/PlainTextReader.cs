using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>Stub.</summary>
public sealed class PlainTextReader : IDocumentReader
{
    /// <inheritdoc/>
    public string Format => "text";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => false;

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken) =>
        throw UnknownFormat.Describe([]);
}
