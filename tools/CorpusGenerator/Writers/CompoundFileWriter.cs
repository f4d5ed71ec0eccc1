using System.Buffers.Binary;
using System.Text;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>An OLE container ([MS-CFB]) of sectors of 512 bytes with streams at its root, each padded so that none is a small one.</summary>
internal static class CompoundFileWriter
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint TableSector = 0xFFFFFFFD;
    private const int SectorBytes = 512;
    private const int SmallestStream = 4096;
    private const int EntryBytes = 128;

    /// <param name="streams">Streams in the order of their names, shorter ones first (2.6.4).</param>
    public static byte[] Write(params IReadOnlyList<(string Name, byte[] Content)> streams)
    {
        var next = new List<uint>();
        using var sectors = new MemoryStream();
        var directory = new byte[Math.Max(SectorBytes, (1 + streams.Count) * EntryBytes)];
        Entry(directory, 0, "Root Entry", 5, EndOfChain, 0, right: Free, child: 1);
        foreach (var (index, (name, content)) in streams.Index())
        {
            var padded = new byte[Math.Max(SmallestStream, content.Length)];
            content.CopyTo(padded, 0);
            Entry(directory, index + 1, name, 2, Put(padded), (uint)padded.Length, right: index + 2 > streams.Count ? Free : (uint)index + 2, child: Free);
        }

        var directoryStart = Put(directory);
        const int PerSector = SectorBytes / sizeof(uint);
        var tables = 1;
        while (tables * PerSector < next.Count + tables)
        {
            tables++;
        }

        var firstTable = (uint)next.Count;
        next.AddRange(Enumerable.Repeat(TableSector, tables));
        next.AddRange(Enumerable.Repeat(Free, (tables * PerSector) - next.Count));
        foreach (var entry in next)
        {
            sectors.Write(Bytes(entry));
        }

        return [.. Header(directoryStart, firstTable, tables), .. sectors.ToArray()];

        uint Put(byte[] content)
        {
            var start = (uint)next.Count;
            var count = (content.Length + SectorBytes - 1) / SectorBytes;
            for (var i = 1; i <= count; i++)
            {
                next.Add(i == count ? EndOfChain : start + (uint)i);
            }

            sectors.Write(content);
            sectors.Write(new byte[(count * SectorBytes) - content.Length]);
            return start;
        }
    }

    private static void Entry(byte[] directory, int index, string name, byte type, uint start, uint length, uint right, uint child)
    {
        var entry = directory.AsSpan(index * EntryBytes, EntryBytes);
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = type;
        entry[67] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], Free);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], right);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], length);
    }

    // 2.2: version 3, no small streams, no sectors of the table of tables.
    private static byte[] Header(uint directoryStart, uint firstTable, int tables)
    {
        const int TablesInHeader = 109;
        byte[] header =
        [
            0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, .. new byte[10],
            .. Bytes((uint)tables), .. Bytes(directoryStart), .. Bytes(0), .. Bytes(SmallestStream), .. Bytes(EndOfChain), .. Bytes(0), .. Bytes(EndOfChain), .. Bytes(0),
            .. Enumerable.Range(0, TablesInHeader).SelectMany(i => Bytes(i < tables ? firstTable + (uint)i : Free)),
        ];
        return header;
    }

    private static byte[] Bytes(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
