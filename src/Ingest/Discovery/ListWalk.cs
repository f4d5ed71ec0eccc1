namespace Gouji.Ingest.Discovery;

/// <summary>
/// Tells when a list has ended although its pages go on: servers answer page 99 of 3 with the last page, or with the first again. The next
/// pages of a page that does not advance are not to be followed.
/// </summary>
public sealed class ListWalk
{
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);

    /// <summary>Whether the page shows what no earlier page of this list has shown.</summary>
    public bool Advances(PageLinks page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return _shown.Add(page.Fingerprint);
    }
}
