using Gouji.Ingest.Discovery;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Tests.Discovery;

public sealed class AttachmentTests
{
    private const string Detail = "https://czj.city.gov.cn/zwgk/202402/t20240205_123.html";
    private const string Title = "<title>某局2024年部门预算</title>";

    /// <summary>Each piece of a page gives exactly one attachment.</summary>
    [Theory]
    [InlineData("<a href='./P020240205123.pdf'>附件</a>", "/zwgk/202402/P020240205123.pdf", FoundBy.Anchor)]
    [InlineData("<a href='../P020240205123.DOC'>2024年部门预算</a>", "/zwgk/P020240205123.DOC", FoundBy.Anchor)]
    [InlineData("<a href='/u/a.docx?v=3'>x</a>", "/u/a.docx?v=3", FoundBy.Anchor)]
    [InlineData("<a href='\\u\\2024\\a.xls'>x</a>", "/u/2024/a.xls", FoundBy.Anchor)]
    [InlineData("<a href='//czj.city.gov.cn/u/a.wps'>x</a>", "/u/a.wps", FoundBy.Anchor)]
    [InlineData("<a href=' /u/预算 公开.ofd '>x</a>", "/u/%E9%A2%84%E7%AE%97%20%E5%85%AC%E5%BC%80.ofd", FoundBy.Anchor)]
    [InlineData("<a href='/u/%D4%A4%CB%E3.rar'>x</a>", "/u/%D4%A4%CB%E3.rar", FoundBy.Anchor)]
    [InlineData("<a href='/u/a.zip#page=2'>x</a>", "/u/a.zip", FoundBy.Anchor)]
    [InlineData("<a href='/u/a.et;jsessionid=0A'>x</a>", "/u/a.et", FoundBy.Anchor)]
    [InlineData("<map><area href='/u/a.7z' alt=x></map>", "/u/a.7z", FoundBy.Anchor)]
    [InlineData("<a href='download.jsp?fileid=77'>x</a>", "/zwgk/202402/download.jsp?fileid=77", FoundBy.Anchor)]
    [InlineData("<a href='/module/download/downfile.jsp?classid=0&amp;filename=2402051.pdf'>x</a>", "/module/download/downfile.jsp?classid=0&filename=2402051.pdf", FoundBy.Anchor)]
    [InlineData("<a href='/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=2'>预算表.xls</a>", "/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=2", FoundBy.Anchor)]
    [InlineData("<a href='/open.do?id=9'>附件1：预算公开表</a>", "/open.do?id=9", FoundBy.Anchor)]
    [InlineData("<a href='/open.do?id=9'>2024年部门预算公开表.xlsx</a>", "/open.do?id=9", FoundBy.Anchor)]
    [InlineData("<a href='/attachment/0a1b2c'>x</a>", "/attachment/0a1b2c", FoundBy.Anchor)]
    [InlineData("<a href='./W020240205.html'>附件1：部门收支总表</a>", "/zwgk/202402/W020240205.html", FoundBy.Anchor)]
    [InlineData("<iframe src='/u/a.pdf'></iframe>", "/u/a.pdf", FoundBy.Frame)]
    [InlineData("<embed src='/u/a.pdf' type='application/pdf'>", "/u/a.pdf", FoundBy.Embed)]
    [InlineData("<object data='/u/a.pdf'></object>", "/u/a.pdf", FoundBy.Object)]
    [InlineData("<object><param name=src value='/u/a.pdf'></object>", "/u/a.pdf", FoundBy.Object)]
    [InlineData("<iframe src='/pdfjs/web/viewer.html?file=%2Fu%2F2024%2Fa.pdf'></iframe>", "/u/2024/a.pdf", FoundBy.Viewer)]
    [InlineData("<iframe src='/pdfjs/web/viewer.html?file=../../u/a.pdf'></iframe>", "/u/a.pdf", FoundBy.Viewer)]
    [InlineData("<iframe src='/pdfjs/web/viewer.html?file=%2Fu%2F%E9%A2%84.pdf#page=1'></iframe>", "/u/%E9%A2%84.pdf", FoundBy.Viewer)]
    [InlineData("<iframe src='/pdfjs/web/viewer.html?file=%2Fu%2F%D4%A4.pdf'></iframe>", "/u/%D4%A4.pdf", FoundBy.Viewer)]
    [InlineData("<iframe src='https://view.officeapps.live.com/op/view.aspx?src=https%3A%2F%2Fczj.city.gov.cn%2Fu%2Fa.docx'></iframe>", "/u/a.docx", FoundBy.Viewer)]
    [InlineData("<a href='/onlinePreview?url=https://czj.city.gov.cn/u/a.xls'>预览</a>", "/u/a.xls", FoundBy.Viewer)]
    [InlineData("<a href='javascript:;' onclick=\"window.open('/u/a.doc')\">附件</a>", "/u/a.doc", FoundBy.OnClick)]
    [InlineData("<a href=\"javascript:downloadFile('./a.doc','x')\">附件</a>", "/zwgk/202402/a.doc", FoundBy.OnClick)]
    [InlineData("<a href='#' onclick='window.open(&quot;../a.doc&quot;,&quot;_blank&quot;);return false'>附件</a>", "/zwgk/a.doc", FoundBy.OnClick)]
    [InlineData("<span onclick=\"location.href='/u/a.doc'\">下载</span>", "/u/a.doc", FoundBy.OnClick)]
    [InlineData("<input type=button value='下载' onclick=\"window.open('/u/a.doc')\">", "/u/a.doc", FoundBy.OnClick)]
    [InlineData("<a data-href='/u/a.doc'>下载</a>", "/u/a.doc", FoundBy.DataAttribute)]
    [InlineData("<div data-url='/u/a.doc'>下载</div>", "/u/a.doc", FoundBy.DataAttribute)]
    [InlineData("<select><option>请选择<option value='/u/a.doc'>甲</select>", "/u/a.doc", FoundBy.Option)]
    [InlineData("<script>var file_appendix='<a href=\"./P020240205.doc\">预算表</a>';</script>", "/zwgk/202402/P020240205.doc", FoundBy.Script)]
    [InlineData("<script>var s=\"<a href=\\\"/u/a.doc\\\">\\u9884\\u7b97<\\/a>\";</script>", "/u/a.doc", FoundBy.Script)]
    [InlineData("<script>showPdf({\"name\":\"预算.pdf\",\"url\":\"\\/u\\/a.pdf\"});</script>", "/u/a.pdf", FoundBy.Script)]
    [InlineData("<base href='/files/'><a href='a.doc'>x</a>", "/files/a.doc", FoundBy.Anchor)]
    public void Find_formOfAttachment_isFound(string html, string path, FoundBy by)
    {
        var links = Pages.Find(Title + html, Detail);
        var link = Assert.Single(links.Attachments);
        Assert.Equal((path, by), (link.Address.PathAndQuery, link.FoundBy));
        Assert.Equal("czj.city.gov.cn", link.Address.Host);
        Assert.Empty(links.Details);
        Assert.Empty(links.NextPages);
    }

    [Theory]
    [InlineData("<a href='mailto:a@b.cn'>附件</a>", IgnoredReason.NotWeb)]
    [InlineData("<a href='file:///C:/预算.doc'>附件</a>", IgnoredReason.NotWeb)]
    [InlineData("<a href='D:\\预算\\a.doc'>附件</a>", IgnoredReason.NotWeb)]
    [InlineData("<a href='javascript:void(0)'>附件</a>", IgnoredReason.NoAddress)]
    [InlineData("<a href='#附件'>附件</a>", IgnoredReason.NoAddress)]
    [InlineData("<a name=top></a>", IgnoredReason.NoAddress)]
    [InlineData("<a href='http:///a.doc'>附件</a>", IgnoredReason.Malformed)]
    [InlineData("<a href='http://a b.cn/a.doc'>附件</a>", IgnoredReason.Malformed)]
    [InlineData("<a href='t20240205_123.html#x'>附件</a>", IgnoredReason.Itself)]
    [InlineData("<a href='/images/预算.jpg'>预算</a>", IgnoredReason.Asset)]
    [InlineData("<a href='https://www.beian.example.com/预算'>预算</a>", IgnoredReason.OtherSite)]
    [InlineData("<a href='/about.html'>关于我们</a>", IgnoredReason.NoWord)]
    public void Find_whatIsNoAttachment_isIgnoredForItsReason(string html, IgnoredReason reason)
    {
        var links = Pages.Find(Title + html, Detail);
        Assert.Equal([reason], links.Ignored.Keys);
        Assert.Equal(1, links.Seen);
    }

    [Fact]
    public void Find_scriptInAComment_isNotRead() =>
        Assert.Equal(0, Pages.Find(Title + "<!-- <a href='/u/a.doc'>附件</a> --><style>a{b:'/u/a.doc'}</style><textarea><a href='/u/b.doc'>x</a></textarea>", Detail).Seen);

    [Fact]
    public void Find_sameAttachmentTwice_isOneWithTheBetterTitle()
    {
        var links = Pages.Find(Title + "<a href='a.doc'><img src=word.png></a><a href='./a.doc#1'>某局2024年部门预算公开表</a>", Detail);
        Assert.Equal("某局2024年部门预算公开表", Assert.Single(links.Attachments).Title);
        Assert.Equal(1, links.Ignored[IgnoredReason.Duplicate]);
    }

    [Fact]
    public void Find_attachmentOfAnUnwantedPage_isTakenForItsOwnTitleOnly()
    {
        var links = Pages.Find("<title>信息公开</title><a href=a.doc>2024年部门预算</a><a href=b.doc>操作手册</a>");
        Assert.Equal(["/zwgk/a.doc"], Pages.Paths(links.Attachments));
        Assert.Equal(1, links.Ignored[IgnoredReason.NoWord]);
        Assert.Equal(2, Pages.Find("<title>信息公开</title><a href=a.doc>表一</a><a href=b.doc>表二</a>", reachedBy: "某局2024年部门预算").Attachments.Count);
    }

    [Theory]
    [InlineData("<a href=a.doc>附件</a>", "2024", 1)]
    [InlineData("<a href=a.doc>附件</a>", "2022", 0)]
    [InlineData("<a href=a.doc>2024年部门预算</a>", "2022", 1)]
    [InlineData("<a href=a.doc>2022年公开表</a>", "2024", 0)]
    [InlineData("<a href=a.doc>2022年部门决算</a>", "2024", 0)]
    [InlineData("<a href=a.doc>2024年公开表</a>", "2022", 1)]
    public void Find_year_isThatOfTheAttachmentBeforeThatOfThePage(string html, string pageYear, int found)
    {
        var settings = new SourceSettings { Titles = new TitleFilter { Years = [2024] } };
        var links = Pages.Find($"<title>{pageYear}年部门预算公开</title>{html}", Detail, settings);
        Assert.Equal(found, links.Attachments.Count);
        Assert.Equal(1 - found, links.Ignored.GetValueOrDefault(IgnoredReason.OtherYear));
    }

    [Fact]
    public void Find_patternsAndExtensions_areThoseOfTheSource()
    {
        var settings = new SourceSettings { Attachments = [new AddressPattern("*/show/*")], Extensions = ["csv"] };
        var links = Pages.Find(Title + "<a href='/show/1'>x</a><a href='/a.csv'>x</a><a href='/a.pdf'>x</a>", Detail, settings);
        Assert.Equal(["/show/1", "/a.csv"], Pages.Paths(links.Attachments));
    }

    [Fact]
    public void Find_queryOnAPageInGbk_isSentInGbk()
    {
        const string Html = "<meta charset=gb2312>" + Title + "<a href='/down/x.jsp?filename=预算.doc'>x</a>";
        var link = Assert.Single(Pages.Find(Html, Detail, encoding: Pages.Gb18030).Attachments);
        Assert.Equal("/down/x.jsp?filename=%D4%A4%CB%E3.doc", link.Address.PathAndQuery);
    }

    [Fact]
    public void Find_attachmentOnAnotherHost_isTakenFromAWantedPageOnly()
    {
        const string Html = "<a href='https://oss.example.com/a.pdf'>2024年部门预算</a>";
        Assert.Single(Pages.Find(Title + Html, Detail).Attachments);
        Assert.Equal([IgnoredReason.OtherSite], Pages.Find("<title>友情链接</title>" + Html).Ignored.Keys);
    }
}
