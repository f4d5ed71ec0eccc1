using System.Diagnostics;

namespace Gouji.Bench.Throughput;

/// <summary>One run of the program as a process of its own.</summary>
/// <param name="Wall">From its start to its end, the start of the runtime included.</param>
/// <param name="Processor">Time of all its threads.</param>
/// <param name="PeakBytes">Most memory it ever held (on Linux VmHWM of /proc/PID/status).</param>
/// <param name="Output">What it wrote to standard output.</param>
internal sealed record ProcessRun(TimeSpan Wall, TimeSpan Processor, long PeakBytes, string Output)
{
    private const int FindingsStatus = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>The dotnet that runs this process, or the one on the path.</summary>
    public static string Host => Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    /// <summary>Runs <c>gouji</c> and measures it.</summary>
    public static ProcessRun Of(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Host, [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new ProgramFailedException("dotnet could not be started.");
        var text = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();

        // A process that has ended no longer tells what it used: the last look before its end counts.
        long peak = 0;
        var used = TimeSpan.Zero;
        while (!process.WaitForExit(BetweenLooks))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
                used = process.TotalProcessorTime;
            }
            catch (InvalidOperationException) when (process.HasExited)
            {
                // It ended between the two calls.
            }
        }

        var wall = clock.Elapsed;
        process.WaitForExit();
        return process.ExitCode is 0 or FindingsStatus
            ? new ProcessRun(wall, used, peak, text.Result)
            : throw new ProgramFailedException($"gouji {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.Result}");
    }
}
