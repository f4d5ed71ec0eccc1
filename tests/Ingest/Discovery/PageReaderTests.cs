using System.Diagnostics;
using System.Text;
using CsCheck;
using Gouji.Ingest.Discovery;
using Gouji.Model;

namespace Gouji.Ingest.Tests.Discovery;

public sealed class PageReaderTests
{
    private const string Words = "某局2024年部门预算公开";

    [Theory]
    [InlineData("<meta charset=utf-8>", null, "utf-8", "utf-8")]
    [InlineData("<meta charset=gb2312>", null, "gb18030", "gb18030")]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=GBK'>", null, "gb18030", "gb18030")]
    [InlineData("<?xml version='1.0' encoding='gb2312'?>", null, "gb18030", "gb18030")]
    [InlineData("", "text/html; charset=gbk", "gb18030", "gb18030")]
    [InlineData("", "text/html;charset=\"UTF-8\"", "utf-8", "utf-8")]
    [InlineData("", null, "utf-8", "utf-8")]
    [InlineData("", null, "gb18030", "gb18030")]
    [InlineData("<meta charset=gbk>", "text/html; charset=utf-8", "utf-8", "utf-8")]
    [InlineData("<meta charset=utf-8>", null, "gb18030", "gb18030")]
    [InlineData("<meta charset=gb2312>", null, "utf-8", "utf-8")]
    [InlineData("", "text/html; charset=ISO-8859-1", "gb18030", "gb18030")]
    [InlineData("", "text/html; charset=ISO-8859-1", "utf-8", "utf-8")]
    [InlineData("<meta charset=nonsense>", null, "gb18030", "gb18030")]
    [InlineData("<meta charset=utf-16>", null, "utf-8", "utf-8")]
    [InlineData("<meta charset=big5>", null, "utf-8", "utf-8")]
    public void Read_charset_isThatOfTheBytes(string head, string? header, string actual, string charset)
    {
        var encoding = actual == "utf-8" ? Encoding.UTF8 : Pages.Gb18030;
        var page = Pages.Read($"{head}<title>{Words}</title>", encoding: encoding, header: header);
        Assert.Equal((Words, charset), (page.Title, page.Charset));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Read_byteOrderMark_prevails(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<meta charset=gbk><title>{Words}</title>")];
        Assert.Equal(Words, PageReader.Read(bytes, "text/html; charset=gbk", new Uri("https://a.cn/")).Title);
    }

    [Fact]
    public void Read_mislabelledPage_saysWhatItDeclares()
    {
        var page = Pages.Read($"<meta charset=gb2312><title>{Words}</title>");
        Assert.Equal(("gb2312", "utf-8"), (page.DeclaredCharset, page.Charset));
    }

    [Fact]
    public void Read_utf8WithADamagedByte_staysUtf8()
    {
        var bytes = Encoding.UTF8.GetBytes($"<meta charset=utf-8><title>{Words}</title><p>{new string('预', 50)}");
        bytes[^1] = 0x20;
        Assert.Equal(Words, PageReader.Read(bytes, null, new Uri("https://a.cn/")).Title);
    }

    [Fact]
    public void Read_shortGbkThatIsValidUtf8_isGbk() => Assert.Equal("联通", Pages.Read("<title>联通</title>", encoding: Pages.Gb18030).Title);

    [Theory]
    [InlineData("<meta name='ArticleTitle' content='甲局2024年部门预算'><title>某市人民政府</title><h1>某市</h1>", "甲局2024年部门预算")]
    [InlineData("<title>甲局2024年部门预算_通知公告_某市人民政府</title>", "甲局2024年部门预算")]
    [InlineData("<title>某市财政局门户网站 - 甲局2024年部门预算</title>", "甲局2024年部门预算")]
    [InlineData("<title>甲局2024年部门预算 | 某市人民政府门户网站</title>", "甲局2024年部门预算")]
    [InlineData("<title>甲局2024年部门预算-某市财政局</title>", "甲局2024年部门预算")]
    [InlineData("<title>2023-2024年部门预算</title>", "2023-2024年部门预算")]
    [InlineData("<title>某市人民政府</title><h1> 甲局<br>2024年\n部门预算 </h1>", "甲局 2024年 部门预算")]
    [InlineData("<title>甲局2024年部门预算</title><h1>某市人民政府</h1>", "甲局2024年部门预算")]
    [InlineData("<title>甲局2024年部门预算</title><h1><img src=logo.png></h1>", "甲局2024年部门预算")]
    [InlineData("<meta name=SiteName content='财政之窗'><title>财政之窗_甲局部门预算</title>", "甲局部门预算")]
    [InlineData("<title>某市人民政府</title>", "某市人民政府")]
    [InlineData("<TITLE>甲局&nbsp;&lt;预算&gt;</TITLE>", "甲局 <预算>")]
    [InlineData("<svg><title>图标</title></svg>", "图标")]
    [InlineData("", "")]
    public void Read_title_isWithoutTheSite(string html, string expected) => Assert.Equal(expected, Pages.Read(html).Title);

    [Theory]
    [InlineData("<meta name=PubDate content='2024-02-05 10:30'>发布时间：2023-01-01", "2024-02-05")]
    [InlineData("<meta property='article:published_time' content='2024-02-05T10:30:00+08:00'>", "2024-02-05")]
    [InlineData("<span>发布时间：2024-02-05 10:00</span>", "2024-02-05")]
    [InlineData("<li>发布日期</li><li>2024年2月5日</li>", "2024-02-05")]
    [InlineData("【时间：2024/2/5】", "2024-02-05")]
    [InlineData("时 间：2024.02.05", "2024-02-05")]
    [InlineData("日期: 2024-13-45 成文日期：2024-02-05", "2024-02-05")]
    [InlineData("2023年1月1日通过", null)]
    public void Read_date_isThatOfPublication(string html, string? expected) =>
        Assert.Equal(expected, Pages.Read(html).Published?.ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData("/zwgk/202402/t20240205_123.html", "2024-02-05")]
    [InlineData("/art/2024/2/5/art_12_345.html", "2024-02-05")]
    [InlineData("/2024-02/05/content_123.htm", "2024-02-05")]
    [InlineData("/202402/05/c123.html", "2024-02-05")]
    [InlineData("/20240205/123.html", "2024-02-05")]
    [InlineData("/info/1023/20241.htm", null)]
    [InlineData("/a/t20241399_1.html", null)]
    public void Read_dateOfTheAddress_isReadWhereThePageSaysNone(string path, string? expected) =>
        Assert.Equal(expected, Pages.Read("<p>x", "https://a.cn" + path).Published?.ToString("yyyy-MM-dd"));

    [Fact]
    public void Read_text_isALineABlock() =>
        Assert.Equal("甲乙 丙\n丁\n戊\n", Pages.Read("<div>甲<b>乙</b> 丙</div><script>x='己'</script><p>丁<br>戊</p>").Text);

    [Fact]
    public void Read_pageOverTheLimit_isRefusedByName()
    {
        var failure = Assert.Throws<UnreadableDocumentException>(() => PageReader.Read(new byte[PageReader.MaximumBytes + 1], null, new Uri("https://a.cn/")));
        Assert.Equal(UnreadableReason.TooLarge, failure.Reason);
        failure = Assert.Throws<UnreadableDocumentException>(() => Pages.Read(string.Concat(Enumerable.Repeat("<a href=x>", PageReader.MaximumLinks + 1))));
        Assert.Equal(UnreadableReason.TooLarge, failure.Reason);
    }

    /// <summary>Pages that overflow stacks or cost the square of their size elsewhere.</summary>
    [Theory]
    [InlineData("<div>", 500_000)]
    [InlineData("<span onclick=\"f('/a.doc')\">", 30_000)]
    [InlineData("<table><tr><td>", 100_000)]
    [InlineData("<a href='/x.doc'><b><i>", 30_000)]
    [InlineData("<font x=1>", 300_000)]
    [InlineData("<svg><title>", 100_000)]
    [InlineData("<script>'", 100_000)]
    [InlineData("\"'\\", 500_000)]
    [InlineData("<![CDATA[<record>", 100_000)]
    [InlineData("发布日期", 500_000)]
    [InlineData("2024", 500_000)]
    public void Read_hostilePage_isReadInLittleTime(string piece, int times)
    {
        var html = string.Concat(Enumerable.Repeat(piece, times));
        var watch = Stopwatch.StartNew();
        Pages.Find("<title>预算</title>" + html + "<a href='/last.doc'>x");
        Pages.Find($"<title>预算</title><script>{html}</script>");
        Pages.Find($"<title>预算</title><a {html.Replace('<', ' ').Replace('>', ' ')} href=x>");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    [Fact]
    public void Read_deepNesting_losesNoLink() =>
        Assert.Single(Pages.Find("<title>预算</title>" + string.Concat(Enumerable.Repeat("<div><ul><li>", 100_000)) + "<a href=/a.doc>附件</a>").Attachments);

    [Fact]
    public void Read_anyBytes_giveAPage() =>
        Gen.Byte.Array[0, 400].Sample(bytes => Pages.Counted(LinkFinder.Find(PageReader.Read(bytes, null, new Uri("https://a.cn/")), Pages.Source())).Seen >= 0);
}
