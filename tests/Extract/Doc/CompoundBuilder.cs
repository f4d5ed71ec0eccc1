using System.Buffers.Binary;
using System.Text;

namespace Gouji.Extract.Tests.Doc;

/// <summary>Writes an OLE container ([MS-CFB]): streams at the root, one storage with a stream of its own if asked for.</summary>
internal sealed class CompoundBuilder
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const int Cutoff = 4096;

    private readonly List<(string Name, byte[] Content)> _streams = [];

    /// <summary>9 for sectors of 512 bytes, 12 for those of 4096.</summary>
    public int Shift { get; init; } = 9;

    /// <summary>Whether the sectors of a stream are strewn over the file.</summary>
    public bool Strewn { get; init; }

    /// <summary>A stream within a storage, as of an embedded document; null for none.</summary>
    public string? Embedded { get; init; }

    private int SectorBytes => 1 << Shift;

    public CompoundBuilder Stream(string name, byte[] content)
    {
        _streams.Add((name, content));
        return this;
    }

    public byte[] Build()
    {
        var sectors = new List<byte[]>();
        var chains = new List<List<int>>();
        var mini = new MemoryStream();
        var miniFat = new List<uint>();
        var starts = new List<uint>();
        foreach (var (_, content) in _streams)
        {
            if (content.Length is > 0 and < Cutoff)
            {
                starts.Add((uint)miniFat.Count);
                var count = (content.Length + 63) / 64;
                mini.Write(content);
                mini.SetLength(mini.Position = ((mini.Length + 63) / 64) * 64);
                for (var i = 1; i <= count; i++)
                {
                    miniFat.Add(i == count ? EndOfChain : (uint)miniFat.Count + 1);
                }
            }
            else
            {
                starts.Add(Put(content, sectors, chains));
            }
        }

        if (Strewn)
        {
            Strew(sectors, chains, starts);
        }

        var miniStart = Put(mini.ToArray(), sectors, chains);
        var miniFatStart = Put(Words(miniFat), sectors, chains);
        var directoryStart = Put(Directory(starts, miniStart, (uint)mini.Length), sectors, chains);
        return Assemble(sectors, chains, directoryStart, miniFatStart, (uint)((miniFat.Count * 4) + SectorBytes - 1) / (uint)SectorBytes);
    }

    private static byte[] Words(List<uint> values)
    {
        var bytes = new byte[values.Count * 4];
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), values[i]);
        }

        return bytes;
    }

    private uint Put(byte[] content, List<byte[]> sectors, List<List<int>> chains)
    {
        var chain = new List<int>();
        for (var at = 0; at < content.Length; at += SectorBytes)
        {
            var sector = new byte[SectorBytes];
            content.AsSpan(at, Math.Min(SectorBytes, content.Length - at)).CopyTo(sector);
            chain.Add(sectors.Count);
            sectors.Add(sector);
        }

        chains.Add(chain);
        return chain.Count == 0 ? EndOfChain : (uint)chain[0];
    }

    // The same sectors in backward order.
    private static void Strew(List<byte[]> sectors, List<List<int>> chains, List<uint> starts)
    {
        sectors.Reverse();
        foreach (var chain in chains)
        {
            for (var i = 0; i < chain.Count; i++)
            {
                chain[i] = sectors.Count - 1 - chain[i];
            }
        }

        var next = 0;
        for (var i = 0; i < starts.Count && next < chains.Count; i++)
        {
            if (chains[next].Count > 0 && starts[i] == (uint)(sectors.Count - 1 - chains[next][0]))
            {
                starts[i] = (uint)chains[next++][0];
            }
        }
    }

    private byte[] Directory(List<uint> starts, uint miniStart, uint miniLength)
    {
        var count = 1 + _streams.Count + (Embedded is null ? 0 : 2);
        var directory = new byte[(((count * 128) + SectorBytes - 1) / SectorBytes) * SectorBytes];
        Entry(directory, 0, "Root Entry", 5, miniStart, miniLength, right: Free, child: 1);
        for (var i = 0; i < _streams.Count; i++)
        {
            var isLast = i == _streams.Count - 1;
            Entry(directory, i + 1, _streams[i].Name, 2, starts[i], (uint)_streams[i].Content.Length, isLast && Embedded is null ? Free : (uint)i + 2, Free);
        }

        if (Embedded is not null)
        {
            Entry(directory, count - 2, "ObjectPool", 1, 0, 0, Free, (uint)count - 1);
            Entry(directory, count - 1, Embedded, 2, 0, 0, Free, Free);
        }

        return directory;
    }

    private static void Entry(byte[] directory, int index, string name, byte type, uint start, uint length, uint right, uint child)
    {
        var entry = directory.AsSpan(index * 128, 128);
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = type;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], Free);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], right);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], length);
    }

    private byte[] Assemble(List<byte[]> sectors, List<List<int>> chains, uint directoryStart, uint miniFatStart, uint miniFatSectors)
    {
        var perSector = SectorBytes / 4;
        var fatSectors = 1;
        while (fatSectors * perSector < sectors.Count + fatSectors)
        {
            fatSectors++;
        }

        var fat = Enumerable.Repeat(Free, fatSectors * perSector).ToList();
        foreach (var chain in chains)
        {
            for (var i = 0; i < chain.Count; i++)
            {
                fat[chain[i]] = i + 1 < chain.Count ? (uint)chain[i + 1] : EndOfChain;
            }
        }

        var file = new byte[(sectors.Count + fatSectors + 1) * SectorBytes];
        for (var i = 0; i < sectors.Count; i++)
        {
            sectors[i].CopyTo(file.AsSpan((i + 1) * SectorBytes));
        }

        for (var i = 0; i < fatSectors; i++)
        {
            fat[sectors.Count + i] = 0xFFFFFFFD;
        }

        Words(fat).CopyTo(file.AsSpan((sectors.Count + 1) * SectorBytes));
        Header(file, sectors.Count, fatSectors, directoryStart, miniFatStart, miniFatSectors);
        return file;
    }

    private void Header(Span<byte> file, int firstFat, int fatSectors, uint directoryStart, uint miniFatStart, uint miniFatSectors)
    {
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file[24..], 0x3E);
        BinaryPrimitives.WriteUInt16LittleEndian(file[26..], (ushort)(Shift == 9 ? 3 : 4));
        BinaryPrimitives.WriteUInt16LittleEndian(file[28..], 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(file[30..], (ushort)Shift);
        BinaryPrimitives.WriteUInt16LittleEndian(file[32..], 6);
        BinaryPrimitives.WriteUInt32LittleEndian(file[44..], (uint)fatSectors);
        BinaryPrimitives.WriteUInt32LittleEndian(file[48..], directoryStart);
        BinaryPrimitives.WriteUInt32LittleEndian(file[56..], Cutoff);
        BinaryPrimitives.WriteUInt32LittleEndian(file[60..], miniFatStart);
        BinaryPrimitives.WriteUInt32LittleEndian(file[64..], miniFatSectors);
        BinaryPrimitives.WriteUInt32LittleEndian(file[68..], EndOfChain);
        for (var i = 0; i < 109; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file[(76 + (i * 4))..], i < fatSectors ? (uint)(firstFat + i) : Free);
        }
    }
}
