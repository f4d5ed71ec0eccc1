using System.Text;
using Gouji.Model;

namespace Gouji.Extract.Tests.Text;

public sealed class OtherMarkupTests
{
    [Theory]
    [InlineData("<?xml version=\"1.0\"?>\n<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"><w:body/></w:wordDocument>", ".docx")]
    [InlineData("<?xml version=\"1.0\"?>\n<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"/>", ".docx")]
    [InlineData("\n<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"/>", ".xlsx")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<data><row>合计 1.00</row></data>", "PDF")]
    public void Read_documentInXml_isRefusedWithWhatToDo(string text, string advice)
    {
        var failure = Assert.Throws<UnreadableDocumentException>(() => Read(text));

        Assert.Equal(UnreadableReason.UnknownFormat, failure.Reason);
        Assert.Contains(advice, failure.Text.Zh, StringComparison.Ordinal);
        Assert.Contains(advice, failure.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_textAboutXml_isText() => Assert.NotEmpty(Read("文件以<?xml开头。\n收入合计1.00万元。").Blocks);

    private static DocumentContent Read(string text) =>
        new DocumentExtractor().Read(new FetchedDocument("x", Encoding.UTF8.GetBytes(text), ""), TestContext.Current.CancellationToken);
}
