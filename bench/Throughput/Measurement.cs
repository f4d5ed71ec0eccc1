using System.Globalization;
using System.Security.Cryptography;

namespace Gouji.Bench.Throughput;

/// <summary>One run of the program over a folder.</summary>
/// <param name="Run">What it cost.</param>
/// <param name="Digest">Of what it wrote, but for the times in documents.csv.</param>
internal sealed record Measurement(ProcessRun Run, string Digest)
{
    private const string Timed = "documents.csv";

    /// <summary>Runs <c>gouji check</c> and measures it; its output is removed.</summary>
    public static Measurement Of(string program, string source, string results, int jobs)
    {
        var count = jobs.ToString(CultureInfo.InvariantCulture);
        var folder = Path.Combine(results, count);
        var run = ProcessRun.Of(program, "check", source, "--out", folder, "--jobs", count);
        var digest = Digested(folder);
        Directory.Delete(folder, recursive: true);
        return new Measurement(run, digest);
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
