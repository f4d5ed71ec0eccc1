using System.Globalization;
using System.Net;
using System.Text;

namespace Gouji.Cli.Reports;

/// <summary>
/// A page that needs nothing but itself: no script, no picture, no font of another place, and a policy that forbids them, for its texts
/// are those of documents that are not trusted.
/// </summary>
internal sealed class HtmlPage : IDisposable
{
    private const string Style = """
        :root{color-scheme:light dark;--line:#bbb;--faint:#666;--soft:#f5f5f5;--error:#b3261e;--warning:#8a5300;--notice:#33618d;--mark:#ffe08a}
        @media(prefers-color-scheme:dark){:root{--line:#555;--faint:#aaa;--soft:#222;--error:#ff8a80;--warning:#ffc36b;--notice:#9ecbff;--mark:#6b5300}}
        body{font:16px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;max-width:75rem;margin:0 auto;padding:1rem}
        h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1rem;margin:0 0 .5rem}
        table{border-collapse:collapse;font-size:.875rem}th,td{border:1px solid var(--line);padding:.15rem .5rem;text-align:left;vertical-align:top}
        th{background:var(--soft);font-weight:600;white-space:nowrap}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .wide{overflow-x:auto;margin:.5rem 0}.faint,.other{color:var(--faint)}.other{font-size:.875rem}p{margin:.35rem 0}
        .finding{border:1px solid var(--line);border-left:.35rem solid var(--notice);padding:.75rem 1rem;margin:1rem 0;break-inside:avoid-page}
        .finding.error{border-left-color:var(--error)}.finding.warning{border-left-color:var(--warning)}
        .error>h3 b,td.error{color:var(--error)}.warning>h3 b,td.warning{color:var(--warning)}.notice>h3 b,td.notice{color:var(--notice)}
        mark,td.at{background:var(--mark);color:inherit}td.blamed{background:var(--mark);color:inherit;outline:.15rem solid var(--error);outline-offset:-.1rem}td.absent{background:var(--soft)}
        blockquote{margin:.5rem 0;padding:.25rem .75rem;border-left:.2rem solid var(--line)}td.gap{border:0;text-align:center;color:var(--faint)}
        """;

    private readonly StreamWriter _writer;

    public HtmlPage(string path, Session session, string title)
    {
        _writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        Line($"<!DOCTYPE html><html lang=\"{session.Say("zh-CN", "en")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        Line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        Line($"<title>{Text(title)}</title><style>{Style.ReplaceLineEndings("\n")}</style></head><body>");
    }

    /// <summary>A text as HTML holds it.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>An attribute value that is an address relative to the page: each part of the path encoded.</summary>
    public static string Address(string path) => Text(string.Join('/', path.Split('/').Select(static part => part is ".." ? part : Uri.EscapeDataString(part))));

    /// <summary>A number with separators of thousands.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Writes HTML as it is.</summary>
    public void Line(string html) => _writer.WriteLine(html);

    /// <summary>Begins a table, with a header where columns are named; columns of numbers are named with a leading <c>#</c>.</summary>
    public void BeginTable(params ReadOnlySpan<string> columns)
    {
        _writer.Write("<div class=\"wide\"><table>");
        if (columns.Length > 0)
        {
            _writer.Write("<thead><tr>");
            foreach (var column in columns)
            {
                _writer.Write(column.StartsWith('#') ? $"<th class=\"n\">{Text(column[1..])}</th>" : $"<th>{Text(column)}</th>");
            }

            _writer.Write("</tr></thead>");
        }

        Line("<tbody>");
    }

    public void EndTable() => Line("</tbody></table></div>");

    /// <summary>A cell of a text.</summary>
    public static string Cell(string text) => $"<td>{Text(text)}</td>";

    /// <summary>A cell of a number; none where it is zero, so that what is there stands out.</summary>
    public static string Cell(long number, string kind = "") => number == 0 ? "<td></td>" : $"<td class=\"n {kind}\">{Count(number)}</td>".Replace(" \"", "\"", StringComparison.Ordinal);

    public void Dispose()
    {
        Line("</body></html>");
        _writer.Dispose();
    }
}
