namespace Gouji.Ingest.Network;

/// <summary>A body as it comes over the wire, counted, with its last bytes kept: there gzip says how much it holds.</summary>
internal sealed class WireStream(Stream inner) : Stream
{
    private readonly byte[] _tail = new byte[GzipTrailer.Length];

    /// <summary>The bytes that came so far.</summary>
    public long Count { get; private set; }

    /// <summary>Whether the wire came to its end.</summary>
    public bool Ended { get; private set; }

    /// <summary>The last bytes that came; zeros in front where fewer came.</summary>
    public ReadOnlySpan<byte> Tail => _tail;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Ended |= read == 0 && !buffer.IsEmpty;
        Count += read;
        Keep(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        var last = bytes[Math.Max(0, bytes.Length - _tail.Length)..];
        _tail.AsSpan(last.Length).CopyTo(_tail);
        last.CopyTo(_tail.AsSpan(_tail.Length - last.Length));
    }
}
