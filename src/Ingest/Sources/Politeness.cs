namespace Gouji.Ingest.Sources;

/// <summary>How gently a source is asked. robots.txt (RFC 9309) is always respected; no source can turn that off.</summary>
public sealed record Politeness
{
    /// <summary>The least time between two requests to a host. A longer Crawl-delay of the host prevails.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);
}
