using System.Net;
using System.Net.Sockets;
using Gouji.Ingest.Network;

namespace Gouji.Ingest.Tests.Network;

public sealed class AddressPolicyTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.7")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:172.16.0.1")]
    [InlineData("::ffff:192.168.0.1")]
    [InlineData("::ffff:224.0.0.1")]
    [InlineData("::ffff:0:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::192.168.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:c0a8:101::1")]
    [InlineData("2001:0:7f00:1::")]
    [InlineData("2001:0:808:808:0:0:80ff:fffe")]
    [InlineData("2001:2::1")]
    [InlineData("2001:10::1")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("100::1")]
    [InlineData("fc00::1")]
    [InlineData("fdff::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("febf::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("4000::1")]
    [InlineData("5f00::1")]
    public async Task Resolve_nameWithAddressThatIsNotPublic_isRefused(string address)
    {
        var policy = new AddressPolicy(new StubResolver().Answering(address));
        var refused = await Assert.ThrowsAsync<AddressRefusedException>(() => policy.ResolveAsync("www.example.gov.cn", 80, default));
        Assert.Equal(DownloadReason.AddressNotPublic, refused.Refusal.Reason);
    }

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("2002:808:808::1")]
    [InlineData("2001:0:808:808:0:0:f7f7:f7f7")]
    [InlineData("240e::1")]
    [InlineData("2409:8000::1")]
    public async Task Resolve_publicAddress_isGivenAsItIs(string address)
    {
        var policy = new AddressPolicy(new StubResolver().Answering(address));
        Assert.Equal([new IPEndPoint(IPAddress.Parse(address), 8080)], await policy.ResolveAsync("www.example.gov.cn", 8080, default));
    }

    [Fact]
    public async Task Resolve_oneOfSeveralIsPrivate_refusesThemAll()
    {
        var policy = new AddressPolicy(new StubResolver().Answering("8.8.8.8", "240e::1", "192.168.0.1"));
        await Assert.ThrowsAsync<AddressRefusedException>(() => policy.ResolveAsync("www.example.gov.cn", 80, default));
    }

    [Fact]
    public async Task Resolve_bothFamilies_givesTheFourthVersionFirst()
    {
        var policy = new AddressPolicy(new StubResolver().Answering("240e::1", "8.8.8.8"));
        var families = (await policy.ResolveAsync("www.example.gov.cn", 80, default)).Select(static endPoint => endPoint.AddressFamily);
        Assert.Equal([AddressFamily.InterNetwork, AddressFamily.InterNetworkV6], families);
    }

    [Fact]
    public async Task Resolve_answerThatChanges_isCheckedEachTime()
    {
        var policy = new AddressPolicy(new StubResolver().Answering("8.8.8.8").Answering("127.0.0.1"));
        Assert.Single(await policy.ResolveAsync("www.example.gov.cn", 80, default));
        await Assert.ThrowsAsync<AddressRefusedException>(() => policy.ResolveAsync("www.example.gov.cn", 80, default));
    }

    [Theory]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("0x7f000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("017700000001")]
    [InlineData("127.1")]
    [InlineData("127.0.1")]
    [InlineData("127.0.0.1.")]
    [InlineData("0x7f000001.")]
    [InlineData("１２７.０.０.１")]
    [InlineData("127。0。0。1")]
    [InlineData("①②⑦.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[fe80::1%25eth0]")]
    [InlineData("localhost")]
    [InlineData("LocalHost.")]
    [InlineData("ｌｏｃａｌｈｏｓｔ")]
    [InlineData("a.b.localhost")]
    [InlineData("printer.local")]
    [InlineData("metadata.google.internal")]
    public async Task Check_localHostInAnySpelling_isRefusedWithoutAskingTheResolver(string host)
    {
        var resolver = new StubResolver();
        var policy = new AddressPolicy(resolver);
        Assert.Equal(DownloadReason.AddressNotPublic, policy.Check(new Uri($"http://{host}/a.pdf"))?.Reason);
        Assert.Equal(DownloadReason.AddressNotPublic, policy.Check(new Uri($"https://{host}:8443/a.pdf"))?.Reason);
        var refused = await Assert.ThrowsAsync<AddressRefusedException>(() => policy.ResolveAsync(host, 80, default));
        Assert.Equal(DownloadReason.AddressNotPublic, refused.Refusal.Reason);
        Assert.Equal(0, resolver.Calls);
    }

    [Theory]
    [InlineData("http://999.1.1.1/")]
    [InlineData("http://1.2.3.4.5/")]
    [InlineData("http://08.8.8.8/")]
    [InlineData("http://a.0x1g.0x1/")]
    public void Check_hostThatEndsInANumberButIsNoAddress_isRefused(string address) =>
        Assert.Equal(DownloadReason.MalformedHost, new AddressPolicy(new StubResolver()).Check(new Uri(address))?.Reason);

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://ftp.example.gov.cn/a.doc")]
    [InlineData("gopher://www.example.gov.cn/")]
    [InlineData("data:text/html,a")]
    [InlineData("javascript:alert(1)")]
    public void Check_otherScheme_isRefused(string address) =>
        Assert.Equal(DownloadReason.Scheme, new AddressPolicy(new StubResolver()).Check(new Uri(address))?.Reason);

    [Theory]
    [InlineData("http://www.example.gov.cn@127.0.0.1/")]
    [InlineData("http://user:word@www.example.gov.cn/")]
    public void Check_userName_isRefused(string address) =>
        Assert.Equal(DownloadReason.UserInfo, new AddressPolicy(new StubResolver(), allowPrivate: true).Check(new Uri(address))?.Reason);

    [Theory]
    [InlineData("http://www.example.gov.cn/a")]
    [InlineData("https://财政.中国/a")]
    [InlineData("http://8.8.8.8:8080/a")]
    [InlineData("http://0x8.0x8.2056/")]
    [InlineData("http://notlocalhost/")]
    [InlineData("http://a_b.example.gov.cn./")]
    public void Check_publicHost_passes(string address) => Assert.Null(new AddressPolicy(new StubResolver()).Check(new Uri(address)));

    [Fact]
    public void Check_exemptEndPoint_passesOnThatPortAlone()
    {
        var policy = new AddressPolicy(new StubResolver()) { Exempt = [new IPEndPoint(IPAddress.Loopback, 5000)] };
        Assert.Null(policy.Check(new Uri("http://127.0.0.1:5000/")));
        Assert.Null(policy.Check(new Uri("http://[::ffff:127.0.0.1]:5000/")));
        Assert.Equal(DownloadReason.AddressNotPublic, policy.Check(new Uri("http://127.0.0.1:5001/"))?.Reason);
        Assert.Equal(DownloadReason.AddressNotPublic, policy.Check(new Uri("http://127.0.0.2:5000/"))?.Reason);
    }
}
