using Gouji.Model;
using static Gouji.Extract.Tests.Docx.DocxBuilder;

namespace Gouji.Extract.Tests.Docx;

public sealed class NotesPartTests
{
    private const string Separator = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>";

    [Fact]
    public void Footnote_followsItsParagraph_andItsMarkIsNoPartOfTheFigure()
    {
        var content = Document(Separator + Note(1, P("　注一") + P("续")) + Note(2, P("未引用"))).Body($"<w:p>{R("950.64")}{Ref(1)}{R("万元")}</w:p>" + P("后")).Read();

        Assert.Equal(["950.64万元", "注一", "续", "后"], Drawn.Blocks(content));
        Assert.Equal([ParagraphKind.Body, ParagraphKind.Footnote, ParagraphKind.Footnote, ParagraphKind.Body], content.Blocks.Cast<Paragraph>().Select(block => block.Kind));
        Assert.Equal("word/footnotes.xml", content.Blocks[1].Source.Part);
    }

    [Fact]
    public void Footnote_inATable_followsTheOutermostTableAndWhatItHolds()
    {
        var cell = $"<w:tc>{Tbl(Tr($"<w:tc><w:p>{R("内")}{Ref(1)}</w:p></w:tc>", Tc("内")))}<w:p/></w:tc>";

        Assert.Equal(["[|乙]", "[内|内]", "注", "后"], Drawn.Blocks(Document(Note(1, P("注"))).Body(Tbl(Tr(cell, Tc("乙"))) + P("后")).Read()));
    }

    [Fact]
    public void Footnote_inATextBox_followsTheParagraphAroundIt() =>
        Assert.Equal(["外", "框", "又", "注"], Drawn.Blocks(Document(Note(1, P("注"))).Body(Box).Read()));

    [Fact]
    public void Footnote_inATextBoxInACell_isNoTextOfTheCell() =>
        Assert.Equal(["[外\\n框\\n又|乙]", "注"], Drawn.Blocks(Document(Note(1, P("注"))).Body(Tbl(Tr($"<w:tc>{Box}</w:tc>", Tc("乙")))).Read()));

    [Fact]
    public void Endnote_isANoteToo() =>
        Assert.Equal(["甲", "尾注"], Drawn.Blocks(new DocxBuilder().Endnotes($"<w:endnote w:id=\"5\">{P("尾注")}</w:endnote>").Body($"<w:p>{R("甲")}<w:r><w:endnoteReference w:id=\"5\"/></w:r></w:p>").Read()));

    [Fact]
    public void Footnote_deletedReference_isNotPrinted() =>
        Assert.Equal(["甲"], Drawn.Blocks(Document(Note(1, P("注"))).Body($"<w:p>{R("甲")}<w:del>{Ref(1)}</w:del></w:p>").Read()));

    [Fact]
    public void Footnote_tableWithin_isKept() =>
        Assert.Equal(["甲", "注", "[一|二]"], Drawn.Blocks(Document(Note(1, P("注") + Tbl(Tr(Tc("一"), Tc("二"))))).Body($"<w:p>{R("甲")}{Ref(1)}</w:p>").Read()));

    // A note that refers to itself must not make the reader read for ever.
    [Fact]
    public void Footnote_thatRefersToItself_isReadOnce() =>
        Assert.Equal(["甲", "注"], Drawn.Blocks(Document(Note(1, $"<w:p>{R("注")}{Ref(1)}</w:p>")).Body($"<w:p>{R("甲")}{Ref(1)}</w:p><w:p>{Ref(1)}</w:p>").Read()));

    [Fact]
    public void Footnote_mainPartAsNotes_doesNotRecurse() =>
        Assert.Equal(["甲"], Drawn.Blocks(new DocxBuilder().Relationships("word/_rels/document.xml.rels", ("x/footnotes", "document.xml")).Body($"<w:p>{R("甲")}{Ref(1)}</w:p>").Read()));

    [Fact]
    public void Footnote_missingPart_isNoHarm() => Assert.Equal(["甲"], Drawn.Blocks(ReadBody($"<w:p>{R("甲")}{Ref(1)}</w:p>")));

    private static readonly string Box = $"<w:p>{R("外")}<w:r><v:textbox><w:txbxContent><w:p>{R("框")}{Ref(1)}</w:p>{P("又")}</w:txbxContent></v:textbox></w:r></w:p>";

    private static DocxBuilder Document(string notes) => new DocxBuilder().Footnotes(notes);

    private static string Note(int id, string content) => $"<w:footnote w:id=\"{id}\">{content}</w:footnote>";

    private static string Ref(int id) => $"<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>";
}
