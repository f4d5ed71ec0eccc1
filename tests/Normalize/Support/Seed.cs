using Gouji.Extract;
using Gouji.Model;

namespace Gouji.Normalize.Tests.Support;

/// <summary>
/// The first real document, which lies beside the repository and is no part of it: found in a folder <c>shared/seed</c> beside any
/// folder above the solution.
/// </summary>
internal static class Seed
{
    private static readonly Lazy<Disclosure?> Read = new(static () => Path() is { } path
        ? new DisclosureRecogniser().Recognise(new DocumentExtractor().Read(new FetchedDocument("seed.txt", File.ReadAllBytes(path), Printed.Sha256)))
        : null);

    /// <summary>The seed as a disclosure; null where it is not at hand.</summary>
    public static Disclosure? Disclosure => Read.Value;

    private static string? Path()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "pipeline.sln")))
        {
            folder = folder.Parent;
        }

        for (folder = folder?.Parent; folder is not null; folder = folder.Parent)
        {
            var seed = System.IO.Path.Combine(folder.FullName, "shared", "seed");
            if (Directory.Exists(seed))
            {
                return Directory.EnumerateFiles(seed, "*.txt").Order(StringComparer.Ordinal).FirstOrDefault();
            }
        }

        return null;
    }
}
