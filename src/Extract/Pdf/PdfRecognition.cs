namespace Gouji.Extract.Pdf;

/// <summary>Tells PDF files by their bytes.</summary>
internal static class PdfRecognition
{
    /// <summary>Readers accept the header anywhere in this many bytes (ISO 32000-1, annex H, note 13).</summary>
    private const int HeaderWithin = 1024;

    /// <summary>The end mark stands this near to the end; ISO 32000-1 asks for the last 1024 bytes, servers append a little.</summary>
    private const int EndWithin = 4096;

    /// <summary>A header at the begin, or one further in that has its end mark.</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, HeaderWithin)];
        var at = head.IndexOf("%PDF-"u8);
        return at >= 0 && (at == 0 || !IsCutShort(bytes) || IsOnlySpace(head[..at]));
    }

    /// <summary>Whether the end mark is missing.</summary>
    public static bool IsCutShort(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.TrimEnd("\0 \t\r\n"u8);
        return end[Math.Max(0, end.Length - EndWithin)..].IndexOf("%%EOF"u8) < 0;
    }

    private static bool IsOnlySpace(ReadOnlySpan<byte> bytes) => bytes.TrimStart("\uFEFF"u8).Trim("\0 \t\r\n"u8).IsEmpty;
}
