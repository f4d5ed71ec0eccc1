using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Gouji.Model;

namespace Gouji.Extract.Docx;

/// <summary>
/// The parts of a ZIP by name. Names compare as OPC wants it (ECMA-376 part 2, 6.2.2.3): without regard to case, <c>\</c> as <c>/</c>.
/// What a part claims about itself is checked while it inflates: limit, length and checksum.
/// </summary>
internal sealed class ZipContainer
{
    private readonly ArraySegment<byte> _bytes;
    private readonly Dictionary<string, ZipEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private ZipContainer(ArraySegment<byte> bytes) => _bytes = bytes;

    public static ZipContainer Open(ReadOnlyMemory<byte> bytes)
    {
        if (!ZipDirectory.TryFind(bytes.Span, out var directory))
        {
            throw Unreadable.CutShort();
        }

        var container = new ZipContainer(MemoryMarshal.TryGetArray(bytes, out var segment) ? segment : bytes.ToArray());
        while (directory.MoveNext())
        {
            container._entries.TryAdd(Encoding.UTF8.GetString(directory.Name).Replace('\\', '/').TrimStart('/'), directory.Current);
        }

        return container;
    }

    public bool Contains(string part) => _entries.ContainsKey(part);

    /// <summary>The inflated bytes of a part; null where there is none of that name.</summary>
    public Stream? OpenPart(string part, long limit)
    {
        if (!_entries.TryGetValue(part, out var entry))
        {
            return null;
        }

        if (entry.IsEncrypted)
        {
            throw Unreadable.Encrypted();
        }

        var data = Data(part, entry);
        Stream inflated = entry.Method switch
        {
            ZipEntry.Stored => new MemoryStream(data.Array!, data.Offset, data.Count, writable: false),
            ZipEntry.Deflated => new GZipStream(new GzipFrame(data, entry), CompressionMode.Decompress),
            _ => throw Unreadable.Part(part, $"压缩方式{entry.Method}不受支持", $"its compression method {entry.Method} is not supported"),
        };
        return new PartStream(inflated, part, entry, limit);
    }

    // The local header repeats name and extra field with lengths of its own (APPNOTE 4.3.7).
    private ArraySegment<byte> Data(string part, ZipEntry entry)
    {
        var bytes = _bytes.AsSpan();
        if (entry.HeaderOffset < 0 || entry.HeaderOffset > bytes.Length - 30 || !bytes[(int)entry.HeaderOffset..].StartsWith("PK\x03\x04"u8))
        {
            throw Unreadable.Part(part, "不在目录所指的位置", "it is not where the directory of the file says");
        }

        var header = bytes[(int)entry.HeaderOffset..];
        var skip = 30 + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (entry.CompressedSize < 0 || entry.CompressedSize > header.Length - skip)
        {
            throw Unreadable.Part(part, "超出文件末尾", "it reaches beyond the end of the file");
        }

        return _bytes.Slice((int)entry.HeaderOffset + skip, (int)entry.CompressedSize);
    }
}
