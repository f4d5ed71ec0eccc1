namespace Gouji.Ingest.Store;

/// <summary>An object that is in the store, on the disk.</summary>
/// <param name="Sha256">Its name: the SHA-256 of its bytes, 64 digits in lower case.</param>
/// <param name="Bytes">Its size.</param>
public sealed record StoredObject(string Sha256, long Bytes);

/// <summary>An object under way. Disposed without a commit, it leaves nothing.</summary>
public sealed class ObjectWriter : IDisposable, IAsyncDisposable
{
    private readonly ObjectStore _store;
    private readonly HashingStream _stream;
    private bool _ended;

    internal ObjectWriter(ObjectStore store, string path)
    {
        (_store, TemporaryPath) = (store, path);
        _stream = new HashingStream(new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 64 * 1024));
    }

    /// <summary>Takes the bytes; it can be read, sought and cut.</summary>
    public Stream Stream => _stream;

    /// <summary>The file that holds the bytes until the commit; another writer may take up from it what a broken download left.</summary>
    public string TemporaryPath { get; }

    /// <summary>Puts the object into the store. When this ends, bytes and name are on the disk.</summary>
    /// <param name="cancellationToken">Heeded before the bytes are flushed, not after.</param>
    public Task<StoredObject> CommitAsync(CancellationToken cancellationToken = default) => Task.Run(Commit, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        if (!_ended)
        {
            _ended = true;
            File.Delete(TemporaryPath);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private StoredObject Commit()
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        var stored = new StoredObject(_stream.Digest(), _stream.Length);
        if (!_store.Has(stored))
        {
            _stream.Seal();
        }

        _stream.Dispose();
        _store.Take(TemporaryPath, stored);
        _ended = true;
        return stored;
    }
}
