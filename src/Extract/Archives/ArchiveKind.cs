using System.Globalization;
using Gouji.Extract.Docx;
using Gouji.Extract.Ofd;

namespace Gouji.Extract.Archives;

/// <summary>The archive formats, told by the bytes.</summary>
internal enum ArchiveKind
{
    None,
    Zip,
    Rar,
    SevenZip,
    Tar,
    Gzip,
}

/// <summary>Tells archives from documents that are packed the same way.</summary>
internal static class ArchiveKinds
{
    private const int TarBlock = 512;

    public static ArchiveKind Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8) ? IsDocument(bytes) ? ArchiveKind.None : ArchiveKind.Zip
        : bytes.StartsWith("Rar!\x1A\x07"u8) ? ArchiveKind.Rar
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) ? ArchiveKind.SevenZip
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) ? ArchiveKind.Gzip
        : IsTar(bytes) ? ArchiveKind.Tar : ArchiveKind.None;

    // Office documents (OPC, ODF, OFD) are ZIPs that say so in a part of a fixed name.
    private static bool IsDocument(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 38 && bytes[30..].StartsWith("mimetypeapplication/"u8))
        {
            return true;
        }

        if (OfdRecognition.Recognises(bytes))
        {
            return true;
        }

        if (!ZipDirectory.TryFind(bytes, out var directory))
        {
            return false;
        }

        while (directory.MoveNext())
        {
            if (directory.Name.SequenceEqual("[Content_Types].xml"u8)
                || directory.Name.SequenceEqual("META-INF/manifest.xml"u8) || directory.Name.SequenceEqual("word/document.xml"u8))
            {
                return true;
            }
        }

        return false;
    }

    // POSIX ustar, and the tar before it, which has no signature: the checksum of the first header tells both.
    private static bool IsTar(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < TarBlock || bytes[0] == 0)
        {
            return false;
        }

        var stated = 0;
        var field = bytes.Slice(148, 8).Trim(" \0"u8);
        foreach (var digit in field)
        {
            if (digit is < (byte)'0' or > (byte)'7')
            {
                return false;
            }

            stated = (stated * 8) + (digit - '0');
        }

        var sum = 8 * ' ';
        for (var i = 0; i < TarBlock; i++)
        {
            sum += i is >= 148 and < 156 ? 0 : bytes[i];
        }

        return !field.IsEmpty && sum == stated;
    }
}

/// <summary>How much an archive may hold before the rest is refused. All of it is counted while inflating; what an archive claims is not trusted.</summary>
public sealed record ArchiveLimits
{
    /// <summary>Most entries of one archive and those nested in it; 20,000 unless told.</summary>
    public int Entries { get; init; } = 20_000;

    /// <summary>Most bytes of all members together; 8 GB unless told.</summary>
    public long TotalBytes { get; init; } = 8L << 30;

    /// <summary>Most bytes that one byte of an entry may inflate to, once it has given a megabyte; 300 unless told.</summary>
    public int Ratio { get; init; } = 300;

    /// <summary>How deep archives may stand in archives; 3 unless told.</summary>
    public int Depth { get; init; } = 3;

    internal string EntriesText => Entries.ToString(CultureInfo.InvariantCulture);
}
