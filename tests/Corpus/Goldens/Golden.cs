using System.Text;

namespace Gouji.Corpus.Tests.Goldens;

/// <summary>
/// A file of <c>corpus/CASE/expected</c> that a person has judged. A missing one fails. Only a person's command writes one:
/// <c>GOUJI_WRITE_GOLDENS=1</c> before the run of the tests, never where <c>CI</c> is set.
/// </summary>
internal static class Golden
{
    public const string Variable = "GOUJI_WRITE_GOLDENS";

    private static bool MayWrite => Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>Where the file of a case is.</summary>
    public static string PathOf(string name, string file) => Path.Combine(Repository.Corpus, name, "expected", file);

    /// <summary>Compares what the program gives now with the file; where a person asks for it, writes the file first.</summary>
    public static void Verify(string name, string file, string actual, bool write)
    {
        var path = PathOf(name, file);
        if (write && MayWrite)
        {
            Write(path, actual, Environment.GetEnvironmentVariable("CI"));
        }

        Assert.True(File.Exists(path), $"corpus/{name}/expected/{file} is missing; judge what the program gives, then write it: {Variable}=1 dotnet test tests/Corpus/Corpus.Tests.csproj");
        Assert.Equal(File.ReadAllText(path, Encoding.UTF8), actual);
    }

    /// <summary>Writes the file where its content changed.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="text">What it shall say.</param>
    /// <param name="ci">Value of the environment variable CI.</param>
    /// <exception cref="InvalidOperationException">A machine asks for it.</exception>
    public static void Write(string path, string text, string? ci)
    {
        if (!string.IsNullOrEmpty(ci) && !ci.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"{Variable} is set where CI is; golden files are written by a person.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path) || File.ReadAllText(path, Encoding.UTF8) != text)
        {
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }
}
