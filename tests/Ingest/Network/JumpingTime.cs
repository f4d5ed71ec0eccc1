namespace Gouji.Ingest.Tests.Network;

/// <summary>
/// A clock that stands still but for pauses, to whose end it jumps at once, noting how long each was. Time limits (those of cancellation
/// sources) run on the real clock, for what they guard is real.
/// </summary>
internal sealed class JumpingTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _pauses = [];
    private DateTimeOffset _now = new(2020, 2, 12, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The pauses so far, in order.</summary>
    public IReadOnlyList<TimeSpan> Pauses
    {
        get
        {
            lock (_lock)
            {
                return [.. _pauses];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public void Advance(TimeSpan time)
    {
        lock (_lock)
        {
            _now += time;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is CancellationTokenSource)
        {
            return System.CreateTimer(callback, state, dueTime, period);
        }

        lock (_lock)
        {
            _pauses.Add(dueTime);
            _now += dueTime;
        }

        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
