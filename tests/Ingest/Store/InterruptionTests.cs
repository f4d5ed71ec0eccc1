using System.Diagnostics;
using System.Globalization;
using Gouji.Ingest.Store;

namespace Gouji.Ingest.Tests.Store;

/// <summary>
/// Kills a program that works on a workspace, again and again, and lets it end: the workspace is then what it is without a kill.
/// <c>GOUJI_KILLS</c> tells how many kills; 40 unless told.
/// </summary>
public sealed class InterruptionTests
{
    private const int KillsPerWorkspace = 10;

    /// <summary>Steps of the program until it is killed, at most: the work has some five hundred, so that the kills fall on all of it.</summary>
    private const int MostSteps = 90;

    [Fact]
    public void Kill_atAnyMoment_losesDoublesAndHalvesNothing()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("GOUJI_KILLS") ?? "40", CultureInfo.InvariantCulture);
        using var whole = new TempFolder();
        Assert.False(RunAndKill(whole.Path, null));
        var expected = WorkspaceDump.Of(whole.Path);
        Assert.Contains("integrity|ok", expected);

        var random = new Random(kills);
        for (var killed = 0; killed < kills;)
        {
            using var folder = new TempFolder();
            var here = 0;
            while (here < Math.Min(KillsPerWorkspace, kills - killed) && RunAndKill(folder.Path, (random.Next(MostSteps), random.Next(3000))))
            {
                here++;
                AssertConsistent(folder.Path);
            }

            Assert.False(RunAndKill(folder.Path, null));
            Assert.Equal(expected, WorkspaceDump.Of(folder.Path));
            killed += here;
        }
    }

    /// <summary>What a killed run leaves: every object that the catalogue names is there and whole.</summary>
    private static void AssertConsistent(string folder)
    {
        using var workspace = Workspace.OpenToRead(folder);
        var totals = new ObjectTotals();
        foreach (var check in workspace.VerifyAsync().ToBlockingEnumerable())
        {
            totals.Add(check);
            Assert.True(check.Condition is ObjectCondition.Good or ObjectCondition.Stray or ObjectCondition.Leftover, check.ToString());
        }

        var status = workspace.Catalog.Status();
        Assert.Equal(status.Objects, totals.Of(ObjectCondition.Good));
        Assert.Equal(status.Total, status.Counts.Values.Sum());
    }

    /// <summary>Starts the program; kills it some steps and some microseconds after it has opened the workspace. Whether it was killed before its end.</summary>
    private static bool RunAndKill(string folder, (int Steps, int Microseconds)? kill)
    {
        var tests = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var program = Path.Combine(tests, "..", "..", "Interrupted", Path.GetFileName(tests), "Gouji.Interrupted.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        for (var steps = 0; process.StandardOutput.ReadLine() is not null; steps++)
        {
            if (steps == kill?.Steps)
            {
                Wait(kill.Value.Microseconds);
                process.Kill();
            }
        }

        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", errors);
        Assert.True(process.ExitCode == 0 || kill is not null, $"the program ended with {process.ExitCode}");
        return process.ExitCode != 0;
    }

    private static void Wait(int microseconds)
    {
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < TimeSpan.FromMicroseconds(microseconds);)
        {
            Thread.SpinWait(20);
        }
    }
}
