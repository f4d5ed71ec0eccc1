using System.Text;
using Gouji.Ingest.Discovery;
using Gouji.Ingest.Sources;
using Gouji.Model;

namespace Gouji.Ingest.Tests.Discovery;

public sealed class JsonListReaderTests
{
    private static readonly JsonEndpoint Endpoint = new() { Template = "https://a.gov.cn/list?page={page}", Rows = "list", Link = "url", Title = "title" };

    [Theory]
    [InlineData("""{"list":[{"url":"/1.html","title":"预算"}]}""", "/1.html", "/list?page=2")]
    [InlineData("""jQuery123_4({"list":[{"url":"/1.html","title":"预算"}]});""", "/1.html", "/list?page=2")]
    [InlineData("""{"list":[{"url":"\/1.pdf","title":"预算"},]}""", "/1.pdf", "/list?page=2")]
    [InlineData("""{"list":[]}""", "", "")]
    [InlineData("""{"list":[{"title":"预算"},{"url":7,"title":null},{"url":"\ud800","title":"预算"}]}""", "", "/list?page=2")]
    public void Read_rows_areLinks(string json, string found, string next)
    {
        var links = Find(json, Endpoint);
        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries), Pages.Paths(links.Details.Concat(links.Attachments)));
        Assert.Equal(next.Split(' ', StringSplitOptions.RemoveEmptyEntries), Pages.Paths(links.NextPages));
    }

    [Fact]
    public void Read_templateOfALink_isFilled() =>
        Assert.Equal(
            ["/info?id=a%2F1&c=9"],
            Pages.Paths(Find("""{"list":[{"id":"a/1","col":{"no":[9]},"title":"预算"}]}""", Endpoint with { Link = "/info?id={id}&c={col.no.0}" }).Details));

    [Fact]
    public void Read_answerThatIsTheList_isRead() =>
        Assert.Equal(["/1.html"], Pages.Paths(Find("""[{"url":"/1.html","title":"预算"}]""", Endpoint with { Rows = "" }).Details));

    [Theory]
    [InlineData(1, "2 3")]
    [InlineData(2, "3")]
    [InlineData(3, "")]
    [InlineData(9, "")]
    public void Read_statedNumberOfPages_isTheEnd(int page, string next)
    {
        var links = Find("""{"pages":"3","list":[{"url":"/1.html","title":"预算"}]}""", Endpoint with { Pages = "pages" }, page);
        Assert.Equal(next, string.Join(' ', links.NextPages.Select(link => Endpoint.PageOf(link.Address))));
    }

    [Theory]
    [InlineData("<html>", "The answer is no JSON")]
    [InlineData("", "The answer is no JSON")]
    [InlineData("""{"list":{}}""", "no list at 'list'")]
    [InlineData("""{"rows":[]}""", "no list at 'list'")]
    public void Read_whatIsNoList_isRefusedByName(string json, string words)
    {
        var failure = Assert.Throws<UnreadableDocumentException>(() => Find(json, Endpoint));
        Assert.Equal(UnreadableReason.Damaged, failure.Reason);
        Assert.Contains(words, failure.Text.En, StringComparison.Ordinal);
    }

    private static PageLinks Find(string json, JsonEndpoint endpoint, int page = 1) => Pages.Counted(LinkFinder.Find(
        JsonListReader.Read(Encoding.UTF8.GetBytes(json), null, endpoint.AddressOf(page), endpoint),
        new Source { Name = "甲", Region = "乙", Json = [endpoint] }));
}
