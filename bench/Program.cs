using BenchmarkDotNet.Running;
using Gouji.Bench.Crawl;
using Gouji.Bench.Readers;
using Gouji.Bench.Store;
using Gouji.Bench.Throughput;

namespace Gouji.Bench;

/// <summary>Benchmarks of the stages; with <c>throughput</c> as the first word, of the whole program over many documents; with <c>store</c>, of the workspace; with <c>readers</c>, of the readers beside other programs; with <c>crawl</c>, of a whole run against a server.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["throughput", .. var rest])
        {
            return ThroughputRun.Run(rest, Console.Out, Console.Error);
        }

        if (arguments is ["store", .. var options])
        {
            return await StoreRun.RunAsync(options, Console.Out, Console.Error);
        }

        if (arguments is ["readers"])
        {
            return ReadersRun.Run(Console.Out, Console.Error);
        }

        if (arguments is ["crawl", .. var crawl])
        {
            return await CrawlRun.RunAsync(crawl, Console.Out, Console.Error);
        }

        if (arguments is [DisclosureServer.Word, .. var site])
        {
            return await DisclosureServer.RunAsync(site, Console.In, Console.Out);
        }

        var summaries = BenchmarkSwitcher.FromTypes([typeof(StageBenchmarks)]).Run(arguments is [] ? ["--filter", "*"] : arguments, new StageConfig());
        return summaries.Any(static summary => summary.HasCriticalValidationErrors || summary.Reports.Any(static report => !report.Success)) ? 1 : 0;
    }
}
