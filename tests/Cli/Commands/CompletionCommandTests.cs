using System.Diagnostics;
using Gouji.Cli.Tests.Support;

namespace Gouji.Cli.Tests.Commands;

public sealed class CompletionCommandTests
{
    private readonly TestTerminal _terminal = new();

    [Theory]
    [InlineData("gouji ch", "check")]
    [InlineData("gouji check --fail", "--fail-on")]
    [InlineData("gouji check x --fail-on n", "notice never")]
    [InlineData("gouji tables --format m", "markdown")]
    [InlineData("gouji completion f", "fish")]
    [InlineData("gouji --lang z", "zh")]
    public void Run_bash_completesInARealShell(string typed, string expected)
    {
        Assert.Equal(ExitStatus.Ok, _terminal.Run("completion", "bash"));
        var script = _terminal.Out + $"COMP_WORDS=({typed}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _gouji; echo \"${{COMPREPLY[*]}}\"\n";
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-u"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        bash.StandardInput.Write(script);
        bash.StandardInput.Close();
        Assert.Equal(expected, bash.StandardOutput.ReadToEnd().Trim());
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public void Run_everyShell_knowsEveryCommandAndTheirWords(string shell)
    {
        Assert.Equal(ExitStatus.Ok, _terminal.Run("completion", shell));
        foreach (var word in new[] { "check", "tables", "rules", "explain", "report", "crawl", "run", "sources", "status", "verify", "export", "archive", "completion", "dry-run", "fail-on", "markdown", "powershell" })
        {
            Assert.Contains(word, _terminal.Out);
        }
    }
}
