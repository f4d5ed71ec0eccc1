namespace Gouji.Ingest.Store;

/// <summary>How often addresses are asked, and what it takes to call a document withdrawn.</summary>
public sealed record CatalogOptions
{
    /// <summary>Tries of an address in one run; 3 unless told.</summary>
    public int AttemptsPerRun { get; init; } = 3;

    /// <summary>The pause before the second try, doubled before each further one; a minute unless told.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest pause within a run; a host that asks for more is asked in a later run. An hour unless told.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long an address rests after a conclusive answer; each run asks it again unless told.</summary>
    public TimeSpan RevisitAfter { get; init; } = TimeSpan.Zero;

    /// <summary>The least time between the two runs that find a document gone before it counts as withdrawn; 12 hours unless told.</summary>
    public TimeSpan WithdrawnAfter { get; init; } = TimeSpan.FromHours(12);

    /// <summary>
    /// A host on which at least this many held documents are gone in one run, and more than half of those asked, is rebuilt or out of order;
    /// none of them counts as missing. 10 unless told.
    /// </summary>
    public int ManyGone { get; init; } = 10;
}
