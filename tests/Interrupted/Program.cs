using System.Text;
using Gouji.Ingest.Store;

namespace Gouji.Interrupted;

/// <summary>
/// Works through four nights on a made-up site and ends. It can be killed at any moment and started again on the same workspace, and
/// then goes on from what is on the disk. Writes a line when the workspace is open, and one after each step.
/// </summary>
internal static class Program
{
    private const int Nights = 4;
    private const string Extractor = "reader 1";
    private const string Rulebook = "rules 1";

    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var folder])
        {
            await Console.Error.WriteLineAsync("usage: Gouji.Interrupted WORKSPACE");
            return 2;
        }

        var clock = new NightClock();
        using var workspace = Workspace.Open(folder, clock);
        Told("open");
        while (workspace.Catalog.AllRuns() is var runs && (runs.Count < Nights || runs[^1].Ended is null))
        {
            clock.Night = runs is [.., { Ended: null } open] ? open.Number : runs.Count + 1;
            await NightAsync(workspace);
        }

        return 0;
    }

    private static async Task NightAsync(Workspace workspace)
    {
        var catalog = workspace.Catalog;
        await catalog.AddSourcesAsync(Site.Sources);
        var run = await catalog.BeginRunAsync();
        await catalog.DiscoverAsync(run, null, Site.Seeds);
        while (true)
        {
            foreach (var page in catalog.PagesToRead(run))
            {
                await catalog.DiscoverAsync(run, page.Address, Site.Links(page.Address, run.Number), discloses: page.Kind == AddressKind.Detail);
                Told("read");
            }

            var claim = await catalog.NextDueAsync(run, 24, 6);
            if (claim.Addresses.Count == 0)
            {
                break;
            }

            await Parallel.ForEachAsync(claim.Addresses, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (due, _) => await FetchAsync(workspace, run, due));
        }

        await ReadAsync(workspace, run);
        await CompareAsync(workspace.Catalog, run);
        foreach (var source in Site.Sources)
        {
            catalog.SaveHost(new HostRecord(Site.Host(source.Name), NightClock.Of(run.Number), (int)run.Number, null));
        }

        await catalog.EndRunAsync(run, RunOutcome.Completed, new Dictionary<string, long> { ["night"] = run.Number });
        Told("ended");
    }

    private static void Told(string step) => Console.WriteLine(step);

    private static async Task FetchAsync(Workspace workspace, CatalogRun run, DueAddress due)
    {
        var response = Site.Answer(due.Address, run.Number, due.Attempt, out var body);
        if (body is not null)
        {
            await using var writer = workspace.Objects.BeginWrite();
            await writer.Stream.WriteAsync(body);
            var stored = await writer.CommitAsync();
            response = response with { Outcome = stored.Sha256 == due.Sha256 && run.Number == 3 ? FetchOutcome.NotModified : FetchOutcome.Fetched };
            response = response.Outcome == FetchOutcome.Fetched ? response with { Object = stored } : response;
        }

        await workspace.Catalog.RecordFetchAsync(run, response);
        Told("fetched");
    }

    private static async Task CompareAsync(Catalog catalog, CatalogRun run)
    {
        foreach (var family in catalog.FamiliesToCompare())
        {
            await catalog.SaveComparisonAsync(
                run,
                family,
                catalog.DocumentsOf(family).ToDictionary(static document => document.Version.Number, static document => Site.Findings(document.Version.Sha256[1..])),
                [new StoredGap(family, 2020, "budget", "缺", "missing")]);
            Told("compared");
        }
    }

    private static async Task ReadAsync(Workspace workspace, CatalogRun run)
    {
        foreach (var need in workspace.Results.NeedsExtraction(Extractor, Rulebook))
        {
            var payload = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{{\"sha256\":\"{need.Object.Sha256}\"}}\n", 20)));
            await workspace.Results.SaveAsync(new ExtractionKey(need.Object.Sha256, Extractor, Rulebook),
            [
                new ExtractedMember("", "checked") { Payloads = new Dictionary<string, ReadOnlyMemory<byte>> { ["records.jsonl"] = payload, ["checks.csv"] = payload.AsMemory(0, 70) } },
                new ExtractedMember("inner.doc", "unreadable") { Reason = "damaged" },
            ]);
            Told("extracted");
        }

        foreach (var version in workspace.Catalog.NeedsFindings(Extractor, Rulebook))
        {
            await workspace.Catalog.SaveFindingsAsync(run, version.Version.Number, Extractor, Rulebook, Site.Findings(version.Version.Sha256), [version.Address.Host]);
            Told("checked");
        }
    }
}
