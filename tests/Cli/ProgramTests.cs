using System.Diagnostics;
using System.Text;
using Gouji.Cli.Tests.Support;

namespace Gouji.Cli.Tests;

/// <summary>The program as a user starts it, in a process of its own.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Main_version_isPrinted()
    {
        var (status, output, error) = Start("--version");
        Assert.Equal((0, ""), (status, error));
        Assert.Matches(@"^gouji \d+\.\d+\.\d+\S*\n$", output);
    }

    [Fact]
    public void Main_unknownCommand_isOneLineAndExitsWith2()
    {
        var (status, output, error) = Start("chek");
        Assert.Equal((2, ""), (status, output));
        Assert.Equal("gouji: unknown command 'chek'; did you mean 'check'?\n", error);
    }

    [Fact]
    public void Main_filesThatCannotBeRead_areListedAndExitWith4()
    {
        _folder.Write("in/empty.docx", "");
        _folder.Write("in/damaged.docx", "PK\u0003\u0004 and nothing that follows");
        var (status, output, error) = Start("check", "in", "gone.docx", "--out", "out");
        Assert.Equal((4, ""), (status, output));
        Assert.DoesNotContain("   at ", error);
        var rows = File.ReadAllLines(_folder["out/documents.csv"], Encoding.UTF8);
        Assert.Equal(["in/damaged.docx", "in/empty.docx", "gone.docx"], rows.Skip(1).Select(static row => row.Split(',')[0]));
        Assert.All(rows.Skip(1), static row => Assert.Contains(",unreadable,", row));
    }

    [Fact]
    public void Main_bytesOnInputAndOutput_areUtf8WhateverTheLocale()
    {
        var (status, _, error) = Start("check", "文件.docx", "--lang", "zh");
        Assert.Equal(4, status);
        Assert.StartsWith("gouji：文件.docx：没有这个文件或文件夹；请检查路径。\n", error);
    }

    [Fact]
    public void Main_outputThatNobodyReads_endsQuietly()
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", $"set -o pipefail; dotnet '{Program}' check --help | head -c 1 > /dev/null; dotnet '{Program}' completion bash | true"])
        {
            RedirectStandardError = true,
        })!;
        Assert.Equal("", shell.StandardError.ReadToEnd());
    }

    [Fact]
    public void Main_interrupted_leavesTheEarlierOutputAndExitsWith130()
    {
        _folder.Write("out/records.csv", "earlier");
        var start = Info("check", "-", "--out", "out");
        start.RedirectStandardInput = true;
        using var gouji = Process.Start(start)!;

        // The temporary files show that the run has begun; it then waits for paths that never come.
        while (!File.Exists(_folder["out/.documents.csv.part"]) && !gouji.HasExited)
        {
            Thread.Sleep(20);
        }

        using (var kill = Process.Start("kill", ["-INT", $"{gouji.Id}"]))
        {
            kill.WaitForExit();
        }

        gouji.WaitForExit();
        Assert.Equal(130, gouji.ExitCode);
        Assert.Equal("earlier", _folder.Read("out/records.csv"));
        Assert.Equal([_folder["out/records.csv"]], Directory.GetFiles(_folder["out"]));
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "gouji.dll");

    private ProcessStartInfo Info(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C";
        start.Environment.Remove("GOUJI_LANG");
        return start;
    }

    private (int Status, string Output, string Error) Start(params string[] arguments)
    {
        using var gouji = Process.Start(Info(arguments))!;
        var error = gouji.StandardError.ReadToEndAsync();
        var output = gouji.StandardOutput.ReadToEnd();
        gouji.WaitForExit();
        return (gouji.ExitCode, output, error.Result);
    }
}
