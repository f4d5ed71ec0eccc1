using Gouji.Model;

namespace Gouji.Ingest;

/// <summary>
/// Where documents come from (来源): folders today, sites of departments through a crawler. A source yields each document once, as it
/// was published, in a deterministic order; what cannot be fetched is yielded as a failure and never left out.
/// </summary>
public interface IDocumentSource
{
    /// <summary>The documents, fetched one at a time as they are asked for.</summary>
    IAsyncEnumerable<FetchResult> FetchAsync(CancellationToken cancellationToken);
}

/// <summary>A fetched document, or the reason why it could not be fetched.</summary>
/// <param name="Name">The path or address as given.</param>
/// <param name="Document">The document; null where it failed.</param>
/// <param name="Failure">The reason; null where it succeeded.</param>
public sealed record FetchResult(string Name, FetchedDocument? Document, UnreadableDocumentException? Failure);
