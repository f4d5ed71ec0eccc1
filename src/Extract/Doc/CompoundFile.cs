using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using Gouji.Extract.Docx;
using Gouji.Model;

namespace Gouji.Extract.Doc;

/// <summary>
/// The streams of an OLE container ([MS-CFB]): sectors chained by a table of next sectors (FAT), small streams in sectors of their own
/// within one stream (mini FAT). Only streams at the root are looked for; what lies in storages belongs to embedded documents.
/// </summary>
internal readonly ref struct CompoundFile
{
    private const int DirectoryEntryBytes = 128;
    private const int HeaderSectorTable = 109;
    private const int MiniSectorBytes = 64;

    // [MS-CFB] 2.1: numbers above this one are marks, such as the end of a chain.
    private const uint MaximumSector = 0xFFFFFFFA;
    private const uint EndOfChain = 0xFFFFFFFE;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _shift;
    private readonly int _sectorCount;
    private readonly uint[] _fatSectors;
    private readonly uint[] _directorySectors;

    private CompoundFile(ReadOnlySpan<byte> bytes, int shift, int sectorCount)
    {
        _bytes = bytes;
        _shift = shift;
        _sectorCount = sectorCount;
        _fatSectors = ReadFatSectors();
        _directorySectors = ReadChain(U32(48), null);
    }

    private int SectorBytes => 1 << _shift;

    private int EntryCount => _directorySectors.Length << (_shift - 7);

    /// <summary>Whether the bytes begin as a container does (2.2).</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Reads header, sector tables and the place of the directory.</summary>
    /// <exception cref="UnreadableDocumentException">It is cut short or damaged.</exception>
    public static CompoundFile Open(ReadOnlySpan<byte> bytes)
    {
        if (!IsOne(bytes) || bytes.Length < 512)
        {
            throw Unreadable.CutShort();
        }

        var shift = BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]);
        if (shift is not (9 or 12))
        {
            throw Damage("扇区大小不合规定", "its sector size is none that the format allows");
        }

        // The header takes the place of one sector, and the last sector of a stream need not be padded.
        var sectors = ((bytes.Length + (1L << shift) - 1) >> shift) - 1;
        return new CompoundFile(bytes, shift, (int)Math.Max(0, sectors));
    }

    /// <summary>A stream at the root by its name, whose case does not matter (2.6.4).</summary>
    public bool TryFind(string name, out CompoundStream stream)
    {
        stream = default;
        if (EntryCount == 0)
        {
            return false;
        }

        // The children of a storage form a binary tree. Its order is not relied on, and an entry is visited once.
        var seen = new bool[EntryCount];
        var waiting = new Stack<uint>();
        waiting.Push(BinaryPrimitives.ReadUInt32LittleEndian(Entry(0)[76..]));
        while (waiting.TryPop(out var id))
        {
            if (id >= seen.Length || seen[id])
            {
                continue;
            }

            seen[id] = true;
            var entry = Entry((int)id);
            if (entry[66] == 2 && HasName(entry, name))
            {
                stream = Stream(entry);
                return true;
            }

            waiting.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[68..]));
            waiting.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[72..]));
        }

        return false;
    }

    /// <summary>The content of a stream: a part of the file where its sectors follow each other, otherwise a copy.</summary>
    /// <param name="file">The memory on which the container was opened.</param>
    /// <param name="stream">The stream.</param>
    public ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> file, CompoundStream stream)
    {
        if (stream.Size > _bytes.Length)
        {
            throw Unreadable.CutShort();
        }

        var length = (int)stream.Size;
        if (length == 0)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        if (length < U32(56))
        {
            return ReadMini(stream.Start, length);
        }

        var sectors = ReadChain(stream.Start, Sectors(length));
        for (var i = 1; i < sectors.Length; i++)
        {
            if (sectors[i] != sectors[0] + i)
            {
                return Gather(sectors, length);
            }
        }

        var offset = Offset(sectors[0]);
        return offset + length <= _bytes.Length ? file.Slice((int)offset, length) : throw Unreadable.CutShort();
    }

    private static UnreadableDocumentException Damage(string zh, string en) => Unreadable.NotWord(zh, en);

    private static bool HasName(ReadOnlySpan<byte> entry, string name)
    {
        // The length counts bytes and the terminating zero (2.6.1).
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        return length == (name.Length + 1) * 2
            && MemoryMarshal.Cast<byte, char>(entry[..(name.Length * 2)]).Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    // 2.6.1: containers of version 3 use the lower half of the size; the upper one may hold anything.
    private CompoundStream Stream(ReadOnlySpan<byte> entry) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]),
        _shift == 9 ? BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]) : BinaryPrimitives.ReadInt64LittleEndian(entry[120..]) & long.MaxValue);

    private uint U32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[offset..]);

    private int Sectors(int length) => (int)(((long)length + SectorBytes - 1) >> _shift);

    private long Offset(uint sector) => ((long)sector + 1) << _shift;

    private ReadOnlySpan<byte> Sector(uint sector)
    {
        var offset = Offset(sector);
        if (sector > MaximumSector || offset + SectorBytes > _bytes.Length)
        {
            throw Unreadable.CutShort();
        }

        return _bytes.Slice((int)offset, SectorBytes);
    }

    private ReadOnlySpan<byte> Entry(int id)
    {
        var perSector = SectorBytes / DirectoryEntryBytes;
        return Sector(_directorySectors[id / perSector]).Slice(id % perSector * DirectoryEntryBytes, DirectoryEntryBytes);
    }

    // 2.5: the first 109 numbers of sectors of the FAT stand in the header, the rest in a chain of their own (DIFAT).
    private uint[] ReadFatSectors()
    {
        var count = U32(44);
        if (count > _sectorCount)
        {
            throw Damage(
                string.Create(CultureInfo.InvariantCulture, $"扇区表声称有{count}个扇区，而文件只有{_sectorCount}个"),
                string.Create(CultureInfo.InvariantCulture, $"its sector table claims {count} sectors, the file has {_sectorCount}"));
        }

        var sectors = new uint[count];
        for (var i = 0; i < Math.Min(sectors.Length, HeaderSectorTable); i++)
        {
            sectors[i] = U32(76 + (i * 4));
        }

        var next = U32(68);
        var perSector = (SectorBytes / 4) - 1;
        for (var i = HeaderSectorTable; i < sectors.Length;)
        {
            var table = Sector(next);
            for (var j = 0; j < perSector && i < sectors.Length; i++, j++)
            {
                sectors[i] = BinaryPrimitives.ReadUInt32LittleEndian(table[(j * 4)..]);
            }

            next = BinaryPrimitives.ReadUInt32LittleEndian(table[(perSector * 4)..]);
        }

        return sectors;
    }

    private uint Next(uint sector)
    {
        var perSector = SectorBytes / 4;
        var index = sector / (uint)perSector;
        if (index >= _fatSectors.Length)
        {
            throw Damage("扇区链指向扇区表之外", "a chain of sectors leads out of the sector table");
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(Sector(_fatSectors[index])[((int)(sector % perSector) * 4)..]);
    }

    // A chain that has more sectors than the file goes in a circle. One whose length is known is read no further than that.
    private uint[] ReadChain(uint start, int? count)
    {
        var chain = new List<uint>(Math.Min(count ?? 4, _sectorCount));
        for (var sector = start; sector != EndOfChain && chain.Count != count; sector = Next(sector))
        {
            if (sector > MaximumSector || chain.Count >= _sectorCount)
            {
                throw Damage("扇区链损坏或成环", "a chain of sectors is broken or goes in a circle");
            }

            chain.Add(sector);
        }

        return count is null || chain.Count == count ? [.. chain] : throw Damage("扇区链提前结束", "a chain of sectors ends early");
    }

    private byte[] Gather(uint[] sectors, int length)
    {
        var content = new byte[length];
        for (var i = 0; i < sectors.Length; i++)
        {
            var at = i << _shift;
            var part = Math.Min(SectorBytes, length - at);
            var offset = Offset(sectors[i]);
            if (offset + part > _bytes.Length)
            {
                throw Unreadable.CutShort();
            }

            _bytes.Slice((int)offset, part).CopyTo(content.AsSpan(at));
        }

        return content;
    }

    // 2.4: mini sectors lie in the stream of the root entry, chained by the mini FAT.
    private byte[] ReadMini(uint start, int length)
    {
        var root = Stream(Entry(0));
        if (root.Size > _bytes.Length)
        {
            throw Unreadable.CutShort();
        }

        var host = Gather(ReadChain(root.Start, Sectors((int)root.Size)), (int)root.Size);
        var table = ReadChain(U32(60), null);
        var perSector = (uint)(SectorBytes / 4);
        var content = new byte[length];
        var sector = start;
        for (var at = 0; at < length; at += MiniSectorBytes)
        {
            var part = Math.Min(MiniSectorBytes, length - at);
            var index = sector / perSector;
            if (index >= table.Length || ((long)sector * MiniSectorBytes) + part > host.Length)
            {
                throw Damage("小扇区链损坏", "a chain of mini sectors is broken");
            }

            host.AsSpan((int)sector * MiniSectorBytes, part).CopyTo(content.AsSpan(at));
            sector = BinaryPrimitives.ReadUInt32LittleEndian(Sector(table[index])[((int)(sector % perSector) * 4)..]);
        }

        return content;
    }
}

/// <summary>Where a stream of a container begins, and its length in bytes.</summary>
internal readonly record struct CompoundStream(uint Start, long Size);
