using CsCheck;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Tests.Sources;

public sealed class JsonEndpointTests
{
    [Theory]
    [InlineData("https://a.cn/list?page={page}")]
    [InlineData("https://a.cn/list?page={page}&size=20")]
    [InlineData("https://a.cn/列表/{page}1.json")]
    [InlineData("https://a.cn/v1/{page}/list?n={page}")]
    public void PageOf_itsOwnAddress_isThePage(string template)
    {
        var endpoint = new JsonEndpoint { Template = template, Link = "url", Title = "title" };
        Gen.Int[0, 100_000].Sample(page => endpoint.PageOf(endpoint.AddressOf(page)) == page);
    }

    [Theory]
    [InlineData("https://a.cn/list?page=")]
    [InlineData("https://a.cn/list?page=x")]
    [InlineData("https://a.cn/list?page=1&x=2")]
    [InlineData("https://a.cn/list?page=99999999999")]
    [InlineData("https://a.cn/list?page=01")]
    [InlineData("https://b.cn/list?page=1")]
    [InlineData("https://a.cn/")]
    public void PageOf_anotherAddress_isNone(string address) =>
        Assert.Null(new JsonEndpoint { Template = "https://a.cn/list?page={page}", Link = "url", Title = "title" }.PageOf(new Uri(address)));

    [Fact]
    public void PageOf_endpointWithoutPages_isTheFirst()
    {
        var endpoint = new JsonEndpoint { Template = "https://a.cn/list.json", Link = "url", Title = "title" };
        Assert.False(endpoint.IsPaged);
        Assert.Equal(1, endpoint.PageOf(new Uri("https://a.cn/list.json")));
        Assert.Null(endpoint.PageOf(new Uri("https://a.cn/other.json")));
    }
}
