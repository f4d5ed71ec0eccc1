using Gouji.Extract.Tests.Docx;
using Gouji.Model;
using static Gouji.Extract.Tests.Odt.OdtBuilder;

namespace Gouji.Extract.Tests.Odt;

public sealed class OdtStoryReaderTests
{
    [Fact]
    public void Read_whiteSpace_collapsesAsPrinted() =>
        Assert.Equal(["甲 乙  丙\t丁\n戊"], Drawn.Blocks(ReadBody(P("\n  甲 \n 乙<text:s text:c=\"2\"/>丙<text:tab/>丁<text:line-break/><text:soft-page-break/>戊 "))));

    [Fact]
    public void Read_linksSpansAndFields_giveWhatIsPrinted() =>
        Assert.Equal(["甲乙1丙汉"], Drawn.Blocks(ReadBody(P(
            "甲<text:a>乙</text:a><text:page-number>1</text:page-number><text:span>丙</text:span><text:ruby><text:ruby-base>汉</text:ruby-base><text:ruby-text>han</text:ruby-text></text:ruby>"))));

    [Fact]
    public void Read_heading_keepsItsLevel()
    {
        var paragraph = Assert.IsType<Paragraph>(Assert.Single(ReadBody("<text:h text:outline-level=\"2\">标题</text:h>").Blocks));

        Assert.Equal((ParagraphKind.Heading, 2), (paragraph.Kind, paragraph.Level));
    }

    [Fact]
    public void Read_deletedHiddenAndComments_areLeftOut()
    {
        var content = new OdtBuilder()
            .Styles("<style:style style:name=\"Gone\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>")
            .Automatic("<style:style style:name=\"T1\" style:family=\"text\" style:parent-style-name=\"Gone\"/>"
                + "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties text:display=\"none\"/></style:style>")
            .Body("<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion></text:changed-region></text:tracked-changes>"
                + P("甲<text:span text:style-name=\"T1\">隐</text:span>乙<office:annotation><text:p>批注</text:p></office:annotation><text:hidden-text text:is-hidden=\"true\">藏</text:hidden-text>")
                + "<text:p text:style-name=\"P1\">隐段</text:p><text:section text:display=\"none\"><text:p>隐节</text:p></text:section>")
            .Read();

        Assert.Equal(["甲乙"], Drawn.Blocks(content));
    }

    [Fact]
    public void Read_note_followsItsParagraph()
    {
        var content = ReadBody(P("甲<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注文</text:p></text:note-body></text:note>乙") + P("丙"));

        Assert.Equal(["甲乙", "注文", "丙"], Drawn.Blocks(content));
        Assert.Equal(ParagraphKind.Footnote, ((Paragraph)content.Blocks[1]).Kind);
    }

    [Fact]
    public void Read_noteInACell_followsTheTable() =>
        Assert.Equal(["[甲|乙]", "注文", "丙"], Drawn.Blocks(ReadBody(Table(Row(
            Cell("甲<text:note><text:note-body><text:p>注文</text:p></text:note-body></text:note>"), Cell("乙"))) + P("丙"))));

    [Fact]
    public void Read_textBox_followsItsParagraph() =>
        Assert.Equal(["甲乙", "框", "丙"], Drawn.Blocks(ReadBody(
            P("甲<draw:frame><draw:text-box>" + P("框") + "</draw:text-box><svg:title>名</svg:title></draw:frame>乙") + P("丙"))));

    [Fact]
    public void Read_tableInATextBoxOfACell_isNestedInIt() =>
        Assert.Equal(["[甲|乙]", "[丙|丁]"], Drawn.Blocks(ReadBody(Table(Row(
            Cell("甲"), Cell("乙<draw:frame><draw:text-box>" + Table(Row(Cell("丙"), Cell("丁"))) + "</draw:text-box></draw:frame>"))))));

    [Fact]
    public void Read_pictureAndObject_areCounted()
    {
        var content = ReadBody(P("甲<draw:frame><draw:image/></draw:frame><draw:frame><draw:object/><draw:image/></draw:frame>"));

        Assert.Equal(["picture", "embedded-object"], content.Notes.Select(static note => note.Code));
    }

    [Fact]
    public void Read_lists_areNumberedAsPrinted()
    {
        const string Lists = "<text:list-style style:name=\"L\">"
            + "<text:list-level-style-number text:level=\"1\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"/>"
            + "<text:list-level-style-number text:level=\"2\" style:num-format=\"1\" text:display-levels=\"2\" style:num-suffix=\".\"/></text:list-style>"
            + "<text:list-style style:name=\"B\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"\uF0B7\"/></text:list-style>"
            + "<text:list-style style:name=\"X\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" loext:num-list-format=\"（%1%）\"/></text:list-style>";
        static string Item(string content) => $"<text:list-item>{content}</text:list-item>";
        var content = new OdtBuilder().Styles(Lists).Body(
            "<text:list text:style-name=\"L\">" + Item(P("甲") + "<text:list>" + Item(P("子")) + Item(P("丑")) + "</text:list>") + Item(P("乙") + P("续")) + "</text:list>"
            + P("中") + "<text:list text:style-name=\"L\" text:continue-numbering=\"true\">" + Item(P("丙")) + "</text:list>"
            + "<text:list text:style-name=\"L\">" + Item(P("丁")) + "</text:list>"
            + "<text:list text:style-name=\"B\">" + Item(P("点")) + "</text:list>"
            + "<text:list text:style-name=\"X\"><text:list-item text:start-value=\"3\">" + P("括") + "</text:list-item></text:list>").Read();

        Assert.Equal(["一、甲", "一.1. 子", "一.2. 丑", "二、乙", "续", "中", "三、丙", "一、丁", "• 点", "（3）括"], Drawn.Blocks(content));
        Assert.Equal((ParagraphKind.ListItem, 2), (((Paragraph)content.Blocks[1]).Kind, ((Paragraph)content.Blocks[1]).Level));
    }

    [Fact]
    public void Read_placeOfText_isItsLineAndCharacterInTheContent()
    {
        var paragraph = ReadBody("\n" + P("<text:span>甲</text:span>")).Blocks[0];

        Assert.Equal(("content.xml", 20), (paragraph.Source.Part, paragraph.Source.Character));
    }
}
