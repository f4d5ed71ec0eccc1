using CsCheck;
using Gouji.Ingest.Discovery;

namespace Gouji.Ingest.Tests.Discovery;

public sealed class CanonicalAddressTests
{
    private static readonly string[] Texts =
    [
        "a", "B", "预算", "%41", "%7e", "%d4%a4", "%2F", "%2e%2E", "%zz", "%", "..", ".", "/", "//", ";jsessionid=1A", ";v=1", "?", "&", "=", "x=1", "&sid=0123456789abcdef0", "&_t=17",
        "&t=1707100000", "jsessionid=2", "utm_source=w", "#f", " ", "+", "\\", ":8080", "index.html",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Texts.Length - 1].Select(static index => Texts[index]);

    [Theory]
    [InlineData("HTTP://WWW.A.gov.CN:80/x", "http://www.a.gov.cn/x")]
    [InlineData("https://a.cn:443/x", "https://a.cn/x")]
    [InlineData("https://a.cn:8443/x", "https://a.cn:8443/x")]
    [InlineData("https://a.cn", "https://a.cn/")]
    [InlineData("https://a.cn/x#top", "https://a.cn/x")]
    [InlineData("https://a.cn/a/./b/../c", "https://a.cn/a/c")]
    [InlineData("https://a.cn/a//b", "https://a.cn/a//b")]
    [InlineData("https://a.cn/x;jsessionid=0A1B?id=1", "https://a.cn/x?id=1")]
    [InlineData("https://a.cn/x;JSESSIONID=0A1B", "https://a.cn/x")]
    [InlineData("https://a.cn/x;v=2", "https://a.cn/x;v=2")]
    [InlineData("https://a.cn/x?jsessionid=0A1B", "https://a.cn/x")]
    [InlineData("https://a.cn/x?b=2&PHPSESSID=z&a=1", "https://a.cn/x?b=2&a=1")]
    [InlineData("https://a.cn/x?sid=0123456789abcdef01", "https://a.cn/x")]
    [InlineData("https://a.cn/x?sid=12", "https://a.cn/x?sid=12")]
    [InlineData("https://a.cn/x?id=1&_t=1707100000000", "https://a.cn/x?id=1")]
    [InlineData("https://a.cn/x?t=1707100000", "https://a.cn/x")]
    [InlineData("https://a.cn/x?r=0.8437265", "https://a.cn/x")]
    [InlineData("https://a.cn/x?t=3", "https://a.cn/x?t=3")]
    [InlineData("https://a.cn/x?utm_source=wx&id=1", "https://a.cn/x?id=1")]
    [InlineData("https://a.cn/x?", "https://a.cn/x")]
    [InlineData("https://a.cn/x?a", "https://a.cn/x?a")]
    [InlineData("https://a.cn/%7Eb/%d4%a4%cb%e3.doc", "https://a.cn/~b/%D4%A4%CB%E3.doc")]
    [InlineData("https://a.cn/a%2Fb?c=%26d", "https://a.cn/a%2Fb?c=%26d")]
    [InlineData("https://a.cn/预算.doc", "https://a.cn/%E9%A2%84%E7%AE%97.doc")]
    [InlineData("https://user:pass@a.cn/x", "https://a.cn/x")]
    [InlineData("http://[::1]:8080/x", "http://[::1]:8080/x")]
    public void Of_variants_giveOneAddress(string address, string expected) =>
        Assert.Equal(expected, CanonicalAddress.Of(new Uri(address)).AbsoluteUri);

    [Theory]
    [InlineData("https://a.cn/x?a=1&b=2", "https://a.cn/x?b=2&a=1")]
    [InlineData("https://a.cn/x", "https://a.cn/X")]
    [InlineData("https://a.cn/x", "https://a.cn/x/")]
    [InlineData("https://a.cn/x", "http://a.cn/x")]
    [InlineData("https://a.cn/a%2Fb", "https://a.cn/a/b")]
    public void Of_differentAddresses_stayDifferent(string one, string other) =>
        Assert.NotEqual(CanonicalAddress.Of(new Uri(one)).AbsoluteUri, CanonicalAddress.Of(new Uri(other)).AbsoluteUri);

    [Fact]
    public void Of_canonicalAddress_isThatAddress()
    {
        var read = 0;
        Piece.Array[0, 12].Sample(
            pieces =>
            {
                if (!Uri.TryCreate("https://A.gov.cn/" + string.Concat(pieces), UriKind.Absolute, out var address))
                {
                    return;
                }

                Interlocked.Increment(ref read);
                var once = CanonicalAddress.Of(address);
                Assert.Equal(once.AbsoluteUri, CanonicalAddress.Of(once).AbsoluteUri);
                Assert.DoesNotContain(";jsessionid", once.AbsoluteUri, StringComparison.OrdinalIgnoreCase);
            },
            iter: 20_000);
        Assert.True(read > 10_000);
    }
}
