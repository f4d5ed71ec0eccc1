using System.Net;
using System.Text;

namespace Gouji.Ingest.Network;

/// <summary>
/// The title and the visible text of a page, told in one pass over its bytes without building a tree: enough to recognise a notice, and
/// safe on any input.
/// </summary>
internal static class PageText
{
    private static readonly string[] Hidden = ["script", "style", "title", "noscript", "template", "select"];

    /// <summary>The title; empty where there is none.</summary>
    public static string Title(string html)
    {
        var start = html.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        start = start < 0 ? -1 : html.IndexOf('>', start);
        if (start < 0)
        {
            return "";
        }

        var end = html.IndexOf("</title", start, StringComparison.OrdinalIgnoreCase);
        return Collapsed(html[(start + 1)..(end < 0 ? Math.Min(html.Length, start + 200) : end)]);
    }

    /// <summary>
    /// The text outside tags, scripts and styles, its white space collapsed. Where there is more than is asked for, reading ends once that is
    /// sure: the text is then a beginning that is longer.
    /// </summary>
    /// <param name="html">The page.</param>
    /// <param name="most">How many characters matter.</param>
    public static string Visible(string html, int most)
    {
        var text = new StringBuilder();
        var look = most;
        for (var at = 0; at < html.Length;)
        {
            var tag = html.IndexOf('<', at);
            text.Append(html, at, (tag < 0 ? html.Length : tag) - at).Append(' ');
            at = tag < 0 ? html.Length : AfterTag(html, tag);

            // White space and entities may leave little of what was read, so each look that finds too little doubles the way to the next.
            if (text.Length > look)
            {
                if (Collapsed(text.ToString()) is { } beginning && beginning.Length > most)
                {
                    return beginning;
                }

                look = text.Length * 2;
            }
        }

        return Collapsed(text.ToString());
    }

    private static int AfterTag(string html, int tag)
    {
        if (string.CompareOrdinal(html, tag, "<!--", 0, 4) == 0)
        {
            return After(html, "-->", tag);
        }

        foreach (var name in Hidden)
        {
            if (string.Compare(html, tag + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
                && (tag + 1 + name.Length >= html.Length || !char.IsAsciiLetterOrDigit(html[tag + 1 + name.Length])))
            {
                return After(html, ">", After(html, $"</{name}", tag));
            }
        }

        return After(html, ">", tag);
    }

    private static int After(string html, string mark, int from)
    {
        var found = html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : found + mark.Length;
    }

    private static string Collapsed(string text) =>
        string.Join(' ', WebUtility.HtmlDecode(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
