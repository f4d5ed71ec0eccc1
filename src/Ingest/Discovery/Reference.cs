namespace Gouji.Ingest.Discovery;

/// <summary>Something on a page that points elsewhere, before anything is made of it.</summary>
/// <param name="Raw">The address as written, character references resolved.</param>
/// <param name="FoundBy">How it was found.</param>
internal sealed record Reference(string Raw, FoundBy FoundBy)
{
    /// <summary>The text of the link; empty where it has none.</summary>
    public string Text { get; init; } = "";

    /// <summary>The title attribute; empty where it has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The text of its row outside links; empty where there is no row or it is no longer one.</summary>
    public string Nearby { get; init; } = "";

    /// <summary>Whether it calls a script and names no address.</summary>
    public bool IsCall { get; init; }

    /// <summary>Whether it is known to lead to a further page of the list.</summary>
    public bool IsNextPage { get; init; }
}
