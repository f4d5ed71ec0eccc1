using CsCheck;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Tests.Sources;

public sealed class AddressPatternTests
{
    [Theory]
    [InlineData("*/t20*_*.html", "https://a.cn/x/t20240205_12.html", true)]
    [InlineData("*/t20*_*.html", "https://a.cn/x/t20240205_12.htm", false)]
    [InlineData("/info/*", "https://a.cn/info/1/2.htm", true)]
    [InlineData("/info/*", "https://a.cn/x/info/1/2.htm", false)]
    [InlineData("https://a.cn/*", "https://A.cn/x?b=c", true)]
    [InlineData("https://a.cn/", "https://a.cn/x", false)]
    [InlineData("*ab*ab", "https://a.cn/ababxab", true)]
    [InlineData("*", "https://a.cn/", true)]
    [InlineData("/x?id=*", "https://a.cn/x?id=", true)]
    [InlineData("/x?id=*", "https://a.cn/y?id=1", false)]
    public void Matches_stars_takeAnything(string pattern, string address, bool expected) =>
        Assert.Equal(expected, new AddressPattern(pattern).Matches(new Uri(address)));

    /// <summary>Two ways to say the same: cutting any piece out of an address and putting a star there still matches it.</summary>
    [Fact]
    public void Matches_addressWithAPieceCutOut_isMatched() =>
        Gen.Select(Gen.String[Gen.Char["ab/"], 0, 20], Gen.Int[0, 20], Gen.Int[0, 20]).Sample((text, one, other) =>
        {
            var address = new Uri("https://a.cn/" + text).AbsoluteUri;
            var (from, to) = (Math.Min(one, other) % address.Length, Math.Max(one, other) % address.Length);
            return from > to || new AddressPattern(address[..from] + "*" + address[to..]).Matches(new Uri(address)) || from == 0;
        });
}
