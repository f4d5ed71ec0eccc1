using System.Diagnostics;

namespace Gouji.Corpus.Tests.Oracles;

/// <summary>A program that knows a format independently of this one. Where it is not installed its tests are skipped.</summary>
internal static class Tool
{
    /// <summary>The path of a program; skips the test where it is not installed.</summary>
    public static string Find(string name)
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (File.Exists(Path.Combine(folder, name)))
            {
                return Path.Combine(folder, name);
            }
        }

        Assert.Skip($"{name} is not installed");
        return "";
    }

    /// <summary>Runs it and gives what it printed.</summary>
    public static string Run(string program, params string[] arguments) => Run(null, program, arguments);

    /// <summary>Runs it with a variable of its environment and gives what it printed.</summary>
    public static string Run((string Name, string Value)? variable, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (variable is { } set)
        {
            start.Environment[set.Name] = set.Value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(program)}: {error.GetAwaiter().GetResult()}");
        return output;
    }
}
