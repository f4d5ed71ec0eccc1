using Gouji.Model;
using static Gouji.Extract.Tests.Docx.DocxBuilder;

namespace Gouji.Extract.Tests.Docx;

/// <summary>What of the text is printed, and what is not.</summary>
public sealed class StoryReaderTests
{
    [Fact]
    public void Text_inSeveralRuns_isOneParagraph() => Is("收入950.64万元", $"<w:p>{R("收入950")}{R(".64")}{R("万元")}</w:p>");

    [Fact]
    public void Text_strictNamespace_isRead() =>
        Assert.Equal(["甲", "[乙|丙]"], Drawn.Blocks(new DocxBuilder(DocxBuilder.Strict).Body(P("甲") + Tbl(Tr(Tc("乙"), Tc("丙")))).Read()));

    [Fact]
    public void Text_withoutPreserve_losesWhiteSpaceAtItsEndsAsInWord() => Is("甲乙 丙", "<w:p><w:r><w:t> 甲 </w:t><w:t>\n乙 丙</w:t><w:t> </w:t></w:r></w:p>");

    [Fact]
    public void Text_preserveFarAbove_keepsWhiteSpace() =>
        Is("甲  乙", "<w:p xml:space=\"preserve\"><w:r><w:t>甲 </w:t><w:t> </w:t><w:t>乙</w:t></w:r></w:p>");

    [Fact]
    public void Text_lineEndInTheFile_isASpace() => Is("甲 乙", "<w:p><w:r><w:t xml:space=\"preserve\">甲\n乙</w:t></w:r></w:p>");

    [Fact]
    public void Text_entitiesAndCData_areWhole() => Is("<甲>&乙", "<w:p><w:r><w:t>&lt;甲&gt;<![CDATA[&]]><!-- 注 -->乙</w:t></w:r></w:p>");

    [Fact]
    public void Paragraph_whiteSpaceAtTheEnds_isTrimmedIdeographicToo() => Is("甲　乙", P("　　甲　乙\u00A0 "));

    [Fact]
    public void Paragraph_empty_isNotThere() => Is([], "<w:p/><w:p></w:p>" + P(" 　") + "<w:p><w:r><w:br/></w:r></w:p>");

    [Fact]
    public void Breaks_areLineEnds() =>
        Is("甲\n乙\n丙\n丁", $"<w:p>{R("甲")}<w:r><w:br/></w:r>{R("乙")}<w:r><w:cr/></w:r>{R("丙")}<w:r><w:br w:type=\"page\"/></w:r>{R("丁")}</w:p>");

    [Fact]
    public void Tabs_inRunsOnly_areTabs() =>
        Is("甲\t乙", $"<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"420\"/></w:tabs></w:pPr>{R("甲")}<w:r><w:tab/></w:r>{R("乙")}</w:p>");

    [Fact]
    public void Hyphens_noBreakIsPrintedSoftIsNot() =>
        Is("2019-2020年", $"<w:p>{R("2019")}<w:r><w:noBreakHyphen/></w:r>{R("20")}<w:r><w:softHyphen/></w:r>{R("20年")}</w:p>");

    [Fact]
    public void Symbol_isMappedOrShownAsMissing() =>
        Is("✓\uFFFD", "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"Private\" w:char=\"F0AA\"/></w:r></w:p>");

    [Fact]
    public void Insertions_count_deletionsDoNot() =>
        Is("950.64万元", $"<w:p>{R("950.")}<w:del><w:r><w:delText>46</w:delText></w:r></w:del><w:ins>{R("64")}</w:ins>{R("万元")}</w:p>");

    [Fact]
    public void Moves_countWhereTheyGo() =>
        Is(["乙甲"], $"<w:p><w:moveFromRangeStart w:id=\"1\"/><w:moveFrom>{R("甲")}</w:moveFrom><w:moveFromRangeEnd w:id=\"1\"/>{R("乙")}<w:moveTo>{R("甲")}</w:moveTo></w:p>");

    [Fact]
    public void Deletion_aroundParagraphsAndTables_takesThemAway() =>
        Is(["留"], $"<w:del>{P("去")}{Tbl(Tr(Tc("去"), Tc("去")))}</w:del>{P("留")}");

    [Fact]
    public void ParagraphMark_deleted_joinsTheNextParagraph() =>
        Is(["甲乙", "丙"], P("甲", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>") + P("乙") + P("丙"));

    [Fact]
    public void ParagraphMark_deletedBeforeATable_losesNothing() =>
        Is(["甲", "[乙|丙]", "丁"], P("甲", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>") + Tbl(Tr(Tc("乙"), Tc("丙"))) + P("丁", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"));

    [Fact]
    public void ParagraphMark_deletedInACell_joinsWithinTheCellOnly() =>
        Is(["[甲乙|丙]"], Tbl(Tr($"<w:tc>{P("甲", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>")}{P("乙", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>")}</w:tc>", Tc("丙"))));

    [Fact]
    public void ParagraphMark_deletedBeforeANestedTable_staysInItsCell() =>
        Is(["[甲|丙]", "[一|二]"], Tbl(Tr($"<w:tc>{P("甲", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>")}{Tbl(Tr(Tc("一"), Tc("二")))}<w:p/></w:tc>", Tc("丙"))));

    [Fact]
    public void OldProperties_ofATrackedChange_doNotCount() =>
        Is(["甲", "乙", "丙"],
            "<w:p><w:pPr><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r></w:p>"
            + P("乙", "<w:pPr><w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange></w:pPr>") + P("丙"));

    [Fact]
    public void OldOutlineLevel_ofATrackedChange_doesNotCount() =>
        Assert.Equal(ParagraphKind.Body, Assert.IsType<Paragraph>(Assert.Single(ReadBody(P("甲", "<w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr>")).Blocks)).Kind);

    [Fact]
    public void SimpleField_resultIsPrinted_instructionIsNot() => Is("甲3", $"<w:p>{R("甲")}<w:fldSimple w:instr=\" PAGE \">{R("3")}</w:fldSimple></w:p>");

    [Fact]
    public void ComplexField_onlyItsResultIsPrinted() =>
        Is("合计12万元", $"<w:p>{R("合计")}{Fld("begin")}<w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>{Fld("separate")}{R("12")}{Fld("end")}{R("万元")}</w:p>");

    // A nested field's result is typed as text within the outer instruction; rivals that only leave out w:instrText print it.
    [Fact]
    public void ComplexField_resultWithinAnInstruction_isNotPrinted() =>
        Is("甲乙", $"<w:p>{R("甲")}{Fld("begin")}{Fld("begin")}{Fld("separate")}{R("2020")}{Fld("end")}{Fld("separate")}{R("乙")}{Fld("end")}</w:p>");

    [Fact]
    public void ComplexField_overParagraphs_resultIsPrinted() =>
        Is(["目录", "一、概况", "末"], $"{P("目录")}<w:p>{Fld("begin")}<w:r><w:instrText>TOC</w:instrText></w:r>{Fld("separate")}{R("一、概况")}</w:p><w:p>{Fld("end")}</w:p>{P("末")}");

    [Fact]
    public void ComplexField_aroundATableWithADeletedCell_comesToItsResult() =>
        Is(["甲", "乙"], $"<w:p>{Fld("begin")}</w:p>{Tbl(Tr("<w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p/></w:tc>"))}<w:p>{Fld("separate")}{R("甲")}{Fld("end")}</w:p>{P("乙")}");

    [Fact]
    public void ComplexField_withoutEnd_losesNothingAndIsNoted()
    {
        var content = ReadBody($"<w:p>{Fld("begin")}{R("甲")}</w:p>{Tbl(Tr($"<w:tc><w:p>{Fld("begin")}{R("乙")}</w:p></w:tc>", Tc("丙")))}{P("丁")}");

        Assert.Equal(["甲", "[乙|丙]", "丁"], Drawn.Blocks(content));
        Assert.Equal("field-unfinished", Assert.Single(content.Notes).Code);
    }

    [Fact]
    public void Hidden_run_isNotPrinted() =>
        Is("甲丙", $"<w:p>{R("甲")}<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t><w:tab/></w:r>{R("丙")}</w:p>");

    [Theory]
    [InlineData("0")]
    [InlineData("false")]
    [InlineData("off")]
    public void Hidden_switchedOff_isPrinted(string value) => Is("甲", $"<w:p><w:r><w:rPr><w:vanish w:val=\"{value}\"/></w:rPr><w:t>甲</w:t></w:r></w:p>");

    [Fact]
    public void Hidden_onTheWebOnly_isPrinted() => Is("甲", "<w:p><w:r><w:rPr><w:webHidden/></w:rPr><w:t>甲</w:t></w:r></w:p>");

    [Fact]
    public void Hidden_paragraphMark_runsOnInTheSameLine() => Is(["甲乙"], P("甲", "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>") + P("乙"));

    [Fact]
    public void StyleSeparator_headingKeepsItsKind()
    {
        var separator = "<w:pPr><w:outlineLvl w:val=\"1\"/><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>";
        var block = Assert.Single(ReadBody(P("甲。", separator) + P("乙")).Blocks);

        Assert.Equal(new Paragraph("甲。乙", ParagraphKind.Heading, 2) { Source = block.Source }, block);
    }

    [Fact]
    public void Ruby_baseIsPrinted_readingAidIsNot() =>
        Is("喀什", $"<w:p><w:r><w:ruby><w:rubyPr/><w:rt>{R("kā")}</w:rt><w:rubyBase>{R("喀")}</w:rubyBase></w:ruby></w:r>{R("什")}</w:p>");

    [Fact]
    public void Formula_isText() => Is("a+b=3", "<w:p><m:oMath><m:r><m:rPr/><m:t>a+b</m:t></m:r><m:r><m:t>=3</m:t></m:r></m:oMath></w:p>");

    [Theory]
    [InlineData("sdt")]
    [InlineData("customXml")]
    [InlineData("smartTag")]
    [InlineData("hyperlink")]
    [InlineData("bdo")]
    public void Wrapper_inAParagraph_isSeenThrough(string name) => Is("甲乙丙", $"<w:p>{R("甲")}{Wrap(name, R("乙"))}{R("丙")}</w:p>");

    [Theory]
    [InlineData("sdt")]
    [InlineData("customXml")]
    [InlineData("ins")]
    public void Wrapper_aroundBlocksRowsAndCells_isSeenThrough(string name) =>
        Is(["甲", "[乙|丙 / 丁|戊]"], Wrap(name, P("甲") + Tbl(Tr(Tc("乙"), Wrap(name, Tc("丙"))), Wrap(name, Tr(Wrap(name, Tc("丁") + Tc("戊")))))));

    [Fact]
    public void ContentControl_listItemsAndProperties_areNotText() =>
        Is("男", $"<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr><w:placeholder><w:docPart w:val=\"x\"/></w:placeholder></w:sdtPr><w:sdtEndPr/><w:sdtContent>{P("男")}</w:sdtContent></w:sdt>");

    [Fact]
    public void TextBox_itsBlocksFollowTheParagraphThatHoldsIt() =>
        Is(["外前后", "内一", "[内|表]", "末"], $"<w:p>{R("外前")}<w:r><w:pict><v:textbox><w:txbxContent>{P("内一")}{Tbl(Tr(Tc("内"), Tc("表")))}</w:txbxContent></v:textbox></w:pict></w:r>{R("后")}</w:p>{P("末")}");

    // The same box stands in both versions; reading both doubles every figure, reading neither loses them.
    [Fact]
    public void TextBox_inBothVersions_isReadOnce() =>
        Is(["外", "新"], $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent>{P("新")}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>{P("旧")}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>{R("外")}</w:p>");

    [Fact]
    public void TextBox_inACell_joinsItsText() =>
        Is(["[外\\n内|乙]", "[一|二]"], Tbl(Tr($"<w:tc><w:p>{R("外")}<w:r><v:textbox><w:txbxContent>{P("内")}{Tbl(Tr(Tc("一"), Tc("二")))}</w:txbxContent></v:textbox></w:r></w:p></w:tc>", Tc("乙"))));

    [Fact]
    public void TextBox_inAHiddenRun_isNotPrinted() =>
        Is("甲", $"<w:p>{R("甲")}<w:r><w:rPr><w:vanish/></w:rPr><v:textbox><w:txbxContent>{P("乙")}</w:txbxContent></v:textbox></w:r></w:p>");

    [Fact]
    public void TextBox_withinATextBox_followsIt() =>
        Is(["外", "中", "内", "末"], $"<w:p>{R("外")}<w:r><v:textbox><w:txbxContent><w:p><w:r><v:textbox><w:txbxContent>{P("内")}</w:txbxContent></v:textbox></w:r>{R("中")}</w:p></w:txbxContent></v:textbox></w:r></w:p>{P("末")}");

    [Fact]
    public void TextOutsideOfAnyParagraph_isDamageButText() => Is(["甲", "[乙|]"], $"{R("甲")}{Tbl(Tr($"<w:tc>{R("乙")}</w:tc>", Tc("")))}");

    [Fact]
    public void Section_propertiesAreNotText() => Is("甲", P("甲", "<w:pPr><w:sectPr><w:pgNumType w:fmt=\"decimal\"/></w:sectPr></w:pPr>") + "<w:sectPr/>");

    [Fact]
    public void EmbeddedObjectsAndImportedParts_areNoted() =>
        Assert.Equal(
            ["embedded-object", "imported-part"],
            ReadBody("<w:p><w:r><w:object><v:imagedata/></w:object></w:r></w:p><w:altChunk/>").Notes.Select(note => note.Code));

    // A scanned disclosure has no text at all; without the note it would look like an empty one.
    [Fact]
    public void Pictures_areNoted_onceForBothVersions()
    {
        var note = Assert.Single(ReadBody("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><m:blip/></mc:Choice><mc:Fallback><v:imagedata/></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p><w:r><v:imagedata/></w:r></w:p>").Notes);

        Assert.Equal(("picture", "文档含2张图片，图片中的文字和表格未读取。"), (note.Code, note.Text.Zh));
    }

    [Fact]
    public void Source_isTheFirstTextInItsPart()
    {
        var body = ReadBody("\n" + P("　甲") + $"\n<w:p>\n{R("")}<w:r>\n  <w:t>乙</w:t></w:r></w:p>\n" + Tbl("\n" + Tr(Tc("丙"), "\n<w:tc><w:p/></w:tc>")));

        Assert.Equal(["word/document.xml"], body.Blocks.Select(block => block.Source.Part!).Distinct());
        var lines = body.Blocks.Select(block => block.Source.Line).ToArray();
        Assert.Equal([lines[0], lines[0] + 3, lines[0] + 4], lines);
        Assert.Equal(8, body.Blocks[1].Source.Character);
        var cells = Assert.IsType<TableBlock>(body.Blocks[2]).Grid;
        Assert.Equal((lines[0] + 5, lines[0] + 6, 2), (cells[0, 0].Source.Line, cells[0, 1].Source.Line, cells[0, 1].Source.Character));
    }

    private static string Fld(string type) => $"<w:r><w:fldChar w:fldCharType=\"{type}\"/></w:r>";

    private static string Wrap(string name, string content) =>
        name == "sdt" ? $"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>" : $"<w:{name}>{content}</w:{name}>";

    private static void Is(string expected, string body) => Is([expected], body);

    private static void Is(string[] expected, string body) => Assert.Equal(expected, Drawn.Blocks(ReadBody(body)));
}
