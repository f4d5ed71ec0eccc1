namespace Gouji.Ingest.Store;

/// <summary>A finding on a version of a document.</summary>
/// <param name="Key">What makes it the same finding in another version: stable, unique within the version.</param>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Severity">How grave it is, as a word.</param>
/// <param name="MessageZh">The Chinese sentence.</param>
/// <param name="MessageEn">The English sentence.</param>
public sealed record StoredFinding(string Key, string Rule, string Severity, string MessageZh, string MessageEn)
{
    /// <summary>The run that first saw it, in this version or in those before it without a gap.</summary>
    public long FirstSeenRun { get; init; }

    /// <summary>The run that brought a later version without it; null where none did.</summary>
    public long? ResolvedRun { get; init; }
}

/// <summary>How the findings of two versions differ, each in the order of the keys.</summary>
/// <param name="Corrected">In the older version alone.</param>
/// <param name="Added">In the newer version alone.</param>
/// <param name="Unchanged">In both, as the newer version has them.</param>
public sealed record FindingChanges(IReadOnlyList<StoredFinding> Corrected, IReadOnlyList<StoredFinding> Added, IReadOnlyList<StoredFinding> Unchanged);

/// <summary>A finding that a run was the first to see, or that it resolved.</summary>
/// <param name="Address">The address of the document.</param>
/// <param name="Source">The name of its source.</param>
/// <param name="Finding">The finding.</param>
/// <param name="IsNew">Whether it is new rather than resolved.</param>
public sealed record RunFinding(Uri Address, string Source, StoredFinding Finding, bool IsNew);

/// <summary>A version whose bytes were read and whose findings are not kept yet.</summary>
/// <param name="Address">The address.</param>
/// <param name="Version">The version.</param>
public sealed record UncheckedVersion(Uri Address, DocumentVersion Version);
