using System.Text;
using Gouji.Extract.Readers;
using Gouji.Extract.Scans;
using Gouji.Extract.Tests.Docx;
using Gouji.Extract.Tests.Pdf;
using Gouji.Model;
using static Gouji.Extract.Tests.Pdf.PdfBuilder;

namespace Gouji.Extract.Tests.Readers;

public sealed class PdfReaderTests
{
    [Fact]
    public void Read_page_givesTablesAndParagraphsInOrder()
    {
        var content = Read(new PdfBuilder().Page(Show(50, 700, "部门收入总表") + Table([50, 150, 250], 600, 20, "项目|金额", "合计|12.50") + Show(50, 500, "备注：无。")));

        Assert.Equal("pdf", content.Format);
        Assert.Equal(["部门收入总表", "[项目|金额 / 合计|12.50]", "备注：无。"], Drawn.Blocks(content));
        Assert.Empty(content.Notes);
        Assert.All(content.Blocks, static block => Assert.Equal(1, block.Page));
    }

    [Fact]
    public void Read_bordersAsFilledBoxesOrDashes_areTheSameTable()
    {
        var strokes = Table([50, 150, 250], 600, 20, "项目|金额", "合计|12.50");
        var boxes = string.Join('\n', strokes.Split('\n').Select(static line => line.EndsWith('S') ? Boxed(line.Split(' ')) : line));

        Assert.Equal(Drawn.Blocks(Read(new PdfBuilder().Page(strokes))), Drawn.Blocks(Read(new PdfBuilder().Page(boxes))));
        Assert.Equal(Drawn.Blocks(Read(new PdfBuilder().Page(strokes))), Drawn.Blocks(Read(new PdfBuilder().Page("[3 2] 0 d " + strokes))));

        static string Boxed(string[] line) =>
            FormattableString.Invariant($"{line[0]} {line[1]} {Math.Max(0.5, double.Parse(line[3], System.Globalization.CultureInfo.InvariantCulture) - double.Parse(line[0], System.Globalization.CultureInfo.InvariantCulture))} {Math.Max(0.5, double.Parse(line[4], System.Globalization.CultureInfo.InvariantCulture) - double.Parse(line[1], System.Globalization.CultureInfo.InvariantCulture))} re f");
    }

    [Theory]
    [InlineData("GBK-EUC-H")]
    [InlineData("GB-EUC-H")]
    [InlineData("GBKp-EUC-H")]
    public void Read_chineseOfAPredefinedEncoding_isKnown(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Convert.ToHexString(Encoding.GetEncoding("GB18030").GetBytes("部门预算12.5"));

        Assert.Equal(["部门预算12.5"], Drawn.Blocks(Read(new PdfBuilder().Encoding(encoding).Page($"BT /F1 10 Tf 50 700 Td <{text}> Tj ET"))));
    }

    // The same map for the second document: what the first one asked of it must be what the second one is told.
    [Fact]
    public void Read_twoDocumentsOfOneMap_areBothKnown()
    {
        Assert.Equal(["部门预算"], Drawn.Blocks(Read(new PdfBuilder().Page(Show(50, 700, "部门预算")))));
        Assert.Equal(["预算部门2020"], Drawn.Blocks(Read(new PdfBuilder().Page(Show(50, 700, "预算部门2020")))));
    }

    // Nothing is drawn: outlines that cannot be parsed are no defect of what is read.
    [Fact]
    public void Read_damagedOutlines_areNotLookedAt()
    {
        var content = Read(new PdfBuilder().DamagedOutlines().Page(Show(50, 700, "部门预算12.5")));

        Assert.Equal(["部门预算12.5"], Drawn.Blocks(content));
        Assert.Empty(content.Notes);
    }

    [Theory]
    [InlineData("<4E2D65877> Tj")]
    [InlineData("(\\116\\055e\\207p) Tj")]
    [InlineData("BI /W 1 /H 1 /BPC 1 /CS /G ID x EI <4E2D65877> Tj")]
    public void Read_identityCodeThatIsCutShort_isReadAsIfZeroesFollowed(string show) =>
        Assert.Equal(["中文瀀"], Drawn.Blocks(Read(new PdfBuilder().Encoding("Identity-H", toUnicode: true).Page($"BT /F1 10 Tf 50 700 Td {show} ET"))));

    [Theory]
    [InlineData("UniGB-UTF16-H")]
    [InlineData("UniGB-UCS2-H")]
    public void Read_codesThatAreCharacters_areReadWithoutAMapToThem(string encoding)
    {
        var content = Read(new PdfBuilder().Encoding(encoding).Page(Show(50, 700, "部门预算12.5，同比增长3.06%")));

        Assert.Equal(["部门预算12.5，同比增长3.06%"], Drawn.Blocks(content));
        Assert.Empty(content.Notes);
    }

    [Fact]
    public void Read_pairOfCodes_isOneCharacter() =>
        Assert.Equal(["中𠂇文"], Drawn.Blocks(Read(new PdfBuilder().Encoding("UniGB-UTF16-H").Page("BT /F1 10 Tf 50 700 Td <4E2DD840DC876587> Tj ET"))));

    // Numbers of glyphs taken for characters would be figures that nobody printed.
    [Fact]
    public void Read_fontThatDoesNotTellItsCharacters_isNotedAndNotGuessed()
    {
        var content = Read(new PdfBuilder().Encoding("Identity-H").Page(Show(50, 700, "部门")));

        Assert.Equal(["\uFFFD\uFFFD"], Drawn.Blocks(content));
        Assert.Equal("glyphs-doubtful", Assert.Single(content.Notes).Code);
    }

    [Theory]
    [InlineData("/Rotate 90", "0 1 -1 0", 300, 100)]
    [InlineData("/Rotate 180", "-1 0 0 -1", 500, 400)]
    [InlineData("/Rotate 270", "0 -1 1 0", 300, 700)]
    [InlineData("", "0 1 -1 0", 300, 100)]
    [InlineData("", "0 -1 1 0", 300, 700)]
    public void Read_turnedPageOrText_isReadUpright(string rotate, string matrix, double x, double y) =>
        Assert.Equal(["部门预算"], Drawn.Blocks(Read(new PdfBuilder().Page(Turned(matrix, x, y, "部门预算"), rotate))));

    [Fact]
    public void Read_watermark_isLeftOutAndNoted()
    {
        var content = Read(new PdfBuilder().Page(Show(50, 700, "正文。") + Turned("0.7 0.7 -0.7 0.7", 200, 300, "内部资料", 40)));

        Assert.Equal(["正文。"], Drawn.Blocks(content));
        Assert.Equal("watermark-left-out", Assert.Single(content.Notes).Code);
    }

    [Fact]
    public void Read_textThatIsClipped_isNotPrintedAndNotRead()
    {
        var content = Read(new PdfBuilder().Page("q 50 690 30 20 re W n " + Show(50, 700, "部门预算") + "Q " + Show(50, 600, "正文。")));

        Assert.Equal(["部门预", "正文。"], Drawn.Blocks(content));
        Assert.Equal("hidden-left-out", Assert.Single(content.Notes).Code);
    }

    [Fact]
    public void Read_invisibleTextBesideVisible_isNotRead() =>
        Assert.Equal(["正文。"], Drawn.Blocks(Read(new PdfBuilder().Page(Show(50, 700, "正文。") + "3 Tr " + Show(50, 600, "隐藏")))));

    [Fact]
    public void Read_onlyInvisibleText_isReadAsRecognised() =>
        Assert.Equal("text-recognised", Assert.Single(Read(new PdfBuilder().Page("3 Tr " + Show(50, 600, "识别"))).Notes).Code);

    [Fact]
    public void Read_noText_needsOcr()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => 
            new PdfReader(NothingInstalled).Read(new FetchedDocument("x", new PdfBuilder().Page(Line(50, 100, 500, 100)).Page("").Build(), ""), new ReadingLimits(), TestContext.Current.CancellationToken));

        Assert.Equal(UnreadableReason.NeedsOcr, error.Reason);
        Assert.Contains("2 pages", error.Message, StringComparison.Ordinal);
        Assert.Contains("sudo apt install tesseract-ocr", error.Message, StringComparison.Ordinal);
        Assert.Contains("sudo apt install tesseract-ocr", error.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_switchedOff_needsOcr()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() =>
            new PdfReader().Read(new FetchedDocument("x", new PdfBuilder().Page("").Build(), ""), new ReadingLimits { PicturePages = 0 }, TestContext.Current.CancellationToken));

        Assert.Equal(UnreadableReason.NeedsOcr, error.Reason);
        Assert.Contains("switched off", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_unknownEncryption_isEncrypted() =>
        Assert.Equal(UnreadableReason.Encrypted, Fail(new PdfBuilder().Page(Show(50, 700, "甲")).Trailer(
            $"/ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('1', 64)}> /U <{new string('2', 64)}> >>").Build()).Reason);

    [Fact]
    public void Read_cutShort_isDamaged()
    {
        var bytes = new PdfBuilder().Page(Show(50, 700, "甲")).Build();

        Assert.Equal(UnreadableReason.Damaged, Fail(bytes[..^20]).Reason);
        Assert.Equal(UnreadableReason.Damaged, Fail([.. "%PDF-1.7\n%%EOF\n"u8]).Reason);
    }

    [Fact]
    public void Read_arraysNestedWithoutEnd_isDamagedAndNamesThePage()
    {
        var error = Fail(new PdfBuilder().Page(Show(50, 700, "甲")).Page(new string('[', 100_000)).Build());

        Assert.Equal(UnreadableReason.Damaged, error.Reason);
        Assert.Contains("page 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_cancelled_ends() => Assert.ThrowsAny<OperationCanceledException>(() =>
        new PdfReader().Read(new FetchedDocument("x", new PdfBuilder().Page(Show(50, 700, "甲")).Build(), ""), new ReadingLimits(), new CancellationToken(true)));

    [Fact]
    public void Read_fileLargerThanTheLimit_isTooLarge() =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(new PdfBuilder().Page(Show(50, 700, "甲")).Build(), new ReadingLimits { FileBytes = 100 }).Reason);

    // Whatever is broken in the file, the reader names it or reads what is there; it never throws anything else.
    [Fact]
    public void Read_anyByteChanged_isReadOrNamed()
    {
        var bytes = new PdfBuilder().Page(Show(50, 700, "部门预算") + Table([50, 150, 250], 600, 20, "项目|金额", "合计|12.50")).Build();
        for (var i = 0; i < bytes.Length; i += 37)
        {
            var broken = (byte[])bytes.Clone();
            broken[i] = (byte)(broken[i] ^ 0x15);
            var failure = Record.Exception(() => new PdfReader().Read(new FetchedDocument("x", broken, ""), new ReadingLimits(), TestContext.Current.CancellationToken));

            Assert.True(failure is null or UnreadableDocumentException, $"byte {i}: {failure}");
        }
    }

    [Fact]
    public void Read_budgetPrintedByAnOffice_hasItsFormsWithTheirFigures()
    {
        var content = ReadFile("office-budget.pdf");
        var tables = content.Blocks.OfType<TableBlock>().ToList();

        Assert.Equal("206.96", tables[6].Grid[tables[6].Grid.RowCount - 1, 5].Text);
        Assert.Equal(new TableGuess(TableGuessKind.CellsLost, 2, "row has 6 of 15 cells"), Assert.Single(tables[1].Guesses));
    }

    [Fact]
    public void Read_rowBrokenByThePage_isOneRowWithItsCode()
    {
        var table = ReadFile("row-broken-by-page.pdf").Blocks.OfType<TableBlock>().Last();

        Assert.Equal(
            ["201", "32", "02", "一般行政管理事务", "基层党组织建设", "64.12"],
            Enumerable.Range(0, 6).Select(column => table.Grid[table.Grid.RowCount - 1, column].Text));
    }

    [Theory]
    [InlineData("%PDF-1.4", true)]
    [InlineData("\n%PDF-1.4", true)]
    [InlineData("<html>%PDF-1.4", false)]
    [InlineData("PDF", false)]
    public void Recognises_header_tellsThePdf(string head, bool expected) => Assert.Equal(expected, new PdfReader().Recognises(Encoding.ASCII.GetBytes(head)));

    private static PictureText NothingInstalled { get; } = new(static () => ScanPrograms.Find(""));

    private static DocumentContent Read(PdfBuilder builder) =>
        new PdfReader().Read(new FetchedDocument("x.pdf", builder.Build(), new string('0', 64)), new ReadingLimits(), TestContext.Current.CancellationToken);

    private static DocumentContent ReadFile(string name) => new PdfReader().Read(
        new FetchedDocument(name, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", "pdf", name)), ""), new ReadingLimits(), TestContext.Current.CancellationToken);

    private static UnreadableDocumentException Fail(byte[] bytes, ReadingLimits? limits = null) => Assert.Throws<UnreadableDocumentException>(() =>
        new PdfReader().Read(new FetchedDocument("x.pdf", bytes, ""), limits ?? new ReadingLimits(), TestContext.Current.CancellationToken));
}
