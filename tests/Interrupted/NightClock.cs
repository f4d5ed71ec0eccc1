namespace Gouji.Interrupted;

/// <summary>Ten in the evening of a night, however often it is asked.</summary>
internal sealed class NightClock : TimeProvider
{
    public long Night { get; set; } = 1;

    public static DateTimeOffset Of(long night) => new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero).AddDays(night);

    public override DateTimeOffset GetUtcNow() => Of(Night);
}
