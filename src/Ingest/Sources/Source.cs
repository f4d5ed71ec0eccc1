namespace Gouji.Ingest.Sources;

/// <summary>One site, or one part of a site, that publishes disclosures (来源).</summary>
public sealed record Source
{
    /// <summary>Its name, unique in the file.</summary>
    public required string Name { get; init; }

    /// <summary>The region it publishes for (地区), such as <c>某省某市</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The body that publishes (部门), where the source is the site of one; null where it lists many.</summary>
    public string? Body { get; init; }

    /// <summary>The pages where a crawl begins; may be empty where there are <see cref="Json"/> endpoints.</summary>
    public IReadOnlyList<Uri> Start { get; init; } = [];

    /// <summary>Lists that the site serves as JSON.</summary>
    public IReadOnlyList<JsonEndpoint> Json { get; init; } = [];

    /// <summary>How it is crawled: the defaults of the file with the source's own words laid over them.</summary>
    public SourceSettings Settings { get; init; } = new();
}
