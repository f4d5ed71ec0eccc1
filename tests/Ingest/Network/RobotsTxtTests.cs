using System.Text;
using CsCheck;
using Gouji.Ingest.Network;

namespace Gouji.Ingest.Tests.Network;

public sealed class RobotsTxtTests
{
    private const string Agent = "Gouji/0.1 (+contact)";

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a", "/a/b", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/b", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("", "/a", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("<html><body>404: not found</body></html>", "/a", true)]

    // The longest match decides, and Allow where both are equally long.
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nAllow: /p\nDisallow: /*.doc", "/page.doc", false)]

    // Wildcards.
    [InlineData("User-agent: *\nDisallow: /*.doc$", "/x/a.doc", false)]
    [InlineData("User-agent: *\nDisallow: /*.doc$", "/x/a.doc?v=1", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbyyc", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxcyyb", true)]
    [InlineData("User-agent: *\nDisallow: /a$", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /aba*ba$", "/aba", true)]
    [InlineData("User-agent: *\nDisallow: *", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a$b", "/a$b", false)]
    [InlineData("User-agent: *\nDisallow: /*?id=", "/x.jsp?id=3", false)]

    // Percent-encoding.
    [InlineData("User-agent: *\nDisallow: /%e9%a2%84", "/%E9%A2%84%E7%AE%97", false)]
    [InlineData("User-agent: *\nDisallow: /%61b", "/ab", false)]
    [InlineData("User-agent: *\nDisallow: /ab", "/%61%62", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /a%2a", "/a%2A", false)]
    [InlineData("User-agent: *\nDisallow: /a%2a", "/abc", true)]

    // Groups.
    [InlineData("User-agent: gouji\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: GOUJI/9.9\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: goujibot\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: gou\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: gouji\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: gouji\nSitemap: http://h/s.xml\nUser-agent: other\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: gouji\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: gouji\nDisallow: /c", "/c", false)]
    [InlineData("User-agent: gouji\nDisallow: /a\nUser-agent: other\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: gouji\nAllow: /\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: gouji\nUser-agent: *\nDisallow: /a", "/a", false)]

    // Octets that are a line break in Latin-1 (U+0085) stand amid characters of UTF-8: 公 is E5 85 AC.
    [InlineData("User-agent: *\nDisallow: /公告", "/%E5%85%AC%E5%BC%80/a.pdf", true)]
    [InlineData("User-agent: *\nDisallow: /公告", "/%E5%85%AC%E5%91%8A/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /公开", "/%E5%85%AC%E5%91%8A/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /公开", "/%E5%85%AC%E5%BC%80/a.pdf", true)]

    // Layout.
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\r\nDisallow: /a\r\n", "/a", false)]
    [InlineData("User-agent: *\rDisallow: /a\r", "/a", false)]
    [InlineData("  user-AGENT\t:  * # all\n\n  DISALLOW :/a # secret", "/a", false)]
    [InlineData("User-agent: *\n# Disallow: /a", "/a", true)]
    [InlineData("User-agent *\nDisallow /a", "/a", true)]
    public void Allows_byTheRules(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsTxt.Parse(Encoding.UTF8.GetBytes(robots), Agent).Allows(new Uri(new Uri("http://h.cn"), path)));

    [Theory]
    [InlineData("utf-8", "/%E9%A2%84")]
    [InlineData("gb18030", "/%D4%A4")]
    public void Allows_rawBytesInAPattern_matchTheBytesOfTheAddress(string charset, string path)
    {
        var bytes = HeaderText.Charset(charset)!.GetBytes("User-agent: *\nDisallow: /预");
        Assert.False(RobotsTxt.Parse(bytes, Agent).Allows(new Uri("http://h.cn" + path)));
        Assert.True(RobotsTxt.Parse(bytes, Agent).Allows(new Uri("http://h.cn/%E5%86%B3")));
    }

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 7", 7)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5\nDisallow: /a", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 7\nUser-agent: gouji\nDisallow: /a", 7)]
    [InlineData("User-agent: *\nDisallow: /b\nCrawl-delay: 7\nUser-agent: gouji\nDisallow: /a", 0)]
    [InlineData("User-agent: *\nCrawl-delay: -1", 0)]
    [InlineData("User-agent: *\nCrawl-delay: soon", 0)]
    [InlineData("User-agent: *\nCrawl-delay: 3,5", 3.5)]
    [InlineData("User-agent: *\nCrawl-delay: 10s", 10)]
    [InlineData("User-agent: *\nCrawl-delay: 10 seconds", 10)]
    [InlineData("User-agent: *\nCrawl-delay: 99999999999999", 86_400)]
    public void CrawlDelay_ofTheGroup_isRead(string robots, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RobotsTxt.Parse(Encoding.UTF8.GetBytes(robots), Agent).CrawlDelay);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Parse_utf16_isRead(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("User-agent: *\r\nDisallow: /公告\r\n")];
        Assert.False(RobotsTxt.Parse(bytes, Agent).Allows("/%E5%85%AC%E5%91%8A"));
        Assert.True(RobotsTxt.Parse(bytes, Agent).Allows("/a"));
    }

    [Fact]
    public void Parse_lineThatTheLimitCuts_isNotRead()
    {
        var text = "User-agent: *\nDisallow: /a\n#";
        text += new string('x', RobotsTxt.MaximumBytes - text.Length - "\nAllow: /a".Length) + "\nAllow: /a/public";
        Assert.False(RobotsTxt.Parse(Encoding.ASCII.GetBytes(text), Agent).Allows("/a/b"));
        Assert.False(RobotsTxt.Parse(Encoding.ASCII.GetBytes(text).AsSpan(0, RobotsTxt.MaximumBytes), Agent).Allows("/a/b"));
    }

    [Fact]
    public void Parse_beyondTheLimit_isNotRead()
    {
        var padding = new string('#', RobotsTxt.MaximumBytes - "User-agent: *\nDisallow: /a\n".Length - 1);
        var robots = RobotsTxt.Parse(Encoding.ASCII.GetBytes($"User-agent: *\nDisallow: /a\n{padding}\nDisallow: /b\n"), Agent);
        Assert.False(robots.Allows("/a"));
        Assert.True(robots.Allows("/b"));
    }

    [Fact]
    public void Matches_anyPatternAndPath_asAStepByStepMatcherDoes() =>
        Gen.Select(Gen.Char["ab*$/"].Array[0, 8], Gen.Char["ab/"].Array[0, 10]).Sample((pattern, path) =>
        {
            var (text, target) = ("/" + new string(pattern), "/" + new string(path));
            Assert.Equal(Step(text, 0, target, 0), new RobotsRule(allow: false, text).Matches(target));
        });

    [Fact]
    public void Canonical_twice_changesNothingMore() => Gen.Char['\0', '\xFF'].Array.Sample(static characters =>
    {
        var once = RobotsRule.Canonical(new string(characters));
        Assert.Equal(once, RobotsRule.Canonical(once));
    });

    private static bool Step(string pattern, int at, string path, int position) =>
        at == pattern.Length ? true
        : pattern[at] == '$' && at == pattern.Length - 1 ? position == path.Length
        : pattern[at] == '*' ? Enumerable.Range(position, path.Length - position + 1).Any(next => Step(pattern, at + 1, path, next))
        : position < path.Length && pattern[at] == path[position] && Step(pattern, at + 1, path, position + 1);
}
