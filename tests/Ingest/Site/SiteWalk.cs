using Gouji.Ingest.Discovery;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Tests.Site;

/// <summary>Walks a site from its start pages by what its pages say alone, without a network: the least that a crawler does.</summary>
internal sealed class SiteWalk
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<(Uri Address, string? Title, int Depth, ListWalk List)> _queue = [];

    /// <summary>The documents found, in the order in which they were.</summary>
    public List<Link> Attachments { get; } = [];

    /// <summary>The pages that were not there.</summary>
    public List<Uri> Missing { get; } = [];

    /// <summary>How many pages were read.</summary>
    public int Pages { get; private set; }

    /// <summary>Walks.</summary>
    public static SiteWalk Of(Source source, Func<Uri, SiteAnswer> ask)
    {
        var walk = new SiteWalk();
        foreach (var start in source.Start)
        {
            walk.Visit(start, null, 0, new ListWalk());
        }

        while (walk._queue.TryDequeue(out var next))
        {
            walk.Read(source, ask(next.Address), next.Address, next.Title, next.Depth, next.List);
        }

        return walk;
    }

    private void Read(Source source, SiteAnswer answer, Uri address, string? title, int depth, ListWalk list)
    {
        if (answer.Status != 200)
        {
            Missing.Add(address);
            return;
        }

        Pages++;
        var links = LinkFinder.Find(PageReader.Read(answer.Body, answer.ContentType, address), source, title);
        Assert.Equal(links.Seen, links.NextPages.Count + links.Details.Count + links.Attachments.Count + links.Ignored.Values.Sum());
        Attachments.AddRange(links.Attachments.Where(link => _seen.Add(link.Address.AbsoluteUri)));
        foreach (var link in list.Advances(links) ? links.NextPages : [])
        {
            Visit(link.Address, title, depth, list);
        }

        foreach (var link in depth < source.Settings.Limits.Depth ? links.Details : [])
        {
            Visit(link.Address, link.Title, depth + 1, new ListWalk());
        }
    }

    private void Visit(Uri address, string? title, int depth, ListWalk list)
    {
        if (_seen.Add(CanonicalAddress.Of(address).AbsoluteUri))
        {
            _queue.Enqueue((address, title, depth, list));
        }
    }
}
