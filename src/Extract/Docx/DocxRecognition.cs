using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Gouji.Extract.Docx;

/// <summary>Tells by its bytes whether a file is a Word document: whole, cut short or encrypted.</summary>
internal static class DocxRecognition
{
    private const int LocalHeadersLookedAt = 64;
    private const int ContentTypesLookedAt = 1 << 20;

    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static bool Recognises(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("PK\x03\x04"u8))
        {
            return IsEncrypted(bytes);
        }

        return ZipDirectory.TryFind(bytes, out var directory) ? IsWord(bytes, directory) : BeginsAsWord(bytes);
    }

    /// <summary>MS-OFFCRYPTO 2.3: an encrypted document is an OLE container whose stream EncryptedPackage holds the ZIP.</summary>
    public static bool IsEncrypted(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) && bytes.IndexOf(EncryptedPackage) >= 0;

    // A folder named word does not make an archive a document; the list of content types beside it does.
    private static bool IsWord(ReadOnlySpan<byte> bytes, ZipDirectory directory)
    {
        var inWordFolder = false;
        ZipEntry? contentTypes = null;
        while (directory.MoveNext())
        {
            var name = directory.Name;
            if (IsName(name, "word/document.xml"))
            {
                return true;
            }

            inWordFolder |= StartsWithName(name, "word/");
            if (IsName(name, "[Content_Types].xml"))
            {
                contentTypes = directory.Current;
            }
        }

        return contentTypes is { } entry && (inWordFolder || NamesWord(bytes, entry));
    }

    // The end is lost and the directory with it. What local headers are left show what the file was.
    private static bool BeginsAsWord(ReadOnlySpan<byte> bytes)
    {
        var hasContentTypes = false;
        for (var i = 0; i < LocalHeadersLookedAt; i++)
        {
            var next = bytes.IndexOf("PK\x03\x04"u8);
            if (next < 0 || bytes.Length - next < 30)
            {
                break;
            }

            bytes = bytes[next..];
            int length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]);
            var name = bytes.Slice(30, Math.Min(length, bytes.Length - 30));
            if (StartsWithName(name, "word/"))
            {
                return true;
            }

            if (StartsWithName(name, "xl/") || StartsWithName(name, "ppt/"))
            {
                return false;
            }

            hasContentTypes |= IsName(name, "[Content_Types].xml") || IsName(name, "_rels/.rels");
            bytes = bytes[30..];
        }

        return hasContentTypes;
    }

    private static bool NamesWord(ReadOnlySpan<byte> bytes, ZipEntry entry)
    {
        if (entry.IsEncrypted || entry.HeaderOffset < 0 || entry.HeaderOffset > bytes.Length - 30)
        {
            return false;
        }

        var header = bytes[(int)entry.HeaderOffset..];
        var skip = 30 + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (entry.CompressedSize < 0 || entry.CompressedSize > Math.Min(header.Length - skip, ContentTypesLookedAt))
        {
            return false;
        }

        var data = header.Slice(skip, (int)entry.CompressedSize);
        return entry.Method == ZipEntry.Stored ? WordContentType.IsNamedIn(data) : NamesWord(data.ToArray());
    }

    private static bool NamesWord(byte[] deflated)
    {
        var text = ArrayPool<byte>.Shared.Rent(ContentTypesLookedAt);
        try
        {
            using var stream = new DeflateStream(new MemoryStream(deflated), CompressionMode.Decompress);
            var length = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return WordContentType.IsNamedIn(text.AsSpan(0, length));
        }
        catch (InvalidDataException)
        {
            // Recognising answers yes or no; a list of content types that does not inflate is no evidence.
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text);
        }
    }

    private static bool IsName(ReadOnlySpan<byte> name, string expected) => name.Length == expected.Length && StartsWithName(name, expected);

    private static bool StartsWithName(ReadOnlySpan<byte> name, string start)
    {
        if (name.Length < start.Length)
        {
            return false;
        }

        for (var i = 0; i < start.Length; i++)
        {
            var c = name[i] == '\\' ? '/' : (char)name[i];
            if (char.ToLowerInvariant(c) != char.ToLowerInvariant(start[i]))
            {
                return false;
            }
        }

        return true;
    }
}
