using System.Text;
using Gouji.Extract.Html;
using Gouji.Model;

namespace Gouji.Extract.Tests.Html;

public sealed class PageDecoderTests
{
    // 𠮷 is a character of four bytes in GB18030.
    private const string Text = "收入预算总表“𠮷”，单位：万元。";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
    private static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;

    [Theory]
    [InlineData("<meta charset=gb2312>")]
    [InlineData("<meta charset='GBK'>")]
    [InlineData("<META http-equiv=\"Content-Type\" content=\"text/html; charset=x-gbk\">")]
    [InlineData("<meta content='text/html;charset = gb18030' http-equiv=content-type>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"GB2312\"?>")]
    [InlineData("<!-- <meta charset=utf-8> --><meta name=a content=b><meta charset=gbk>")]
    public void Decode_declaredChinese_isGb18030(string head) => Check(Gb18030.GetBytes(head + Text), head + Text);

    [Theory]
    [InlineData("<meta charset=utf-8>")]
    [InlineData("<?xml version='1.0' encoding='UTF-8' ?>")]
    [InlineData("<meta charset=utf-16>")]
    [InlineData("")]
    public void Decode_utf8_isUtf8(string head) => Check(Encoding.UTF8.GetBytes(head + Text), head + Text);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Decode_byteOrderMark_prevails(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        const string Html = "<meta charset=gbk>" + Text;
        Check([.. encoding.GetPreamble(), .. encoding.GetBytes(Html)], Html);
    }

    [Theory]
    [InlineData("<meta charset=utf-8>", "utf-8")]
    [InlineData("<meta charset=iso-8859-1>", "iso-8859-1")]
    public void Decode_chineseUnderAnotherLabel_isGb18030AndNoted(string head, string declared)
    {
        var note = Check(Gb18030.GetBytes(head + Text), head + Text, "charset-mislabelled");
        Assert.Contains(declared, note.Text.Zh, StringComparison.Ordinal);
        Assert.Contains("GB18030", note.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<meta charset=gb2312>")]
    [InlineData("<meta charset=big5>")]
    [InlineData("<meta charset=windows-1252>")]
    [InlineData("<meta charset=nonsense>")]
    public void Decode_utf8UnderAnotherLabel_isUtf8AndNoted(string head) =>
        Assert.Contains("UTF-8", Check(Encoding.UTF8.GetBytes(head + Text), head + Text, "charset-mislabelled").Text.En, StringComparison.Ordinal);

    [Fact]
    public void Decode_utf8OfEvenLengthUnderAChineseLabel_isUtf8()
    {
        // Valid in GB18030 too: 12 bytes make 6 double-byte characters.
        const string Html = "<meta charset=gbk><p>预算公开</p>";
        var bytes = Encoding.UTF8.GetBytes(Html);
        Assert.DoesNotContain('\uFFFD', Gb18030.GetString(bytes));
        Check(bytes, Html, "charset-mislabelled");
    }

    [Fact]
    public void Decode_noLabel_isGuessedAndNoted() => Check(Gb18030.GetBytes(Text), Text, "charset-guessed");

    [Fact]
    public void Decode_utf16WithoutMark_isFoundByItsZeros()
    {
        const string Html = "<html><head><meta charset=gbk></head><body>预算";
        Assert.Contains("UTF-16LE", Check(Encoding.Unicode.GetBytes(Html), Html, "charset-guessed").Text.En, StringComparison.Ordinal);
        Assert.Contains("UTF-16BE", Check(Encoding.BigEndianUnicode.GetBytes(Html), Html, "charset-guessed").Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_otherCharsets_areDecodedAsDeclared()
    {
        Check(Big5.GetBytes("<meta charset=big5>預算總表"), "<meta charset=big5>預算總表");
        Check([.. "<meta charset=windows-1252>"u8, 0xE9, 0x20, 0x80], "<meta charset=windows-1252>é €");
    }

    [Theory]
    [InlineData("<meta charset=utf-8>", 1)]
    [InlineData("<meta charset=gbk>", 2)]
    [InlineData("", 1)]
    public void Decode_damagedUtf8_staysUtf8AndIsCounted(string head, int notes)
    {
        var bytes = Encoding.UTF8.GetBytes(head + Text + Text).ToList();
        bytes.RemoveAt(bytes.Count - 1);
        bytes.Insert(head.Length, 0xFF);
        var found = new List<ReadingNote>();
        var text = PageDecoder.Decode(bytes.ToArray(), found);
        Assert.Equal($"{head}\uFFFD{Text}{Text[..^1]}\uFFFD", text);
        Assert.Equal(notes, found.Count);
        var damaged = Assert.Single(found, note => note.Code == "charset-damaged");
        Assert.Contains("3 bytes", damaged.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_damagedChinese_keepsWhatCanBeRead()
    {
        const string Head = "<meta charset=gb2312>";
        var bytes = new List<byte>(Gb18030.GetBytes(Head + Text));
        bytes.Insert(Head.Length, 0xFF);
        var note = Check([.. bytes], $"{Head}\uFFFD{Text}", "charset-damaged");
        Assert.Contains("gb2312", note.Text.Zh, StringComparison.Ordinal);
        Assert.Contains("1 bytes", note.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_lineEnds_becomeLineFeeds() => Check("a\r\nb\rc\n"u8.ToArray(), "a\nb\nc\n");

    [Fact]
    public void Read_gbkPage_givesItsTextWithPositions()
    {
        var content = HtmlPage.Read(Gb18030.GetBytes($"<html><meta charset=gb2312>\r\n<body><p>{Text}</p>"));
        var paragraph = Assert.IsType<Paragraph>(Assert.Single(content.Blocks));
        Assert.Equal((Text, new SourcePosition(null, 2, 10)), (paragraph.Text, paragraph.Source));
        Assert.Empty(content.Notes);
    }

    private static void Check(byte[] bytes, string expected)
    {
        var notes = new List<ReadingNote>();
        Assert.Equal(expected, PageDecoder.Decode(bytes, notes));
        Assert.Empty(notes);
    }

    private static ReadingNote Check(byte[] bytes, string expected, string code)
    {
        var notes = new List<ReadingNote>();
        Assert.Equal(expected, PageDecoder.Decode(bytes, notes));
        var note = Assert.Single(notes);
        Assert.Equal(code, note.Code);
        return note;
    }
}
