namespace Gouji.Ingest.Store;

/// <summary>What a run did, as the catalogue tells it: the same for a run in one go and for one that was taken up again.</summary>
public sealed record RunReport
{
    /// <summary>How many addresses of each kind the run concluded, by the state they are in. Pairs without an address are left out.</summary>
    public required IReadOnlyDictionary<(AddressKind Kind, AddressState State), long> Concluded { get; init; }

    /// <summary>Documents of which the run brought a version, in the order of sources and addresses.</summary>
    public required IReadOnlyList<RunDocument> Documents { get; init; }

    /// <summary>Pages that the run fetched and that are documents themselves.</summary>
    public required long Disclosing { get; init; }

    /// <summary>Addresses that failed or refused, in the order of sources and addresses.</summary>
    public required IReadOnlyList<RunTrouble> Troubles { get; init; }

    /// <summary>Documents that the run was the first to find missing; known once it has ended.</summary>
    public required IReadOnlyList<Uri> Missing { get; init; }

    /// <summary>What the run did for each source, in the order of the names.</summary>
    public required IReadOnlyList<SourceTally> Sources { get; init; }

    /// <summary>Hosts of which the run has still something to ask, in the order of their names.</summary>
    public required IReadOnlyList<RestingHost> Resting { get; init; }

    /// <summary>Addresses that the run has still to ask.</summary>
    public long Due => Resting.Sum(static host => host.Due);

    /// <summary>Disclosures whose pages are held and link to no document and no further page: what they publish may stand on the page itself.</summary>
    public required IReadOnlyList<Uri> WithoutDocuments { get; init; }

    /// <summary>Requests.</summary>
    public required long Requests { get; init; }

    /// <summary>Bytes that arrived.</summary>
    public required long Bytes { get; init; }

    /// <summary>How many addresses of a kind the run concluded in a state.</summary>
    public long Of(AddressKind kind, AddressState state) => Concluded.GetValueOrDefault((kind, state));

    /// <summary>How many addresses the run concluded in a state.</summary>
    public long Of(AddressState state) => Concluded.Where(pair => pair.Key.State == state).Sum(static pair => pair.Value);
}

/// <summary>A host of which a run has still something to ask.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Due">How many addresses.</param>
/// <param name="Reason">What it last failed with in the run, or that it failed before and was not asked; as a stable word, null where neither is so.</param>
public sealed record RestingHost(string Host, long Due, string? Reason);

/// <summary>A document of which a run brought a version.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Source">The name of its source.</param>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="Version">The version.</param>
/// <param name="Previous">The bytes held before; null where the document is new.</param>
public sealed record RunDocument(Uri Address, string Source, string? Title, DocumentVersion Version, string? Previous);

/// <summary>An address that could not be fetched.</summary>
/// <param name="Address">The address.</param>
/// <param name="Source">The name of its source.</param>
/// <param name="Kind">What it leads to.</param>
/// <param name="State">Failed or blocked.</param>
/// <param name="Reason">Why, as a stable word.</param>
/// <param name="IsNew">Whether it was not already so in an earlier run.</param>
public sealed record RunTrouble(Uri Address, string Source, AddressKind Kind, AddressState State, string? Reason, bool IsNew);

/// <summary>What a run did for a source.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Pages">Pages that the run concluded.</param>
/// <param name="Downloads">Documents whose bytes the run fetched.</param>
/// <param name="ListedBefore">Documents that pages listed in earlier runs.</param>
/// <param name="ListedNow">Documents that pages list in this run.</param>
/// <param name="StartReason">Why none of its start pages could be fetched; null where one could.</param>
public sealed record SourceTally(string Source, long Pages, long Downloads, long ListedBefore, long ListedNow, string? StartReason)
{
    /// <summary>Whether the source yielded documents before and yields none now.</summary>
    public bool HasDriedUp => ListedBefore > 0 && ListedNow == 0;
}
