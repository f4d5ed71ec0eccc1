using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Gouji.Bench.Throughput;

/// <summary>One run of the program over a folder.</summary>
/// <param name="Wall">From its start to its end, the start of the runtime included.</param>
/// <param name="Processor">Time of all its threads.</param>
/// <param name="PeakBytes">Most memory it ever held (on Linux VmHWM of /proc/PID/status).</param>
/// <param name="Digest">Of what it wrote, but for the times in documents.csv.</param>
internal sealed record Measurement(TimeSpan Wall, TimeSpan Processor, long PeakBytes, string Digest)
{
    private const int FindingsStatus = 3;
    private const string Timed = "documents.csv";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs <c>gouji check</c> and measures it; its output is removed.</summary>
    public static Measurement Of(string program, string source, string results, int jobs)
    {
        var folder = Path.Combine(results, jobs.ToString(CultureInfo.InvariantCulture));
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (ReadOnlySpan<string>)[program, "check", source, "--out", folder, "--jobs", jobs.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

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
        _ = text.Result;
        if (process.ExitCode is not (0 or FindingsStatus))
        {
            throw new ProgramFailedException($"gouji check ended with {process.ExitCode}: {errors.Result}");
        }

        var digest = Digested(folder);
        Directory.Delete(folder, recursive: true);
        return new Measurement(wall, used, peak, digest);
    }

    private static string Digested(string folder)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(path) != Timed)
            {
                using var file = File.OpenRead(path);
                all.AppendData(SHA256.HashData(file));
            }
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
