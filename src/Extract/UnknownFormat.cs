using Gouji.Model;

namespace Gouji.Extract;

/// <summary>Names what a file is that no reader knows, so that the user learns what to do with it.</summary>
internal static class UnknownFormat
{
    private static readonly (byte[] Signature, string Zh, string En)[] Known =
    [
        ([0x25, 0x50, 0x44, 0x46], "PDF文件", "a PDF file"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "旧版Office文件，但不是Word文档或工作簿", "an old Office file that is neither a Word document nor a workbook"),
        ([0x50, 0x4B, 0x03, 0x04], "ZIP压缩包，但不是Word文档", "a ZIP container that is not a Word document"),
        ([0x50, 0x4B, 0x05, 0x06], "空的ZIP压缩包", "an empty ZIP container"),
        ([0x4D, 0x5A], "Windows程序", "a Windows program"),
        ([0x7F, 0x45, 0x4C, 0x46], "Linux程序", "a Linux program"),
        ([0x52, 0x61, 0x72, 0x21], "RAR压缩包", "a RAR archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7z压缩包", "a 7z archive"),
        ([0x1F, 0x8B], "GZIP压缩文件", "a gzip file"),
    ];

    public static UnreadableDocumentException Describe(ReadOnlySpan<byte> bytes)
    {
        foreach (var (signature, zh, en) in Known)
        {
            if (bytes.StartsWith(signature))
            {
                return new UnreadableDocumentException(
                    UnreadableReason.UnknownFormat,
                    new Message($"按内容判断是{zh}，本版本不能读取；请另存为.docx或PDF后再试。", $"By its content this is {en}, which this version cannot read; save it as .docx or PDF."));
            }
        }

        return new UnreadableDocumentException(
            UnreadableReason.UnknownFormat,
            new Message("无法识别文件格式；能读取的是Word文档、PDF、OFD、电子表格、ODT、RTF、网页（HTML、MHT）和文本。", "The format is not known; Word documents, PDF, OFD, spreadsheets, ODT, RTF, web pages (HTML, MHT) and text can be read."));
    }
}
