using System.Diagnostics;
using System.Text;

namespace Gouji.Corpus.Tests;

/// <summary>The program as a user starts it, in a process of its own.</summary>
internal static class GoujiProgram
{
    /// <summary>Runs it in a folder and gives its exit status and what it printed.</summary>
    public static (int Status, string Output, string Error) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gouji.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["GOUJI_LANG"] = "en";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Checks paths and gives the folder of results, which the caller owns.</summary>
    public static ScratchFolder Check(string folder, params string[] arguments)
    {
        var results = new ScratchFolder();
        var (status, _, error) = Run(folder, ["check", .. arguments, "--out", results.Path]);
        Assert.True(status is 0 or 3, $"exit status {status}: {error}");
        return results;
    }
}
