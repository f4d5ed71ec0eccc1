using Gouji.Model;

namespace Gouji.Extract.Ofd;

/// <summary>The ways in which an OFD document cannot be read, each with what the user can do.</summary>
internal static class Unreadable
{
    public static UnreadableDocumentException CutShort() => new(
        UnreadableReason.Damaged,
        new Message("OFD文件不完整（缺少文件末尾），请重新下载。", "The OFD file is cut short (its end is missing); download it again."));

    public static UnreadableDocumentException Encrypted() => new(
        UnreadableReason.Encrypted,
        new Message("OFD文件已加密，需要口令或证书；请向发布单位索取未加密的版本。", "The OFD file is encrypted and needs a password or a certificate; ask the publisher for an open version."));

    public static UnreadableDocumentException Damaged(string zh, string en) => new(
        UnreadableReason.Damaged,
        new Message($"OFD文件已损坏：{zh}；请重新下载，或用阅读器打开后另存。", $"The OFD file is damaged: {en}; download it again, or open it in a viewer and save it."));

    public static UnreadableDocumentException Missing(string part) => Damaged($"缺少部件{part}", $"the part {part} is missing");

    public static UnreadableDocumentException TooLarge(string zh, string en) => new(
        UnreadableReason.TooLarge,
        new Message($"OFD文件过大：{zh}；文件可能已损坏。", $"The OFD file is too large: {en}; it may be damaged."));

    public static UnreadableDocumentException NeedsOcr(int pages) => new(
        UnreadableReason.NeedsOcr,
        new Message(
            $"OFD文件共{pages}页，没有文字，是扫描件或图片；请先做文字识别（OCR），或向发布单位索取可复制文字的版本。",
            $"The OFD file has {pages} pages without text: it is a scan or made of pictures and needs OCR first; or ask the publisher for a version with text."));
}
