using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gouji.Ingest.Tests.Site;

/// <summary>
/// The pages and documents of a <see cref="SiteModel"/>: a pure function from the path of a request to its answer. Pages come in UTF-8 and
/// GBK, declared rightly, wrongly and not at all, with the frame of a real site around them: menus, a notice with an attachment of its
/// own, pictures, other sites.
/// </summary>
internal sealed class SitePages(SiteModel model)
{
    /// <summary>How many ways there are to point to a document.</summary>
    public const int Forms = 9;

    private const int RowsOfAPage = 15;
    private const string Notice = "<li><span>2024-03-01</span><a href='/tz/1.html'>关于召开会议的通知</a></li>";

    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private readonly List<SiteDisclosure> _counted = [.. model.Disclosures.Where(static disclosure => disclosure.Path.StartsWith("/zwgk", StringComparison.Ordinal))];
    private readonly List<SiteDisclosure> _linked = [.. model.Disclosures.Where(static disclosure => disclosure.Path.StartsWith("/info", StringComparison.Ordinal))];
    private readonly Dictionary<string, SiteDisclosure> _details = model.Disclosures.ToDictionary(static disclosure => disclosure.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, SiteDocument> _documents = model.Disclosures.SelectMany(static disclosure => disclosure.Documents)
        .ToDictionary(document => new Uri(model.Root, document.Path).PathAndQuery, StringComparer.Ordinal);

    /// <summary>The answer to a request.</summary>
    /// <param name="pathAndQuery">The path with its query, escaped as it is sent.</param>
    public SiteAnswer Get(string pathAndQuery)
    {
        var session = pathAndQuery.IndexOf(";jsessionid=", StringComparison.Ordinal);
        var question = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        var path = session < 0 ? pathAndQuery : pathAndQuery[..session] + (question > session ? pathAndQuery[question..] : "");
        if (_documents.TryGetValue(path, out var document))
        {
            return Answer(200, "application/octet-stream", Document(document));
        }

        if (_details.TryGetValue(path, out var disclosure))
        {
            return Html(disclosure.Title, Detail(disclosure), disclosure.Id);
        }

        if (path == "/robots.txt")
        {
            return Answer(200, "text/plain", "User-agent: *\nDisallow: /admin/\n"u8.ToArray());
        }

        if (path == "/tz/1.html")
        {
            return Html("关于召开会议的通知", "<a href='/tz/1.doc'>参会人员名单</a>", 1);
        }

        return CountedPage(path) is { } counted && counted <= LastOf(_counted) ? Html("部门预算公开", CountedList(counted), counted)
            : LinkedPage(path) is { } linked ? Html("部门预算公开（二）", LinkedList(Math.Min(linked, LastOf(_linked) + 1)), linked)
            : path == "/" ? Html("某市人民政府", "<p>欢迎</p>", 0)
            : Answer(404, "text/html; charset=utf-8", Encoding.UTF8.GetBytes("<title>404</title><p>您访问的页面不存在"));
    }

    // Page 0 is index.html; the second is index_1.html or index_2.html, as the seed has it.
    private int? CountedPage(string path)
    {
        const string Folder = "/zwgk/yjs/";
        if (path is Folder or Folder + "index.html")
        {
            return 0;
        }

        return path.StartsWith(Folder + "index_", StringComparison.Ordinal) && path.EndsWith(".html", StringComparison.Ordinal)
            && int.TryParse(path.AsSpan((Folder + "index_").Length, path.Length - (Folder + "index_.html").Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number - Offset >= 1
            ? number - Offset
            : null;
    }

    private int Offset => model.Seed % 2;

    private static int? LinkedPage(string path) => path == "/list.do?id=7" ? 1
        : path.StartsWith("/list.do?id=7&page=", StringComparison.Ordinal) && int.TryParse(path.AsSpan("/list.do?id=7&page=".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    private static int LastOf(List<SiteDisclosure> disclosures) => Math.Max(0, (disclosures.Count - 1) / RowsOfAPage);

    private string CountedList(int page)
    {
        var rows = new StringBuilder("<ul class='list'>").Append(Notice);
        foreach (var disclosure in _counted.Skip(page * RowsOfAPage).Take(RowsOfAPage))
        {
            // Long titles are cut, and the attribute says them whole.
            var shown = disclosure.Id % 3 == 0 ? disclosure.Title[..8] + "…" : disclosure.Title;
            rows.Append(CultureInfo.InvariantCulture, $"<li><span>{disclosure.Published:yyyy-MM-dd}</span><a href='.{disclosure.Path["/zwgk/yjs".Length..]}' title='{disclosure.Title}'>{shown}</a></li>");
        }

        var total = LastOf(_counted) + 1;
        var second = Offset == 1 && page == 0 && total > 1 ? "<a href='index_2.html'>2</a>" : "";
        return rows.Append("</ul><p><a href='/list.do?id=7'>更多部门预算公开</a></p>").Append(second)
            .Append(CultureInfo.InvariantCulture, $"<script>createPageHTML({total}, {page}, \"index\", \"html\");</script>").ToString();
    }

    // The last page links a next one all the same, and shows itself again under that address.
    private string LinkedList(int page)
    {
        var rows = new StringBuilder("<table>");
        foreach (var disclosure in _linked.Skip((page - 1) * RowsOfAPage).Take(RowsOfAPage))
        {
            rows.Append(CultureInfo.InvariantCulture, $"<tr><td>{disclosure.Published:yyyy-MM-dd}<td>{disclosure.Title}<td><a href='{disclosure.Path};jsessionid={model.Seed:X4}{page:X4}'>查看</a></tr>");
        }

        return rows.Append(CultureInfo.InvariantCulture, $"</table><a href='/list.do?id=7&amp;page=1'>首页</a> <a href='/list.do?id=7&amp;page={page + 1}'>下一页</a>").ToString();
    }

    private string Detail(SiteDisclosure disclosure)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<p>发布时间：{disclosure.Published:yyyy-MM-dd} 来源：{disclosure.Department}</p><div class='content'><p>现将{disclosure.Title}如下。</p>");
        foreach (var document in disclosure.Documents)
        {
            text.Append(Pointer(document, disclosure));
        }

        return text.Append("</div><a href='javascript:window.print()'>打印</a><a href='#top'>返回顶部</a>").ToString();
    }

    private string Pointer(SiteDocument document, SiteDisclosure disclosure)
    {
        var absolute = new Uri(model.Root, document.Path);
        var relative = new Uri(model.Root, disclosure.Path).MakeRelativeUri(absolute).OriginalString;
        var html = absolute.PathAndQuery.Replace("&", "&amp;", StringComparison.Ordinal);
        var isFile = !document.Path.Contains('?', StringComparison.Ordinal);
        return document.Form switch
        {
            0 => $"<p><a href='{html}'>{document.Name}</a></p>",
            1 => $"<p><a href='{relative.Replace("&", "&amp;", StringComparison.Ordinal)}'><img src='/images/doc.png'></a><a href='{html}'>{document.Name}</a></p>",
            2 => $"<p><a href='//{absolute.Authority}{html}' title='{document.Name}'>附件</a></p>",
            3 => $"<p><a href='javascript:void(0)' onclick=\"window.open('{html}','_blank')\">{document.Name}</a></p>",
            4 => $"<script>var file_appendix='<a href=\"{html}\">{document.Name}</a>';</script>",
            5 when isFile => $"<iframe src='/pdfjs/web/viewer.html?file={Uri.EscapeDataString(absolute.PathAndQuery)}'></iframe>",
            6 when isFile => $"<embed src='{html}'>",
            7 => $"<a href='javascript:;' data-url='{html}'>{document.Name}</a>",
            8 when isFile => $"<a href='{html.Replace('/', '\\')};jsessionid=0A{disclosure.Id:X4}'>下载</a>",
            _ => $"<p><a href='{absolute.AbsoluteUri.Replace("&", "&amp;", StringComparison.Ordinal)}'>{document.Name}</a></p>",
        };
    }

    private SiteAnswer Html(string title, string body, int number)
    {
        var (encoding, declared, header) = ((model.Seed + number) % 7) switch
        {
            0 => (Gbk, "gb2312", ""),
            1 => (Gbk, "utf-8", ""),
            2 => (Encoding.UTF8, "gb2312", ""),
            3 => (Gbk, "", "; charset=GBK"),
            4 => (Gbk, "", ""),
            _ => (Encoding.UTF8, "utf-8", "; charset=utf-8"),
        };
        var meta = declared.Length > 0 ? $"<meta http-equiv='Content-Type' content='text/html; charset={declared}'>" : "";
        return Answer(200, "text/html" + header, encoding.GetBytes(
            $"""
            <!DOCTYPE html><html><head>{meta}<title>{title}_某市人民政府</title><link rel=stylesheet href='/css/site.css'><script src='/js/site.js'></script></head>
            <body><div id=top><ul class=nav><li><a href='/'>首页</a><li><a href='/zcfg/'>政策法规</a><li><a href='https://www.example.com/'>上级网站</a></ul></div>
            {body}
            <div class=footer><a href='/images/code.png'><img src='/images/code.png'></a><a href='mailto:a@example.com'>联系我们</a>
            <a href='https://www.example.com/2023年预算.html'>省级预算</a></div></body></html>
            """));
    }

    private static SiteAnswer Answer(int status, string contentType, byte[] body) => new(
        status,
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = contentType,
            ["ETag"] = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}\"",
        },
        body);

    // The first bytes of the format, then what makes each document different.
    private byte[] Document(SiteDocument document)
    {
        var start = Path.GetExtension(document.Name) switch
        {
            ".pdf" => "%PDF-1.4\n%"u8.ToArray(),
            ".doc" or ".xls" or ".wps" or ".et" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            _ => "PK\u0003\u0004"u8.ToArray(),
        };
        return [.. start, .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{model.Seed} {document.Path}\n{document.Name}\n"))];
    }
}
