using Gouji.Model;

namespace Gouji.Extract.Pdf;

/// <summary>The ways in which a PDF cannot be read, each with what the user can do.</summary>
internal static class Unreadable
{
    public static UnreadableDocumentException CutShort() => new(
        UnreadableReason.Damaged,
        new Message("PDF文件不完整（缺少文件末尾），请重新下载。", "The PDF file is cut short (its end is missing); download it again."));

    public static UnreadableDocumentException Encrypted(Exception inner) => new(
        UnreadableReason.Encrypted,
        new Message("PDF文件已加密，需要打开密码；请向发布单位索取未加密的版本。", "The PDF file is encrypted and needs a password to open; ask the publisher for an open version."),
        inner);

    public static UnreadableDocumentException Damaged(string zh, string en, Exception? inner = null) => new(
        UnreadableReason.Damaged,
        new Message($"PDF文件已损坏：{zh}；请重新下载，或用阅读器打开后另存。", $"The PDF file is damaged: {en}; download it again, or open it in a viewer and save it."),
        inner);

    public static UnreadableDocumentException TooLarge(string zh, string en) => new(
        UnreadableReason.TooLarge,
        new Message($"PDF文件过大：{zh}；文件可能已损坏。", $"The PDF file is too large: {en}; it may be damaged."));

    public static UnreadableDocumentException NeedsOcr(int pages, Message why) => new(
        UnreadableReason.NeedsOcr,
        new Message(
            $"PDF文件共{pages}页，没有文字，是扫描件或图片，需要文字识别（OCR）。{why.Zh}；也可向发布单位索取可复制文字的版本。",
            $"The PDF file has {pages} pages without text: it is a scan or made of pictures and needs OCR. {why.En}; or ask the publisher for a version with text."));
}
