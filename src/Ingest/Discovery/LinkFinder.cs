using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Discovery;

/// <summary>Sorts what a page points to: further pages of its list, pages to read, documents, and all that is of no use.</summary>
public static class LinkFinder
{
    /// <summary>Finds the links of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="source">What is looked for.</param>
    /// <param name="reachedBy">The title of the link that led to the page, where one did: the page itself may be called anything.</param>
    public static PageLinks Find(Page page, Source source, string? reachedBy = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(source);
        var pagination = Pagination.Of(page);
        var sorting = new LinkSorting(page, pagination, source, reachedBy);
        foreach (var reference in page.References.Concat(pagination.Generated))
        {
            sorting.Add(reference);
        }

        return sorting.Result();
    }
}
