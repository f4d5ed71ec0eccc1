using System.Diagnostics;
using System.Globalization;

namespace Gouji.Bench.Readers;

/// <summary>A program that reads a format independently of this one.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Command">The command line; <c>$1</c> stands for the document.</param>
internal sealed record OtherProgram(string Name, string Command)
{
    /// <summary>The processor time that it takes for a document beyond what it takes for one that says nothing: without its start.</summary>
    /// <returns>Null where it is not installed or fails.</returns>
    public TimeSpan? Measure(string document, string trivial, int runs) =>
        Spent(trivial, runs) is { } start && Spent(document, runs) is { } whole ? (whole - start) / runs : null;

    /// <summary>The processor time of so many runs, as the shell that starts them counts it.</summary>
    private TimeSpan? Spent(string document, int runs)
    {
        var script = $"for i in $(seq {runs.ToString(CultureInfo.InvariantCulture)}); do {Command} > /dev/null 2>&1 || exit 1; done; times";
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", script, "bash", document]) { RedirectStandardOutput = true, Environment = { ["LC_ALL"] = "C.UTF-8" } })!;
        var times = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();

        // The second line is of the programs that the shell started: user 0m1.234s, system 0m0.123s.
        var parts = shell.ExitCode == 0 ? times.Split('\n') is [_, var children, ..] ? children.Split(' ') : [] : [];
        return parts is [var user, var system] ? Parse(user) + Parse(system) : null;
    }

    private static TimeSpan Parse(string time)
    {
        var parts = time.TrimEnd('s').Split('m');
        return TimeSpan.FromMinutes(int.Parse(parts[0], CultureInfo.InvariantCulture)) + TimeSpan.FromSeconds(double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
