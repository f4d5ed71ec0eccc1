using Gouji.Model;
using static Gouji.Extract.Tests.Docx.DocxBuilder;

namespace Gouji.Extract.Tests.Docx;

public sealed class DocumentPartsTests
{
    private const string OfficeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    private const string StrictOfficeDocument = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";

    private static readonly string Main = $"<w:document xmlns:w=\"{Transitional}\"><w:body>{P("正文", "<w:pPr><w:pStyle w:val=\"1\"/></w:pPr>")}</w:body></w:document>";
    private static readonly string Decoy = $"<w:document xmlns:w=\"{Transitional}\"><w:body>{P("假")}</w:body></w:document>";
    private static readonly string Styles = $"<w:styles xmlns:w=\"{Transitional}\"><w:style w:styleId=\"1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style></w:styles>";

    [Theory]
    [InlineData(OfficeDocument, "content/main.xml")]
    [InlineData(OfficeDocument, "/content/main.xml")]
    [InlineData(OfficeDocument, "./x/../content/Main.xml")]
    [InlineData(StrictOfficeDocument, "content/ma%69n.xml")]
    public void MainPart_byRelationship_whateverItsName(string type, string target) =>
        IsMain(new DocxBuilder().Relationships("_rels/.rels", ("x/extended-properties", "docProps/app.xml"), (type, target))
            .Part("word/document.xml", Decoy).Part("content/main.xml", Main)
            .Relationships("content/_rels/main.xml.rels", ("x/styles", "../shared/s.xml")).Part("shared/s.xml", Styles));

    [Fact]
    public void MainPart_withoutRelationships_byContentType() =>
        IsMain(new DocxBuilder()
            .Part("[Content_Types].xml", "<Types><Override PartName='/content/main.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>")
            .Part("content/main.xml", Main).Part("content/styles.xml", Styles));

    [Fact]
    public void MainPart_withoutEither_byTheUsualName() => IsMain(new DocxBuilder().Part("word/document.xml", Main).Part("word/styles.xml", Styles));

    [Fact]
    public void MainPart_relationshipToNowhere_byTheUsualName() =>
        IsMain(new DocxBuilder().Relationships("_rels/.rels", (OfficeDocument, "gone.xml")).Part("word/document.xml", Main).Part("word/styles.xml", Styles));

    [Fact]
    public void MainPart_missing_isDamaged()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => new DocxBuilder().Part("word/styles.xml", Styles).Read());

        Assert.Equal(UnreadableReason.Damaged, error.Reason);
        Assert.Contains("没有Word正文", error.Text.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body>请登录</body></html>", "html")]
    [InlineData("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>", "w:body")]
    public void MainPart_thatIsNoDocument_isDamagedAndSaysWhatItIs(string content, string named)
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => new DocxBuilder().Part("word/document.xml", content).Read());

        Assert.Equal(UnreadableReason.Damaged, error.Reason);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HeadersAndFooters_areNotRead() =>
        Assert.Equal(["正文"], Drawn.Blocks(new DocxBuilder()
            .Relationships("word/_rels/document.xml.rels", ("x/header", "header1.xml"), ("x/footer", "footer1.xml"))
            .Part("word/header1.xml", "not even XML").Part("word/document.xml", Main).Read()));

    private static void IsMain(DocxBuilder document)
    {
        var block = Assert.IsType<Paragraph>(Assert.Single(document.Read().Blocks));
        Assert.Equal(("正文", ParagraphKind.Heading), (block.Text, block.Kind));
    }
}
