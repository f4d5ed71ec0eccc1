namespace Gouji.Ingest.Store;

/// <summary>What a workspace holds.</summary>
public sealed record StatusReport
{
    /// <summary>All addresses.</summary>
    public required long Total { get; init; }

    /// <summary>How many addresses of each kind are in each state; they add up to the total. Pairs without an address are left out.</summary>
    public required IReadOnlyDictionary<(AddressKind Kind, AddressState State), long> Counts { get; init; }

    /// <summary>Addresses that the run under way has still to ask.</summary>
    public required long Due { get; init; }

    /// <summary>Addresses that are being asked.</summary>
    public required long Claimed { get; init; }

    /// <summary>Addresses of which at least one version is held.</summary>
    public required long Held { get; init; }

    /// <summary>All versions.</summary>
    public required long Versions { get; init; }

    /// <summary>Different originals.</summary>
    public required long Objects { get; init; }

    /// <summary>Their bytes.</summary>
    public required long ObjectBytes { get; init; }

    /// <summary>All requests.</summary>
    public required long Fetches { get; init; }

    /// <summary>Hosts of which the last run has something left to ask, or left it to the next, in the order of their names.</summary>
    public required IReadOnlyList<RestingHost> Resting { get; init; }

    /// <summary>The addresses whose last answer was a failure or a refusal, whichever run asked them, by source and address.</summary>
    public required IReadOnlyList<AddressTrouble> Troubles { get; init; }

    /// <summary>The last run; null where there was none.</summary>
    public CatalogRun? LastRun { get; init; }

    /// <summary>How many addresses are in a state.</summary>
    public long Of(AddressState state) => Counts.Where(pair => pair.Key.State == state).Sum(static pair => pair.Value);
}

/// <summary>An address that failed or refused.</summary>
/// <param name="Address">The address.</param>
/// <param name="Source">The source it belongs to.</param>
/// <param name="State"><see cref="AddressState.Failed"/> or <see cref="AddressState.Blocked"/>.</param>
/// <param name="Reason">Why, as a stable word.</param>
public sealed record AddressTrouble(Uri Address, string Source, AddressState State, string? Reason);
