using System.Text;
using CsCheck;
using Gouji.Extract.Readers;
using Gouji.Extract.Tests.Docx;
using Gouji.Extract.Tests.Xlsx;
using Gouji.Model;
using static Gouji.Extract.Tests.Xlsx.XlsxBuilder;

namespace Gouji.Extract.Tests.Readers;

public sealed class XlsxReaderTests
{
    private static readonly string Table = Row(1, T("项目"), T("本年")) + Row(2, T("合计"), N("5"));

    public static TheoryData<string> CorpusCases() =>
        [.. Directory.GetDirectories(Path.Combine(TestDocuments.Root, "corpus")).Where(folder => File.Exists(Path.Combine(folder, "source.html"))).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData(Transitional)]
    [InlineData(Strict)]
    public void Read_workbook_givesFormatDigestAndBlocks(string space)
    {
        var content = new XlsxBuilder { Namespace = space }.Sheet("Sheet1", Table).Read();

        Assert.Equal(("xlsx", new string('0', 64)), (content.Format, content.Sha256));
        Assert.Equal(["[项目|本年 / 合计|5]"], Drawn.Blocks(content));
        Assert.Empty(content.Notes);
    }

    [Fact]
    public void Read_cells_giveWhatIsPrinted()
    {
        var content = new XlsxBuilder().Format("#,##0.00").Format("0.00%").Format("@")
            .String("<r><t>一般</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 公共</t></r><rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh>")
            .String("<t>甲_x000D_\n乙　</t>")
            .Sheet(
                "Sheet1",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"str\"><f>A1</f><v>丙</v></c><c r=\"D1\" t=\"b\"><v>1</v></c><c r=\"E1\" t=\"e\"><v>#DIV/0!</v></c></row>"
                + Row(2, N("1234.5", 2), N("0.125", 4), T("012", 6), N("1145.5999999999999"), T("末")))
            .Read();

        Assert.Equal(["[一般 公共|甲\\n乙|丙|TRUE|#DIV/0! / 1,234.50|12.50%|012|1145.6|末]"], Drawn.Blocks(content));
    }

    [Fact]
    public void Read_cellsWithoutNames_followEachOther() =>
        Assert.Equal(["[甲|1 / 乙|2]"], Drawn.Blocks(ReadRows(
            "<row><c t=\"inlineStr\"><is><t>甲</t></is></c><c><v>1</v></c></row><row><c t=\"inlineStr\"><is><t>乙</t></is></c><c><v>2</v></c></row>")));

    [Theory]
    [InlineData("")]
    [InlineData("<v/>")]
    [InlineData("<v></v>")]
    public void Read_formulaWithoutResult_isLostAndNotBlank(string value)
    {
        var content = ReadRows(Row(1, T("项目"), T("本年")), Row(2, T("合计"), $"<c r=\"{{0}}\"><f>SUM(B3:B9)</f>{value}</c>"), Row(3, T("其中"), N("1")));
        var table = Assert.IsType<TableBlock>(Assert.Single(content.Blocks));

        Assert.True(table.Grid[1, 1].Absent);
        Assert.Equal((TableGuessKind.CellsLost, 1), (Assert.Single(table.Guesses).Kind, table.Guesses[0].Row!.Value));
        Assert.Contains("B2", Assert.Single(content.Notes).Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_formulaThatGivesAnEmptyText_isBlank()
    {
        var content = ReadRows(Row(1, T("项目"), T("本年")), Row(2, T("合计"), "<c r=\"{0}\" t=\"str\"><f>IF(B3=0,\"\",B3)</f><v></v></c>"), Row(3, T("其中"), N("1")));

        Assert.False(Assert.IsType<TableBlock>(Assert.Single(content.Blocks)).Grid[1, 1].Absent);
        Assert.Empty(content.Notes);
    }

    [Fact]
    public void Read_mergedCells_becomeSpans()
    {
        var content = new XlsxBuilder().Sheet(
            "Sheet1",
            Row(1, T("项目"), T("支出"), null, null) + Row(2, null, T("基本"), T("项目支出")) + Row(3, T("合计"), N("1"), N("2")),
            Merge("A1:A2", "B1:C1")).Read();
        var grid = Assert.IsType<TableBlock>(Assert.Single(content.Blocks)).Grid;

        Assert.Equal("项目|支出|支出 / 项目|基本|项目支出 / 合计|1|2", Drawn.Table(content.Blocks[0]));
        Assert.Equal((2, 1, 1, 2), (grid[0, 0].RowSpan, grid[0, 0].ColumnSpan, grid[0, 1].RowSpan, grid[0, 1].ColumnSpan));
    }

    [Fact]
    public void Read_valueUnderAMergedCell_isLeftOutAndNoted()
    {
        var content = new XlsxBuilder().Sheet("Sheet1", Row(1, T("甲"), T("藏"), T("丙")) + Row(2, T("合计"), N("1"), N("2")), Merge("A1:B1")).Read();

        Assert.Equal(["[甲|甲|丙 / 合计|1|2]"], Drawn.Blocks(content));
        Assert.Equal(("covered-cells", true), (Assert.Single(content.Notes).Code, content.Notes[0].Text.Zh.Contains("B1", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_overlappingMerges_areMendedAndNotedOnTheTable()
    {
        var content = new XlsxBuilder().Sheet("Sheet1", Row(1, T("甲"), null, T("丙")) + Row(2, T("合计"), N("1"), N("2")), Merge("A1:B1", "B1:C1")).Read();

        Assert.Equal(["[甲|甲|丙 / 合计|1|2]"], Drawn.Blocks(content));
        Assert.Equal(TableGuessKind.SpansMended, Assert.Single(Assert.IsType<TableBlock>(content.Blocks[0]).Guesses).Kind);
    }

    // Layouts drawn on a fine grid merge everything; a column that no cell begins in is none.
    [Fact]
    public void Read_columnsAndRowsMergedAwayEverywhere_areNone()
    {
        var content = new XlsxBuilder().Sheet("Sheet1", Row(1, T("项目"), null, T("本年")) + Row(2) + Row(3, T("合计"), null, N("5")), Merge("A1:B2", "C1:C2", "A3:B3")).Read();

        Assert.Equal(["[项目|本年 / 合计|5]"], Drawn.Blocks(content));
    }

    [Fact]
    public void Read_hiddenRowsAndColumns_areLeftOutAndNamed()
    {
        var content = new XlsxBuilder().Sheet(
            "甲",
            Row(1, T("项目"), T("藏"), T("本年")) + HiddenRow(2, T("藏"), null, N("1")) + Row(3, T("合计"), null, N("5")),
            before: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>").Read();

        Assert.Equal(["[项目|本年 / 合计|5]"], Drawn.Blocks(content));
        Assert.Equal(
            ["工作表“甲”的隐藏行（第2行）有内容，未读取。", "工作表“甲”的隐藏列（B列）有内容，未读取。"],
            content.Notes.Select(note => note.Text.Zh));
    }

    [Fact]
    public void Read_mergedCellWhoseFirstColumnIsHidden_showsInTheRest()
    {
        var content = new XlsxBuilder().Sheet(
            "Sheet1",
            Row(1, T("支出"), null, null) + Row(2, null, T("基本"), T("项目")) + Row(3, null, N("1"), N("2")),
            Merge("A1:C1"),
            "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>").Read();

        Assert.Equal(["[支出|支出 / 基本|项目 / 1|2]"], Drawn.Blocks(content));
        Assert.Empty(content.Notes);
    }

    [Fact]
    public void Read_hiddenSheet_isLeftOutAndNamed()
    {
        var content = new XlsxBuilder().Sheet("甲", Table).Sheet("藏", Table, state: "veryHidden").Read();

        Assert.Single(content.Blocks);
        Assert.Equal(("hidden-sheets", "工作表“藏”已隐藏，未读取。"), (Assert.Single(content.Notes).Code, content.Notes[0].Text.Zh));
    }

    [Fact]
    public void Read_zerosThatTheSheetDoesNotShow_areBlank() =>
        Assert.Equal(["[项目|本年|上年 / 合计||5]"], Drawn.Blocks(new XlsxBuilder().Sheet(
            "Sheet1", Row(1, T("项目"), T("本年"), T("上年")) + Row(2, T("合计"), N("0"), N("5")), before: "<sheetViews><sheetView showZeros=\"0\"/></sheetViews>").Read()));

    [Fact]
    public void Read_position_leadsBackToTheCell()
    {
        var grid = Assert.IsType<TableBlock>(Assert.Single(new XlsxBuilder().Sheet(
            "表一", Row(3, null, T("项目"), null, T("本年")) + HiddenRow(4) + Row(7) + Row(8, null, T("合计"), null, N("5")), before: "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>",
            behind: Merge("B3:B7")).Read().Blocks)).Grid;

        Assert.Equal(new SourcePosition("表一", 3, 4), grid[0, 1].Source);
        Assert.Equal(new SourcePosition("表一", 8, 4), grid[grid.RowCount - 1, 1].Source);
    }

    [Fact]
    public void Read_titleAndUnitLineOverATable_stayItsRows()
    {
        var content = new XlsxBuilder().Sheet(
            "Sheet1",
            Row(1, T("附件1")) + Row(2, T("部门收支总表")) + Row(3, T("编制部门：甲局"), null, T("单位：万元")) + Row(4, T("项目"), T("本年"), T("上年")) + Row(5, T("合计"), N("5"), N("6")) + Row(6, T("注：本表含上年结转。")),
            Merge("A2:C2")).Read();

        Assert.Equal(["附件1", "[部门收支总表|部门收支总表|部门收支总表 / 编制部门：甲局||单位：万元 / 项目|本年|上年 / 合计|5|6]", "注：本表含上年结转。"], Drawn.Blocks(content));
    }

    [Fact]
    public void Read_severalFormsOnASheet_areParted()
    {
        string[] expected = ["[收入总表|收入总表 / 项目|本年 / 合计|5]", "[支出总表|支出总表|支出总表 / 项目|本年|上年 / 合计|5|6]"];

        Assert.Equal(expected, Drawn.Blocks(Forms(5)));
        Assert.Equal(expected, Drawn.Blocks(Forms(4)));

        static DocumentContent Forms(int second) => new XlsxBuilder().Sheet(
            "Sheet1",
            Row(1, T("收入总表")) + Row(2, T("项目"), T("本年")) + Row(3, T("合计"), N("5"))
            + Row(second, T("支出总表")) + Row(second + 1, T("项目"), T("本年"), T("上年")) + Row(second + 2, T("合计"), N("5"), N("6")),
            Merge("A1:B1", $"A{second}:C{second}")).Read();
    }

    [Fact]
    public void Read_blankRowWithinATable_staysWithinIt() =>
        Assert.Equal(["[项目|本年 / 甲|5 / | / 合计|5]"], Drawn.Blocks(ReadRows(Row(1, T("项目"), T("本年")), Row(2, T("甲"), N("5")), Row(4, T("合计"), N("5")))));

    [Fact]
    public void Read_emptyFormWithBorders_keepsItsLastColumnAndItsTotal() =>
        Assert.Equal(["[科目|本年|备注 / 合计||]"], Drawn.Blocks(ReadRows(
            Row(1, T("科目", 1), T("本年", 1), T("备注", 1)), Row(2, T("合计", 1), Blank(1), Blank(1)), Row(3, Blank(1), Blank(1), Blank(1)))));

    [Fact]
    public void Read_blankColumnBehindALabelWithBorders_isAColumn() =>
        Assert.Equal(["[资金总额|5|其他资金| / 财政拨款|5|其中|]"], Drawn.Blocks(ReadRows(
            Row(2, null, T("资金总额", 1), N("5", 1), T("其他资金", 1), Blank(1)), Row(3, null, T("财政拨款", 1), N("5", 1), T("其中", 1), Blank(1)))));

    [Fact]
    public void Read_rowWhoseBordersStopBetweenRowsWithAll_lostItsEnd()
    {
        var table = Assert.Single(ReadRows(Header, Row(2, T("甲", 1), N("5", 1)), Total(3)).Blocks.OfType<TableBlock>());

        Assert.Equal((TableGuessKind.CellsLost, 1, "row has 2 of 4 cells"), (Assert.Single(table.Guesses).Kind, table.Guesses[0].Row!.Value, table.Guesses[0].Detail));
        Assert.Equal([false, false, true, true], Enumerable.Range(0, 4).Select(column => table.Grid[1, column].Absent));
        Assert.DoesNotContain(table.Grid.Cells, static cell => cell is { Row: not 1, Absent: true });
    }

    // Blanks with borders are blank; without any borders nothing tells; the end of a shorter half, or what stands behind the borders, is no loss.
    [Fact]
    public void Read_rowWhoseBordersDoNotStopBetweenRowsWithAll_lostNothing()
    {
        AssertNothingLost(Header, Row(2, T("甲", 1), N("5", 1), Blank(1), Blank(1)), Total(3));
        AssertNothingLost(Row(1, T("项目"), T("本年"), T("上年"), T("备注")), Row(2, T("甲"), N("5")), Row(3, T("合计"), N("5"), N("6")));
        AssertNothingLost(Header, Total(2), Row(3, T("甲", 1), N("5", 1)));
        AssertNothingLost(Header, Row(2, T("甲", 1), N("5", 1), null, N("6")), Total(3));
        AssertNothingLost(Header, Row(2, T("甲", 1), T("见备注", 1)), Total(3));

        static void AssertNothingLost(params string[] rows)
        {
            var table = Assert.Single(ReadRows(rows).Blocks.OfType<TableBlock>());
            Assert.Empty(table.Guesses);
            Assert.DoesNotContain(table.Grid.Cells, static cell => cell.Absent);
        }
    }

    private static string Header => Row(1, T("项目", 1), T("本年", 1), T("上年", 1), T("备注", 1));

    private static string Total(int row) => Row(row, T("合计", 1), N("5", 1), N("6", 1), Blank(1));

    [Fact]
    public void Read_proseInCells_becomesParagraphs() =>
        Assert.Equal(["第一部分 概况", "一、主要职能", "甲局负责某某工作，承办会议会务与公文处理。"], Drawn.Blocks(ReadRows(
            Row(1, T("第一部分 概况")), Row(2, T("一、主要职能")), Row(4, T("甲局负责某某工作，承办会议会务与公文处理。")))));

    [Theory]
    [InlineData("1部门收支总表", true)]
    [InlineData("三公经费", true)]
    [InlineData("Sheet1", false)]
    [InlineData("表1", false)]
    public void Read_sheetWithoutTitle_takesOneFromItsName(string name, bool says)
    {
        var heading = new XlsxBuilder().Sheet(name, Table).Read().Blocks.OfType<Paragraph>().SingleOrDefault();

        Assert.Equal(says, heading is { Kind: ParagraphKind.Heading, Level: 1 } && heading.Text == name);
        Assert.Equal(says, heading is not null);
    }

    [Fact]
    public void Read_sheetWithATitle_needsNoneFromItsName() =>
        Assert.Equal(["部门收支总体情况表", "[项目|本年 / 合计|5]"], Drawn.Blocks(new XlsxBuilder().Sheet("1收支总表", Row(1, T("部门收支总体情况表")) + Row(3, T("项目"), T("本年")) + Row(4, T("合计"), N("5"))).Read()));

    [Fact]
    public void Read_drawingOnASheet_isNoted() =>
        Assert.Equal("drawing", Assert.Single(new XlsxBuilder().Sheet("甲", Table, "<drawing/>").Read().Notes).Code);

    // Each table of the corpus, kept as numbers with formats, prints as it did.
    [Theory]
    [MemberData(nameof(CorpusCases))]
    public void Read_corpusWrittenAsWorkbook_givesTheSameTexts(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(TestDocuments.Root, "corpus", name, "source.html"));
        var original = new HtmlReader().Read(new FetchedDocument(name, bytes, ""), new ReadingLimits(), TestContext.Current.CancellationToken);
        var ruled = new XlsxReader().Read(Document(CorpusWorkbook.Of(original, borders: true)), new ReadingLimits(), TestContext.Current.CancellationToken);
        var plain = new XlsxReader().Read(Document(CorpusWorkbook.Of(original, borders: false)), new ReadingLimits(), TestContext.Current.CancellationToken);

        Assert.Equal(TestDocuments.Texts(original), TestDocuments.Texts(ruled));

        // Without borders, a title that a blank row parts from its table stands apart; nothing else may differ.
        Assert.Equal(TestDocuments.Texts(original).Select(LastWords), TestDocuments.Texts(plain).Select(LastWords));
        Assert.Equal(original.Blocks.OfType<TableBlock>().Count(), plain.Blocks.OfType<TableBlock>().Count());
        Assert.Empty(ruled.Notes);

        static string LastWords(string text) => text[(text.LastIndexOf(' ') + 1)..];
    }

    [Fact]
    public void Read_sheetsConvertedByAnOffice_haveAllForms()
    {
        var content = TestDocuments.Read(new XlsxReader(), "xlsx", "nine-forms-on-one-sheet.xlsx");

        Assert.Equal(9, content.Blocks.OfType<TableBlock>().Count());
        Assert.Equal(32, content.Blocks.OfType<Paragraph>().Count());
    }

    [Fact]
    public void Recognises_onlyWorkbooks()
    {
        var reader = new XlsxReader();
        var whole = new XlsxBuilder().Sheet("Sheet1", Table).Build();

        Assert.True(reader.Recognises(whole));
        Assert.True(reader.Recognises(whole.AsSpan()[..^200]));
        Assert.False(reader.Recognises(new DocxBuilder().Body(DocxBuilder.P("甲")).Build()));
        Assert.False(reader.Recognises("PK"u8));
        Assert.Same(typeof(XlsxReader), DocumentReaders.All.First(candidate => candidate.Recognises(whole)).GetType());
    }

    [Fact]
    public void Read_cutShort_isDamaged() => Assert.Equal(UnreadableReason.Damaged, Fail(new XlsxBuilder().Sheet("Sheet1", Table).Build()[..^30]).Reason);

    [Theory]
    [InlineData("<row r=\"2\"/><row r=\"1\"/>")]
    [InlineData("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>甲</v></c></row>")]
    [InlineData("<row r=\"9999999\"><c r=\"A9999999\"><v>1</v></c></row>")]
    [InlineData("<row")]
    public void Read_sheetThatMakesNoSense_isDamagedAndNamesThePart(string rows) =>
        Assert.Equal(UnreadableReason.Damaged, Fail(new XlsxBuilder().Sheet("Sheet1", rows).Build()).Reason);

    [Fact]
    public void Read_missingSheet_isDamaged() =>
        Assert.Contains("xl/worksheets/sheet1.xml", Fail(new XlsxBuilder().Sheet("Sheet1", Table).Part("_rels/.rels", "<R><Relationship Type=\"x/officeDocument\" Target=\"/xl/other.xml\"/></R>")
            .Part("xl/other.xml", "<workbook><sheets><sheet name=\"甲\"/></sheets></workbook>").Build()).Text.Zh, StringComparison.Ordinal);

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"XFD2\"><v>1</v></c></row>", "")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "<mergeCells><mergeCell ref=\"A1:XFD1\"/><mergeCell ref=\"A2:XFD2\"/></mergeCells>")]
    public void Read_moreCellsThanAllowed_isTooLarge(string rows, string behind) =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(new XlsxBuilder().Sheet("Sheet1", rows, behind).Build(), new ReadingLimits { TableCells = 2000 }).Reason);

    [Fact]
    public void Read_anyDamagedSheet_readOrRefusedByName()
    {
        var xml = Table + HiddenRow(3, T("藏")) + Row(5, T("乙"), N("1.5"), N("0.1"));
        Gen.Select(Gen.Int[0, xml.Length - 1], Gen.Char["<>/\"= 019ABrcvst"]).Array[1, 4].Sample(flips =>
        {
            var damaged = new StringBuilder(xml);
            foreach (var (at, c) in flips)
            {
                damaged[at] = c;
            }

            try
            {
                new XlsxReader().Read(Document(new XlsxBuilder().Sheet("Sheet1", damaged.ToString(), Merge("A1:B1", "B2:C9")).Build()), new ReadingLimits(), default);
            }
            catch (UnreadableDocumentException error)
            {
                Assert.NotEmpty(error.Text.Zh);
            }
        }, iter: 500);
    }

    private static UnreadableDocumentException Fail(byte[] bytes, ReadingLimits? limits = null) =>
        Assert.Throws<UnreadableDocumentException>(() => new XlsxReader().Read(Document(bytes), limits ?? new ReadingLimits(), TestContext.Current.CancellationToken));
}
