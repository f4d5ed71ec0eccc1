using System.Diagnostics;
using System.Runtime.CompilerServices;
using Gouji.Cli.Tests.Support;

namespace Gouji.Cli.Tests;

/// <summary>The launcher at the root, in a folder of its own and with a stand-in for dotnet that notes what it is asked to do.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class LauncherTests : IDisposable
{
    private const string StandIn = """
        #!/bin/sh
        echo "$1" >> "$CALLS"
        case "$1" in
            build)
                [ -z "${FAIL:-}" ] || { echo "CS1002 somewhere"; exit 1; }
                mkdir -p "$ROOT/artifacts/bin/Cli/release"
                sleep 0.3
                echo > "$ROOT/artifacts/bin/Cli/release/gouji.dll" ;;
            *) shift; echo "ran:$*" ;;
        esac
        """;

    private readonly TempFolder _folder = new();

    public LauncherTests()
    {
        File.Copy(Path.Combine(Root(), "gouji"), _folder["gouji"]);
        _folder.Write("src/Cli/Program.cs");
        _folder.Write("global.json", "{}");
        _folder.Write("Directory.Build.props");
        File.SetUnixFileMode(_folder.Write("tools/dotnet", StandIn), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Start_twice_buildsOnce()
    {
        Assert.Equal((0, "ran:--version\n"), Start(_folder["gouji"], "--version"));
        Assert.Equal((0, "ran:check a b\n"), Start(_folder["gouji"], "check", "a b"));
        Assert.Equal(["build", Program, Program], Calls());
    }

    [Theory]
    [InlineData("src/Cli/Program.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("global.json")]
    public void Start_afterAChange_buildsAgain(string changed)
    {
        Start(_folder["gouji"]);
        File.SetLastWriteTimeUtc(_folder[changed], File.GetLastWriteTimeUtc(_folder["artifacts/gouji.stamp"]).AddSeconds(1));
        Start(_folder["gouji"]);
        Assert.Equal(2, Calls().Count(static call => call == "build"));
    }

    [Fact]
    public void Start_afterAFileIsDeleted_buildsAgain()
    {
        var path = _folder.Write("src/Cli/Old.cs");
        Start(_folder["gouji"]);
        File.Delete(path);
        Directory.SetLastWriteTimeUtc(_folder["src/Cli"], File.GetLastWriteTimeUtc(_folder["artifacts/gouji.stamp"]).AddSeconds(1));
        Start(_folder["gouji"]);
        Assert.Equal(2, Calls().Count(static call => call == "build"));
    }

    [Fact]
    public async Task Start_severalAtOnce_buildsOnce()
    {
        var starts = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Start(_folder["gouji"], "rules"))).ToArray();
        Assert.All(await Task.WhenAll(starts), static start => Assert.Equal((0, "ran:rules\n"), start));
        Assert.Single(Calls(), static call => call == "build");
    }

    [Fact]
    public void Start_throughALinkFromElsewhere_findsItsRoot()
    {
        Directory.CreateDirectory(_folder["bin"]);
        File.CreateSymbolicLink(_folder["bin/first"], "../gouji");
        File.CreateSymbolicLink(_folder["bin/second"], _folder["bin/first"]);
        Assert.Equal((0, "ran:rules\n"), Start(_folder["bin/second"], "rules"));
    }

    [Fact]
    public void Start_buildThatFails_showsItsOutputAndIsTriedAgain()
    {
        var (status, output, error) = StartWith("FAIL=1", _folder["gouji"]);
        Assert.Equal((1, ""), (status, output));
        Assert.Contains("CS1002 somewhere", error);
        Assert.Contains("gouji: the build failed, see above\n", error);
        Assert.Equal(0, Start(_folder["gouji"]).Status);
    }

    [Fact]
    public void Start_withoutDotnet_saysWhatToInstall()
    {
        Directory.CreateDirectory(_folder["empty"]);
        foreach (var tool in new[] { "bash", "dirname", "readlink", "find", "env" })
        {
            File.CreateSymbolicLink(_folder["empty/" + tool], new[] { "/bin/", "/usr/bin/" }.Select(folder => folder + tool).First(File.Exists));
        }

        // The places where dotnet is looked for beside the path may exist on this machine; then there is nothing to be said.
        var (status, _, error) = StartWith($"PATH={_folder["empty"]} HOME={_folder.Path} DOTNET_ROOT=", _folder["gouji"]);
        var installed = new[] { "/usr/share/dotnet/dotnet", "/usr/local/share/dotnet/dotnet" }.Any(File.Exists);
        Assert.Equal(installed, !error.Contains("dotnet is not found; install the .NET 10 SDK"));
        Assert.True(installed || status == 1);
    }

    private string Program => _folder["artifacts/bin/Cli/release/gouji.dll"];

    private static string Root([CallerFilePath] string here = "")
    {
        // The path of this file when it was compiled may be mapped; the folder of the running test leads to the root as well.
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "gouji")) && Directory.Exists(Path.Combine(folder.FullName, "src")))
            {
                return folder.FullName;
            }
        }

        return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
    }

    private (int Status, string Output) Start(string launcher, params string[] arguments)
    {
        var (status, output, _) = StartWith("A=", launcher, arguments);
        return (status, output);
    }

    private (int Status, string Output, string Error) StartWith(string environment, string launcher, params string[] arguments)
    {
        var start = new ProcessStartInfo("env", [.. environment.Split(' '), launcher, .. arguments])
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = _folder["tools"] + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["LC_ALL"] = "C";
        start.Environment["CALLS"] = _folder["calls"];
        start.Environment["ROOT"] = _folder.Path;
        start.Environment.Remove("GOUJI_LANG");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private string[] Calls() => File.ReadAllLines(_folder["calls"]);
}
