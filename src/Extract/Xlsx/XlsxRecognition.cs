using System.Buffers.Binary;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Xlsx;

/// <summary>Tells by its bytes whether a file is an Excel workbook in XML parts: whole or cut short.</summary>
internal static class XlsxRecognition
{
    private const int LocalHeadersLookedAt = 64;

    public static bool Recognises(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("PK\x03\x04"u8))
        {
            return false;
        }

        return ZipDirectory.TryFind(bytes, out var directory) ? IsWorkbook(directory) : BeginsAsWorkbook(bytes);
    }

    // The workbook part may have another name, but its sheets stand beside the list of content types. Binary workbooks have none in XML.
    private static bool IsWorkbook(ZipDirectory directory)
    {
        var hasSheets = false;
        var hasContentTypes = false;
        while (directory.MoveNext())
        {
            var name = directory.Name;
            if (StartsWithName(name, "xl/workbook.xml") && name.Length == "xl/workbook.xml".Length)
            {
                return true;
            }

            hasSheets |= StartsWithName(name, "xl/worksheets/") && name.EndsWith(".xml"u8);
            hasContentTypes |= StartsWithName(name, "[Content_Types].xml");
        }

        return hasSheets && hasContentTypes;
    }

    // The end is lost and the directory with it. What local headers are left show what the file was.
    private static bool BeginsAsWorkbook(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < LocalHeadersLookedAt; i++)
        {
            var next = bytes.IndexOf("PK\x03\x04"u8);
            if (next < 0 || bytes.Length - next < 30)
            {
                return false;
            }

            bytes = bytes[next..];
            int length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]);
            if (StartsWithName(bytes.Slice(30, Math.Min(length, bytes.Length - 30)), "xl/"))
            {
                return true;
            }

            bytes = bytes[30..];
        }

        return false;
    }

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
