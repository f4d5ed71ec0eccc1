using System.Text;
using Gouji.Ingest.Discovery;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Tests.Discovery;

/// <summary>Reads small pages written in the tests.</summary>
internal static class Pages
{
    public static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static Source Source(string start = "https://czj.city.gov.cn/zwgk/", SourceSettings? settings = null) =>
        new() { Name = "某市财政局", Region = "某省某市", Start = [new Uri(start)], Settings = settings ?? new SourceSettings() };

    public static Page Read(string html, string address = "https://czj.city.gov.cn/zwgk/index.html", Encoding? encoding = null, string? header = null) =>
        PageReader.Read((encoding ?? Encoding.UTF8).GetBytes(html), header, new Uri(address));

    public static PageLinks Find(string html, string address = "https://czj.city.gov.cn/zwgk/index.html", SourceSettings? settings = null, Encoding? encoding = null, string? reachedBy = null) =>
        Counted(LinkFinder.Find(Read(html, address, encoding), Source(address, settings), reachedBy));

    /// <summary>The links after their accounts were found to add up.</summary>
    public static PageLinks Counted(PageLinks links)
    {
        Assert.Equal(links.Seen, links.NextPages.Count + links.Details.Count + links.Attachments.Count + links.Ignored.Values.Sum());
        var taken = links.NextPages.Concat(links.Details).Concat(links.Attachments).Select(static link => link.Address.AbsoluteUri).ToList();
        Assert.Equal(taken.Distinct(StringComparer.Ordinal), taken);
        Assert.All(taken, static address => Assert.Equal(address, CanonicalAddress.Of(new Uri(address)).AbsoluteUri));
        return links;
    }

    public static string[] Addresses(IEnumerable<Link> links) => [.. links.Select(static link => link.Address.AbsoluteUri)];

    public static string[] Paths(IEnumerable<Link> links) => [.. links.Select(static link => link.Address.PathAndQuery)];
}
