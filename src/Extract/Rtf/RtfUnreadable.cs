using Gouji.Model;

namespace Gouji.Extract.Rtf;

/// <summary>The ways in which an RTF file cannot be read, each with what the user can do.</summary>
internal static class RtfUnreadable
{
    public static UnreadableDocumentException CutShort() => new(
        UnreadableReason.Damaged,
        new Message("RTF文档不完整（文件末尾缺失，或括号不配对），请重新下载。", "The RTF document is cut short (its end is missing, or its braces do not match); download it again."));

    public static UnreadableDocumentException TooDeep(int limit) => new(
        UnreadableReason.TooLarge,
        new Message($"RTF文档的组嵌套超过{limit}层，文件可能已损坏。", $"Groups of the RTF document nest deeper than {limit}; it may be damaged."));

    public static UnreadableDocumentException TooManyCells(int limit) => new(
        UnreadableReason.TooLarge,
        new Message($"表格的一行超过{limit}个单元格，文件可能已损坏。", $"A row of a table has more than {limit} cells; the file may be damaged."));

    public static UnreadableDocumentException TooLarge(long limit) => new(
        UnreadableReason.TooLarge,
        new Message($"RTF文档超过{limit}字节；请压缩其中的图片后再试。", $"The RTF document has more than {limit} bytes; make its pictures smaller."));
}
