namespace Gouji.Ingest.Crawling;

/// <summary>Tells documents from pages by their first bytes: some sites serve a document where its page should be.</summary>
internal static class DocumentBytes
{
    /// <summary>Whether the bytes begin as a PDF, a ZIP (also of Office), a compound file, an RTF, a RAR or a 7z does.</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) || bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("{\\rtf"u8) || bytes.StartsWith("Rar!"u8)
        || bytes is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] or [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, ..];
}
