using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gouji.Bench.Throughput;

namespace Gouji.Bench.Crawl;

/// <summary>
/// Crawls the sites of many departments from a server on this machine with the real program, without pauses: <c>gouji crawl</c>, which
/// fetches and stores, and <c>gouji run</c>, which checks as well; then each again, when nothing has changed.
/// </summary>
internal static class CrawlRun
{
    private const string Usage = "usage: crawl [--hosts N] [--documents N] [--per-page N] [--bytes N] [--folder DIR] [--program gouji.dll]";

    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var (hosts, documents, perPage, bytes) = (20, 6000, 2, 60_000);
        var (folder, program) = (Path.GetTempPath(), Repository.Gouji);
        for (ReadOnlySpan<string> left = arguments; left.Length > 0; left = left[2..])
        {
            switch (left)
            {
                case ["--hosts", var text, ..] when Number(text) is { } number and < 255:
                    hosts = number;
                    break;
                case ["--documents", var text, ..] when Number(text) is { } number:
                    documents = number;
                    break;
                case ["--per-page", var text, ..] when Number(text) is { } number:
                    perPage = number;
                    break;
                case ["--bytes", var text, ..] when Number(text) is { } number:
                    bytes = number;
                    break;
                case ["--folder", var path, ..]:
                    folder = Path.GetFullPath(path);
                    break;
                case ["--program", var path, ..]:
                    program = Path.GetFullPath(path);
                    break;
                default:
                    errors.WriteLine($"crawl: '{left[0]}' is not understood; {Usage}");
                    return 2;
            }
        }

        if (!File.Exists(program))
        {
            await errors.WriteLineAsync($"crawl: {program} is missing; run: dotnet build src/Cli -c Release");
            return 1;
        }

        var disclosures = Math.Max(1, documents / hosts / perPage);
        using var server = Start(DisclosureServer.Arguments(disclosures, perPage, bytes));
        try
        {
            var port = await server.StandardOutput.ReadLineAsync() ?? throw new ProgramFailedException("the server did not start.");
            Measure(new Site(hosts, disclosures * perPage, port), bytes, folder, program, output);
            return 0;
        }
        catch (ProgramFailedException failure)
        {
            await errors.WriteLineAsync($"crawl: {failure.Message}");
            return 1;
        }
        finally
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync();
        }
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static Process Start(string[] arguments) =>
        Process.Start(new ProcessStartInfo(ProcessRun.Host, [typeof(CrawlRun).Assembly.Location, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })
        ?? throw new ProgramFailedException("dotnet could not be started.");

    private static void Measure(Site site, int bytes, string folder, string program, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{site.Documents} documents of {bytes} bytes on {site.Hosts} hosts, {Environment.ProcessorCount} processors"));
        output.WriteLine("| command | wall s | processor s | requests/s | documents/s | peak memory MB |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var command in (ReadOnlySpan<string>)["crawl", "run"])
        {
            var here = Directory.CreateDirectory(Path.Combine(folder, $"gouji-crawl-{Environment.ProcessId}"));
            try
            {
                var sources = Path.Combine(here.FullName, "sources.yaml");
                File.WriteAllText(sources, site.SourcesFile);
                foreach (var night in (ReadOnlySpan<string>)["", ", again"])
                {
                    var run = ProcessRun.Of(program, command, sources, "--workspace", Path.Combine(here.FullName, "workspace"), "--json");
                    using var told = JsonDocument.Parse(run.Output);
                    var requests = told.RootElement.GetProperty("requests").GetInt64();
                    var found = told.RootElement.GetProperty("new").GetArrayLength();
                    if (found != (night.Length == 0 ? site.Documents : 0))
                    {
                        throw new ProgramFailedException($"gouji {command}{night}: {found} new documents of {site.Documents}");
                    }

                    output.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {command}{night} | {run.Wall.TotalSeconds:F1} | {run.Processor.TotalSeconds:F1} | {requests / run.Wall.TotalSeconds:F0} | {site.Documents / run.Wall.TotalSeconds:F0} | {run.PeakBytes / 1048576.0:F0} |"));
                }
            }
            finally
            {
                here.Delete(recursive: true);
            }
        }
    }

    private sealed record Site(int Hosts, int PerHost, string Port)
    {
        public int Documents => Hosts * PerHost;

        /// <summary>A source for each host, asked without a pause.</summary>
        public string SourcesFile
        {
            get
            {
                var text = new StringBuilder("allow-private-addresses: true\ndefaults:\n  politeness:\n    delay: 0ms\n  limits:\n    pages: 1000000\n    documents: 1000000\nsources:\n");
                for (var host = 1; host <= Hosts; host++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"  - name: 某县{host}\n    region: 某省某县\n    start: http://127.0.0.{host}:{Port}/list/0.html\n");
                }

                return text.ToString();
            }
        }
    }
}
