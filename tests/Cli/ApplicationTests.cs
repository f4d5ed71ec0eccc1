using Gouji.Cli.Tests.Support;

namespace Gouji.Cli.Tests;

public sealed class ApplicationTests
{
    [Theory]
    [InlineData("chek data", "gouji: unknown command 'chek'; did you mean 'check'?")]
    [InlineData("zzzzzz", "gouji: unknown command 'zzzzzz'; there are: check, tables, rules, explain, report, crawl, run, sources, status, verify, export, archive, completion")]
    [InlineData("check --oot x data", "gouji: unknown option '--oot'; did you mean '--out'?")]
    [InlineData("check data -o=x", "gouji: unknown option '-o'; there are: --out, --rules, --fail-on, --jobs, --ocr, --json, --lang, --help")]
    [InlineData("--verison", "gouji: unknown option '--verison'; did you mean '--version'?")]
    [InlineData("check", "gouji: PATH is missing; for example: gouji check data --out out")]
    [InlineData("check data --jobs", "gouji: option --jobs needs a value")]
    [InlineData("check data --jobs 0", "gouji: '0' is not a value of --jobs; a whole number from 1 to 1024 is expected")]
    [InlineData("check data --jobs 1e3", "gouji: '1e3' is not a value of --jobs; a whole number from 1 to 1024 is expected")]
    [InlineData("check data --fail-on eror", "gouji: 'eror' is not a value of --fail-on; did you mean 'error'? There are: notice, warning, error, never")]
    [InlineData("check data --out a --out b", "gouji: option --out may be given only once")]
    [InlineData("check data --lang fr", "gouji: 'fr' is not a value of --lang; there are: zh, en")]
    [InlineData("tables a b", "gouji: unexpected argument 'b'; see gouji tables --help")]
    [InlineData("tables a --format pdf", "gouji: 'pdf' is not a value of --format; there are: terminal, csv, json, html, markdown")]
    [InlineData("completion bsh", "gouji: 'bsh' is not a value of SHELL; did you mean 'bash'? There are: bash, zsh, fish, powershell")]
    [InlineData("explain out", "gouji: FINDING is missing; for example: gouji explain out 1a2b3c4d-1")]
    [InlineData("crawl", "gouji: SOURCES is missing; for example: gouji crawl sources.yaml --workspace data")]
    [InlineData("crawl sources.yaml --dryrun", "gouji: unknown option '--dryrun'; did you mean '--dry-run'?")]
    [InlineData("sources tset https://a.gov.cn/", "gouji: 'tset' is not a value of ACTION; did you mean 'test'? There are: test")]
    [InlineData("sources test a.gov.cn", "gouji: 'a.gov.cn' is not an address of http or https")]
    [InlineData("export data", "gouji: --out is missing; for example: gouji export data --out out")]
    [InlineData("check data --rules missing.rules", "gouji: cannot read the rule file 'missing.rules': The file is no longer there, or it is a link that leads nowhere.")]
    public void Run_badUsage_namesTheMistakeAndTheRightWord(string arguments, string expected)
    {
        var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.Usage, terminal.Run(arguments.Split(' ')));
        Assert.Equal(expected + "\n", terminal.Error);
        Assert.Equal("", terminal.Out);
    }

    [Fact]
    public void Run_nothing_saysWhatThereIs()
    {
        var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.Usage, terminal.Run());
        Assert.Equal("gouji: a command is missing; there are: check, tables, rules, explain, report, crawl, run, sources, status, verify, export, archive, completion; see gouji --help\n", terminal.Error);
    }

    [Fact]
    public void Run_badUsageInChinese_isToldInChinese()
    {
        var terminal = new TestTerminal { Environment = { ["LANG"] = "zh_CN.UTF-8" } };
        Assert.Equal(ExitStatus.Usage, terminal.Run("chek"));
        Assert.Equal("gouji：没有“chek”这个命令；是否要用“check”？\n", terminal.Error);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("tables")]
    [InlineData("rules")]
    [InlineData("explain")]
    [InlineData("crawl")]
    [InlineData("run")]
    [InlineData("sources")]
    [InlineData("status")]
    [InlineData("verify")]
    [InlineData("export")]
    [InlineData("archive")]
    [InlineData("completion")]
    public void Run_helpOfEveryCommand_hasAnExampleAndTheCommonOptions(string command)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var terminal = new TestTerminal();
            Assert.Equal(ExitStatus.Ok, terminal.Run(command, "--help", "--lang", language));
            Assert.Contains(language == "zh" ? "示例\n" : "Examples\n", terminal.Out);
            Assert.Contains("gouji " + command, terminal.Out);
            Assert.Contains("--json", terminal.Out);
            Assert.Contains("--lang zh|en", terminal.Out);
            Assert.Equal("", terminal.Error);
        }
    }

    [Fact]
    public void Run_helpOfTheWhole_listsTheCommandsThatAreThereAndNoOthers()
    {
        var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.Ok, terminal.Run("--help"));
        Assert.Equal(
            ["check", "tables", "rules", "explain", "report", "crawl", "run", "sources", "status", "verify", "export", "archive", "completion"],
            terminal.Out.Split('\n').Where(static line => line.StartsWith("  ", StringComparison.Ordinal) && line.Length > 2 && char.IsAsciiLetterLower(line[2]) && !line.StartsWith("  gouji", StringComparison.Ordinal))
                .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]));
    }

    [Fact]
    public void Run_version_isPrinted()
    {
        var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.Ok, terminal.Run("--version"));
        Assert.Matches(@"^gouji \d+\.\d+\.\d+\S*\n$", terminal.Out);
    }

    [Fact]
    public void Run_defectOfOurs_isOneLineWithoutAStack()
    {
        var terminal = new TestTerminal();
        var stages = FakeStages.Quiet() with { LoadRules = static _ => throw new InvalidOperationException("odd") };
        Assert.Equal(ExitStatus.Failed, terminal.Run(stages, "rules"));
        Assert.Equal("gouji: the program failed (please report this): InvalidOperationException: odd\n", terminal.Error);
    }

    [Fact]
    public void Run_malformedRuleFile_saysWhere()
    {
        using var folder = new TempFolder();
        var path = folder.Write("my.rules", "rule");
        var terminal = new TestTerminal();
        var stages = FakeStages.Quiet() with
        {
            LoadRules = static files => throw new Normalize.Rules.RuleSyntaxException(files[0].Name, 3, 7, new("应为编号", "an id is expected")),
        };
        Assert.Equal(ExitStatus.Usage, terminal.Run(stages, "rules", "--rules", path));
        Assert.Equal($"gouji: {path}:3:7: an id is expected\n", terminal.Error);
    }
}
