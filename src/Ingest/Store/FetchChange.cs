namespace Gouji.Ingest.Store;

/// <summary>What a recorded answer changes.</summary>
public enum ChangeKind
{
    /// <summary>The first version of the address.</summary>
    NewDocument,

    /// <summary>Other bytes than before at the same address, or a withdrawn document that is back.</summary>
    NewVersion,

    /// <summary>The same bytes as before.</summary>
    Unchanged,

    /// <summary>There is none. Whether it was withdrawn is judged at the end of the run.</summary>
    Gone,

    /// <summary>It was withdrawn before, and still is not there.</summary>
    Withdrawn,

    /// <summary>Access is refused.</summary>
    Blocked,

    /// <summary>It failed and is tried again in this run.</summary>
    Retry,

    /// <summary>It failed and is not tried again in this run.</summary>
    Failed,
}

/// <summary>A version of the document at an address.</summary>
/// <param name="Number">Its number in the catalogue.</param>
/// <param name="Ordinal">1 for the first version of the address.</param>
/// <param name="Sha256">Its bytes.</param>
public sealed record DocumentVersion(long Number, int Ordinal, string Sha256)
{
    /// <summary>When these bytes were first seen in a row.</summary>
    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>When they were last seen.</summary>
    public DateTimeOffset LastSeen { get; init; }
}

/// <summary>What became of an address by an answer.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="State">The state of the address now.</param>
/// <param name="Current">The version now held; null where none is.</param>
/// <param name="Previous">The version before it, where it is a new one.</param>
public sealed record FetchChange(ChangeKind Kind, AddressState State, DocumentVersion? Current, DocumentVersion? Previous);
