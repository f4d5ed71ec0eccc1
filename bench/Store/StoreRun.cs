using System.Diagnostics;
using System.Globalization;
using Gouji.Ingest.Store;

namespace Gouji.Bench.Store;

/// <summary>
/// Stores documents as a crawl does, without the network: claim, object to the disk, answer to the catalogue, all flushed. With one
/// download at a time each flush is waited for; side by side the catalogue flushes many answers together.
/// </summary>
internal static class StoreRun
{
    private const string Usage = "usage: store [--documents N] [--bytes N] [--folder DIR]";
    private const int Hosts = 64;

    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var (documents, bytes, folder) = (3000, 60_000, Path.GetTempPath());
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            switch (arguments[i])
            {
                case "--documents":
                    documents = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture);
                    break;
                case "--bytes":
                    bytes = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture);
                    break;
                case "--folder":
                    folder = arguments[i + 1];
                    break;
                default:
                    await errors.WriteLineAsync($"store: '{arguments[i]}' is not understood; {Usage}");
                    return 2;
            }
        }

        await output.WriteLineAsync($"{documents} documents of {bytes} bytes, {Environment.ProcessorCount} processors");
        await output.WriteLineAsync("| downloads at a time | wall s | documents/s | processor s |");
        await output.WriteLineAsync("|---|---|---|---|");
        foreach (var writers in (int[])[1, 8, 32, 64])
        {
            await MeasureAsync(Path.Combine(folder, $"gouji-store-{writers}"), documents, bytes, writers, output);
        }

        return 0;
    }

    private static async Task MeasureAsync(string folder, int documents, int bytes, int writers, TextWriter output)
    {
        try
        {
            using var workspace = Workspace.Open(folder, TimeProvider.System);
            var catalog = workspace.Catalog;
            await catalog.AddSourcesAsync([new CatalogSource("s")]);
            var run = await catalog.BeginRunAsync();
            await catalog.DiscoverAsync(run, null, [.. Enumerable.Range(0, documents).Select(static i =>
                new Discovered(new Uri($"https://h{i % Hosts}.example/{i}.doc"), "s", AddressKind.Attachment, 0))]);
            var body = new byte[bytes];
            new Random(1).NextBytes(body);

            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            await Parallel.ForEachAsync(DueAsync(catalog, run), new ParallelOptions { MaxDegreeOfParallelism = writers }, async (due, stop) =>
            {
                await using var writer = workspace.Objects.BeginWrite();
                await writer.Stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(due.Address.AbsoluteUri), stop);
                await writer.Stream.WriteAsync(body, stop);
                await catalog.RecordFetchAsync(run, new FetchResponse
                {
                    Address = due.Address,
                    Asked = TimeProvider.System.GetUtcNow(),
                    Outcome = FetchOutcome.Fetched,
                    Status = 200,
                    Headers = [KeyValuePair.Create("Content-Type", "application/msword"), KeyValuePair.Create("Server", "nginx")],
                    Object = await writer.CommitAsync(stop),
                });
            });
            watch.Stop();
            process.Refresh();
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {writers} | {watch.Elapsed.TotalSeconds:F1} | {documents / watch.Elapsed.TotalSeconds:F0} | {(process.TotalProcessorTime - before).TotalSeconds:F1} |"));
            if (catalog.Status().Of(AddressState.Fetched) != documents)
            {
                throw new InvalidOperationException("documents are missing from the catalogue");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async IAsyncEnumerable<DueAddress> DueAsync(Catalog catalog, CatalogRun run)
    {
        while (await catalog.NextDueAsync(run, 256, 16) is { } claim && (claim.Addresses.Count > 0 || claim.Next is not null))
        {
            if (claim.Addresses.Count == 0)
            {
                // All hosts have claims under way; a crawl would wait for its answers.
                await Task.Delay(1);
            }

            foreach (var due in claim.Addresses)
            {
                yield return due;
            }
        }
    }
}
