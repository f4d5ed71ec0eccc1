using System.Text;
using Gouji.Extract.Readers;
using Gouji.Extract.Tests.Text;
using Gouji.Model;
using static Gouji.Extract.Tests.Text.PrintedText;

namespace Gouji.Extract.Tests.Readers;

public sealed class PlainTextReaderTests
{
    [Fact]
    public void Paragraphs_areOneALine_withoutMargins()
    {
        var content = Read("第一章 总则\n\n　　 本局负责测绘。  \n　\n收入10万元。");

        Assert.Equal(["第一章 总则", "本局负责测绘。", "收入10万元。"], Texts(content));
        Assert.Equal(new SourcePosition(null, 3, 4), content.Blocks[1].Source);
        Assert.All(content.Blocks, block => Assert.Equal(ParagraphKind.Body, Assert.IsType<Paragraph>(block).Kind));
        Assert.Empty(content.Notes);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void LineEnds_ofAnySystem_giveTheSameBlocks(string lineEnd)
    {
        var text = "甲表\n" + Table("名称|金额", "鞋|1.00", "帽|2.00") + "\n完";
        var content = Read(text.ReplaceLineEndings(lineEnd));

        var table = Assert.IsType<TableBlock>(content.Blocks[1]);
        Assert.Equal((3, 2), (table.Grid.RowCount, table.Grid.ColumnCount));
        Assert.Equal(["甲表", "名称", "金额", "鞋", "1.00", "帽", "2.00", "完"], Texts(content));
        Assert.Equal(6, table.Grid[1, 1].Source.Line);
    }

    [Fact]
    public void Table_withFullRows_hasNothingGuessed()
    {
        var table = ReadTable("物资表\n" + Table("名称|数量|金额", "椅|3|30.00", "桌||40.00") + "\n尾");

        Assert.Empty(table.Guesses);
        Assert.Equal("桌 |  | 40.00", Row(table, 2));
        Assert.False(table.Grid[2, 1].Absent);
    }

    [Fact]
    public void Cells_areTrimmedOfIdeographicAndNoBreakSpace_andPointAtTheirFirstCharacter()
    {
        var table = ReadTable("\t　 名称\u00A0\n\t\u3000\n\n  \t鞋\n\t 1.00　\n\n");

        Assert.Equal("名称", table.Grid[0, 0].Text);
        Assert.Equal(new SourcePosition(null, 1, 4), table.Grid[0, 0].Source);
        Assert.Equal("", table.Grid[0, 1].Text);
        Assert.Equal(new SourcePosition(null, 2, 2), table.Grid[0, 1].Source);
        Assert.Equal(new SourcePosition(null, 4, 4), table.Grid[1, 0].Source);
        Assert.Equal(new SourcePosition(null, 5, 3), table.Grid[1, 1].Source);
    }

    [Fact]
    public void Bookmarks_areNoText()
    {
        var content = Read("[bookmark: _Toc1]概况[bookmark: _Toc2]\n[bookmark: _x]\n" + Table("名称|金额", "[bookmark: _GoBack]　|5.00[bookmark: y]"));

        Assert.Equal(["概况", "名称", "金额", "", "5.00"], Texts(content));
        Assert.Equal(18, content.Blocks[0].Source.Character);
    }

    [Fact]
    public void TableTitle_afterOneBlankLine_beginsANewTable()
    {
        var content = Read(Table("指标|数值", "甲|1.00", "绩 效 表", "指标|数值", "乙|2.00"));

        var tables = content.Blocks.OfType<TableBlock>().ToArray();
        Assert.Equal([2, 3], tables.Select(table => table.Grid.RowCount));
        Assert.Equal("绩 效 表[1×2]", Row(tables[1], 0));
    }

    [Fact]
    public void SecondBlankLine_endsATable_unlessARowOfFiguresFollows()
    {
        var parted = Read(Table("名称|金额", "甲|1.00") + "\n" + Table("款目|数额", "乙|2.00"));
        var whole = Read(Table("名称|金额", "甲|1.00") + "\n" + Table("乙|2.00", "丙|3.00"));

        Assert.Equal(2, parted.Blocks.Count);
        Assert.Equal(4, Assert.IsType<TableBlock>(Assert.Single(whole.Blocks)).Grid.RowCount);
    }

    [Fact]
    public void Paragraph_betweenTables_isNotSwallowed()
    {
        foreach (var between in new[] { "表三：", "收入明细表", "填报单位：测绘局  单位：万元", "备注：本表为空。", "下面是各项收入的明细情况，供查阅。", "收入明细" })
        {
            var content = Read(Table("名称|金额|说明", "甲|1.00|") + between + "\n" + Table("款目|数额", "乙|2.00"));

            Assert.Equal(3, content.Blocks.Count);
            Assert.Equal(between, Assert.IsType<Paragraph>(content.Blocks[1]).Text);
        }
    }

    [Fact]
    public void LinesLedByATab_thatAreSentences_areParagraphs()
    {
        var content = Read("\t本单位负责全区测绘工作的组织。\n\t本单位设三个科室，共二十人在编。\n\n\t一、主要职责\n\n\n\t另有车辆两台，用于外业测量工作。\n后续没有缩进。\n");

        Assert.All(content.Blocks, block => Assert.IsType<Paragraph>(block));
        Assert.Equal(5, content.Blocks.Count);
    }

    [Fact]
    public void RowPerLine_withTabsBetweenCells_isATable()
    {
        var table = ReadTable("甲\n名称\t金额\t说明\n鞋\t1.00\t\n帽\t2.00\t新\n");
        var led = ReadTable("\t名称\t金额\t说明\n\t鞋\t1.00\t\n\n\t帽\t2.00\t新\n");

        Assert.Equal("鞋 | 1.00 | ", Row(table, 1));
        Assert.Equal((3, 3), (led.Grid.RowCount, led.Grid.ColumnCount));
        Assert.Equal("帽 | 2.00 | 新", Row(led, 2));
        Assert.Equal(new SourcePosition(null, 4, 4), led.Grid[2, 1].Source);
    }

    [Fact]
    public void File_aboveTheLimit_isRefusedBeforeDecoding_withSizeAndLimit()
    {
        var failure = Assert.Throws<UnreadableDocumentException>(() => PrintedText.Read([0xFF, 0xFF, 0xFF], new ReadingLimits { TextBytes = 2 }));

        Assert.Equal(UnreadableReason.TooLarge, failure.Reason);
        Assert.Contains("3 bytes", failure.Text.En, StringComparison.Ordinal);
        Assert.Contains("上限2字节", failure.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_aboveTheLimitOfCells_isRefused()
    {
        var bytes = Encoding.UTF8.GetBytes(Table("甲|乙|丙", "1|2|3"));
        var failure = Assert.Throws<UnreadableDocumentException>(() => PrintedText.Read(bytes, new ReadingLimits { TableCells = 5 }));

        Assert.Equal(UnreadableReason.TooLarge, failure.Reason);
        Assert.Contains("2 rows × 3 columns", failure.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_cancelled_stops()
    {
        Assert.Throws<OperationCanceledException>(() =>
            new PlainTextReader().Read(Document("甲"u8.ToArray()), new ReadingLimits(), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Content_carriesFormatAndDigest()
    {
        var content = Read("甲");

        Assert.Equal("text", content.Format);
        Assert.Equal(new string('0', 64), content.Sha256);
    }

    [Fact]
    public void FullWidthDigits_foldUnderCompatibilityForm_soGlobalizationIsOn()
    {
        Assert.Equal("12.5%", "１２．５％".Normalize(NormalizationForm.FormKC));
        Assert.False(AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant);
    }
}
