using System.Globalization;
using Gouji.Ingest.Discovery;
using Gouji.Ingest.Sources;
using Gouji.Ingest.Store;
using Gouji.Model;

namespace Gouji.Ingest.Crawling;

/// <summary>Reads pages that are held, and tells the catalogue what they link to.</summary>
internal sealed class PageVisitor
{
    private readonly Workspace _workspace;
    private readonly IReadOnlyDictionary<string, SourceBudget> _sources;
    private readonly ListWalks _walks;

    public PageVisitor(Workspace workspace, IReadOnlyDictionary<string, SourceBudget> sources)
    {
        _workspace = workspace;
        _sources = sources;
        _walks = new ListWalks(workspace.Catalog.Find, LinksHeld);
    }

    /// <summary>Reads a page; says why where it cannot be read, or goes on where nothing but a script can follow.</summary>
    public async Task<Message?> VisitAsync(CatalogRun run, PageToRead page, CancellationToken cancellationToken)
    {
        var catalog = _workspace.Catalog;
        var bytes = await File.ReadAllBytesAsync(_workspace.Objects.PathOf(page.Sha256), cancellationToken);
        if (page.Kind == AddressKind.Detail && DocumentBytes.Recognises(bytes))
        {
            await catalog.MarkDocumentAsync(page.Address);
            return null;
        }

        try
        {
            var source = _sources[page.Source].Source;
            var read = Read(source, bytes, page);
            var links = LinkFinder.Find(read, source, page.Title);
            var discloses = page.Kind == AddressKind.Detail && PageDisclosure.IsOn(read, page.Title, source.Settings.Titles);
            await catalog.DiscoverAsync(run, page.Address, Found(source, page, read, links), discloses);
            return OnlyByScript(links);
        }
        catch (UnreadableDocumentException failure)
        {
            await catalog.DiscoverAsync(run, page.Address, []);
            return failure.Text;
        }
    }

    // A list that is cut short must not look like one that is read to its end.
    private static Message? OnlyByScript(PageLinks links) =>
        links.NextPages.Count == 0 && links.Ignored.TryGetValue(IgnoredReason.ScriptedPage, out var pages)
            ? new Message(
                string.Create(CultureInfo.InvariantCulture, $"该列表有{pages}个链接指向只有脚本才能打开的后续页，未能采集；请在来源文件中以“start”逐页列出，或以“json”写明其接口。"),
                string.Create(CultureInfo.InvariantCulture, $"{pages} links lead to further pages of the list that only a script can open; they were not read. List the pages under 'start', or name the interface under 'json' in the sources file."))
            : null;

    private static Page Read(Source source, byte[] bytes, PageToRead page)
    {
        var contentType = page.Charset is { } charset ? "text/html; charset=" + charset : null;
        return source.Json.FirstOrDefault(endpoint => endpoint.PageOf(page.Address) is not null) is { } endpoint
            ? JsonListReader.Read(bytes, contentType, page.Address, endpoint)
            : PageReader.Read(bytes, contentType, page.Answered);
    }

    private List<Discovered> Found(Source source, PageToRead page, Page read, PageLinks links)
    {
        var found = new List<Discovered>();
        if (_walks.Advances(page.Address, links))
        {
            found.AddRange(links.NextPages.Select(link => new Discovered(link.Address, page.Source, page.Kind, page.Depth)
            {
                AnchorText = Said(link.Text),
                Title = page.Title,
            }));
        }

        if (page.Depth < source.Settings.Limits.Depth)
        {
            found.AddRange(links.Details.Select(link => new Discovered(link.Address, page.Source, AddressKind.Detail, page.Depth + 1)
            {
                AnchorText = Said(link.Text),
                Title = Said(link.Title),
                Published = link.Published,
            }));
        }

        found.AddRange(links.Attachments.Select(link => new Discovered(link.Address, page.Source, AddressKind.Attachment, page.Depth + 1)
        {
            AnchorText = Said(link.Text),
            Title = Said(DocumentTitle.Of(link.Title, read.Title, null)),
            Published = link.Published ?? read.Published,
        }));
        return found;
    }

    private static string? Said(string text) => text.Length > 0 ? text : null;

    private PageLinks? LinksHeld(KnownAddress address)
    {
        var held = _workspace.Catalog.VersionsOf(address.Address);
        if (held is not [.., var last] || !_sources.TryGetValue(address.Source, out var budget))
        {
            return null;
        }

        try
        {
            var page = new PageToRead(address.Address, address.Source, address.Kind, address.Depth, last.Sha256, null) { Answered = address.Address };
            return LinkFinder.Find(Read(budget.Source, File.ReadAllBytes(_workspace.Objects.PathOf(last.Sha256)), page), budget.Source, address.Title);
        }
        catch (UnreadableDocumentException)
        {
            // Such a page has no links; why is told when it is read for its own sake.
            return null;
        }
    }
}
