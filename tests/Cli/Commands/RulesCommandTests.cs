using Gouji.Cli.Tests.Support;

namespace Gouji.Cli.Tests.Commands;

public sealed class RulesCommandTests
{
    private readonly TestTerminal _terminal = new();

    [Fact]
    public void Run_withoutId_listsAllRules()
    {
        Assert.Equal(ExitStatus.Ok, _terminal.Run(FakeStages.Quiet(), "rules"));
        Assert.Equal("X-BASIC  error    Basic expenditure agrees with its detail\nZ-TITLE  off      The title names the year\n", _terminal.Out);
        _terminal.Run(FakeStages.Quiet(), "rules", "--lang", "zh");
        Assert.Equal("X-BASIC  error    基本支出与基本支出表合计一致\nZ-TITLE  off      标题与年度一致\n", _terminal.Out);
    }

    [Fact]
    public void Run_id_printsTheRuleAsItIsWritten()
    {
        Assert.Equal(ExitStatus.Ok, _terminal.Run(FakeStages.Quiet(), "rules", "x-basic"));
        Assert.Equal("rule X-BASIC  error\n  that B5[total].basic = B6[total].total\n", _terminal.Out);
    }

    [Fact]
    public void Run_unknownId_namesTheNearest()
    {
        Assert.Equal(ExitStatus.Usage, _terminal.Run(FakeStages.Quiet(), "rules", "X-BASC"));
        Assert.Equal("gouji: there is no rule 'X-BASC'; did you mean 'X-BASIC'?\n", _terminal.Error);
    }

    [Fact]
    public void Run_json_isOneObjectARule()
    {
        Assert.Equal(ExitStatus.Ok, _terminal.Run(FakeStages.Quiet(), "rules", "X-BASIC", "--json"));
        Assert.Equal(
            """{"rule":"X-BASIC","severity":"error","enabled":true,"statement_zh":"基本支出与基本支出表合计一致","statement_en":"Basic expenditure agrees with its detail","authority":"财预〔2016〕143号","file":"built-in","source":"rule X-BASIC  error\n  that B5[total].basic = B6[total].total\n"}""" + "\n",
            _terminal.Out);
    }

    [Fact]
    public void Run_ruleFiles_areHandedOverInTheirOrder()
    {
        using var folder = new TempFolder();
        var seen = new List<string>();
        var stages = FakeStages.Quiet();
        var watching = stages with
        {
            LoadRules = files =>
            {
                seen.AddRange(files.Select(static file => file.Text));
                return stages.LoadRules(files);
            },
        };
        Assert.Equal(ExitStatus.Ok, _terminal.Run(watching, "rules", "--rules", folder.Write("b", "first"), "--rules", folder.Write("a", "second")));
        Assert.Equal(["first", "second"], seen);
    }
}
