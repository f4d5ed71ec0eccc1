using Gouji.Ingest.Discovery;
using Gouji.Ingest.Store;

namespace Gouji.Ingest.Crawling;

/// <summary>
/// The walks through the lists of a run. A further page belongs to the list of the page that led to it; pages that the run has not read,
/// because they are as they were, count with what is held of them.
/// </summary>
/// <param name="find">What is known of an address.</param>
/// <param name="read">The links of a page as it is held; null where it is not or cannot be read.</param>
internal sealed class ListWalks(Func<Uri, KnownAddress?> find, Func<KnownAddress, PageLinks?> read)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Uri, (ListWalk Walk, bool Advances)> _pages = [];

    /// <summary>Whether the page shows what no earlier page of its list has shown.</summary>
    public bool Advances(Uri page, PageLinks links)
    {
        lock (_lock)
        {
            if (!_pages.TryGetValue(page, out var known))
            {
                known = Add(page, links, WalkOf(page));
            }

            return known.Advances;
        }
    }

    private ListWalk WalkOf(Uri page)
    {
        // From the page back to one whose list is known, or to the first of the list; then forth again.
        var unread = new Stack<KnownAddress>();
        for (var at = find(page); at is { Parent: { } parent } && find(parent) is { } before && before.Depth == at.Depth && before.Kind == at.Kind; at = before)
        {
            if (_pages.TryGetValue(parent, out var known))
            {
                return Forth(unread, known.Walk);
            }

            if (unread.Any(one => one.Address == parent))
            {
                break;
            }

            unread.Push(before);
        }

        return Forth(unread, new ListWalk());
    }

    private ListWalk Forth(Stack<KnownAddress> unread, ListWalk walk)
    {
        while (unread.TryPop(out var page))
        {
            if (read(page) is { } links)
            {
                Add(page.Address, links, walk);
            }
        }

        return walk;
    }

    private (ListWalk Walk, bool Advances) Add(Uri page, PageLinks links, ListWalk walk) => _pages[page] = (walk, walk.Advances(links));
}
