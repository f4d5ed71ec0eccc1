namespace Gouji.Ingest.Store;

/// <summary>What an address leads to.</summary>
public enum AddressKind
{
    /// <summary>A page that lists pages (列表页).</summary>
    List,

    /// <summary>A page of one disclosure (详情页).</summary>
    Detail,

    /// <summary>A file (附件).</summary>
    Attachment,
}

/// <summary>What is known of an address. It is in exactly one state; docs/workspace.md tells which answer leads where.</summary>
public enum AddressState
{
    /// <summary>Never asked.</summary>
    New,

    /// <summary>The last try failed and another one follows in the same run.</summary>
    Retry,

    /// <summary>The last answer was the document, or that it has not changed.</summary>
    Fetched,

    /// <summary>The last answer was that there is none.</summary>
    Gone,

    /// <summary>Access is refused, by the site or by what the program refuses itself.</summary>
    Blocked,

    /// <summary>The tries of a run are used up.</summary>
    Failed,

    /// <summary>A document that was held and that its publisher took away, told apart from an outage.</summary>
    Withdrawn,
}

/// <summary>A site or folder that is watched.</summary>
/// <param name="Name">Its name, unique in the workspace.</param>
/// <param name="Department">The body that publishes; null where many do or it is not known.</param>
/// <param name="Definition">How it is crawled; where it changes, its pages are read again.</param>
public sealed record CatalogSource(string Name, string? Department = null, string? Definition = null);

/// <summary>An address that was found.</summary>
/// <param name="Address">In its canonical spelling, without a fragment.</param>
/// <param name="Source">The name of its source.</param>
/// <param name="Kind">What it leads to.</param>
/// <param name="Depth">Links from the start of the source, from 0.</param>
public sealed record Discovered(Uri Address, string Source, AddressKind Kind, int Depth)
{
    /// <summary>The text of the link.</summary>
    public string? AnchorText { get; init; }

    /// <summary>The title that stands with it.</summary>
    public string? Title { get; init; }

    /// <summary>The date of publication that stands with it.</summary>
    public DateOnly? Published { get; init; }
}

/// <summary>What a discovery added.</summary>
/// <param name="Added">Addresses that were not known.</param>
/// <param name="Known">Addresses that were.</param>
public sealed record DiscoveryResult(int Added, int Known);

/// <summary>An address of the catalogue.</summary>
public sealed record KnownAddress
{
    /// <summary>The address.</summary>
    public required Uri Address { get; init; }

    /// <summary>The name of its source.</summary>
    public required string Source { get; init; }

    /// <summary>What it leads to.</summary>
    public required AddressKind Kind { get; init; }

    /// <summary>Links from the start of the source, from 0.</summary>
    public required int Depth { get; init; }

    /// <summary>The page on which it was first found; null for the start of a source.</summary>
    public Uri? Parent { get; init; }

    /// <summary>The text of the link.</summary>
    public string? AnchorText { get; init; }

    /// <summary>The title that stands with it.</summary>
    public string? Title { get; init; }

    /// <summary>The date of publication that stands with it.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Its state.</summary>
    public required AddressState State { get; init; }

    /// <summary>Tries in the run that asked it last.</summary>
    public required int Attempts { get; init; }

    /// <summary>Not to be asked before; null where it may be at any time.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>Why the last answer was no document; null where it was.</summary>
    public string? Reason { get; init; }
}
