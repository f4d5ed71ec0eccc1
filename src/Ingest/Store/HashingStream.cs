using System.Security.Cryptography;

namespace Gouji.Ingest.Store;

/// <summary>
/// A file that is hashed while it is written from its beginning to its end. What is written in another order is hashed by reading the
/// file again.
/// </summary>
internal sealed class HashingStream(FileStream file) : Stream
{
    private const int BufferBytes = 128 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _hashed;
    private bool _stale;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => file.Length;

    /// <inheritdoc/>
    public override long Position { get => file.Position; set => file.Position = value; }

    /// <inheritdoc/>
    public override void Flush() => file.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => file.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    /// <inheritdoc/>
    public override void SetLength(long value)
    {
        file.SetLength(value);
        if (value == 0)
        {
            // A download that starts over.
            _hash.GetHashAndReset();
            (_hashed, _stale) = (0, false);
        }
        else if (value != _hashed)
        {
            _stale = true;
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => file.Read(buffer);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => file.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Hash(buffer);
        file.Write(buffer);
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Hash(buffer.Span);
        return file.WriteAsync(buffer, cancellationToken);
    }

    /// <summary>The SHA-256 of the whole file, as 64 digits in lower case. Asked once.</summary>
    public string Digest()
    {
        if (_stale || _hashed != file.Length)
        {
            _hash.GetHashAndReset();
            file.Position = 0;
            var buffer = new byte[BufferBytes];
            for (int read; (read = file.Read(buffer)) > 0;)
            {
                _hash.AppendData(buffer.AsSpan(0, read));
            }
        }

        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <summary>Makes the file read-only and waits until it is on the disk.</summary>
    public void Seal()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Hash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || _stale)
        {
            return;
        }

        if (file.Position == _hashed)
        {
            _hash.AppendData(bytes);
            _hashed += bytes.Length;
        }
        else
        {
            _stale = true;
        }
    }
}
