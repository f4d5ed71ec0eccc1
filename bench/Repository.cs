namespace Gouji.Bench;

/// <summary>Where the files of this repository stand, whatever folder the benchmarks are run from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The program as <c>dotnet build src/Cli -c Release</c> leaves it.</summary>
    public static string Gouji { get; } = Path.Combine(Root, "artifacts", "bin", "Cli", "release", "gouji.dll");

    /// <summary>The case that is measured: ten forms, a performance form, and four wrong figures.</summary>
    public static string Kezhou(string format) => Path.Combine(Root, "corpus", "kezhou-2020", "source." + format);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "pipeline.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds pipeline.sln; run the benchmarks from the repository.");
    }
}
