using Gouji.Model;

namespace Gouji.Extract.Docx;

/// <summary>
/// A part while it is read: counts its bytes against the limit and, at its end, checks the length and, where inflating has not done so
/// already, the checksum.
/// </summary>
internal sealed class PartStream(Stream inflated, string part, ZipEntry entry, long limit) : Stream
{
    private uint _crc = Crc32.Seed;
    private long _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inflated.Read(buffer);
        if (read == 0)
        {
            if (buffer.Length > 0)
            {
                CheckEnd();
            }

            return 0;
        }

        _count += read;
        if (_count > limit)
        {
            throw Unreadable.PartTooLarge(part, limit);
        }

        if (entry.Method == ZipEntry.Stored)
        {
            _crc = Crc32.Update(_crc, buffer[..read]);
        }

        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inflated.Dispose();
        }

        base.Dispose(disposing);
    }

    private void CheckEnd()
    {
        if (_count != entry.Size)
        {
            throw Unreadable.Part(part, $"应有{entry.Size}字节，实有{_count}字节", $"it should have {entry.Size} bytes and has {_count}");
        }

        if (entry.Method == ZipEntry.Stored && Crc32.Finish(_crc) != entry.Crc)
        {
            throw Unreadable.Part(part, "校验和不符", "its checksum does not match");
        }
    }
}
