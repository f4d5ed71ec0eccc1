namespace Gouji.Ingest.Crawling;

/// <summary>How a crawl goes about its work.</summary>
public sealed record CrawlOptions
{
    /// <summary>The most hosts asked at the same time; each of them is asked one thing at a time. 32 unless told.</summary>
    public int Hosts { get; init; } = 32;

    /// <summary>The longest pause that is waited out where nothing else is to be done; what rests longer is left to a later run. 15 minutes unless told.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether documents are downloaded, or only found.</summary>
    public bool Documents { get; init; } = true;
}
