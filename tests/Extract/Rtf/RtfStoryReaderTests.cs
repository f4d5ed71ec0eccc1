using Gouji.Extract.Tests.Docx;
using Gouji.Model;
using static Gouji.Extract.Tests.Rtf.RtfText;

namespace Gouji.Extract.Tests.Rtf;

public sealed class RtfStoryReaderTests
{
    [Theory]
    [InlineData("\\f13 \\'d4\\'a4\\'cb\\'e3", "预算")]
    [InlineData("\\f13 \\'d4\n\\'a4", "预")]
    [InlineData("\\f13 \xD4\xA4\xCB\xE3" + "20", "预算20")]
    [InlineData("\\f13 \\'81@\\'815", "丂\uFFFD5")]
    [InlineData("\\f0 \\'d4\\'a4", "预")]
    [InlineData("\\f0\\hich\\af0\\dbch\\af13\\loch\\f0 \\'d4\\'a4", "预")]
    [InlineData("\\f0 a\\'b7b", "a·b")]
    [InlineData("\\f0 \\'93a\\'94", "“a”")]
    [InlineData("\\f3 \\'b7", "•")]
    [InlineData("\\f3\\u-3913 ?", "•")]
    public void Read_bytes_areOfTheCharsetOfTheirFont(string text, string expected) => Assert.Equal([expected], Drawn.Blocks(Read(text + "\\par")));

    [Theory]
    [InlineData("\\u39044\\'d4\\'a4 x", "预¤ x")]
    [InlineData("\\uc2\\u39044\\'d4\\'a4x", "预x")]
    [InlineData("\\uc0\\u39044 x", "预x")]
    [InlineData("\\u-26492?x", "预x")]
    [InlineData("\\u-10179?\\u-8704?x", "😀x")]
    [InlineData("{\\uc3\\u39044 ab}cd", "预cd")]
    public void Read_unicode_skipsItsReplacement(string text, string expected) => Assert.Equal([expected], Drawn.Blocks(Read(text + "\\par")));

    [Fact]
    public void Read_signs_areWhatTheyPrint() =>
        Assert.Equal(["a\tb\nc\u00A0d-e{}\\—f"], Drawn.Blocks(Read("a\\tab b\\line c\\~d\\_e\\{\\}\\\\\\emdash f\\-\\par")));

    [Fact]
    public void Read_escapedLineEnd_endsTheParagraph() => Assert.Equal(["a", "b"], Drawn.Blocks(Read("a\\\nb\\par")));

    [Fact]
    public void Read_hiddenAndDeleted_areLeftOut() =>
        Assert.Equal(["abc"], Drawn.Blocks(Read("a{\\v hidden}b{\\deleted gone}{\\*\\unknown x}{\\info y}c\\v d\\plain\\par")));

    [Fact]
    public void Read_headersAndInstructions_areLeftOut() =>
        Assert.Equal(["a1"], Drawn.Blocks(Read("{\\header h\\par}{\\footerf f\\par}a{\\field{\\*\\fldinst{ PAGE }}{\\fldrslt 1}}\\par")));

    [Fact]
    public void Read_alternatives_giveTheUnicodeOne() => Assert.Equal(["ag"], Drawn.Blocks(Read("a{\\upr{f}{\\*\\ud{g}}}\\par")));

    [Fact]
    public void Read_headings_byStyleOrOutline()
    {
        var content = Read("\\pard\\s1 a\\par\\pard\\s2 b\\par\\pard\\outlinelevel2 c\\par\\pard d\\par");

        Assert.Equal([1, 2, 3, 0], content.Blocks.Cast<Paragraph>().Select(static p => p.Level));
        Assert.Equal([true, true, true, false], content.Blocks.Cast<Paragraph>().Select(static p => p.Kind == ParagraphKind.Heading));
    }

    [Fact]
    public void Read_listText_isTheLabel()
    {
        var content = Read("{\\listtext\\pard\\plain 1.\\tab}\\ilvl1 a\\par{\\pntext " + Gbk("一、") + "\\tab}b\\par");

        Assert.Equal(["1. a", "一、b"], Drawn.Blocks(content));
        Assert.Equal((ParagraphKind.ListItem, 2), (((Paragraph)content.Blocks[0]).Kind, ((Paragraph)content.Blocks[0]).Level));
    }

    [Fact]
    public void Read_footnote_followsItsParagraph()
    {
        var content = Read("a{\\footnote\\pard{\\chftn} n\\par}b\\par c\\par");

        Assert.Equal(["ab", "n", "c"], Drawn.Blocks(content));
        Assert.Equal(ParagraphKind.Footnote, ((Paragraph)content.Blocks[1]).Kind);
    }

    [Fact]
    public void Read_footnoteInACell_followsTheTable() =>
        Assert.Equal(["[a|b]", "n", "c"], Drawn.Blocks(Read(Row([1000, 2000], "a{\\footnote\\pard n}", "b") + "\\pard c\\par")));

    [Fact]
    public void Read_textBox_followsItsParagraphOnce() =>
        Assert.Equal(["ab", "box", "c"], Drawn.Blocks(Read(
            "a{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn name}{\\sv value}}{\\shptxt\\pard box\\par}}{\\shprslt{\\*\\do{\\dptxbxtext box}}}}b\\par c\\par")));

    [Fact]
    public void Read_binaryData_isNoMarkup() => Assert.Equal(["ab"], Drawn.Blocks(Read("a{\\*\\blip\\bin4 }}{{}b\\par")));

    [Fact]
    public void Read_lastParagraphWithoutMark_isKept() => Assert.Equal(["a", "b"], Drawn.Blocks(Read("a\\par b")));

    [Fact]
    public void Read_placeOfText_isItsLineAndByte()
    {
        var paragraph = Read("a\\par\n  {\\b text}\\par").Blocks[1];

        Assert.Equal(new SourcePosition(null, 3, 1), paragraph.Source);
    }
}
