using System.Globalization;
using Gouji.Ingest.Network;
using Gouji.Model;

namespace Gouji.Ingest.Discovery;

/// <summary>
/// Reads pages. It looks at their tags one after the other and builds no tree, so that no nesting, however deep, costs stack or time;
/// scripts are read as texts and never run.
/// </summary>
public static class PageReader
{
    /// <summary>The most bytes of a page.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    /// <summary>The most links of a page.</summary>
    public const int MaximumLinks = 100_000;

    private const int LongestNotice = 200;

    /// <summary>Reads a page.</summary>
    /// <param name="body">Its bytes.</param>
    /// <param name="contentTypeHeader">The Content-Type header; null where there is none.</param>
    /// <param name="address">Where it was fetched, after redirects.</param>
    /// <exception cref="UnreadableDocumentException">The page is larger than the limits.</exception>
    public static Page Read(ReadOnlyMemory<byte> body, string? contentTypeHeader, Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (body.Length > MaximumBytes)
        {
            throw TooLarge(
                string.Create(CultureInfo.InvariantCulture, $"网页有{body.Length}字节，超过{MaximumBytes}字节的上限；请检查该地址是否为文件下载。"),
                string.Create(CultureInfo.InvariantCulture, $"The page has {body.Length} bytes, more than the limit of {MaximumBytes}. Check whether the address is a download."));
        }

        var decoded = PageDecoder.Decode(body.Span, contentTypeHeader);
        var scan = new MarkupScan();
        scan.Read(decoded.Text, FoundBy.Anchor);
        if (scan.References.Count > MaximumLinks)
        {
            throw TooLarge(
                string.Create(CultureInfo.InvariantCulture, $"网页有{scan.References.Count}个链接，超过{MaximumLinks}个的上限；请检查该页面。"),
                string.Create(CultureInfo.InvariantCulture, $"The page has {scan.References.Count} links, more than the limit of {MaximumLinks}. Check the page."));
        }

        var text = scan.Text;
        return new Page
        {
            Address = address,
            Base = BaseOf(scan.BaseAddress, address),
            Charset = decoded.Encoding.WebName,
            DeclaredCharset = decoded.Declared,
            Title = PageTitle.Of(scan.Meta("articletitle", "article:title"), scan.Heading, scan.Title, scan.Meta("sitename", "og:site_name")),
            Published = PublicationDate.In(scan.Meta("pubdate", "publishdate", "article:published_time", "firstpublishedtime", "publishtime", "createdate"))
                ?? PublicationDate.Labelled(text)
                ?? PublicationDate.InPath(address),
            Text = text,
            Encoding = decoded.Encoding,
            Scripts = scan.Scripts,
            References = [.. WithRedirections(scan, text, address)],
        };
    }

    // Only a page that shows next to nothing is there to send the reader on; elsewhere a script that does is part of a menu, and a page that
    // goes elsewhere after a while has been read by then. Pages for errors send the reader home, which leads out of the list.
    private static IEnumerable<Reference> WithRedirections(MarkupScan scan, string text, Uri address)
    {
        var isBare = text.Length <= LongestNotice && scan.References.Count <= 2;
        var scripted = isBare ? scan.Scripts.Select(ScriptTexts.Redirection).OfType<string>().Take(1).Select(static target => new Reference(target, FoundBy.Refresh)) : [];
        return scan.References.Concat(scripted).Select(reference => reference.FoundBy != FoundBy.Refresh ? reference
            : reference with { IsNextPage = (reference.IsNextPage || isBare) && !LeavesForHome(reference.Raw) });

        bool LeavesForHome(string target) =>
            !Locations.IsFrontPage(address) && Uri.TryCreate(BaseOf(scan.BaseAddress, address), target.Trim(), out var resolved) && Locations.IsFrontPage(resolved);
    }

    private static Uri BaseOf(string written, Uri address) =>
        written.Length > 0 && Uri.TryCreate(address, written, out var found) && found.Scheme is "http" or "https" ? found : address;

    private static UnreadableDocumentException TooLarge(string zh, string en) => new(UnreadableReason.TooLarge, new Message(zh, en));
}
