using System.Buffers.Binary;

namespace Gouji.Extract.Docx;

/// <summary>
/// Puts a gzip header before deflated data and the claimed checksum and length behind it (RFC 1952), so that the framework checks both
/// while it inflates. On its own it takes whatever comes out of a ZIP, and a flipped bit could turn one figure into another unnoticed.
/// </summary>
internal sealed class GzipFrame : Stream
{
    private static readonly byte[] Header = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];

    private readonly ArraySegment<byte> _deflated;
    private readonly byte[] _trailer = new byte[8];
    private int _position;

    public GzipFrame(ArraySegment<byte> deflated, ZipEntry entry)
    {
        _deflated = deflated;
        BinaryPrimitives.WriteUInt32LittleEndian(_trailer, entry.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(_trailer.AsSpan(4), (uint)(entry.Size & uint.MaxValue));
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        ReadOnlySpan<byte> rest = _position < Header.Length ? Header.AsSpan(_position)
            : _position < Header.Length + _deflated.Count ? _deflated.AsSpan(_position - Header.Length)
            : _trailer.AsSpan(_position - Header.Length - _deflated.Count);
        rest = rest[..Math.Min(rest.Length, buffer.Length)];
        rest.CopyTo(buffer);
        _position += rest.Length;
        return rest.Length;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
