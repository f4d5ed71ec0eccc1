namespace Gouji.Extract.Xls;

/// <summary>Tells by its bytes whether a file is an Excel workbook in binary records: an OLE container with one, or the bare records.</summary>
internal static class XlsRecognition
{
    public const string Workbook = "Workbook";
    public const string OlderWorkbook = "Book";

    public static bool Recognises(ReadOnlySpan<byte> bytes)
    {
        if (!OleFile.IsOle(bytes))
        {
            return IsBare(bytes);
        }

        // A Word document may hold a workbook, yet not at its root.
        return OleFile.Open(bytes.ToArray()) is { } file && (file.HasStream(Workbook) || file.HasStream(OlderWorkbook))
            || HasWorkbookRecords(bytes);
    }

    // BIFF2 to BIFF5 without a container begin with their BOF record (MS-XLS 2.4.21 and its forerunners).
    private static bool IsBare(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 8 && bytes[0] == 9 && bytes[1] is 0 or 2 or 4 or 8 && bytes[2] is >= 4 and <= 16 && bytes[3] == 0 && bytes[6] is 0x05 or 0x10 && bytes[7] == 0;

    // Where the end of a file is lost its directory often is too; a sector that begins with the records of a workbook tells what it was.
    private static bool HasWorkbookRecords(ReadOnlySpan<byte> bytes)
    {
        for (var at = 512; at + 8 <= bytes.Length; at += 512)
        {
            if (bytes[at..].StartsWith((ReadOnlySpan<byte>)[0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]))
            {
                return bytes.IndexOf("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"u8) < 0;
            }
        }

        return false;
    }
}
