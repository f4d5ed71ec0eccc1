using System.Text;
using Gouji.Extract.Readers;
using Gouji.Model;

namespace Gouji.Extract.Tests.Text;

public sealed class RemainsOfFormatTests
{
    private static readonly string Coded = string.Concat(Enumerable.Repeat(Convert.ToBase64String(new byte[57]) + "\r\n", 60));

    [Theory]
    [InlineData("<</Length 5>>stream\nendstream\nendobj\nxref\n%%EOF\n", "PDF")]
    [InlineData("1.00</td></tr></table></body></html>\n", "HTML")]
    public void Read_restOfAFile_isDamagedByItsName(string text, string format) => Assert.Contains(format, Refused(text), StringComparison.Ordinal);

    [Fact]
    public void Read_restOfRtf_isDamagedByItsName() =>
        Assert.Contains("RTF", Refused(string.Concat(Enumerable.Repeat("\\pard\\intbl 1.00\\cell\n", 60)) + "}"), StringComparison.Ordinal);

    [Fact]
    public void Read_restOfAMail_isDamagedByItsName() => Assert.Contains("MHT", Refused(Coded), StringComparison.Ordinal);

    [Theory]
    [InlineData("endobj 与 %%EOF 是PDF的记号。")]
    [InlineData("宏 \\par 用于换行 {例}")]
    [InlineData("网页以</html>结束。")]
    public void Read_textAboutAFormat_isText(string text) => Assert.NotEmpty(Read(text).Blocks);

    private static string Refused(string text)
    {
        var failure = Assert.Throws<UnreadableDocumentException>(() => Read(text));
        Assert.Equal(UnreadableReason.Damaged, failure.Reason);
        return failure.Text.Zh;
    }

    private static DocumentContent Read(string text) =>
        new PlainTextReader().Read(new FetchedDocument("x.txt", Encoding.UTF8.GetBytes(text), ""), new ReadingLimits(), TestContext.Current.CancellationToken);
}
