using Gouji.Model;

namespace Gouji.Extract;

/// <summary>Finds the reader for a document by its bytes and reads it.</summary>
public sealed class DocumentExtractor
{
    private readonly IReadOnlyList<IDocumentReader> _readers;
    private readonly ReadingLimits _limits;

    /// <summary>Creates an extractor with all readers of this library.</summary>
    public DocumentExtractor(ReadingLimits? limits = null)
        : this(DocumentReaders.All, limits ?? new ReadingLimits())
    {
    }

    internal DocumentExtractor(IReadOnlyList<IDocumentReader> readers, ReadingLimits limits)
    {
        _readers = readers;
        _limits = limits;
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="UnreadableDocumentException">No reader knows it, or its reader refused it; the exception says why.</exception>
    public DocumentContent Read(FetchedDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Bytes.IsEmpty)
        {
            throw new UnreadableDocumentException(
                UnreadableReason.Empty,
                new Message("文件为空（0字节），请重新下载或向发布单位索取。", "The file is empty (0 bytes); download it again or ask the publisher."));
        }

        foreach (var reader in _readers)
        {
            if (reader.Recognises(document.Bytes.Span))
            {
                return reader.Read(document, _limits, cancellationToken);
            }
        }

        throw UnknownFormat.Describe(document.Bytes.Span);
    }
}
