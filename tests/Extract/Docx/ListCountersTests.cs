using Gouji.Model;
using static Gouji.Extract.Tests.Docx.DocxBuilder;

namespace Gouji.Extract.Tests.Docx;

public sealed class ListCountersTests
{
    private static readonly string Outline = Kind(0, Level(0, "chineseCountingThousand", "%1、"), Level(1, "chineseCounting", "（%2）"), Level(2, "decimal", "%3."));

    [Fact]
    public void Next_outlineOfADisclosure_isLabelledAndNested()
    {
        var blocks = Read(Outline + Num(1, 0), Item(1, 0, "概况"), Item(1, 1, "职责"), Item(1, 1, "机构"), Item(1, 0, "情况"), Item(1, 1, "收支"), Item(1, 2, "收入"));

        Assert.Equal(["一、概况", "（一）职责", "（二）机构", "二、情况", "（一）收支", "1. 收入"], blocks.Select(block => block.Text));
        Assert.Equal([1, 2, 2, 1, 2, 3], blocks.Select(block => block.Level));
        Assert.All(blocks, block => Assert.Equal(ParagraphKind.ListItem, block.Kind));
    }

    [Fact]
    public void Next_numbersOfSeveralLevels_areWrittenInTheFormatOfEach() =>
        Is(["I 1", "I.1 2", "I.2 3"], Kind(0, Level(0, "upperRoman", "%1"), Level(1, "decimal", "%1.%2")) + Num(1, 0), Item(1, 0, "1"), Item(1, 1, "2"), Item(1, 1, "3"));

    [Fact]
    public void Next_legalNumbering_isDecimalThroughout() =>
        Is(["一、甲", "1.1 乙"], Kind(0, Level(0, "chineseCounting", "%1、"), Level(1, "lowerLetter", "%1.%2", "<w:isLgl/>")) + Num(1, 0), Item(1, 0, "甲"), Item(1, 1, "乙"));

    [Fact]
    public void Next_deeperLevelFirst_showsTheFirstNumberOfTheLevelAbove() =>
        Is(["1.1 甲", "1 乙"], Kind(0, Level(0, "decimal", "%1"), Level(1, "decimal", "%1.%2")) + Num(1, 0), Item(1, 1, "甲"), Item(1, 0, "乙"));

    [Fact]
    public void Next_levelThatNeverRestarts_goesOn() =>
        Is(["1. 甲", "a) 乙", "2. 丙", "b) 丁"], Kind(0, Level(0, "decimal", "%1."), Level(1, "lowerLetter", "%2)", "<w:lvlRestart w:val=\"0\"/>")) + Num(1, 0), Item(1, 0, "甲"), Item(1, 1, "乙"), Item(1, 0, "丙"), Item(1, 1, "丁"));

    [Fact]
    public void Next_levelThatRestartsAfterTheFirst_goesOnPastTheSecond() =>
        Is(["1 甲", "1 乙", "1 丙", "2 丁", "2 戊", "2 己", "1 庚"],
            Kind(0, Level(0, "decimal", "%1"), Level(1, "decimal", "%2"), Level(2, "decimal", "%3", "<w:lvlRestart w:val=\"1\"/>")) + Num(1, 0),
            Item(1, 0, "甲"), Item(1, 1, "乙"), Item(1, 2, "丙"), Item(1, 1, "丁"), Item(1, 2, "戊"), Item(1, 0, "己"), Item(1, 2, "庚"));

    // Two lists of one kind count on together unless one says where it begins.
    [Fact]
    public void Next_listsOfOneKind_countOn_anOverrideBeginsAnew() =>
        Is(["1 甲", "2 乙", "5 丙", "6 丁", "7 戊"], Kind(0, Level(0, "decimal", "%1")) + Num(1, 0) + Num(2, 0) + Num(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"),
            Item(1, 0, "甲"), Item(2, 0, "乙"), Item(3, 0, "丙"), Item(3, 0, "丁"), Item(1, 0, "戊"));

    [Fact]
    public void Next_levelThatRestarts_beginsAtTheOverrideOfTheList() =>
        Is(["1 甲", "3 乙", "4 丙", "2 丁", "3 戊"], Kind(0, Level(0, "decimal", "%1"), Level(1, "decimal", "%2")) + Num(1, 0, "<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"3\"/></w:lvlOverride>"),
            Item(1, 0, "甲"), Item(1, 1, "乙"), Item(1, 1, "丙"), Item(1, 0, "丁"), Item(1, 1, "戊"));

    [Fact]
    public void Next_levelOfTheListItself_replacesThatOfTheKind() =>
        Is(["甲. 一"], Kind(0, Level(0, "decimal", "%1")) + Num(1, 0, $"<w:lvlOverride w:ilvl=\"0\">{Level(0, "ideographTraditional", "%1.")}</w:lvlOverride>"), Item(1, 0, "一"));

    [Fact]
    public void Next_kindDefinedByANumberingStyle_isFound() =>
        Is(["第1条 甲"], "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"S\"/></w:abstractNum>" + Kind(1, "<w:styleLink w:val=\"S\"/>", Level(0, "decimal", "第%1条", "<w:suff w:val=\"space\"/>")) + Num(1, 0), Item(1, 0, "甲"));

    [Theory]
    [InlineData("<w:suff w:val=\"nothing\"/>", "1.甲")]
    [InlineData("<w:suff w:val=\"space\"/>", "1. 甲")]
    [InlineData("", "1. 甲")]
    public void Next_suffix_partsLabelAndText(string suffix, string expected) => Is([expected], Kind(0, Level(0, "decimal", "%1.", suffix)) + Num(1, 0), Item(1, 0, "甲"));

    [Theory]
    [InlineData("&#xF0B7;", "• 甲")]
    [InlineData("●", "● 甲")]
    [InlineData("", "甲")]
    public void Next_bullet_isShown(string text, string expected) => Is([expected], Kind(0, Level(0, "bullet", text)) + Num(1, 0), Item(1, 0, "甲"));

    [Fact]
    public void Next_customFormatInNewWord_fallsBack() =>
        Is(["03. 甲"], Kind(0, "<w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"001\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimalZero\"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"%1.\"/></w:lvl>") + Num(1, 0), Item(1, 0, "甲"));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Next_listZeroOrUndefined_isBodyText(int list)
    {
        var block = Assert.Single(Read(Outline + Num(1, 0), Item(list, 0, "甲")));

        Assert.Equal(("甲", ParagraphKind.Body), (block.Text, block.Kind));
    }

    [Fact]
    public void Next_emptyItem_countsButIsNotPrintedAlone() => Is(["一、甲", "三、丙"], Outline + Num(1, 0), Item(1, 0, "甲"), Item(1, 0, ""), Item(1, 0, "丙"));

    [Fact]
    public void Next_itemWhoseMarkIsDeleted_doesNotCount() =>
        Is(["一、甲乙", "二、丙"], Outline + Num(1, 0), P("甲", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>"), Item(1, 0, "乙"), Item(1, 0, "丙"));

    // The column 序号 is often nothing but a list; its numbers are printed and nowhere typed.
    [Fact]
    public void Next_inCells_isTextOfTheCell()
    {
        var table = Assert.Single(new DocxBuilder().Numbering(Kind(0, Level(0, "decimal", "%1")) + Num(1, 0)).Body(Tbl(
            Tr(Tc("序号"), Tc("项目")), Tr($"<w:tc>{Item(1, 0, "")}</w:tc>", Tc("甲")), Tr($"<w:tc>{Item(1, 0, "")}</w:tc>", Tc("乙")))).Read().Blocks);

        Assert.Equal("序号|项目 / 1|甲 / 2|乙", Drawn.Table(table));
    }

    [Fact]
    public void Next_numberingOfAStyle_levelByTheListOrByTheStyle()
    {
        var blocks = new DocxBuilder()
            .Styles("""
                <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                """)
            .Numbering(Kind(0, Level(0, "chineseCounting", "%1、"), Level(1, "chineseCounting", "（%2）"), Level(2, "decimal", "%3.", "<w:pStyle w:val=\"L\"/>")) + Num(1, 0))
            .Body(Styled("1", "甲") + Styled("2", "乙") + Styled("L", "丙") + P("丁", "<w:pPr><w:pStyle w:val=\"1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"))
            .Read().Blocks.Cast<Paragraph>().ToArray();

        Assert.Equal(["一、甲", "（一）乙", "1. 丙", "丁"], blocks.Select(block => block.Text));
        Assert.Equal(
            [(ParagraphKind.Heading, 1), (ParagraphKind.Heading, 2), (ParagraphKind.ListItem, 3), (ParagraphKind.Heading, 1)],
            blocks.Select(block => (block.Kind, block.Level)));
    }

    private static string Styled(string style, string text) => P(text, $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");

    private static string Kind(int id, params string[] levels) => $"<w:abstractNum w:abstractNumId=\"{id}\">{string.Concat(levels)}</w:abstractNum>";

    private static string Level(int level, string format, string text, string more = "") =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";

    private static string Num(int id, int kind, string more = "") => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{kind}\"/>{more}</w:num>";

    private static string Item(int list, int level, string text) =>
        P(text, $"<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>");

    private static Paragraph[] Read(string numbering, params string[] items) =>
        new DocxBuilder().Numbering(numbering).Body(string.Concat(items)).Read().Blocks.Cast<Paragraph>().ToArray();

    private static void Is(string[] expected, string numbering, params string[] items) =>
        Assert.Equal(expected, Read(numbering, items).Select(block => block.Text));
}
