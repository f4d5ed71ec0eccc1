namespace Gouji.Ingest.Sources;

/// <summary>How far one run goes for one source. What is left over when a limit is reached is reported, never dropped in silence.</summary>
public sealed record CrawlLimits
{
    /// <summary>The most pages read.</summary>
    public int Pages { get; init; } = 2000;

    /// <summary>The most documents downloaded.</summary>
    public int Documents { get; init; } = 20_000;

    /// <summary>The most links from a start page to a page, not counting the further pages of a list.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>The most bytes of one document.</summary>
    public long Bytes { get; init; } = 200L * 1024 * 1024;
}
