using System.Diagnostics;
using Gouji.Cli.Tests.Support;
using Gouji.Ingest.Store;

namespace Gouji.Cli.Tests.Gathering;

/// <summary>The program in a process of its own, killed amid a download.</summary>
public sealed class KilledRunTests : IDisposable
{
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
        using (var gouji = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gouji.dll"), "run", site.Sources(_folder), "--workspace", "killed"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!)
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
            .. Directory.GetFiles(Path.Combine(workspace.Folder, "tmp")),
        ];
    }
}
