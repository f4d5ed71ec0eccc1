using System.Net;
using CsCheck;
using Gouji.Ingest.Discovery;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Tests.Discovery;

public sealed class LinkAccountTests
{
    private static readonly string[] Addresses =
        ["a.html", "./a.html#x", "b.doc", "//o.cn/b.doc", "index_2.html", "?page=3", "javascript:f('/c.pdf')", "mailto:x", "", "#", "http://", "/v/viewer.html?file=/d.pdf", "\\e.xls", "预算.doc"];

    private static readonly string[] Texts = ["预算", "2022年决算", "下一页", "3", "附件", "<img alt=决算>", "", "通知", "查看", "三公…"];

    private static readonly Gen<string> Element = Gen.Select(Gen.Int[0, 9], Gen.Int[0, Addresses.Length - 1], Gen.Int[0, Texts.Length - 1])
        .Select(static (shape, address, text) => (Form: shape, Address: Addresses[address], Text: Texts[text]))
        .Select(static piece => piece.Form switch
        {
            0 => $"<iframe src=\"{piece.Address}\">{piece.Text}</iframe>",
            1 => $"<li>{piece.Text}<a href=\"{piece.Address}\">查看</a>",
            2 => $"<span onclick=\"go('{piece.Address}')\">{piece.Text}</span>",
            3 => $"<script>var x='<a href=\"{piece.Address.Replace('\'', ' ')}\">{piece.Text}</a>'</script>",
            4 => $"<option value=\"{piece.Address}\">{piece.Text}",
            5 => "</table></ul><tr>",
            _ => $"<a href=\"{piece.Address}\">{piece.Text}</a>",
        });

    /// <summary>Whatever a page holds, each link stands in one place, and the places add up; reading it twice gives the same.</summary>
    [Fact]
    public void Find_anyPage_accountsForEveryLink()
    {
        var places = new int[4];
        Gen.Select(Element.Array[0, 30], Gen.Bool).Sample(
            (elements, years) =>
            {
                var settings = years ? new SourceSettings { Titles = new TitleFilter { Years = [2024] } } : null;
                var html = string.Concat(elements);
                var links = Pages.Find(html, settings: settings);
                Assert.Equal(links.Fingerprint, Pages.Find(html, settings: settings).Fingerprint);
                Interlocked.Add(ref places[0], links.NextPages.Count);
                Interlocked.Add(ref places[1], links.Details.Count);
                Interlocked.Add(ref places[2], links.Attachments.Count);
                Interlocked.Add(ref places[3], links.Ignored.Values.Sum());
            },
            iter: 2000);
        Assert.All(places, static count => Assert.True(count > 200));
    }

    /// <summary>A link that nobody could mistake is found wherever it is put.</summary>
    [Fact]
    public void Find_attachmentAmongAnything_isFound() =>
        Gen.Select(Element.Array[0, 10], Element.Array[0, 10]).Sample(
            (before, after) => Pages.Find($"<title>预算</title>{string.Concat(before)}<a href='/only/one.pdf'>附件</a>{string.Concat(after)}").Attachments
                .Count(static link => link.Address.AbsolutePath == "/only/one.pdf") == 1);

    /// <summary>No address is so broken that a page with it cannot be read.</summary>
    [Fact]
    public void Find_anyAddress_isAccountedFor()
    {
        var strange = Gen.Select(Gen.Int[0, 5], Gen.String).Select(static (start, rest) => new[] { "", "http://", "https://a.cn/", "//", "?", "/v/view.html?file=" }[start] + rest);
        strange.Sample(address => Pages.Find($"<title>预算</title><a href=\"{WebUtility.HtmlEncode(address)}\">预算</a>").Seen == 1, iter: 5000);
    }
}
