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

    // What stands in a ZIP container: names of parts and of media types are not packed.
    private static readonly (byte[] Mark, string Zh, string En)[] Containers =
    [
        ("xl/workbook.bin"u8.ToArray(), "Excel二进制工作簿（.xlsb），本版本不能读取；请用Excel打开后另存为.xlsx。", "a binary Excel workbook (.xlsb), which this version cannot read; open it in Excel and save it as .xlsx."),
        ("application/vnd.oasis.opendocument.spreadsheet"u8.ToArray(), "OpenDocument电子表格（.ods），本版本不能读取；请用表格软件打开后另存为.xlsx。", "an OpenDocument spreadsheet (.ods), which this version cannot read; open it in a spreadsheet program and save it as .xlsx."),
        ("ppt/presentation.xml"u8.ToArray(), "演示文稿（.pptx），本版本不能读取；请另存为PDF后再试。", "a presentation (.pptx), which this version cannot read; save it as PDF."),
    ];

    private static readonly (byte[] Signature, string Name)[] Pictures =
    [
        ("GIF8"u8.ToArray(), "GIF"),
        ("BM"u8.ToArray(), "BMP"),
        ("RIFF"u8.ToArray(), "WebP"),
    ];

    public static UnreadableDocumentException Describe(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, zh, en) in Containers)
        {
            if (bytes.StartsWith("PK\x03\x04"u8) && bytes.IndexOf(mark) >= 0)
            {
                return new UnreadableDocumentException(UnreadableReason.UnknownFormat, new Message($"按内容判断是{zh}", $"By its content this is {en}"));
            }
        }

        foreach (var (signature, name) in Pictures)
        {
            if (bytes.StartsWith(signature) && (signature[0] != 'R' || (bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8))))
            {
                return new UnreadableDocumentException(
                    UnreadableReason.UnknownFormat,
                    new Message($"按内容判断是{name}图片，本版本不能读取；请另存为PNG、JPEG或PDF后再试。", $"By its content this is a {name} picture, which this version cannot read; save it as PNG, JPEG or PDF."));
            }
        }

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
