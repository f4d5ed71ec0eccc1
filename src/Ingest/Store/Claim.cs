namespace Gouji.Ingest.Store;

/// <summary>An address to be asked now.</summary>
public sealed record DueAddress
{
    /// <summary>The address.</summary>
    public required Uri Address { get; init; }

    /// <summary>Its host, in lower case.</summary>
    public required string Host { get; init; }

    /// <summary>The name of its source.</summary>
    public required string Source { get; init; }

    /// <summary>What it leads to.</summary>
    public required AddressKind Kind { get; init; }

    /// <summary>Links from the start of the source, from 0.</summary>
    public required int Depth { get; init; }

    /// <summary>The page that links to it.</summary>
    public Uri? Parent { get; init; }

    /// <summary>The text of the link.</summary>
    public string? AnchorText { get; init; }

    /// <summary>The title that stands with it.</summary>
    public string? Title { get; init; }

    /// <summary>The try that this is in the run, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The bytes already held; null where none are.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The ETag of what is held.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified of what is held.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Whether the links of the page that is held are known.</summary>
    public bool LinksKnown { get; init; }
}

/// <summary>What is to be asked now.</summary>
/// <param name="Addresses">Claimed for the caller until their answer is recorded or they are put back.</param>
/// <param name="Next">Where nothing is: when something will be; null where nothing is left in this run.</param>
public sealed record Claim(IReadOnlyList<DueAddress> Addresses, DateTimeOffset? Next)
{
    /// <summary>Where nothing is: when something will be on a host of which nothing is claimed; null where there is none.</summary>
    public DateTimeOffset? NextOnIdleHost { get; init; }
}
