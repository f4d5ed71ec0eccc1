using System.IO.Compression;
using Gouji.Extract.Readers;
using Gouji.Extract.Tests.Docx;
using Gouji.Extract.Tests.Ofd;
using Gouji.Model;
using static Gouji.Extract.Tests.Ofd.OfdBuilder;

namespace Gouji.Extract.Tests.Readers;

public sealed class OfdReaderTests
{
    private static readonly double[] Edges = [20, 60, 90];

    [Fact]
    public void Read_page_givesTablesAndParagraphsInOrderWithTheirPlaces()
    {
        var content = Read(new OfdBuilder().Page(Show(20, 45, "部门收入总表") + Table(Edges, 50, 8, "项目|金额", "合计|12.50") + Show(20, 100, "备注：无。")));

        Assert.Equal(("ofd", new string('0', 64)), (content.Format, content.Sha256));
        Assert.Equal(["部门收入总表", "[项目|金额 / 合计|12.50]", "备注：无。"], Drawn.Blocks(content));
        Assert.Empty(content.Notes);
        Assert.All(content.Blocks, static block => Assert.Equal(1, block.Page));
        var cell = Assert.IsType<TableBlock>(content.Blocks[1]).Grid[1, 1];
        Assert.Equal(new SourcePosition("page 1", 3, 3), cell.Source);
        Assert.Equal((170.08m, 654.8m, 255.12m, 677.48m), (cell.Box!.Value.Left, cell.Box.Value.Bottom, cell.Box.Value.Right, cell.Box.Value.Top));
    }

    [Theory]
    [InlineData("", "xmlns=\"http://www.ofdspec.org/2016\"")]
    [InlineData("", "")]
    [InlineData("x:", "xmlns:x=\"http://www.ofdspec.org\"")]
    public void Read_otherPrefixOrNamespace_isTheSame(string prefix, string declaration)
    {
        var builder = new OfdBuilder { Prefix = prefix, Namespace = declaration, Entry = "ofd.XML", Roots = ["/Doc_0/Document.xml"] };

        Assert.Equal(["[项目|金额 / 合计|12.50]"], Drawn.Blocks(Read(builder.Page(Table(Edges, 50, 8, "项目|金额", "合计|12.50")))));
    }

    [Fact]
    public void Read_tableThatGoesOnOnTheNextPage_isOne()
    {
        var content = Read(new OfdBuilder().Page(Show(20, 45, "部门收入总表") + Table(Edges, 50, 8, "项目|金额", "一|1.00") + Show(100, 285, "1"))
            .Page(Table(Edges, 30, 8, "项目|金额", "二|2.00", "合计|3.00") + Show(100, 285, "2")));

        Assert.Equal(["部门收入总表", "[项目|金额 / 一|1.00 / 二|2.00 / 合计|3.00]"], Drawn.Blocks(content));
        Assert.Equal(["page-furniture-left-out", "tables-joined"], content.Notes.Select(static note => note.Code));
        Assert.Equal("page 2", Assert.IsType<TableBlock>(content.Blocks[1]).Grid[3, 1].Source.Part);
    }

    [Fact]
    public void Read_templateOfSeveralPages_isOfThePages()
    {
        var content = Read(new OfdBuilder().Common("<ofd:TemplatePage ID=\"50\" ZOrder=\"Background\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/>")
            .Xml("Doc_0/Tpls/Tpl_0/Content.xml", "Page", "<ofd:Content><ofd:Layer ID=\"2\" Type=\"Background\">" + Show(20, 12, "某部门文件汇编") + Show(20, 20, "单位：万元") + Rules(Edges, [50, 58]) + "</ofd:Layer></ofd:Content>")
            .Page(Show(21, 55, "甲") + Show(61, 55, "1.00"), "<ofd:Template TemplateID=\"50\" ZOrder=\"Background\"/>")
            .Page(Show(21, 55, "乙") + Show(61, 55, "2.00"), "<ofd:Template TemplateID=\"50\"/>"));

        // The header goes, what tells the unit stays, and the rules are those of the table.
        Assert.Equal(["单位：万元", "[甲|1.00 / 乙|2.00]"], Drawn.Blocks(content));
        Assert.Contains("page-furniture-left-out", content.Notes.Select(static note => note.Code));
    }

    [Fact]
    public void Read_templateOfOnePage_isItsText() =>
        Assert.Equal(["部门预算", "正文。"], Drawn.Blocks(Read(new OfdBuilder().Common("<ofd:TemplatePage ID=\"50\" BaseLoc=\"Tpl.xml\"/>")
            .Xml("Doc_0/Tpl.xml", "Page", "<ofd:Content><ofd:Layer ID=\"2\">" + Show(20, 20, "部门预算") + "</ofd:Layer></ofd:Content>")
            .Page(Show(20, 60, "正文。"), "<ofd:Template TemplateID=\"50\"/><ofd:Template TemplateID=\"99\"/>"))));

    [Fact]
    public void Read_turnedPage_isReadUpright()
    {
        var turned = Table(Edges, 50, 8, "项目|金额", "合计|12.50").Replace("Boundary=\"0 0 210 297\"", "Boundary=\"0 0 210 297\" CTM=\"0 1 -1 0 150 0\"", StringComparison.Ordinal);
        var texts = new[] { (21.0, 55.6, "项目"), (61, 55.6, "金额"), (21, 63.6, "合计"), (61.0, 63.6, "12.50") }.Select(static text =>
            FormattableString.Invariant($"<ofd:TextObject ID=\"9\" Boundary=\"0 0 210 297\" Font=\"1\" Size=\"4\" CTM=\"0 1 -1 0 150 0\"><ofd:TextCode X=\"{text.Item1}\" Y=\"{text.Item2}\">{text.Item3}</ofd:TextCode></ofd:TextObject>"));
        var rules = turned[..turned.IndexOf("<ofd:TextObject", StringComparison.Ordinal)];

        Assert.Equal(["[项目|金额 / 合计|12.50]"], Drawn.Blocks(Read(new OfdBuilder().Page(rules + string.Concat(texts)))));
    }

    [Fact]
    public void Read_severalDocuments_areReadOneAfterTheOther()
    {
        var builder = new OfdBuilder { Roots = ["Doc_0/Document.xml", "Doc_1/Document.xml"] }.Page(Show(20, 50, "第一份。"))
            .Xml("Doc_1/Document.xml", "Document", "<ofd:CommonData/><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Content.xml\"/></ofd:Pages>")
            .Xml("Doc_1/Content.xml", "Page", "<ofd:Area><ofd:PhysicalBox>0 0 297 210</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID=\"1\">" + Show(220, 50, "第二份。") + "</ofd:Layer></ofd:Content>");

        var content = Read(builder);
        Assert.Equal(["第一份。", "第二份。"], Drawn.Blocks(content));
        Assert.Equal([1, 2], content.Blocks.Select(static block => block.Page ?? 0));
    }

    [Fact]
    public void Read_annotations_areLeftOutAndNoted()
    {
        var content = Read(new OfdBuilder().Page(Show(20, 50, "正文。")).Behind("<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>")
            .Xml("Doc_0/Annots/Annotations.xml", "Annotations", "<ofd:Page PageID=\"1\"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page>")
            .Xml("Doc_0/Annots/Page_0/Annotation.xml", "PageAnnot", "<ofd:Annot ID=\"1\" Type=\"Stamp\"><ofd:Appearance Boundary=\"0 0 210 297\">" + Show(20, 60, "专用章") + "</ofd:Appearance></ofd:Annot><ofd:Annot ID=\"2\" Type=\"Watermark\"/>"));

        Assert.Equal(["正文。"], Drawn.Blocks(content));
        Assert.Equal("annotations-left-out", Assert.Single(content.Notes).Code);
        Assert.Contains("2 annotations", content.Notes[0].Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_picturesOnly_needsOcr()
    {
        const string Scan = "<ofd:ImageObject ID=\"4\" ResourceID=\"3\" Boundary=\"0 0 210 297\" CTM=\"210 0 0 297 0 0\"/>";

        Assert.Equal(UnreadableReason.NeedsOcr, Fail(new OfdBuilder().Page(Scan).Page(Scan).Build()).Reason);
        var note = Assert.Single(Read(new OfdBuilder().Page(Show(20, 50, "正文。")).Page(Scan)).Notes);
        Assert.Equal("pages-without-text", note.Code);
        Assert.Contains("Pages 2", note.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_encrypted_saysSo()
    {
        var builder = new OfdBuilder().Page(Show(20, 50, "正文。")).Part("Encryptions.xml", "<Encryptions/>");

        Assert.Equal(UnreadableReason.Encrypted, Fail(builder.Build()).Reason);
        Assert.Equal(UnreadableReason.Encrypted, Fail(builder.Part("OFD.xml", "\u0001\u0002").Build()).Reason);
    }

    [Fact]
    public void Read_zeroBytes_isEmpty() => Assert.Equal(UnreadableReason.Empty, Assert.Throws<UnreadableDocumentException>(static () =>
        new DocumentExtractor().Read(new FetchedDocument("empty.ofd", ReadOnlyMemory<byte>.Empty, ""), TestContext.Current.CancellationToken)).Reason);

    [Fact]
    public void Read_cutShort_isDamaged()
    {
        var bytes = new OfdBuilder().Page(Show(20, 50, "正文。")).Build();

        Assert.All([bytes.Length - 1, bytes.Length - 30, bytes.Length / 2, 100], length => Assert.Equal(UnreadableReason.Damaged, Fail(bytes[..length]).Reason));
    }

    [Theory]
    [InlineData("OFD.xml", "<OFD/>")]
    [InlineData("OFD.xml", "<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>")]
    [InlineData("Doc_0/Document.xml", "<Document/>")]
    [InlineData("Doc_0/Document.xml", "<Document")]
    [InlineData("Doc_0/Document.xml", "<Document><Pages><Page BaseLoc=\"None.xml\"/></Pages></Document>")]
    [InlineData("Doc_0/Pages/Page_0/Content.xml", "<Page><Content>")]
    [InlineData("Doc_0/Pages/Page_0/Content.xml", "<!DOCTYPE Page [<!ENTITY a \"b\">]><Page>&a;</Page>")]
    [InlineData("Doc_0/PublicRes.xml", "<Res><Fonts>")]
    public void Read_damagedPart_isDamaged(string name, string content) =>
        Assert.Equal(UnreadableReason.Damaged, Fail(new OfdBuilder().Page(Show(20, 50, "正文。")).Part(name, content).Build()).Reason);

    [Fact]
    public void Read_elementsNestedTooDeep_isTooLarge() =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(new OfdBuilder().Page(string.Concat(Enumerable.Repeat("<ofd:PageBlock>", 400)) + string.Concat(Enumerable.Repeat("</ofd:PageBlock>", 400))).Build()).Reason);

    // Small in the file, without end in memory: one part, or one part that many pages name.
    [Fact]
    public void Read_partsThatInflateWithoutEnd_areTooLargeSoon()
    {
        var limits = new ReadingLimits { TextBytes = 8 << 20 };
        var start = Environment.TickCount64;
        var one = new OfdBuilder { Level = CompressionLevel.SmallestSize }.Page(new string(' ', 9 << 20)).Build();
        var many = new OfdBuilder { Level = CompressionLevel.SmallestSize }.Page(Show(20, 50, "正文。") + new string(' ', 4 << 20))
            .Xml("Doc_0/Document.xml", "Document", "<ofd:Pages>" + string.Concat(Enumerable.Repeat("<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>", 4000)) + "</ofd:Pages>").Build();

        Assert.True(one.Length < 100_000);
        Assert.Equal(UnreadableReason.TooLarge, Fail(one, limits).Reason);
        Assert.Equal(UnreadableReason.TooLarge, Fail(many, limits).Reason);
        Assert.InRange(Environment.TickCount64 - start, 0, 10_000);
    }

    [Fact]
    public void Read_tooManyPagesOrGlyphs_isTooLarge()
    {
        Assert.Equal(UnreadableReason.TooLarge, Fail(new OfdBuilder().Page(Show(20, 50, "甲")).Xml("Doc_0/Document.xml", "Document",
            "<ofd:Pages>" + string.Concat(Enumerable.Repeat("<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>", 5001)) + "</ofd:Pages>").Build()).Reason);
        Assert.Equal(UnreadableReason.TooLarge, Fail(new OfdBuilder().Page(Object(20, 50, 9, 9, 4, "", $"<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"0\">{new string('1', 600_000)}</ofd:TextCode>")).Build()).Reason);
    }

    [Fact]
    public void Read_fileLargerThanTheLimit_isTooLarge() =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(new OfdBuilder().Page(Show(20, 50, "甲")).Build(), new ReadingLimits { FileBytes = 100 }).Reason);

    [Fact]
    public void Read_cancelled_ends() => Assert.ThrowsAny<OperationCanceledException>(static () =>
        new OfdReader().Read(new FetchedDocument("x", new OfdBuilder().Page(Show(20, 50, "甲")).Build(), ""), new ReadingLimits(), new CancellationToken(true)));

    // Whatever is broken in the file, the reader names it or reads what is there; it never throws anything else.
    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public void Read_anyByteChanged_isReadOrNamed(CompressionLevel level)
    {
        var bytes = new OfdBuilder { Level = level }.Page(Show(20, 45, "部门预算") + Table(Edges, 50, 8, "项目|金额", "合计|12.50")).Build();
        for (var i = 0; i < bytes.Length; i += 7)
        {
            var broken = (byte[])bytes.Clone();
            broken[i] = (byte)(broken[i] ^ 0x15);
            var failure = Record.Exception(() => new OfdReader().Read(new FetchedDocument("x", broken, ""), new ReadingLimits(), TestContext.Current.CancellationToken));

            Assert.True(failure is null or UnreadableDocumentException, $"byte {i}: {failure}");
            new OfdReader().Recognises(broken);
        }
    }
}
