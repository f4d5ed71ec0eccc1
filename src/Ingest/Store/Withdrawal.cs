namespace Gouji.Ingest.Store;

/// <summary>What speaks for a document having been taken away.</summary>
public enum WithdrawalEvidence
{
    /// <summary>Gone while its host answered, in one run or in runs too close together. An outage can look the same; a later run tells.</summary>
    Missing,

    /// <summary>Gone in two runs, far enough apart, while its host answered: withdrawn.</summary>
    Withdrawn,

    /// <summary>Gone, but its host answered nothing else in this run, or lost most of its documents at once.</summary>
    HostOutOfOrder,

    /// <summary>Gone, but the same bytes are fetched from another address.</summary>
    Moved,

    /// <summary>No page that linked to it does so any longer. It may still be served.</summary>
    Unlisted,
}

/// <summary>A document that may have been taken away.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Kind">What the address leads to.</param>
/// <param name="IsDocument">Whether that is a document: an attachment, or a page that discloses on itself.</param>
/// <param name="State">The state of the address.</param>
/// <param name="Evidence">What speaks for it.</param>
/// <param name="Since">When it was first found missing; null where it does not count as missing.</param>
/// <param name="Sha256">The bytes that were last held.</param>
/// <param name="LastSeen">When they were last seen.</param>
public sealed record WithdrawalCandidate(
    Uri Address, AddressKind Kind, bool IsDocument, AddressState State, WithdrawalEvidence Evidence, DateTimeOffset? Since, string Sha256, DateTimeOffset LastSeen);
