using Gouji.Model;
using static Gouji.Extract.Tests.Docx.DocxBuilder;

namespace Gouji.Extract.Tests.Docx;

public sealed class StyleSheetTests
{
    // Chinese Word and WPS number their styles: the id says nothing, the name does.
    private const string Styles = """
        <w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults><w:latentStyles><w:lsdException w:name="heading 1"/></w:latentStyles>
        <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="10"><w:name w:val="Heading 1"/><w:basedOn w:val="a"/></w:style>
        <w:style w:type="paragraph" w:styleId="b"><w:name w:val="部门标题"/><w:basedOn w:val="c"/></w:style>
        <w:style w:type="paragraph" w:styleId="c"><w:name w:val="x"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="d"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="e"><w:name w:val="e"/><w:basedOn w:val="f"/></w:style>
        <w:style w:type="paragraph" w:styleId="f"><w:name w:val="f"/><w:basedOn w:val="e"/></w:style>
        <w:style w:type="paragraph" w:styleId="g"><w:name w:val="heading 10"/></w:style>
        <w:style w:type="paragraph" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="i"><w:name w:val="i"/><w:basedOn w:val="h"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="v"><w:name w:val="v"/><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="table" w:styleId="t"><w:name w:val="t"/><w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>
        """;

    [Theory]
    [InlineData("<w:pStyle w:val=\"10\"/>", 1)]
    [InlineData("<w:pStyle w:val=\"b\"/>", 4)]
    [InlineData("<w:pStyle w:val=\"10\"/><w:outlineLvl w:val=\"2\"/>", 3)]
    [InlineData("<w:outlineLvl w:val=\"8\"/>", 9)]
    [InlineData("<w:pStyle w:val=\"10\"/><w:outlineLvl w:val=\"9\"/>", 0)]
    [InlineData("<w:pStyle w:val=\"d\"/>", 0)]
    [InlineData("<w:pStyle w:val=\"e\"/>", 0)]
    [InlineData("<w:pStyle w:val=\"g\"/>", 0)]
    [InlineData("<w:pStyle w:val=\"a\"/>", 0)]
    [InlineData("<w:pStyle w:val=\"unknown\"/>", 0)]
    [InlineData("", 0)]
    public void Heading_byOutlineLevelOrName_nearestDecides(string properties, int level)
    {
        var block = Assert.IsType<Paragraph>(Assert.Single(Read(P("甲", $"<w:pPr>{properties}</w:pPr>"))));

        Assert.Equal((level > 0 ? ParagraphKind.Heading : ParagraphKind.Body, level), (block.Kind, block.Level));
    }

    [Theory]
    [InlineData("h", "", false)]
    [InlineData("i", "", true)]
    [InlineData("a", "<w:rStyle w:val=\"v\"/>", false)]
    [InlineData("h", "<w:vanish w:val=\"0\"/>", true)]
    [InlineData("i", "<w:vanish/>", false)]
    [InlineData("a", "<w:rStyle w:val=\"v\"/><w:vanish w:val=\"0\"/>", true)]
    [InlineData("h", "<w:rStyle w:val=\"v\"/>", true)]
    [InlineData("t", "", true)]
    public void Hidden_byStyle_isAToggleThatTheRunOverrules(string paragraphStyle, string runProperties, bool printed) =>
        Assert.Equal(printed ? 1 : 0, Read($"<w:p><w:pPr><w:pStyle w:val=\"{paragraphStyle}\"/></w:pPr><w:r><w:rPr>{runProperties}</w:rPr><w:t>甲</w:t></w:r></w:p>").Count);

    [Fact]
    public void Hidden_styleOfOneParagraph_doesNotReachTheNext() =>
        Assert.Single(Read("<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>" + P("乙")));

    [Fact]
    public void Styles_damaged_isDamagedAndNamesThePart()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() =>
            new DocxBuilder().Part("word/styles.xml", "<w:styles>").Body(P("甲", "<w:pPr><w:pStyle w:val=\"h\"/></w:pPr>")).Read());

        Assert.Equal(UnreadableReason.Damaged, error.Reason);
        Assert.Contains("word/styles.xml", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Block> Read(string body) => new DocxBuilder().Styles(Styles).Body(body).Read().Blocks;
}
