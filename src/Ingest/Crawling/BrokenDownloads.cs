using System.Collections.Concurrent;
using Gouji.Ingest.Network;
using Gouji.Ingest.Store;

namespace Gouji.Ingest.Crawling;

/// <summary>Beginnings of documents whose download broke off, kept until the next try within the run.</summary>
internal sealed class BrokenDownloads : IDisposable
{
    private readonly ConcurrentDictionary<Uri, Part> _parts = [];

    /// <summary>Takes out what there is of a document; null where there is nothing.</summary>
    public Part? Take(Uri address) => _parts.TryRemove(address, out var part) ? part : null;

    /// <summary>Keeps what arrived of a document.</summary>
    public async Task KeepAsync(Uri address, ObjectWriter writer, DownloadResult result, CancellationToken cancellationToken)
    {
        await writer.Stream.FlushAsync(cancellationToken);
        _parts[address] = new Part(writer, result.ETag, result.LastModified, result.DeclaredBytes);
    }

    public void Dispose()
    {
        foreach (var part in _parts.Values)
        {
            part.Dispose();
        }

        _parts.Clear();
    }

    /// <summary>The beginning of a document with what vouches for it.</summary>
    internal sealed record Part(ObjectWriter Writer, string? ETag, DateTimeOffset? LastModified, long? DeclaredBytes) : IDisposable
    {
        public void Dispose() => Writer.Dispose();
    }
}
