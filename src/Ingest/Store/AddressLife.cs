namespace Gouji.Ingest.Store;

/// <summary>How an answer moves an address on.</summary>
/// <param name="State">Its state then.</param>
/// <param name="Concluded">Whether the run is done with it.</param>
/// <param name="NextAttempt">Not to be asked before; null where it may be at any time.</param>
internal sealed record Step(AddressState State, bool Concluded, DateTimeOffset? NextAttempt);

/// <summary>
/// The states of an address. What a publisher took away stays withdrawn until it is served again: a failure says nothing about it.
/// A withdrawal itself is no answer but a judgement over a run; see <see cref="Withdrawals"/>.
/// </summary>
internal static class AddressLife
{
    /// <summary>The step that an answer leads to.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="outcome">What the request came to.</param>
    /// <param name="attempt">The try within the run, from 1.</param>
    /// <param name="asked">When it was asked.</param>
    /// <param name="retryAfter">How long the host asks to be left alone.</param>
    /// <param name="options">How often addresses are asked.</param>
    public static Step Next(AddressState state, FetchOutcome outcome, int attempt, DateTimeOffset asked, TimeSpan? retryAfter, CatalogOptions options)
    {
        if (outcome is FetchOutcome.Fetched or FetchOutcome.NotModified)
        {
            return Concluded(AddressState.Fetched);
        }

        if (state == AddressState.Withdrawn)
        {
            return Concluded(AddressState.Withdrawn);
        }

        return outcome switch
        {
            FetchOutcome.Gone => Concluded(AddressState.Gone),
            FetchOutcome.Blocked => Concluded(AddressState.Blocked),
            FetchOutcome.TooLarge => Concluded(AddressState.Failed),
            _ => Failed(),
        };

        Step Concluded(AddressState next)
        {
            var rest = retryAfter > options.RevisitAfter ? retryAfter.Value : options.RevisitAfter;
            return new Step(next, true, rest > TimeSpan.Zero ? asked + rest : null);
        }

        Step Failed()
        {
            var pause = Pause(attempt, options);
            pause = retryAfter > pause ? retryAfter.Value : pause;
            return attempt < options.AttemptsPerRun && pause <= options.LongestRetry
                ? new Step(AddressState.Retry, false, asked + pause)
                : new Step(AddressState.Failed, true, retryAfter > TimeSpan.Zero ? asked + retryAfter : null);
        }
    }

    private static TimeSpan Pause(int attempt, CatalogOptions options)
    {
        var pause = options.FirstRetry;
        for (; attempt > 1 && pause < options.LongestRetry; attempt--)
        {
            pause *= 2;
        }

        return pause < options.LongestRetry ? pause : options.LongestRetry;
    }
}
