using System.Text;
using CsCheck;
using Gouji.Extract.Readers;
using Gouji.Extract.Tests.Docx;
using Gouji.Model;

namespace Gouji.Extract.Tests.Readers;

public sealed class MhtReaderTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    [Fact]
    public void Read_wordArchive_givesTheRootPage()
    {
        var bytes = Archive("type=\"text/html\"", Part("text/html; charset=\"gb2312\"", "quoted-printable", QuotedPrintable(Gb18030.GetBytes("<p>预算</p><table><tr><td>甲</td><td>1.5</td></tr></table>"))),
            Part("image/png", "base64", "AAAA"));

        Assert.True(new MhtReader().Recognises(bytes));
        var content = Read(bytes);
        Assert.Equal("mht", content.Format);
        Assert.Equal(["预算", "[甲|1.5]"], Drawn.Blocks(content));
        Assert.Empty(content.Notes);
    }

    [Theory]
    [InlineData("base64")]
    [InlineData("8bit")]
    [InlineData("quoted-printable")]
    public void Read_anyTransferEncoding_givesTheText(string encoding)
    {
        var page = Encoding.UTF8.GetBytes("<p>预算=三公 " + new string('长', 100) + "</p>");
        var body = encoding switch
        {
            "base64" => Convert.ToBase64String(page, Base64FormattingOptions.InsertLineBreaks),
            "quoted-printable" => QuotedPrintable(page),
            _ => Encoding.Latin1.GetString(page),
        };

        Assert.Equal(["预算=三公 " + new string('长', 100)], Drawn.Blocks(Read(Archive("", Part("text/html; charset=utf-8", encoding, body)))));
    }

    [Fact]
    public void Read_start_namesTheRoot()
    {
        var bytes = Archive("start=\"<b@x>\"", Part("text/html", "7bit", "<p>first</p>", "Content-ID: <a@x>"), Part("text/html", "7bit", "<p>second</p>", "Content-ID: <b@x>"));
        var content = Read(bytes);

        Assert.Equal(["second"], Drawn.Blocks(content));
        Assert.Equal("parts-left-out", Assert.Single(content.Notes).Code);
    }

    [Fact]
    public void Read_frames_areReadAfterTheRoot() =>
        Assert.Equal(["root", "frame"], Drawn.Blocks(Read(Archive("", Part("text/html", "7bit", "<p>root</p><iframe src=\"cid:f\"></iframe>"), Part("text/html", "7bit", "<p>frame</p>")))));

    [Fact]
    public void Read_partsWithinAPart_areFound()
    {
        const string Inner = "--in\r\nContent-Type: text/plain\r\n\r\nplain\r\n--in\r\nContent-Type: text/html\r\n\r\n<p>page</p>\r\n--in--\r\n";

        Assert.Equal(["page"], Drawn.Blocks(Read(Archive("", Part("multipart/alternative; boundary=in", "7bit", Inner)))));
    }

    [Fact]
    public void Read_singlePart_isThePage() =>
        Assert.Equal(["a"], Drawn.Blocks(Read(Encoding.ASCII.GetBytes("MIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset=utf-8\r\n\r\n<p>a</p>"))));

    [Fact]
    public void Read_charsetThatTheBytesRefuse_isGuessedFromThem() =>
        Assert.Equal(["预算数"], Drawn.Blocks(Read(Archive("", Part("text/html; charset=utf-8", "base64", Convert.ToBase64String(Gb18030.GetBytes("<p>预算数</p>")))))));

    [Fact]
    public void Extractor_readsArchiveAsArchive_andTextWithColonsAsText()
    {
        var extractor = new DocumentExtractor();

        Assert.Equal("mht", extractor.Read(Document(Archive("", Part("text/html", "7bit", "<p>a</p>"))), TestContext.Current.CancellationToken).Format);
        Assert.Equal("text", extractor.Read(Document("Title: a\r\nContent: b\r\n\r\nc"u8.ToArray()), TestContext.Current.CancellationToken).Format);
    }

    // Word saves pages under the name .doc too: markup of its own, a charset declared in the page, styles in comments.
    [Fact]
    public void Extractor_readsWordPageNamedDoc_asAPage()
    {
        const string Page = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
            <head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=ProgId content=Word.Document>
            <!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;} --></style></head>
            <body><div class=WordSection1><p class=MsoNormal>部门预算<o:p></o:p></p>
            <table class=MsoTableGrid border=1><tr><td colspan=2><p class=MsoNormal>合计</p></td></tr><tr><td><p class=MsoNormal>甲</p></td><td><p class=MsoNormal>950.64</p></td></tr></table></div></body></html>
            """;
        var content = new DocumentExtractor().Read(new FetchedDocument("预算.doc", Gb18030.GetBytes(Page), ""), TestContext.Current.CancellationToken);

        Assert.Equal("html", content.Format);
        Assert.Equal(["部门预算", "[合计|合计 / 甲|950.64]"], Drawn.Blocks(content));
    }

    [Fact]
    public void Read_cutAnywhere_isDamaged()
    {
        var whole = Archive("", Part("text/html", "quoted-printable", "<p>a=3Db</p>"), Part("image/png", "base64", "AAAA"));
        for (var length = whole.Length - 5; length > 80; length--)
        {
            Assert.Equal(UnreadableReason.Damaged, Fail(whole.AsSpan(0, length).ToArray()).Reason);
        }
    }

    [Fact]
    public void Read_withoutAPage_isDamaged() => Assert.Equal(UnreadableReason.Damaged, Fail(Archive("", Part("text/plain", "7bit", "a"))).Reason);

    [Fact]
    public void Read_brokenBase64_isDamaged() => Assert.Equal(UnreadableReason.Damaged, Fail(Archive("", Part("text/html", "base64", "PHA+*!"))).Reason);

    [Fact]
    public void Read_partsWithoutEnd_isTooLarge()
    {
        var bytes = Encoding.ASCII.GetBytes("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\nA: b\r\n\r\n", 20_000)) + "--b--");

        Assert.Equal(UnreadableReason.TooLarge, Fail(bytes).Reason);
    }

    [Fact]
    public void Read_anyFlippedBytes_readOrRefusedByName()
    {
        var whole = Archive("start=\"<a>\"", Part("multipart/alternative; boundary=in", "7bit", "--in\r\nContent-Type: text/html; charset=gb2312\r\n\r\n<p>page=41</p>\r\n--in--\r\n"), Part("text/html", "base64", "PHA+YTwvcD4="));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4].Sample(flips =>
        {
            var bytes = whole.AsSpan().ToArray();
            foreach (var (at, value) in flips)
            {
                bytes[at] = value;
            }

            try
            {
                _ = new MhtReader().Recognises(bytes);
                new MhtReader().Read(Document(bytes), new ReadingLimits(), default);
            }
            catch (UnreadableDocumentException error)
            {
                Assert.NotEmpty(error.Text.Zh);
            }
        }, iter: 1000);
    }

    private static string Part(string type, string encoding, string body, string more = "X: y") =>
        $"Content-Type: {type}\r\nContent-Transfer-Encoding: {encoding}\r\n{more}\r\n\r\n{body}\r\n";

    private static byte[] Archive(string parameters, params string[] parts) => Encoding.Latin1.GetBytes(
        $"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"----=_Next\";{parameters}\r\n\r\nThis is a web archive.\r\n\r\n"
        + string.Concat(parts.Select(static part => $"------=_Next\r\n{part}")) + "------=_Next--\r\n");

    private static string QuotedPrintable(byte[] bytes)
    {
        var text = new StringBuilder();
        var column = 0;
        foreach (var b in bytes)
        {
            var written = b is > 0x20 and < 0x7F and not (byte)'=' ? ((char)b).ToString() : $"={b:X2}";
            if (column + written.Length > 72)
            {
                text.Append("=\r\n");
                column = 0;
            }

            text.Append(written);
            column += written.Length;
        }

        return text.ToString();
    }

    private static FetchedDocument Document(byte[] bytes) => new("test.mht", bytes, new string('0', 64));

    private static DocumentContent Read(byte[] bytes) => new MhtReader().Read(Document(bytes), new ReadingLimits(), TestContext.Current.CancellationToken);

    private static UnreadableDocumentException Fail(byte[] bytes) => Assert.Throws<UnreadableDocumentException>(() => Read(bytes));
}
