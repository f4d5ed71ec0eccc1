namespace Gouji.Ingest.Discovery;

/// <summary>The links of a page, each in exactly one place: what is taken and what is ignored add up to what was seen.</summary>
public sealed record PageLinks
{
    /// <summary>Further pages of the list, or of the article, and frames of the page.</summary>
    public required IReadOnlyList<Link> NextPages { get; init; }

    /// <summary>Pages whose titles are wanted.</summary>
    public required IReadOnlyList<Link> Details { get; init; }

    /// <summary>Documents.</summary>
    public required IReadOnlyList<Link> Attachments { get; init; }

    /// <summary>How many links were not taken, by the reason.</summary>
    public required IReadOnlyDictionary<IgnoredReason, int> Ignored { get; init; }

    /// <summary>How many links were seen: always the sum of all the others.</summary>
    public required int Seen { get; init; }

    /// <summary>
    /// The same for two pages of a list that show the same: a digest of where their links lead, further pages aside.
    /// </summary>
    public required string Fingerprint { get; init; }
}
