using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Ofd;

/// <summary>Tells OFD files by their bytes: whole, encrypted, damaged within or cut short.</summary>
internal static class OfdRecognition
{
    private const string Namespace = "http://www.ofdspec.org";
    private const int LocalHeadersLookedAt = 64;

    /// <summary>The root of OFD.xml stands in its first bytes.</summary>
    private const int Reach = 1 << 16;

    public static bool Recognises(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\x03\x04"u8) && (ZipDirectory.TryFind(bytes, out var directory) ? IsPackage(bytes, directory) : BeginsAsPackage(bytes));

    /// <summary>Whether the directory at the end of the file is missing.</summary>
    public static bool IsCutShort(ReadOnlySpan<byte> bytes) => !ZipDirectory.TryFind(bytes, out _);

    private static bool IsPackage(ReadOnlySpan<byte> bytes, ZipDirectory directory)
    {
        ZipEntry? entry = null;
        var (isEncrypted, hasDocument) = (false, false);
        while (directory.MoveNext())
        {
            var name = NameOf(directory.Name);
            if (Is(name, OfdPackage.Entry))
            {
                entry ??= directory.Current;
            }

            isEncrypted |= Is(name, OfdPackage.Encryptions);
            hasDocument |= name.EndsWith("/Document.xml", StringComparison.OrdinalIgnoreCase);
        }

        // A damaged OFD.xml beside the main part of a document is still a damaged OFD.
        return entry is { } first ? isEncrypted || hasDocument || HasRoot(bytes, first) : isEncrypted && hasDocument;
    }

    // The end is lost and the directory with it. What local headers are left show what the file was.
    private static bool BeginsAsPackage(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < LocalHeadersLookedAt && bytes.Length >= 30; i++)
        {
            var name = NameOf(bytes.Slice(30, Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]), bytes.Length - 30)));
            if (Is(name, OfdPackage.Entry) || name.StartsWith("Doc_0/", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            var next = bytes[4..].IndexOf("PK\x03\x04"u8);
            if (next < 0)
            {
                break;
            }

            bytes = bytes[(next + 4)..];
        }

        return false;
    }

    private static bool Is(string name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(ReadOnlySpan<byte> name) => name.Length > 256 ? "" : Encoding.UTF8.GetString(name).Replace('\\', '/').TrimStart('/');

    private static bool HasRoot(ReadOnlySpan<byte> bytes, ZipEntry entry)
    {
        if (entry.IsEncrypted || entry.HeaderOffset < 0 || entry.HeaderOffset > bytes.Length - 30)
        {
            return entry.IsEncrypted;
        }

        var header = bytes[(int)entry.HeaderOffset..];
        var skip = 30 + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (entry.CompressedSize < 0 || entry.CompressedSize > header.Length - skip)
        {
            return false;
        }

        var data = header.Slice(skip, (int)Math.Min(entry.CompressedSize, Reach)).ToArray();
        try
        {
            using Stream stored = new MemoryStream(data, writable: false);
            using var inflated = entry.Method == ZipEntry.Stored ? stored : new DeflateStream(stored, CompressionMode.Decompress);
            using var reader = XmlReader.Create(inflated, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Reach });
            return reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == "OFD"
                && (reader.NamespaceURI.Length == 0 || reader.NamespaceURI.StartsWith(Namespace, StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception error) when (error is XmlException or InvalidDataException)
        {
            // Recognising answers yes or no; what does not inflate or parse is no evidence.
            return false;
        }
    }
}
