using System.Globalization;
using System.Xml;
using Gouji.Model;

namespace Gouji.Extract.Docx;

/// <summary>The ways in which a document in a container cannot be read, each with what the user can do.</summary>
internal static class Unreadable
{
    private static readonly Message FileCutShort = new(
        "文档不完整（文件末尾缺失），请重新下载。",
        "The document is cut short (its end is missing); download it again.");

    private static readonly Message FileEncrypted = new(
        "文档已加密，需要密码；请向发布单位索取未加密的版本，或用办公软件打开后去除密码另存。",
        "The document is encrypted and needs a password; ask the publisher for an open version, or remove the password in an office program.");

    public static UnreadableDocumentException CutShort() => new(UnreadableReason.Damaged, FileCutShort);

    public static UnreadableDocumentException Encrypted() => new(UnreadableReason.Encrypted, FileEncrypted);

    public static UnreadableDocumentException NotWord(string zh, string en) =>
        new(UnreadableReason.Damaged, new Message($"不是完整的Word文档：{zh}；请重新下载。", $"Not a complete Word document: {en}; download it again."));

    public static UnreadableDocumentException Part(string part, string zh, string en, Exception? inner = null) =>
        new(
            UnreadableReason.Damaged,
            new Message($"文档部件{part}已损坏：{zh}；请重新下载，或用能打开它的软件打开后另存。", $"The part {part} is damaged: {en}; download it again, or open it in a program that can and save it."),
            inner);

    public static UnreadableDocumentException Part(string part, XmlException error) =>
        Part(
            part,
            string.Create(CultureInfo.InvariantCulture, $"第{error.LineNumber}行第{error.LinePosition}个字符处不是合法的XML"),
            string.Create(CultureInfo.InvariantCulture, $"not well-formed XML at line {error.LineNumber}, character {error.LinePosition}"),
            error);

    public static UnreadableDocumentException PartTooLarge(string part, long limit) =>
        TooLarge($"部件{part}解压后超过{limit}字节", $"the part {part} inflates to more than {limit} bytes");

    public static UnreadableDocumentException TooDeep(string part, int limit) =>
        TooLarge($"部件{part}的元素嵌套超过{limit}层", $"elements of the part {part} nest deeper than {limit}");

    public static UnreadableDocumentException TooLarge(string zh, string en) =>
        new(UnreadableReason.TooLarge, new Message($"文档过大：{zh}；文件可能已损坏。", $"The document is too large: {en}; it may be damaged."));
}
