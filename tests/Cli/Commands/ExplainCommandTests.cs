using Gouji.Cli.Tests.Support;

namespace Gouji.Cli.Tests.Commands;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestTerminal _terminal = new();

    public ExplainCommandTests()
    {
        var files = new FakeFileSystem { ["a.txt"] = "sample" };
        _terminal.Run(FakeStages.Sampling(files), "check", "a.txt", "--out", _folder["out"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_finding_showsEveryTermWithItsPlace()
    {
        Assert.Equal(ExitStatus.Ok, _terminal.Run("explain", _folder["out"], "af2bdbe1-1"));
        Assert.Equal(
            """
            af2bdbe1-1  error  X-BASIC
              document    a.txt
              department  某县财政局  2020
              rule        Basic expenditure agrees with its detail
              authority   财预〔2016〕143号
              finding     basic expenditure is 950.64, its detail adds up to 950.46

            equation 1  X-BASIC  total  broken
                + 950.64万元  B5 一般公共预算支出情况表 · 行政运行  table=5;row=11;column=6;line=511;char=2;length=6
                =
                + 950.46万元  B6 一般公共预算基本支出情况表 · 合计  table=6;row=3;column=4;line=603;char=2;length=6
              left        9506400 yuan
              right       9504600 yuan
              difference  1800 yuan
              slack       0 yuan

              blamed      table=6;row=3;column=4;line=603;char=2;length=6: printed 950.46, expected 950.64万元
              cause       digits-swapped
              place       table=5;row=11;column=6;line=511;char=2;length=6
              place       table=6;row=3;column=4;line=603;char=2;length=6

            """,
            _terminal.Out);
    }

    [Fact]
    public void Run_ambiguousFinding_listsTheAlternatives()
    {
        Assert.Equal(ExitStatus.Ok, _terminal.Run("explain", _folder["out"], "AF2BDBE1-2", "--lang", "zh"));
        Assert.Contains("  或改  table=5;row=11;column=6;line=511;char=2;length=6：现为950.64，应为951.00\n  注意  以上各处同样可能，无法断定是哪一处。\n", _terminal.Out);
    }

    [Fact]
    public void Run_json_isTheLineOfTheFile()
    {
        _terminal.Run("explain", _folder["out"], "af2bdbe1-2", "--json");
        Assert.Equal(File.ReadAllLines(_folder["out/findings.jsonl"])[1] + "\n", _terminal.Out);
    }

    [Fact]
    public void Run_unknownId_namesTheNearest()
    {
        Assert.Equal(ExitStatus.Usage, _terminal.Run("explain", _folder["out"], "af2bdbe-2"));
        Assert.Equal("gouji: there is no finding 'af2bdbe-2'; did you mean 'af2bdbe1-2'?\n", _terminal.Error);
    }

    [Fact]
    public void Run_folderWithoutOutput_saysWhatIsExpected()
    {
        Assert.Equal(ExitStatus.Usage, _terminal.Run("explain", _folder.Path, "af2bdbe1-1"));
        Assert.Equal($"gouji: there is no findings.jsonl in '{_folder.Path}'; name a folder written by check --out\n", _terminal.Error);
    }

    [Fact]
    public void Run_damagedFile_namesTheLine()
    {
        File.WriteAllText(_folder["out/findings.jsonl"], File.ReadAllLines(_folder["out/findings.jsonl"])[0] + "\n{\"finding\":\"98");
        Assert.Equal(ExitStatus.Failed, _terminal.Run("explain", _folder["out"], "af2bdbe1-2"));
        Assert.StartsWith("gouji: line 2 of ", _terminal.Error);
    }
}
