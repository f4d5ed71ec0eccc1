using System.Text;
using CsCheck;
using Gouji.Extract.Readers;
using Gouji.Extract.Tests.Html;
using Gouji.Model;

namespace Gouji.Extract.Tests.Readers;

public sealed class HtmlReaderTests
{
    [Theory]
    [InlineData("<p>甲</p><div>乙</div>丙<h2>丁</h2>戊", "甲,乙,丙,丁,戊")]
    [InlineData("<dl><dt>甲<dd>乙</dl><blockquote>丙</blockquote><pre>丁</pre>", "甲,乙,丙,丁")]
    [InlineData("甲<b>乙</b><font color=red>丙</font>丁", "甲乙丙丁")]
    [InlineData("甲<div>乙<div>丙</div>丁</div>戊", "甲,乙,丙,丁,戊")]
    [InlineData("<p>甲<p>乙<p><font>丙<p><font>丁", "甲,乙,丙,丁")]
    [InlineData("<div>甲<hr>乙</div>", "甲,乙")]
    [InlineData("<p>&nbsp;</p><p>　</p><p></p>甲", "甲")]
    [InlineData("<unknown-tag>甲<p>乙</p></unknown-tag>", "甲,乙")]
    [InlineData("<form><p>甲</p><button>乙</button></form>", "甲,乙")]
    public void Read_blocksAndLooseText_givesParagraphsInOrder(string body, string expected) =>
        Assert.Equal(expected.Split(','), HtmlPage.Blocks(body));

    [Theory]
    [InlineData("<p>  one \t\n two  </p>", "one two")]
    [InlineData("<p>one<span> </span>two</p>", "one two")]
    [InlineData("<p>one <span> two</span></p>", "one two")]
    [InlineData("<p>&nbsp;　甲　乙&nbsp;丙 　&nbsp;</p>", "甲　乙\u00A0丙")]
    [InlineData("<p>甲<br>  乙  <br/>丙</p>", "甲\n乙\n丙")]
    [InlineData("<p><br>甲<br></p>", "甲")]
    [InlineData("<p>财政\n  拨款</p>", "财政拨款")]
    [InlineData("<p>财政 拨款</p>", "财政 拨款")]
    [InlineData("<p>100\n万元</p>", "100 万元")]
    [InlineData("<pre>\n a\n  b </pre>", "a\n  b")]
    [InlineData("<p>a&lt;b&amp;c&#x4E00;&#20108;&hellip;&copy</p>", "a<b&c一二…©")]
    [InlineData("<p>甲\u200B</p>", "甲")]
    public void Read_whiteSpace_isThatOfABrowser(string body, string expected) =>
        Assert.Equal(expected, Assert.Single(HtmlPage.Blocks(body)));

    [Fact]
    public void Read_headings_haveTheirLevel()
    {
        var paragraphs = HtmlPage.Paragraphs("<h1>甲</h1><h3><font>乙</font></h3><p>丙</p>");
        Assert.Equal([(ParagraphKind.Heading, 1), (ParagraphKind.Heading, 3), (ParagraphKind.Body, 0)], paragraphs.Select(p => (p.Kind, p.Level)));
    }

    [Fact]
    public void Read_lists_giveItemsWithLabelAndLevel()
    {
        var paragraphs = HtmlPage.Paragraphs(
            "<ol start=3><li>甲<ul><li>乙</ul>尾<li value=9><p>丙</p><p>丁</p><li></ol><ul><li>戊</ul><ol reversed><li>己<li>庚</ol>");
        Assert.Equal(
            [
                ("3. 甲", ParagraphKind.ListItem, 1), ("乙", ParagraphKind.ListItem, 2), ("尾", ParagraphKind.Body, 0),
                ("9. 丙", ParagraphKind.ListItem, 1), ("丁", ParagraphKind.Body, 0), ("戊", ParagraphKind.ListItem, 1),
                ("2. 己", ParagraphKind.ListItem, 1), ("1. 庚", ParagraphKind.ListItem, 1),
            ],
            paragraphs.Select(p => (p.Text, p.Kind, p.Level)));
    }

    [Theory]
    [InlineData("<script>甲</script>")]
    [InlineData("<style>甲</style>")]
    [InlineData("<noscript><p>甲</p></noscript>")]
    [InlineData("<template><p>甲</p></template>")]
    [InlineData("<!-- 甲 -->")]
    [InlineData("<div hidden>甲</div>")]
    [InlineData("<p style='color:red; DISPLAY : none !important'>甲</p>")]
    [InlineData("<p style='visibility:hidden'>甲</p>")]
    [InlineData("<span style='mso-hide:all'>甲</span>")]
    [InlineData("<font style='display:none'>甲<font>甲</font>甲</font>")]
    [InlineData("<a hidden><b>甲</b></a>")]
    [InlineData("<input type=hidden value=甲>")]
    [InlineData("<select><option>甲<option>甲</select>")]
    [InlineData("<iframe>甲</iframe>")]
    [InlineData("<!--[if gte mso 9]><xml>甲</xml><![endif]-->")]
    [InlineData("<svg><title>甲</title><style>甲</style><path d='M0'/></svg>")]
    public void Read_whatIsNotShown_isLeftOut(string hidden) =>
        Assert.Equal(["前", "后"], HtmlPage.Blocks($"<p>前</p>{hidden}<p>后</p>"));

    [Theory]
    [InlineData("<td><span style='display:none'>x<td>乙<span>丙</span><td><span style='display:none'>x</span>丁", "|乙丙|丁")]
    [InlineData("<td>甲<td style='display:none'>x<td>乙", "甲|乙")]
    [InlineData("<td>甲<td style='visibility:hidden'>x<td>乙", "甲||乙")]
    [InlineData("<td>甲<td>乙<tr style='display:none'><td>x<td>x<tr><td>丙<td>丁", "甲|乙 / 丙|丁")]
    public void Read_hiddenPartsOfATable_leaveItsGridAsShown(string rows, string expected) =>
        Assert.Equal(expected, HtmlPage.Draw(HtmlPage.Table($"<table><tr>{rows}</table>")));

    [Fact]
    public void Read_hiddenBody_isReadAllTheSame() =>
        Assert.Equal(["甲"], HtmlPage.Blocks("<body style='display:none'><p>甲"));

    [Fact]
    public void Read_wordMarkup_givesWhatWordShows()
    {
        const string Html = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40"><head>
            <!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>x</o:Author></o:DocumentProperties></xml><![endif]-->
            <style><!-- p.MsoNormal {margin:0} --></style></head><body lang=ZH-CN><div class=Section1>
            <p class=MsoNormal style='text-indent:-21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US>1.<span
            style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>收入<span lang=EN-US><o:p></o:p></span></p>
            <p class=MsoNormal><span style='mso-hide:all;display:none'>x</span><st1:chsdate w:st="on">2024年</st1:chsdate><o:p>&nbsp;</o:p></p>
            <table class=MsoNormalTable border=1><tr style='mso-yfti-irow:0'><td><p class=MsoNormal>项目<o:p></o:p></p></td>
            <td><p class=MsoNormal>金额<o:p></o:p></p></td></tr></table></div></body></html>
            """;
        Assert.Equal(["1.\u00A0\u00A0 收入", "2024年", "项目|金额"], HtmlPage.Blocks(Html));
    }

    [Theory]
    [InlineData("<title> 部门\n预算 </title><p>甲", "部门预算,甲")]
    [InlineData("<title>部门预算</title><p>某局部门　预 算公开", "某局部门　预 算公开")]
    [InlineData("<title>部门预算</title><table><caption>部门预算</caption><tr><td>1<td>2</table>", "1|2")]
    [InlineData("<title>部门预算</title><table><tr><td>部门预算<td>2</table>", "部门预算|2")]
    [InlineData("<title></title><p>甲", "甲")]
    public void Read_title_comesFirstUnlessTheBodyHasIt(string html, string expected) =>
        Assert.Equal(expected.Split(','), HtmlPage.Blocks(html));

    [Fact]
    public void Read_frameOfThePage_isLeftOutAndNoted()
    {
        var content = HtmlPage.Read("<header>站名</header><nav>首页</nav><main><header><h1>标题</h1></header><p>甲</p></main><footer>版权</footer>");
        Assert.Equal(["标题", "甲"], HtmlPage.Texts(content));
        Assert.Contains("6 characters", Assert.Single(content.Notes, note => note.Code == "page-frame-left-out").Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<aside><table><tr><td>1<td>2</table></aside><p>甲", "1|2,甲")]
    [InlineData("<header>只有页眉</header>", "只有页眉")]
    [InlineData("<div class=nav><a>首页</a> | <a>公开</a></div><p>甲", "首页 | 公开,甲")]
    public void Read_frameThatMayBeContent_isKept(string html, string expected) =>
        Assert.Equal(expected.Split(','), HtmlPage.Blocks(html));

    [Fact]
    public void Read_drawingWithText_isNoted()
    {
        var content = HtmlPage.Read("<p>甲<svg><g><text>12</text></g></svg>乙</p><svg><g><p>丙</p>");
        Assert.Equal(["甲乙", "丙"], HtmlPage.Texts(content));
        Assert.Contains(content.Notes, note => note.Code == "drawing-left-out");
    }

    [Theory]
    [InlineData("<html><body><table><tr><td>合计<td>3.00<tr><td>甲<td>1.00")]
    [InlineData("<table><tr><td>甲</table><p>乙</p><table><tr><td>丙")]
    [InlineData("<table><tr><td><table><tr><td>甲</td></tr></table></td></tr></table><TABLE border=1>")]
    public void Read_pageThatEndsWithinATable_isDamaged(string html) =>
        Assert.Equal(UnreadableReason.Damaged, Assert.Throws<UnreadableDocumentException>(() => HtmlPage.Read(html)).Reason);

    [Theory]
    [InlineData("<html><body><table><tr><td>甲<td>1.00</body></html>")]
    [InlineData("<table><tr><td>甲<td>1.00</table><p>没有结束")]
    [InlineData("<table><tr><td>甲<td>1.00</table><script>var row = '<table><tr>';</script><!-- <table> -->")]
    public void Read_tableThatIsClosedOrEndsWithTheBody_isWhole(string html) => Assert.Contains("[甲|1.00]", HtmlPage.Blocks(html).Select(static block => "[" + block + "]"));

    [Theory]
    [InlineData("<h1>预算公开</h1><p><img src=1.jpg><p><span hidden><img src=2.jpg></span>")]
    [InlineData("<table><tr><td><img src=1.jpg><td>公开</table><img>")]
    public void Read_picturesWithoutTableWithFigures_areNoted(string html) =>
        Assert.Contains("2 pictures", Assert.Single(HtmlPage.Read(html).Notes, note => note.Code == "picture").Text.En, StringComparison.Ordinal);

    [Theory]
    [InlineData("<p>公开")]
    [InlineData("<img src=logo.png><table><tr><td>合计<td>12.00</table>")]
    public void Read_picturesBesideATableWithFigures_areDecoration(string html) =>
        Assert.DoesNotContain(HtmlPage.Read(html).Notes, note => note.Code == "picture");

    [Theory]
    [InlineData("")]
    [InlineData("<html><body><div id=app></div><script>render()</script>")]
    public void Read_pageWithoutText_isNoted(string html) =>
        Assert.Equal(["page-empty"], HtmlPage.Read(html).Notes.Select(note => note.Code));

    [Fact]
    public void Read_positions_leadToTheFirstCharacterOfTheText()
    {
        var content = HtmlPage.Read("<title>题</title>\r\n<p>\r\n  &nbsp;&#12288;<b><!-- x -->甲</b>乙</p>\r<table>\n<tr><td> <p>1</p>\n<td>\n&lt;5<td></table>");
        var paragraph = (Paragraph)content.Blocks[1];
        var table = (TableBlock)content.Blocks[2];
        Assert.Equal(new SourcePosition(null, 1, 8), content.Blocks[0].Source);
        Assert.Equal(new SourcePosition(null, 3, 30), paragraph.Source);
        Assert.Equal(new SourcePosition(null, 4, 1), table.Source);
        Assert.Equal(
            [new(null, 5, 13), new(null, 7, 1), new(null, 7, 6)],
            table.Grid.Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void Read_hiddenTextBefore_doesNotMoveThePosition() =>
        Assert.Equal(new SourcePosition(null, 1, 42), HtmlPage.Read("<p><span style=\"display:none\">x</span><b>甲").Blocks[0].Source);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<b><div>")]
    [InlineData("<pre><b>")]
    [InlineData("<template>")]
    [InlineData("<table><caption>")]
    [InlineData("<frameset>")]
    public void Read_blocksNestedTooDeep_areRefused(string tags)
    {
        var failure = Assert.Throws<UnreadableDocumentException>(() => HtmlPage.Read(Repeat(tags, 200_000)));
        Assert.Equal(UnreadableReason.TooLarge, failure.Reason);
    }

    [Theory]
    [InlineData("<b>")]
    [InlineData("<font size=1>")]
    [InlineData("<span>")]
    [InlineData("<p>")]
    [InlineData("<li>")]
    [InlineData("<p><font>")]
    [InlineData("<a href=x><i>")]
    [InlineData("<my-element>")]
    [InlineData("<span style='display:none'>x</span><select>")]
    [InlineData("<td>")]
    [InlineData("<svg><g>")]
    [InlineData("<math><mi>")]
    [InlineData("<button>")]
    [InlineData("<b><p>x</b>")]
    public void Read_unclosedTagsThatDoNotNest_areRead(string tags)
    {
        var content = HtmlPage.Read($"<p>甲</p>{Repeat(tags, 200_000)}");
        Assert.Equal("甲", HtmlPage.Texts(content).First());
    }

    [Fact]
    public void Read_depth_followsTheLimit()
    {
        var html = $"{Repeat("<div>", 20)}甲";
        Assert.Equal(["甲"], HtmlPage.Texts(HtmlPage.Read(html, new ReadingLimits { Depth = 22 })));
        Assert.Throws<UnreadableDocumentException>(() => HtmlPage.Read(html, new ReadingLimits { Depth = 21 }));
        Assert.Equal(
            UnreadableReason.TooLarge,
            Assert.Throws<UnreadableDocumentException>(() => HtmlPage.Read(Repeat("<div>", 200_000), new ReadingLimits { Depth = int.MaxValue })).Reason);
    }

    [Fact]
    public void Read_textOverTheLimit_isRefusedBeforeDecoding()
    {
        var failure = Assert.Throws<UnreadableDocumentException>(() => HtmlPage.Read("<p>0123456789", new ReadingLimits { TextBytes = 12 }));
        Assert.Equal(UnreadableReason.TooLarge, failure.Reason);
        Assert.Equal(["0123456789"], HtmlPage.Texts(HtmlPage.Read("<p>0123456789", new ReadingLimits { TextBytes = 13 })));
    }

    [Fact]
    public void Read_cancelled_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var document = new FetchedDocument("page.html", Encoding.UTF8.GetBytes(Repeat("<p>x", 5000)), "");
        Assert.Throws<OperationCanceledException>(() => new HtmlReader().Read(document, new ReadingLimits(), source.Token));
    }

    [Fact]
    public void Read_anyMixOfTags_losesNoTextAndDoublesNone()
    {
        string[] names =
        [
            "div", "p", "table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup", "ul", "ol", "li", "b", "font", "span", "a",
            "h1", "h2", "center", "blockquote", "dl", "dt", "dd", "pre", "form", "section", "button", "o:p", "nobr", "html", "body", "head", "i",
            "marquee", "object", "address", "math", "label",
        ];
        var tag = Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, 2], (name, close) => close == 0 ? $"</{names[name]}>" : $"<{names[name]}>");
        Gen.Select(tag, Gen.Bool).Array[0, 60].Sample(parts =>
        {
            var html = new StringBuilder("<body>");
            var words = new List<string>();
            foreach (var (markup, text) in parts)
            {
                html.Append(markup);
                if (text)
                {
                    words.Add($"w{words.Count}w");
                    html.Append(words[^1]);
                }
            }

            var all = string.Join('\n', HtmlPage.Texts(HtmlPage.Read(html.Append("</html>").ToString())));
            return words.All(word => all.Split(word).Length == 2);
        }, print: parts => string.Concat(parts.Select((part, i) => part.Item1 + (part.Item2 ? "W" : ""))));
    }

    [Fact]
    public void Read_garbage_throwsNothingButUnreadable()
    {
        string[] pieces =
        [
            "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?xml ", "?>", "<!doctype ", "<table>", "<tr>", "<td rowspan=0 colspan=9>", "<td",
            "</table>", "<svg>", "</svg>", "<math>", "<template>", "</template>", "<select>", "<option>", "<script>", "</script>", "<style>",
            "<textarea>", "</textarea>", "<title>", "<noscript>", "<frameset>", "<frame>", "<form>", "<plaintext>", "<pre>\n", "<span hidden>",
            "</span>", "<ol start=-1>", "<li value=x>", "style='display:none'", "&", "&#x110000;", "&nbsp", "\0", "\uD800", "\r", "'", "\"", "=",
            "/", "x", " ", "<html>", "<body hidden>", "<head>", "</body>", "</html>", "<caption>", "<col>", "<br>", "</p>", "</br>", "<image>",
            "<isindex>", "<iframe>", "<xmp>", "<listing>", "<nav>", "<header>", "<keygen>", "<input>",
        ];
        Gen.Int[0, pieces.Length - 1].Array[0, 40].Sample(parts => Survives(Encoding.UTF8.GetBytes(string.Concat(parts.Select(i => pieces[i])))));
        Gen.Byte.Array[0, 300].Sample(Survives);
    }

    private static void Survives(byte[] bytes)
    {
        new HtmlReader().Recognises(bytes);
        try
        {
            foreach (var text in HtmlPage.Texts(HtmlPage.Read(bytes)))
            {
                Assert.Equal(text.Trim(), text);
            }
        }
        catch (UnreadableDocumentException)
        {
            // The one failure that is allowed.
        }
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
