using System.Buffers.Binary;

namespace Gouji.Ingest.Network;

/// <summary>
/// Checks that a gzip body is whole (RFC 1952 §2.3.1): its last eight bytes are the CRC-32 and the length of what it holds. The
/// framework takes a body that ends early for one that ends.
/// </summary>
internal sealed class GzipTrailer
{
    /// <summary>The bytes of the trailer.</summary>
    public const int Length = 8;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(static i => Shifted((uint)i))];

    private uint _crc = uint.MaxValue;
    private uint _length;

    /// <summary>Adds decoded bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            _crc = Table[(_crc ^ one) & 0xFF] ^ (_crc >> 8);
        }

        _length = unchecked(_length + (uint)bytes.Length);
    }

    /// <summary>Whether the last bytes of the wire speak of what was decoded.</summary>
    public bool Matches(ReadOnlySpan<byte> tail) =>
        BinaryPrimitives.ReadUInt32LittleEndian(tail) == ~_crc && BinaryPrimitives.ReadUInt32LittleEndian(tail[4..]) == _length;

    private static uint Shifted(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        }

        return value;
    }
}
