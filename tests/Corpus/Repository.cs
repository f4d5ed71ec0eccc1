namespace Gouji.Corpus.Tests;

/// <summary>The working copy that the tests run in.</summary>
internal static class Repository
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder of the cases.</summary>
    public static string Corpus { get; } = Path.Combine(Root, "corpus");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "pipeline.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds pipeline.sln; run the tests from a working copy.");
    }
}
