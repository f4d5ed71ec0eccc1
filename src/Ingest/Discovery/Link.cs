namespace Gouji.Ingest.Discovery;

/// <summary>A link of a page.</summary>
/// <param name="Address">Where it leads, in canonical form.</param>
/// <param name="Title">The best title that the page gives it; may be empty.</param>
/// <param name="FoundBy">How it was found.</param>
public sealed record Link(Uri Address, string Title, FoundBy FoundBy)
{
    /// <summary>The text of the link itself.</summary>
    public string Text { get; init; } = "";

    /// <summary>The title attribute.</summary>
    public string TitleAttribute { get; init; } = "";

    /// <summary>The date that stands beside it in its row, or in its address.</summary>
    public DateOnly? Published { get; init; }
}
