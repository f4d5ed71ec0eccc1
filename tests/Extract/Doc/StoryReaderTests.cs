using Gouji.Extract.Tests.Docx;
using Gouji.Model;
using static Gouji.Extract.Tests.Doc.DocBuilder;

namespace Gouji.Extract.Tests.Doc;

public sealed class StoryReaderTests
{
    private static readonly byte[] Special = Sprm(0x0855, 1);

    [Fact]
    public void Read_piecesOfOneByteCharacters_areWindows1252() =>
        Assert.Equal(["“a”–é€", "甲"], Drawn.Blocks(new DocBuilder().Piece(compressed: true).P("\u0093a\u0094\u0096\u00E9\u0080").Piece().P("甲").Read()));

    [Fact]
    public void Read_savedFast_followsThePiecesNotTheBytes() =>
        Assert.Equal(["一二三", "四"], Drawn.Blocks(new DocBuilder { PiecesBackwards = true }
            .Run("一").Piece().Run("二").Piece(compressed: true).Run("").Piece().P("三").Piece().P("四").Read()));

    // A paragraph that goes over pieces has the properties of the piece with its mark.
    [Fact]
    public void Read_paragraphOverPieces_hasThePropertiesOfItsMark() =>
        Assert.Equal(["[a|b]"], Drawn.Blocks(new DocBuilder { PiecesBackwards = true }
            .Run("a").Piece(compressed: true).Cell("").Piece().Run("b").Piece().Cell("").EndRow(Row([0, 1000, 2000])).Read()));

    [Fact]
    public void Read_pieceWithChanges_appliesThemToItsText()
    {
        var builder = new DocBuilder();
        var deleted = builder.Changes(Sprm(0x0800, 1));

        Assert.Equal(["甲丁"], Drawn.Blocks(builder.Run("甲").Piece(prm: deleted).Run("乙").Piece(prm: (0x5C << 1) | (1 << 8)).Run("丙").Piece().P("丁").Read()));
    }

    [Fact]
    public void Read_pieceThatPutsItsParagraphsIntoATable_isRead()
    {
        var inTable = (0x18 << 1) | (1 << 8);

        Assert.Equal(["[甲|乙]"], Drawn.Blocks(new DocBuilder()
            .Piece(prm: inTable).Run("甲").Mark("\u0007", 0, []).Run("乙").Mark("\u0007", 0, []).Piece().EndRow(Row([0, 1000, 2000])).Read()));
    }

    [Fact]
    public void Read_hiddenAndDeletedText_isLeftOut() =>
        Assert.Equal(["甲丁"], Drawn.Blocks(new DocBuilder()
            .Run("甲").Run("乙", Sprm(0x083C, 1)).Run("丙", Sprm(0x0800, 1)).Run("丁", Sprm(0x0801, 1)).P("").Read()));

    [Fact]
    public void Read_styleThatHides_hidesUnlessTheRunShows() =>
        Assert.Equal(["b", "c", "d"], Drawn.Blocks(new DocBuilder()
            .Styles((1, 0xFFF, 0, [], []), (1, 0, 100, [], Sprm(0x083C, 1)), (2, 0xFFF, 101, [], Sprm(0x083C, 1)))
            .Run("a").Run("b", Sprm(0x083C, 0)).Styled("", 1)
            .Run("a", Sprm(0x4A30, Word(2))).P("c")
            .Run("a", Sprm(0x083C, 0x80)).Run("d", Sprm(0x083C, 0x81)).Styled("", 1).Read()));

    [Theory]
    [InlineData(0x0800)]
    [InlineData(0x083C)]
    public void Read_markDeletedOrHidden_joinsTheNextParagraph(int code) =>
        Assert.Equal(["甲乙"], Drawn.Blocks(new DocBuilder().Run("甲").Mark("\r", 0, [], Sprm(code, 1)).P("乙").Read()));

    [Fact]
    public void Read_styleSeparator_keepsTheHeading()
    {
        var content = new DocBuilder().Styles((1, 0xFFF, 0, [], []), (1, 0, 2, [], []))
            .Run("甲").Mark("\r", 1, [], Sprm(0x083C, 1), Sprm(0x0818, 1)).P("乙").Read();

        Assert.Equal(("甲乙", ParagraphKind.Heading, 2), Paragraph(content, 0));
    }

    [Fact]
    public void Read_headings_comeFromStyleAndOutlineLevel()
    {
        var content = new DocBuilder()
            .Styles((1, 0xFFF, 0, [], []), (1, 0, 3, [], []), (1, 1, 100, [], []), (1, 1, 101, Sprm(0x2640, 9), []))
            .Styled("甲", 1).Styled("乙", 2).Styled("丙", 3).Styled("丁", 1, Sprm(0x2640, 9)).P("戊", Sprm(0x2640, 0)).Read();

        Assert.Equal([("甲", ParagraphKind.Heading, 3), ("乙", ParagraphKind.Heading, 3), ("丙", ParagraphKind.Body, 0), ("丁", ParagraphKind.Body, 0), ("戊", ParagraphKind.Heading, 1)],
            Enumerable.Range(0, 5).Select(i => Paragraph(content, i)));
    }

    [Fact]
    public void Read_specialCharacters_areWhatTheyStandFor()
    {
        var content = new DocBuilder().Run("a\tb\u000Bc\fd\u001Ee\u001Ff\u000Eg\u0005").Run("<", Special).Run("<").P("").Read();

        Assert.Equal(["a\tb\nc\nd-ef\ng<"], Drawn.Blocks(content));
    }

    [Fact]
    public void Read_symbol_isMappedByItsFont() =>
        Assert.Equal(["√(", "\uFFFD"], Drawn.Blocks(new DocBuilder().Table(15, Fonts("Symbol", "Webdings"))
            .Run("(", Special, Sprm(0x6A09, 0, 0, 0xD6, 0xF0)).P("(").Run("(", Special, Sprm(0x6A09, 1, 0, 0x41, 0xF0)).P("").Read()));

    [Fact]
    public void Read_endOfSection_endsTheParagraph() =>
        Assert.Equal(["甲", "乙\n丙"], Drawn.Blocks(new DocBuilder().Table(6, Long(0), Long(2), Long(6), new byte[24]).Run("甲").Mark("\f", 0, []).P("乙\f丙").Read()));

    [Fact]
    public void Read_fields_giveTheirResults() =>
        Assert.Equal(["共3页4", "乙"], Drawn.Blocks(new DocBuilder()
            .P("共\u0013 NUMPAGES \u0013X\u0014Y\u0015\u00143\u0015页\u0013REF\u0015\u0013 A \u00144\u0015").P("乙").Read()));

    [Fact]
    public void Read_fieldThatDoesNotEnd_losesNothing()
    {
        var content = new DocBuilder().Row("甲\u0013 PAGE", "乙").P("丙\u0013 REF").P("丁").Read();

        Assert.Equal(["[甲 PAGE|乙]", "丙 REF", "丁"], Drawn.Blocks(content));
        Assert.Equal("field-unfinished", Assert.Single(content.Notes).Code);
    }

    [Fact]
    public void Read_resultOverATable_isRead() =>
        Assert.Equal(["[甲|乙]", "丙"], Drawn.Blocks(new DocBuilder().P("\u0013INCLUDETEXT\u0014").Row("甲", "乙").P("丙\u0015").Read()));

    [Fact]
    public void Read_notes_followWhatRefersToThem()
    {
        var content = new DocBuilder()
            .P("甲\u0002").Row("乙", "*").P("丙")
            .Table(2, Long(1), Long(5), Long(9), Word(1), Word(0)).Table(3, Long(0), Long(4), Long(8), Long(9))
            .Table(46, Long(0), Long(9), Word(1)).Table(47, Long(0), Long(3), Long(4))
            .Story(1).P("\u0002 一").P("* 二").P("")
            .Story(2).P("页眉")
            .Story(5).P("尾注").P("").Read();

        Assert.Equal(["甲", "尾注", "一", "[乙|*]", "* 二", "丙"], Drawn.Blocks(content));
        Assert.Equal(("一", ParagraphKind.Footnote, 0), Paragraph(content, 2));
        Assert.Equal(new SourcePosition("footnote 1", 1, 2), content.Blocks[2].Source);
    }

    [Fact]
    public void Read_textBoxes_standAfterTheirAnchor()
    {
        var content = new DocBuilder()
            .P("甲\u0008").P("乙")
            .Table(40, Long(1), Long(5), Long(77), new byte[22])
            .Table(56, Long(0), Long(3), Long(6), Long(7), new byte[14], Long(77), new byte[4], new byte[14], Long(78), new byte[4], new byte[22])
            .Story(6).P("框一").P("框二").P("").Read();

        Assert.Equal(["甲", "框一", "乙", "框二"], Drawn.Blocks(content));
        Assert.Empty(content.Notes);
    }

    [Fact]
    public void Read_picturesObjectsAndDrawings_areNoted()
    {
        var content = new DocBuilder()
            .Run("\u0001", Special).Run("\u0001", Special, Sprm(0x0806, 1)).Run("\u0013 EMBED Excel.Sheet.8 ").Run("\u0014", Special, Sprm(0x080A, 1)).Run("\u0001\u0015", Special)
            .Run("\u0008", Special).P("").Read();

        Assert.Equal(["picture", "embedded-object", "drawing"], content.Notes.Select(static note => note.Code));
        Assert.Contains(content.Notes, static note => note.Text.Zh.Contains("1张图片", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_propertiesInTheDataStream_areFollowed() =>
        Assert.Equal(["[甲|乙]"], Drawn.Blocks(new DocBuilder { Data = [9, 9, .. Word(3), .. Sprm(0x2416, 1)] }
            .Run("甲").Mark("\u0007", 0, Sprm(0x6646, Long(2))).Run("乙").Mark("\u0007", 0, Sprm(0x646B, Long(2))).EndRow(Row([0, 1000, 2000])).Read()));

    private static (string, ParagraphKind, int) Paragraph(DocumentContent content, int index)
    {
        var paragraph = Assert.IsType<Paragraph>(content.Blocks[index]);
        return (paragraph.Text, paragraph.Kind, paragraph.Level);
    }

    private static byte[] Fonts(params string[] names) =>
        [.. Word(names.Length), .. Word(0), .. names.SelectMany(static name => (byte[])[(byte)(39 + ((name.Length + 1) * 2)), .. new byte[39], .. name.SelectMany(static c => Word(c)), 0, 0])];
}
