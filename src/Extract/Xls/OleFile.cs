using System.Buffers.Binary;
using System.Text;

namespace Gouji.Extract.Xls;

/// <summary>
/// The streams at the root of an OLE container (MS-CFB), as far as a workbook needs them. What is damaged is missing: nothing is thrown,
/// and no chain is followed for longer than the file is.
/// </summary>
internal sealed class OleFile
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const uint LargestSector = 0xFFFFFFFA;
    private const uint NoStream = 0xFFFFFFFF;
    private const byte IsStream = 2;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _sectorLength;
    private readonly uint[] _next;
    private readonly byte[] _directory;

    private OleFile(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        _sectorLength = 1 << U16(30);
        _next = ReadNextSectors();
        _directory = ReadChain(U32(48), int.MaxValue);
    }

    public static bool IsOle(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Opens a container; null where it is none, or its header makes no sense.</summary>
    public static OleFile? Open(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        return IsOle(span) && span.Length > HeaderLength && BinaryPrimitives.ReadUInt16LittleEndian(span[30..]) is 9 or 12 ? new OleFile(bytes) : null;
    }

    /// <summary>The bytes of a stream that stands at the root; null where there is none of that name.</summary>
    public byte[]? Stream(string name)
    {
        if (FindAtRoot(name) is not { } entry)
        {
            return null;
        }

        var start = BinaryPrimitives.ReadUInt32LittleEndian(Entry(entry)[116..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(Entry(entry)[120..]);
        return length < U32(56) ? ReadShort(start, (int)length) : ReadChain(start, (int)Math.Min(length, int.MaxValue));
    }

    public bool HasStream(string name) => FindAtRoot(name) is not null;

    // The entries of a storage are a tree (MS-CFB 2.6.4); its order is of no interest here.
    private int? FindAtRoot(string name)
    {
        if (_directory.Length < EntryLength)
        {
            return null;
        }

        var count = _directory.Length / EntryLength;
        var seen = new bool[count];
        var open = new Stack<uint>();
        open.Push(BinaryPrimitives.ReadUInt32LittleEndian(Entry(0)[76..]));
        while (open.TryPop(out var index))
        {
            if (index == NoStream || index >= count || seen[(int)index])
            {
                continue;
            }

            seen[(int)index] = true;
            var entry = Entry((int)index);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
            if (entry[66] == IsStream && length is >= 2 and <= 64 && Encoding.Unicode.GetString(entry[..(length - 2)]).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return (int)index;
            }

            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[68..]));
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[72..]));
        }

        return null;
    }

    private ReadOnlySpan<byte> Entry(int index) => _directory.AsSpan(index * EntryLength, EntryLength);

    // The table of following sectors stands in sectors that the header and further sectors list (MS-CFB 2.3 and 2.5).
    private uint[] ReadNextSectors()
    {
        var sectors = (_bytes.Length - HeaderLength) / _sectorLength;
        var table = new List<uint>(sectors);
        for (var i = 0; i < 109; i++)
        {
            AppendTable(table, U32(76 + (4 * i)));
        }

        var list = U32(68);
        for (var i = 0; i <= sectors && TrySector(list, out var sector); i++)
        {
            for (var at = 0; at < _sectorLength - 4; at += 4)
            {
                AppendTable(table, BinaryPrimitives.ReadUInt32LittleEndian(sector[at..]));
            }

            list = BinaryPrimitives.ReadUInt32LittleEndian(sector[(_sectorLength - 4)..]);
        }

        return [.. table];
    }

    private void AppendTable(List<uint> table, uint number)
    {
        if (table.Count > _bytes.Length / _sectorLength || !TrySector(number, out var sector))
        {
            return;
        }

        for (var at = 0; at < _sectorLength; at += 4)
        {
            table.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector[at..]));
        }
    }

    private byte[] ReadChain(uint start, int length)
    {
        using var result = new MemoryStream();
        var left = _bytes.Length / _sectorLength;
        for (var number = start; left-- >= 0 && result.Length < length && TrySector(number, out var sector); number = number < _next.Length ? _next[number] : NoStream)
        {
            result.Write(sector[..(int)Math.Min(sector.Length, length - result.Length)]);
        }

        return result.ToArray();
    }

    // Streams shorter than the cutoff share a stream of small sectors with a table of their own (MS-CFB 2.4).
    private byte[] ReadShort(uint start, int length)
    {
        const int ShortSector = 64;
        var container = ReadChain(BinaryPrimitives.ReadUInt32LittleEndian(Entry(0)[116..]), int.MaxValue);
        var table = ReadChain(U32(60), int.MaxValue);
        using var result = new MemoryStream();
        for (var number = start; result.Length < length && number < container.Length / ShortSector;)
        {
            result.Write(container, (int)number * ShortSector, (int)Math.Min(ShortSector, length - result.Length));
            number = number < table.Length / 4 ? BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan((int)number * 4)) : NoStream;
        }

        return result.ToArray();
    }

    private bool TrySector(uint number, out ReadOnlySpan<byte> sector)
    {
        var start = ((long)number + 1) * _sectorLength;
        if (number > LargestSector || start + _sectorLength > _bytes.Length)
        {
            sector = default;
            return false;
        }

        sector = _bytes.Span.Slice((int)start, _sectorLength);
        return true;
    }

    private ushort U16(int position) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.Span[position..]);

    private uint U32(int position) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.Span[position..]);
}
