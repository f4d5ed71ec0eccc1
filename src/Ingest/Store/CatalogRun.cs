namespace Gouji.Ingest.Store;

/// <summary>How a run ended.</summary>
public enum RunOutcome
{
    /// <summary>It has not ended, or was cut off.</summary>
    Running,

    /// <summary>All that was due was asked.</summary>
    Completed,

    /// <summary>It was stopped by a person or by a limit.</summary>
    Stopped,

    /// <summary>It ended in an error.</summary>
    Failed,
}

/// <summary>A run on a workspace.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Started">When it began first.</param>
/// <param name="Resumed">How often it was taken up again after it had been cut off.</param>
public sealed record CatalogRun(long Number, DateTimeOffset Started, int Resumed)
{
    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How it ended.</summary>
    public RunOutcome Outcome { get; init; }
}
