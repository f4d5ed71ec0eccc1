using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Gouji.Cli.Tests.Support;
using Gouji.Ingest.Store;

namespace Gouji.Cli.Tests.Gathering;

/// <summary>The program in a process of its own, killed amid its work.</summary>
public sealed class KilledRunTests(ITestOutputHelper output) : IDisposable
{
    private const int Disclosures = 8;
    private const int KillsPerWorkspace = 8;
    private const int SideBySide = 3;

    /// <summary>The status of a process that SIGKILL ended.</summary>
    private const int Killed = 128 + 9;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/yjs/")]
    [InlineData("/yjs/3.html")]
    [InlineData("/files/2.doc")]
    public async Task Run_killed_isTakenUpAndEndsWithWhatAnUninterruptedRunHas(string killedAt)
    {
        await using var site = await PublishingSite.StartAsync();
        for (var number = 1; number <= 4; number++)
        {
            site.Publish(number, number == 3 ? PublishingSite.BrokenBudget(number) : PublishingSite.Budget(number));
        }

        Assert.Equal(ExitStatus.Findings, Run(site, "whole").Status);
        site.Held = killedAt;
        await KillOnceReachedAsync(site, "killed");
        site.Release();
        var (status, error) = Run(site, "killed");
        Assert.Equal(ExitStatus.Findings, status);
        Assert.Contains("gouji: taking up run 1, ", error);
        Assert.Contains("documents    4 new, 0 changed", error);
        Assert.Equal(Held("whole"), Held("killed"));
    }

    [Fact]
    public async Task Run_killedWhileItTells_isToldAgainByTheNext()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.BrokenBudget(1));
        site.Held = HookOf("killed");
        await KillOnceReachedAsync(site, "killed");
        site.Release();
        Assert.Equal(ExitStatus.Ok, Run(site, "killed").Status);
        Assert.Equal(2, site.Told.Count);
        Assert.Equal(site.Told[0], site.Told[1]);
        Assert.Equal(ExitStatus.Ok, Run(site, "killed").Status);
        Assert.Equal(2, site.Told.Count);
    }

    /// <summary>
    /// <c>GOUJI_KILLS</c> tells how many kills; 40 unless told. Several programs are killed side by side, each on a workspace of its own.
    /// </summary>
    [Fact]
    public async Task Run_killedAtAnyMomentAgainAndAgain_losesDoublesAndHalvesNothing()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("GOUJI_KILLS") ?? "40", CultureInfo.InvariantCulture);
        await using var site = await PublishingSite.StartAsync();
        for (var number = 1; number <= Disclosures; number++)
        {
            var document = number % 3 == 0 ? PublishingSite.BrokenBudget(number) : PublishingSite.Budget(number);
            if (number % 4 == 0)
            {
                site.PublishArchive(number, document);
            }
            else
            {
                site.Publish(number, document);
            }
        }

        var clock = Stopwatch.StartNew();
        Assert.False(await RunAndKillAsync(site, "whole", null));
        var duration = clock.Elapsed;
        var expected = Held("whole");
        Assert.Equal(Disclosures, expected.Count(static line => line.StartsWith("Attachment ", StringComparison.Ordinal)));

        var phases = new ConcurrentQueue<Phase>();
        await Parallel.ForAsync(0, SideBySide, async (lane, _) =>
        {
            var random = new Random(lane);
            for (var number = 0; phases.Count < kills; number++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"killed-{lane}-{number}");

                // From the moment at which the program opens its workspace to that at which it has told all, wherever these fall on this machine.
                for (var here = 0; here < KillsPerWorkspace && phases.Count < kills && PhaseOf(name) != Phase.Told; here++)
                {
                    if (!await RunAndKillAsync(site, name, duration * (0.2 + (1.5 * random.NextDouble()))))
                    {
                        break;
                    }

                    phases.Enqueue(PhaseOf(name));
                    AssertConsistent(name);
                }

                while (PhaseOf(name) != Phase.Told)
                {
                    await RunAndKillAsync(site, name, null);
                }

                Assert.Equal(expected, Held(name));
                Assert.NotEmpty(site.ToldAt(HookOf(name)));
                Assert.All(site.ToldAt(HookOf(name)), static told => Assert.StartsWith("{\"run\":1,", told, StringComparison.Ordinal));
            }
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{phases.Count} kills in {clock.Elapsed.TotalSeconds:F0} s, one run takes {duration.TotalSeconds:F1} s:"));
        foreach (var (phase, count) in phases.CountBy(static phase => phase).OrderBy(static pair => pair.Key))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,6}  {phase}"));
        }
    }

    private static string HookOf(string workspace) => $"/hook/{workspace}/";

    /// <summary>What a killed run leaves: every object that the catalogue names is there and whole.</summary>
    private void AssertConsistent(string name)
    {
        if (OpenToRead(name) is not { } workspace)
        {
            return;
        }

        using (workspace)
        {
            foreach (var check in workspace.VerifyAsync().ToBlockingEnumerable())
            {
                Assert.True(check.Condition is ObjectCondition.Good or ObjectCondition.Stray or ObjectCondition.Leftover, check.ToString());
            }
        }
    }

    /// <summary>How far the first run on a workspace has come.</summary>
    private Phase PhaseOf(string name)
    {
        using var workspace = OpenToRead(name);
        return workspace?.Catalog.AllRuns() switch
        {
            null or [] => Phase.Opening,
            [{ Ended: null }] when workspace.Catalog.Status() is var status => status.Total == 0 || status.Due + status.Claimed > 0 ? Phase.Fetching : Phase.Checking,
            _ => workspace.Catalog.TellingsDue().Count > 0 ? Phase.Telling : Phase.Told,
        };
    }

    /// <summary>The workspace; null where the program was killed before its catalogue had all its tables.</summary>
    private Workspace? OpenToRead(string name)
    {
        try
        {
            return Workspace.OpenToRead(_folder[name]);
        }
        catch (WorkspaceException failure) when (failure.Problem == WorkspaceProblem.Missing || failure.Message.Contains("the older version", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private async Task KillOnceReachedAsync(PublishingSite site, string workspace)
    {
        using var gouji = Start(site, workspace);
        await site.Reached;
        gouji.Kill();
        await gouji.WaitForExitAsync();
    }

    /// <summary>Starts the program, and kills it after a time unless it has ended. Whether it was killed.</summary>
    private async Task<bool> RunAndKillAsync(PublishingSite site, string workspace, TimeSpan? after)
    {
        using var gouji = Start(site, workspace);
        var (told, errors) = (gouji.StandardOutput.ReadToEndAsync(), gouji.StandardError.ReadToEndAsync());
        var ended = gouji.WaitForExitAsync();
        if (after is { } time)
        {
            await Task.WhenAny(ended, Task.Delay(time));
            gouji.Kill();
        }

        await ended;
        await told;
        Assert.True(gouji.ExitCode is ExitStatus.Findings or ExitStatus.Ok || (gouji.ExitCode == Killed && after is not null), await errors);
        return gouji.ExitCode == Killed;
    }

    private Process Start(PublishingSite site, string workspace) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gouji.dll"), "run", SourcesOf(site, workspace), "--workspace", workspace])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private (int Status, string Error) Run(PublishingSite site, string workspace)
    {
        var terminal = new TestTerminal { CurrentDirectory = _folder.Path };
        return (terminal.Run("run", SourcesOf(site, workspace), "--workspace", workspace), terminal.Error);
    }

    /// <summary>A web-hook of its own tells what was told of each workspace.</summary>
    private string SourcesOf(PublishingSite site, string workspace) => site.Sources(_folder, $"notify:\n  web-hook: {site.Root}{HookOf(workspace)}", workspace + ".yaml");

    /// <summary>What the first run left, whatever came after it.</summary>
    private List<string> Held(string name)
    {
        using var workspace = Workspace.OpenToRead(_folder[name]);
        var catalog = workspace.Catalog;
        var run = catalog.AllRuns()[0];
        return
        [
            .. Enum.GetValues<AddressKind>().SelectMany(kind => catalog.Addresses(kind)).ToList().Select(one =>
            {
                var versions = catalog.VersionsOf(one.Address);
                return $"{one.Kind} {one.Address} {one.State} {one.Title} {string.Join(',', versions.Select(static version => version.Sha256))} "
                    + string.Join(',', versions.SelectMany(version => catalog.FindingsOf(version.Number)).Select(static finding => $"{finding.Key} {finding.MessageEn} {finding.FirstSeenRun}"));
            }).Order(StringComparer.Ordinal),
            .. catalog.Objects(),
            .. catalog.Fetches(run.Number).Select(static fetch => $"{fetch.Response.Address} {fetch.Attempt} {fetch.Response.Outcome} {fetch.Response.Object?.Sha256}").Order(StringComparer.Ordinal),
            $"{run.Number} {run.Outcome}",
            .. catalog.FindingsChangedIn(run).Select(static one => $"{one.IsNew} {one.Address} {one.Finding.Key}"),
            .. catalog.GapsChangedIn(run).Select(static one => $"{one.IsNew} {one.Gap}"),
            .. catalog.FamiliesToCompare(),
            .. Directory.GetFiles(Path.Combine(workspace.Folder, "tmp")),
        ];
    }

    private enum Phase
    {
        /// <summary>The workspace or its first run is being made.</summary>
        Opening,

        /// <summary>There is something left to fetch.</summary>
        Fetching,

        /// <summary>All is fetched; the run has not ended.</summary>
        Checking,

        /// <summary>The run has ended, and nobody was told.</summary>
        Telling,

        /// <summary>People were told; the program may not have ended.</summary>
        Told,
    }
}
