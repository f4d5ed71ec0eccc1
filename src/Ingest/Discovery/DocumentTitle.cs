using System.Text.RegularExpressions;

namespace Gouji.Ingest.Discovery;

/// <summary>Chooses the title of a document among what its link, its page and its file say.</summary>
public static partial class DocumentTitle
{
    /// <summary>The title that says most; empty where none says anything.</summary>
    /// <param name="anchor">The title of the link.</param>
    /// <param name="page">The title of the page on which the link stands.</param>
    /// <param name="file">The name of the file.</param>
    public static string Of(string? anchor, string? page, string? file)
    {
        var (link, name, title) = (Bare(anchor), Bare(file), (page ?? "").Trim());
        if (IsCut(link))
        {
            // A title that is cut short goes on in whichever of the others begins alike.
            var beginning = link.TrimEnd('.', '…', ' ');
            link = Whole(beginning, name) ?? Whole(beginning, title) ?? link;
        }

        return SaysSomething(link) ? link
            : SaysSomething(name) && (title.Length == 0 || Year().IsMatch(name)) ? name
            : title.Length > 0 ? title
            : link.Length > 0 ? link : name;
    }

    /// <summary>Whether a text of a link says nothing of where it leads: 下载, 查看详情, 附件1.</summary>
    internal static bool IsEmptyTalk(string text) => EmptyTalk().IsMatch(string.Concat(text.Where(char.IsLetterOrDigit)));

    /// <summary>Whether the text is cut short.</summary>
    internal static bool IsCut(string text) => text.EndsWith('…') || text.EndsWith("..", StringComparison.Ordinal);

    private static string? Whole(string beginning, string other) =>
        beginning.Length > 1 && other.Length > beginning.Length && other.StartsWith(beginning, StringComparison.Ordinal) ? other : null;

    private static bool SaysSomething(string text) => text.Any(static c => c >= '\u4E00') && !IsEmptyTalk(text);

    private static string Bare(string? text) => Number().Replace(Extension().Replace((text ?? "").Trim(), ""), "").Trim();

    [GeneratedRegex("\\.(docx?|docm|pdf|xlsx?|xlsm|wps|et|ofd|rtf|zip|rar|7z|od[ts]|html?|mht)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Extension();

    [GeneratedRegex("^(【?附\\s?件】?|附\\s?表)\\s?[0-9一二三四五六七八九十]{0,3}\\s?[：:.、．]\\s?|^[0-9]{1,2}[.、．]\\s?(?=[^0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("^((请|可)?(点击|单击|点此|点这里|这里|此处|立即|在线|本地|文件|附件|附表|详细|详情|更多|全文|阅读|查看|浏览|预览|打开|进入|下载|链接|内容|信息|more|download|detail|view|pdf|word|excel)|[0-9一二三四五六七八九十])*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex EmptyTalk();

    [GeneratedRegex("20[0-9]{2}|二[〇○零]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Year();
}
