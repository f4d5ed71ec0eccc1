using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Odt;

/// <summary>Tells by its bytes whether a file is an OpenDocument text: a package, whole or cut short, or one flat XML file.</summary>
internal static class OdtRecognition
{
    private const int FlatReach = 8192;
    private const int ManifestReach = 1 << 16;

    private static readonly byte[] MediaType = Encoding.ASCII.GetBytes(OdtNames.MediaType);

    public static bool Recognises(ReadOnlySpan<byte> bytes) => IsPackage(bytes) || IsFlat(bytes);

    /// <summary>ODF 1.3 part 3, 3.1.2: the root is office:document and names its media type.</summary>
    public static bool IsFlat(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        if (!bytes.StartsWith("<"u8))
        {
            return false;
        }

        var head = bytes[..Math.Min(bytes.Length, FlatReach)];
        return head.IndexOf("<office:document"u8) >= 0 && head.IndexOf(MediaType) >= 0;
    }

    // ODF 1.3 part 2, 3.3: the media type stands in the first file of the package, stored; whoever packs by hand puts it elsewhere.
    private static bool IsPackage(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("PK\x03\x04"u8) || bytes.Length < 30)
        {
            return false;
        }

        var name = 30 + BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]);
        var data = name + BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        if (bytes[30..].StartsWith("mimetype"u8) && name == 38 && data <= bytes.Length)
        {
            return bytes[data..].StartsWith(MediaType);
        }

        if (!ZipDirectory.TryFind(bytes, out var directory))
        {
            return false;
        }

        ZipEntry? mimetype = null, manifest = null;
        var hasContent = false;
        while (directory.MoveNext())
        {
            if (directory.Name.SequenceEqual("mimetype"u8))
            {
                mimetype = directory.Current;
            }
            else if (directory.Name.SequenceEqual("META-INF/manifest.xml"u8))
            {
                manifest = directory.Current;
            }

            hasContent |= directory.Name.SequenceEqual("content.xml"u8);
        }

        return (hasContent && mimetype is { } type && Holds(bytes, type, true)) || (hasContent && manifest is { } list && Holds(bytes, list, false));
    }

    private static bool Holds(ReadOnlySpan<byte> bytes, ZipEntry entry, bool atBegin)
    {
        if (entry.IsEncrypted || entry.HeaderOffset < 0 || entry.HeaderOffset > bytes.Length - 30)
        {
            return false;
        }

        var header = bytes[(int)entry.HeaderOffset..];
        var skip = 30 + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (entry.CompressedSize < 0 || entry.CompressedSize > header.Length - skip)
        {
            return false;
        }

        var data = header.Slice(skip, (int)Math.Min(entry.CompressedSize, ManifestReach));
        var text = entry.Method == ZipEntry.Stored ? data : Inflate(data.ToArray());
        return atBegin ? text.StartsWith(MediaType) : text.IndexOf(MediaType) >= 0;
    }

    private static ReadOnlySpan<byte> Inflate(byte[] deflated)
    {
        try
        {
            using var stream = new DeflateStream(new MemoryStream(deflated), CompressionMode.Decompress);
            var text = new byte[ManifestReach];
            return text.AsSpan(0, stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            // Recognising answers yes or no; what does not inflate is no evidence.
            return [];
        }
    }
}
