using Perfolizer.Horology;

namespace Gouji.Bench;

/// <summary>
/// The processor time of this process, all threads and the garbage collector included. Unlike a clock on the wall it does not count
/// the time in which other programs have the processors.
/// </summary>
internal sealed class ProcessorClock : IClock
{
    public string Title => "processor time";

    public bool IsAvailable => OperatingSystem.IsLinux() || OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
