using System.Buffers.Binary;

namespace Gouji.Extract.Docx;

/// <summary>One entry of a ZIP as its central directory describes it; sizes are claims, not facts.</summary>
internal readonly record struct ZipEntry(ushort Flags, ushort Method, uint Crc, long CompressedSize, long Size, long HeaderOffset)
{
    public const ushort Stored = 0;
    public const ushort Deflated = 8;

    /// <summary>APPNOTE 4.4.4: bit 0 for traditional, bit 6 for strong encryption, bit 13 for masked headers.</summary>
    public bool IsEncrypted => (Flags & 0x2041) != 0;
}

/// <summary>
/// Walks the central directory of a ZIP (APPNOTE 4.3.12) over the bytes themselves: nothing is allocated and nothing is thrown, so that
/// it serves to recognise a file as well as to read it.
/// </summary>
internal ref struct ZipDirectory
{
    private const uint EntrySignature = 0x02014B50;
    private const uint EndSignature = 0x06054B50;
    private const int EndLength = 22;
    private const int LongestComment = 0xFFFF;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _end;
    private int _position;

    private ZipDirectory(ReadOnlySpan<byte> bytes, int start, int end)
    {
        _bytes = bytes;
        _position = start;
        _end = end;
    }

    /// <summary>Raw name of the current entry.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    public ZipEntry Current { get; private set; }

    /// <summary>Finds the directory from its end record; false where the file is cut short or is no ZIP.</summary>
    public static bool TryFind(ReadOnlySpan<byte> bytes, out ZipDirectory directory)
    {
        var first = Math.Max(0, bytes.Length - EndLength - LongestComment);
        var window = bytes[first..];
        while (true)
        {
            var found = window.LastIndexOf("PK\x05\x06"u8);
            if (found < 0)
            {
                directory = default;
                return false;
            }

            if (TryEndRecord(bytes, first + found, out var start))
            {
                directory = new ZipDirectory(bytes, start, first + found);
                return true;
            }

            window = window[..found];
        }
    }

    public bool MoveNext()
    {
        if (_position > _end - 46 || U32(_position) != EntrySignature)
        {
            return false;
        }

        var nameLength = U16(_position + 28);
        var extraLength = U16(_position + 30);
        var commentLength = U16(_position + 32);
        if (_position + 46 + nameLength + extraLength > _end)
        {
            return false;
        }

        Name = _bytes.Slice(_position + 46, nameLength);
        long compressed = U32(_position + 20);
        long size = U32(_position + 24);
        long offset = U32(_position + 42);
        ReadZip64(_bytes.Slice(_position + 46 + nameLength, extraLength), ref size, ref compressed, ref offset);
        Current = new ZipEntry(U16(_position + 8), U16(_position + 10), U32(_position + 16), compressed, size, offset);
        _position += 46 + nameLength + extraLength + commentLength;
        return true;
    }

    private static bool TryEndRecord(ReadOnlySpan<byte> bytes, int end, out int start)
    {
        start = 0;
        if (end + EndLength > bytes.Length || BinaryPrimitives.ReadUInt32LittleEndian(bytes[end..]) != EndSignature)
        {
            return false;
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(end + 10)..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 16)..]);
        if (offset == uint.MaxValue || count == ushort.MaxValue)
        {
            offset = Zip64Offset(bytes, end) ?? offset;
        }

        if (offset > end || (count > 0 && !bytes[(int)offset..].StartsWith("PK\x01\x02"u8)))
        {
            return false;
        }

        start = (int)offset;
        return true;
    }

    // APPNOTE 4.3.14 and 4.3.15: a locator right before the end record leads to the record with the 64-bit offset.
    private static long? Zip64Offset(ReadOnlySpan<byte> bytes, int end)
    {
        if (end < 20 || !bytes[(end - 20)..].StartsWith("PK\x06\x07"u8))
        {
            return null;
        }

        var record = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(end - 12)..]);
        if (record + 56 > (ulong)end || !bytes[(int)record..].StartsWith("PK\x06\x06"u8))
        {
            return null;
        }

        var offset = BinaryPrimitives.ReadUInt64LittleEndian(bytes[((int)record + 48)..]);
        return offset > int.MaxValue ? null : (long)offset;
    }

    // APPNOTE 4.5.3: only the fields that are all ones in the entry stand in the extra field, in this order.
    private static void ReadZip64(ReadOnlySpan<byte> extra, ref long size, ref long compressed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            int length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
            {
                return;
            }

            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1)
            {
                var fields = extra.Slice(4, length);
                Take(ref fields, ref size);
                Take(ref fields, ref compressed);
                Take(ref fields, ref offset);
                return;
            }

            extra = extra[(4 + length)..];
        }
    }

    private static void Take(ref ReadOnlySpan<byte> fields, ref long value)
    {
        if (value == uint.MaxValue && fields.Length >= 8)
        {
            value = BinaryPrimitives.ReadInt64LittleEndian(fields);
            fields = fields[8..];
        }
    }

    private readonly ushort U16(int position) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes[position..]);

    private readonly uint U32(int position) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[position..]);
}
