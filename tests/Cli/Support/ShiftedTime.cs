namespace Gouji.Cli.Tests.Support;

/// <summary>
/// The time of day, so many hours from now. Pauses end at once and move the time on; nothing that is measured takes any. Time limits (those
/// of cancellation sources) run on the real clock.
/// </summary>
internal sealed class ShiftedTime(int hours) : TimeProvider
{
    private long _shift = TimeSpan.FromHours(hours).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is CancellationTokenSource)
        {
            return System.CreateTimer(callback, state, dueTime, period);
        }

        Interlocked.Add(ref _shift, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
