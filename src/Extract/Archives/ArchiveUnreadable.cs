using System.Globalization;
using Gouji.Model;

namespace Gouji.Extract.Archives;

/// <summary>The ways in which an archive or a member of it cannot be read, each with what the user can do.</summary>
internal static class ArchiveUnreadable
{
    public static UnreadableDocumentException Encrypted() => new(
        UnreadableReason.Encrypted,
        new Message("压缩包已加密，需要密码；请解压后再试。", "The archive is encrypted and needs a password; unpack it and try again."));

    public static UnreadableDocumentException Damaged(Exception? inner = null) => new(
        UnreadableReason.Damaged,
        new Message("压缩包或其中的文件已损坏或不完整，请重新下载。", "The archive or this member of it is damaged or cut short; download it again."),
        inner);

    public static UnreadableDocumentException Volume() => new(
        UnreadableReason.Damaged,
        new Message("压缩包是分卷的一部分，内容不全；请合并解压后再试。", "The archive is one volume of several and not complete; unpack all volumes and try again."));

    public static UnreadableDocumentException Empty(int leftOut) => new(
        UnreadableReason.Empty,
        new Message(
            string.Create(CultureInfo.InvariantCulture, $"压缩包中没有文档（文件夹、隐藏文件和空文件共{leftOut}个）。"),
            string.Create(CultureInfo.InvariantCulture, $"The archive holds no document ({leftOut} folders, hidden and empty files).")));

    public static UnreadableDocumentException Link() => new(
        UnreadableReason.Missing,
        new Message("压缩包中的这一项是链接，没有内容。", "This member is a link and has no content."));

    public static UnreadableDocumentException TooManyEntries(int limit) => TooLarge($"超过{limit}项", $"it has more than {limit} entries");

    public static UnreadableDocumentException TooDeep(int limit) => TooLarge($"嵌套超过{limit}层", $"archives nest deeper than {limit}");

    public static UnreadableDocumentException MemberTooLarge(long limit) =>
        TooLarge($"其中的文件解压后超过{limit}字节", $"this member inflates to more than {limit} bytes");

    public static UnreadableDocumentException TotalTooLarge(long limit) =>
        TooLarge($"解压后共超过{limit}字节", $"it inflates to more than {limit} bytes in all");

    public static UnreadableDocumentException Inflated(int ratio) =>
        TooLarge($"压缩比超过{ratio}倍", $"a member inflates to more than {ratio} times its size");

    public static UnreadableDocumentException NoMemory(Exception inner) => new(
        UnreadableReason.TooLarge,
        new Message("解压所需的内存过大；请解压后再试。", "Inflating this member takes too much memory; unpack it and try again."),
        inner);

    private static UnreadableDocumentException TooLarge(string zh, string en) => new(
        UnreadableReason.TooLarge,
        new Message($"压缩包过大：{zh}；请解压后再试。", $"The archive is too large: {en}; unpack it and try again."));
}
