using System.Net;
using System.Text;
using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>Which kind of published page a document becomes.</summary>
internal enum HtmlFlavour
{
    /// <summary>A page of a content management system in UTF-8: plain cells, navigation around the article.</summary>
    Portal,

    /// <summary>An article pasted from a word processor: classes and spans in every cell.</summary>
    Pasted,

    /// <summary>As <see cref="Portal"/>, but in GBK and declared as gb2312, as older sites are.</summary>
    PortalGbk,
}

/// <summary>Web pages with column and row spans.</summary>
internal static class HtmlWriter
{
    public static byte[] Write(Document document, HtmlFlavour flavour)
    {
        var charset = flavour == HtmlFlavour.PortalGbk ? "gb2312" : "utf-8";
        var html = new StringBuilder();
        var title = Escape(document.Title);
        html.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n");
        html.Append($"<meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\">\n<title>{title}</title>\n");
        html.Append("<meta name=\"ColumnName\" content=\"预决算公开\">\n");
        html.Append("<style>table{border-collapse:collapse;margin:0 auto}td{border:1px solid #333;padding:2px 6px}.tc{text-align:center}</style>\n");
        html.Append("<script>var hits = '<table><tr><td>0</td></tr></table>';</script>\n</head>\n<body>\n");
        html.Append("<div class=\"nav\"><ul><li><a href=\"/\">首页</a></li><li><a href=\"/zwgk/\">政务公开</a></li><li><a href=\"/zwgk/yjs/\">财政预决算</a></li></ul></div>\n");
        html.Append($"<div class=\"article\">\n<h1 class=\"tc\">{title}</h1>\n<div class=\"info\">来源：本站　字体：【大 中 小】　<a href=\"javascript:print()\">打印</a></div>\n<div class=\"content\">\n");
        foreach (var block in document.Blocks)
        {
            // The page has its title in the heading of the article.
            if (block is Paragraph { Style: not ParagraphStyle.Title } paragraph)
            {
                Append(html, paragraph, flavour);
            }
            else if (block is Table table)
            {
                Append(html, table, flavour);
            }
        }

        html.Append("</div>\n</div>\n<div class=\"footer\"><p>网站标识码：0000000000　扫一扫在手机打开当前页</p></div>\n</body>\n</html>\n");
        if (flavour != HtmlFlavour.PortalGbk)
        {
            return Encoding.UTF8.GetBytes(html.ToString());
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetBytes(html.ToString());
    }

    private static void Append(StringBuilder html, Paragraph paragraph, HtmlFlavour flavour)
    {
        var centred = paragraph.Style == ParagraphStyle.TableTitle ? " class=\"tc\"" : "";
        var text = Text(paragraph.Text);
        html.Append(flavour == HtmlFlavour.Pasted
            ? $"<p class=\"MsoNormal\"><span style=\"font-family:宋体\">{text}</span></p>\n"
            : paragraph.Style == ParagraphStyle.Heading ? $"<p><strong>{text}</strong></p>\n" : $"<p{centred}>{text}</p>\n");
    }

    private static void Append(StringBuilder html, Table table, HtmlFlavour flavour)
    {
        html.Append(flavour == HtmlFlavour.Pasted
            ? "<table class=\"MsoNormalTable\" border=\"0\" cellspacing=\"0\" cellpadding=\"0\">\n<tbody>\n"
            : "<table border=\"1\">\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row.Cells)
            {
                html.Append("<td");
                if (cell.ColumnSpan > 1)
                {
                    html.Append($" colspan=\"{cell.ColumnSpan}\"");
                }

                if (cell.RowSpan > 1)
                {
                    html.Append($" rowspan=\"{cell.RowSpan}\"");
                }

                html.Append('>').Append(flavour == HtmlFlavour.Pasted ? $"<p>{Text(cell.Text)}</p>" : Text(cell.Text)).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append(flavour == HtmlFlavour.Pasted ? "</tbody>\n</table>\n" : "</table>\n");
    }

    /// <summary>White space that a browser would fold stands as non-breaking spaces, as editors of web pages write it.</summary>
    private static string Text(string text) => text.Length == 0
        ? "&nbsp;"
        : Escape(text).Replace("  ", "&nbsp;&nbsp;", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Escape(string text) => WebUtility.HtmlEncode(text).Replace("&#12288;", "　", StringComparison.Ordinal);
}
