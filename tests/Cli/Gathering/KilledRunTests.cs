using System.Diagnostics;
using System.Globalization;
using Gouji.Cli.Tests.Support;
using Gouji.Ingest.Store;

namespace Gouji.Cli.Tests.Gathering;

/// <summary>The program in a process of its own, killed amid a download.</summary>
public sealed class KilledRunTests : IDisposable
{
    private const int Disclosures = 16;
    private const int KillsPerWorkspace = 10;

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
        using (var gouji = Start(site, "killed"))
        {
            await site.Reached;
            gouji.Kill();
            await gouji.WaitForExitAsync();
        }

        site.Release();
        var (status, error) = Run(site, "killed");
        Assert.Equal(ExitStatus.Findings, status);
        Assert.Contains("gouji: taking up run 1, ", error);
        Assert.Contains("documents    4 new, 0 changed", error);
        Assert.Equal(Held("whole"), Held("killed"));
    }

    /// <summary><c>GOUJI_KILLS</c> tells how many kills; 40 unless told.</summary>
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

        var random = new Random(kills);
        for (int killed = 0, workspaces = 0; killed < kills; workspaces++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"killed-{workspaces}");
            var here = 0;

            // From the moment at which the program opens its workspace to that at which it has told all, wherever these fall on this machine.
            while (here < Math.Min(KillsPerWorkspace, kills - killed) && !HasEnded(name) && await RunAndKillAsync(site, name, duration * (0.2 + random.NextDouble())))
            {
                here++;
                AssertConsistent(name);
            }

            Assert.True(HasEnded(name) || Run(site, name).Status == ExitStatus.Findings);
            Assert.Equal(expected, Held(name));
            killed += here;
        }
    }

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

    /// <summary>Whether the run has ended, though perhaps not told.</summary>
    private bool HasEnded(string name)
    {
        using var workspace = OpenToRead(name);
        return workspace?.Catalog.AllRuns() is [{ Ended: not null }];
    }

    /// <summary>The workspace; null where the program was killed before its catalogue had tables.</summary>
    private Workspace? OpenToRead(string name)
    {
        try
        {
            return Workspace.OpenToRead(_folder[name]);
        }
        catch (WorkspaceException failure) when (failure.Problem == WorkspaceProblem.Missing || failure.Message.Contains("the older version 0", StringComparison.Ordinal))
        {
            return null;
        }
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
        Assert.True(gouji.ExitCode == ExitStatus.Findings || after is not null, await errors);
        Assert.Contains(gouji.ExitCode, (int[])[ExitStatus.Findings, ExitStatus.Ok, Killed]);
        return gouji.ExitCode == Killed;
    }

    private Process Start(PublishingSite site, string workspace) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gouji.dll"), "run", site.Sources(_folder), "--workspace", workspace])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private (int Status, string Error) Run(PublishingSite site, string workspace)
    {
        var terminal = new TestTerminal { CurrentDirectory = _folder.Path };
        return (terminal.Run("run", site.Sources(_folder), "--workspace", workspace), terminal.Error);
    }

    private List<string> Held(string name)
    {
        using var workspace = Workspace.OpenToRead(_folder[name]);
        var catalog = workspace.Catalog;
        return
        [
            .. Enum.GetValues<AddressKind>().SelectMany(kind => catalog.Addresses(kind)).ToList().Select(one =>
            {
                var versions = catalog.VersionsOf(one.Address);
                return $"{one.Kind} {one.Address} {one.State} {one.Title} {string.Join(',', versions.Select(static version => version.Sha256))} "
                    + string.Join(',', versions.SelectMany(version => catalog.FindingsOf(version.Number)).Select(static finding => $"{finding.Key} {finding.MessageEn} {finding.FirstSeenRun}"));
            }).Order(StringComparer.Ordinal),
            .. catalog.Objects(),
            .. catalog.Fetches().Select(static fetch => $"{fetch.Response.Address} {fetch.Run} {fetch.Attempt} {fetch.Response.Outcome} {fetch.Response.Object?.Sha256}").Order(StringComparer.Ordinal),
            .. catalog.AllRuns().Select(static run => $"{run.Number} {run.Outcome}"),
            .. catalog.FindingsChangedIn(catalog.AllRuns()[0]).Select(static one => $"{one.IsNew} {one.Address} {one.Finding.Key}"),
            .. catalog.GapsChangedIn(catalog.AllRuns()[0]).Select(static one => $"{one.IsNew} {one.Gap}"),
            .. catalog.FamiliesToCompare(),
            .. Directory.GetFiles(Path.Combine(workspace.Folder, "tmp")),
        ];
    }
}
