using System.Text;
using CsCheck;
using Gouji.Ingest.Network;

namespace Gouji.Ingest.Tests.Network;

/// <summary>Whatever a server writes, reading it throws nothing.</summary>
public sealed class HostileAnswerTests
{
    private static readonly string[] Pieces =
    [
        "attachment", ";", "=", "\"", "\\", "'", "''", "filename", "filename*", "UTF-8", "utf-7", "gbk", "=?", "?=", "?B?", "?Q?", "%E9", "%", "%2F", "..", "/", "a.doc",
        "http://", "https:", "//", "@", "#", "?", ":", "[", "]", "::1", "127.1", "。", ".", "xn--", "<html>", "<title>", "</", "<!--", "<script", ">", "404", "charset=",
        new string('x', 300), "\u00FF\u00FE", " ", "\t",
    ];

    private static readonly Gen<string> Hostile =
        Gen.OneOf(Gen.Char['\0', '\xFF'].Select(static one => one.ToString()), Gen.Int[0, Pieces.Length - 1].Select(static i => Pieces[i])).Array[0, 14].Select(string.Concat);

    [Fact]
    public void AttachmentName_anyHeader_isNoneOrFit() => Hostile.Sample(static value =>
    {
        var name = AttachmentName.Of(value, new Uri("http://h.cn/"));
        Assert.Equal(name, name is null ? null : FileNames.Sanitise(name));
    });

    [Fact]
    public void Location_anyHeader_isNoneOrJudged() => Hostile.Sample(static value =>
    {
        var policy = new AddressPolicy(new StubResolver());
        if (Locations.Resolve(new Uri("http://h.cn/a/b"), value) is { } address)
        {
            Assert.Empty(address.Fragment);
            if (policy.Check(address) is null)
            {
                Assert.True(address.Scheme is "http" or "https");
                Assert.NotNull(HostName.Of(address));
            }
        }
    });

    [Fact]
    public void ServedPage_anyBody_isJudged() => Hostile.Sample(static body =>
    {
        foreach (var charset in (string?[])[null, "gbk", "utf-7", "nonsense"])
        {
            var verdict = ServedPage.Recognise(Encoding.Latin1.GetBytes(body), "text/html", charset, expectsDocument: true);
            Assert.True(verdict is null || verdict.Shown.Length <= 60);
        }
    });

    [Fact]
    public void Answer_anyHeaders_areRead() => Hostile.Sample(static value =>
    {
        string[] names = ["Content-Type", "Last-Modified", "ETag", "Date", "Accept-Ranges", "Retry-After"];
        var answer = new Answer { Outcome = DownloadOutcome.Fetched, Headers = [.. names.Select(name => KeyValuePair.Create(name, value))] };
        Assert.False(answer.ContentType is "" || answer.Charset is "" || answer.ETag is "");
        Assert.True(answer.StrongValidator is null || answer.StrongValidator.StartsWith('"') || answer.LastModified is not null);
    });

    [Fact]
    public void RobotsTxt_anyFile_isRead() => Hostile.Array[0, 5].Sample(static lines =>
        Assert.True(RobotsTxt.Parse(Encoding.Latin1.GetBytes("user-agent: *\ndisallow:" + string.Join("\nallow:", lines)), "Gouji").Allows("/robots.txt")));

    [Theory]
    [InlineData("Content-Type", "text/plain; charset=utf-7")]
    [InlineData("Content-Disposition", "attachment; filename*=utf-7''a.doc")]
    public async Task Download_charsetThatIsNotSupported_isPassedOver(string header, string value)
    {
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.Headers[header] = value;
            return context.Response.Body.WriteAsync(new byte[] { 1, 2, 3 }).AsTask();
        });
        var (result, _) = await site.GetAsync("/a");
        Assert.Equal((DownloadOutcome.Fetched, "a"), (result.Outcome, result.FileName));
    }
}
