using System.Text.Json;
using Gouji.Cli.Checking;
using Gouji.Cli.Inputs;
using Gouji.Cli.Tests.Support;
using Gouji.Model;

namespace Gouji.Cli.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Run_anyNumberOfJobs_givesTheSameBytes(int jobs)
    {
        for (var i = 0; i < 60; i++)
        {
            _folder.Write($"in/{i % 7}/{i}.txt", $"{i}");
        }

        _folder.Write("in/3/again.txt", "59");
        var stages = FakeStages.Answering(Delayed);
        _terminal.Run(stages, "check", _folder["in"], "--out", _folder["reference"], "--jobs", "3");
        Assert.Equal(ExitStatus.Findings, _terminal.Run(stages, "check", _folder["in"], "--out", _folder["out"], "--jobs", $"{jobs}"));
        foreach (var name in new[] { "documents.csv", "records.csv", "checks.csv", "findings.csv", "records.jsonl", "findings.jsonl" })
        {
            Assert.Equal(_folder.Read("reference/" + name), _folder.Read("out/" + name));
        }

        // A heading and a row for each of the 61 documents; ids are unique though two documents have the same bytes.
        Assert.Equal(62, File.ReadLines(_folder["out/documents.csv"]).Count());
        var ids = File.ReadLines(_folder["out/findings.csv"]).Skip(1).Select(static line => line.Split(',')[0]).ToList();
        Assert.Equal(122, ids.Count);
        Assert.Equal(122, ids.Distinct().Count());
        Assert.Equal(2, ids.Count(static id => id.Contains('.')));
    }

    [Theory]
    [InlineData("notice", ExitStatus.Findings)]
    [InlineData("warning", ExitStatus.Findings)]
    [InlineData("error", ExitStatus.Ok)]
    [InlineData("never", ExitStatus.Ok)]
    public void Run_aWarning_failsFromItsSeverityOn(string failOn, int expected) =>
        Assert.Equal(expected, _terminal.Run(Finding(Severity.Warning), "check", _folder.Write("a.txt"), "--fail-on", failOn));

    [Fact]
    public void Run_anError_failsByDefault() => Assert.Equal(ExitStatus.Findings, _terminal.Run(Finding(Severity.Error), "check", _folder.Write("a.txt")));

    [Fact]
    public void Run_unreadableDocument_exitsWith4AndTheRunGoesOn()
    {
        Assert.Equal(ExitStatus.Unreadable, _terminal.Run(FakeStages.Quiet(), "check", _folder["gone.txt"], _folder.Write("a.txt"), "--out", _folder["out"]));
        var rows = File.ReadAllLines(_folder["out/documents.csv"]);
        Assert.Equal(3, rows.Length);
        Assert.Contains(",unreadable,missing: There is no such file or folder; check the path.,", rows[1]);
        Assert.Contains(",checked,", rows[2]);
        Assert.Contains($"gouji: {_folder["gone.txt"]}: missing: There is no such file or folder; check the path.\n", _terminal.Error);
        Assert.Contains("not read     1 missing\n", _terminal.Error);
    }

    [Fact]
    public void Run_findingsAndUnreadable_exitsWith3() => Assert.Equal(
        ExitStatus.Findings,
        _terminal.Run(Finding(Severity.Error), "check", _folder["gone.txt"], _folder.Write("a.txt")));

    [Fact]
    public void Run_readerThatRefuses_namesReasonAndDocument()
    {
        var stages = FakeStages.Answering(static _ => throw new UnreadableDocumentException(UnreadableReason.Encrypted, new Message("需要密码。", "A password is needed.")));
        Assert.Equal(ExitStatus.Unreadable, _terminal.Run(stages, "check", _folder.Write("a.txt"), "--lang", "zh"));
        Assert.Contains($"gouji：{_folder["a.txt"]}：需要密码。\n", _terminal.Error);
    }

    [Fact]
    public void Run_withoutFolder_printsFindingsForPeople()
    {
        Assert.Equal(ExitStatus.Findings, _terminal.Run(Sampled(), "check", "a.txt"));
        Assert.Equal(
            """
            error  X-BASIC  af2bdbe1-1  a.txt
              basic expenditure is 950.64, its detail adds up to 950.46
              rule     Basic expenditure agrees with its detail (财预〔2016〕143号)
              equation 950.64 [table=5;row=11;column=6] = 950.46 [table=6;row=3;column=4]; difference 1800 yuan
              blamed   table=6;row=3;column=4;line=603;char=2;length=6: printed 950.46, expected 950.64万元
              cause    digits-swapped
              places   table=5;row=11;column=6;line=511;char=2;length=6 | table=6;row=3;column=4;line=603;char=2;length=6

            notice  Z-TITLE  af2bdbe1-2  a.txt
              the title is wrong
              rule     The title names the year
              or       table=5;row=11;column=6;line=511;char=2;length=6: printed 950.64, expected 951.00
              places   page=3;paragraph=31;part=word/document.xml;line=0;char=0;offset=14;length=7


            """,
            _terminal.Out);
    }

    [Fact]
    public void Run_summary_countsEverything()
    {
        _terminal.Run(Sampled(), "check", "a.txt");
        Assert.Equal(
            """
            documents    1: 1 read, 0 not read (0.0 s)
            tables       2: 1 recognised; 8 facts
            equations    3: 1 held, 0 within rounding, 1 broken, 1 cannot tell
            findings     2: 1 errors, 0 warnings, 1 notices

            """,
            _terminal.Error);
    }

    [Fact]
    public void Run_summaryInChinese_countsEverything()
    {
        _terminal.Run(Sampled(), "check", "a.txt", "--lang", "zh");
        Assert.Equal(
            """
            文件1个：已读1，未能读取0（0.0秒）
            表格2张：识别1张；数字8个
            等式3个：相符1，舍入差0，不符1，无法判断1
            问题2个：错误1，警告0，提示1

            """,
            _terminal.Error);
    }

    [Fact]
    public void Run_documentWithoutTables_isToldApart()
    {
        var stages = FakeStages.Answering(static _ => FakeStages.Empty with { TableCount = 0, Notes = [new ReadingNote("lost", new Message("丢", "a part is lost"))] });
        Assert.Equal(ExitStatus.Ok, _terminal.Run(stages, "check", _folder.Write("a.txt"), "--out", _folder["out"]));
        Assert.Contains(",no_tables,lost: a part is lost,", _folder.Read("out/documents.csv"));
        Assert.Contains("no tables    1 documents hold no table with figures\n", _terminal.Error);
    }

    [Fact]
    public void Run_nothingChecked_isNotTakenForNothingWrong()
    {
        _terminal.Run(FakeStages.Quiet(), "check", _folder.Write("a.txt"));
        Assert.Contains("note         no equation was checked: no findings does not mean that the figures agree\n", _terminal.Error);
    }

    [Fact]
    public void Run_json_isOneObjectADocument()
    {
        Assert.Equal(ExitStatus.Findings, _terminal.Run(Sampled(), "check", "a.txt", "gone.txt", "--json"));
        var lines = _terminal.Out.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal("a.txt", first.RootElement.GetProperty("document").GetString());
        Assert.Equal(8, first.RootElement.GetProperty("record_rows").GetArrayLength());
        Assert.Equal(3, first.RootElement.GetProperty("check_rows").GetArrayLength());
        Assert.Equal(2, first.RootElement.GetProperty("finding_rows").GetArrayLength());
        Assert.Contains("\"item\":\"行政运行\"", lines[0]);
        using var second = JsonDocument.Parse(lines[1]);
        Assert.Equal("unreadable", second.RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public void Run_jsonWithFolder_printsTheSummary()
    {
        _terminal.Run(Sampled(), "check", "a.txt", "--json", "--out", _folder["out"]);
        using var summary = JsonDocument.Parse(_terminal.Out);
        Assert.Equal(1, summary.RootElement.GetProperty("broken").GetInt32());
        Assert.Equal(1, summary.RootElement.GetProperty("errors").GetInt32());
    }

    [Fact]
    public void Run_pathsOnInput_areReadInTheirOrder()
    {
        var terminal = new TestTerminal { Input = "b.txt\nc.txt\n" };
        terminal.Run(Sampled("b.txt", "c.txt", "a.txt"), "check", "a.txt", "-", "--json");
        Assert.Equal(["a.txt", "b.txt", "c.txt"], terminal.Out.TrimEnd('\n').Split('\n').Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("document").GetString()));
    }

    [Fact]
    public void Run_leftOutEntries_areSaid()
    {
        _folder.Write("in/.hidden");
        _folder.Write("in/.goujiignore", "*.md");
        _folder.Write("in/a.md");
        _folder.Write("in/a.txt");
        _folder.Write("in/out/notes.txt");
        Assert.Equal(ExitStatus.Ok, _terminal.Run(FakeStages.Quiet(), "check", _folder["in"], "--out", _folder["in/out"]));
        Assert.Contains("left out     1 hidden, 1 by .goujiignore, 1 of the output folder\n", _terminal.Error);
        Assert.Equal(2, File.ReadLines(_folder["in/out/documents.csv"]).Count());
        Assert.Equal("x", _folder.Read("in/out/notes.txt"));
    }

    [Fact]
    public void Run_emptyFolder_isWarnedOf()
    {
        Directory.CreateDirectory(_folder["in"]);
        Assert.Equal(ExitStatus.Ok, _terminal.Run(FakeStages.Quiet(), "check", _folder["in"]));
        Assert.Contains($"gouji: no files in '{_folder["in"]}'\n", _terminal.Error);
    }

    [Fact]
    public void Run_folderThatCannotBeWritten_failsBeforeAnyWork()
    {
        var stages = FakeStages.Answering(static _ => throw new InvalidOperationException("no document may be read"));
        Assert.Equal(ExitStatus.Failed, _terminal.Run(stages, "check", _folder.Write("a.txt"), "--out", _folder["a.txt"]));
        Assert.StartsWith($"gouji: cannot write to the output folder '{_folder["a.txt"]}': ", _terminal.Error);
        Assert.Single(_terminal.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Run_stopped_leavesTheEarlierOutput()
    {
        using var stop = new CancellationTokenSource();
        _folder.Write("out/findings.csv", "earlier");
        var stages = FakeStages.Answering(_ =>
        {
            stop.Cancel();
            return Sample.Content;
        });
        Assert.Equal(ExitStatus.Interrupted, _terminal.Run(stages, stop.Token, "check", _folder.Write("a.txt"), "--out", _folder["out"]));
        Assert.Equal("earlier", _folder.Read("out/findings.csv"));
        Assert.Equal([_folder["out/findings.csv"]], Directory.GetFiles(_folder["out"]));
        Assert.Equal("gouji: stopped; no file of results was changed\n", _terminal.Error);
    }

    [Fact]
    public void Run_redirected_writesNoEscapeSequence()
    {
        _terminal.Run(Sampled(), "check", "a.txt");
        Assert.DoesNotContain('\u001b', _terminal.Out + _terminal.Error);
    }

    [Fact]
    public void Run_onATerminal_coloursTheSeverityAndBreaksNoLine()
    {
        var terminal = new TestTerminal { OutIsTerminal = true };
        terminal.Run(Sampled(), "check", "a.txt");
        Assert.StartsWith("\u001b[1;31merror\u001b[0m  ", terminal.Out);
        Assert.Contains("length=6 | table=6;row=3;column=4;line=603;char=2;length=6\n", terminal.Out);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public void Run_onATerminalThatWantsNoColour_writesNone(string variable, string value)
    {
        var terminal = new TestTerminal { OutIsTerminal = true, Environment = { [variable] = value } };
        terminal.Run(Sampled(), "check", "a.txt");
        Assert.DoesNotContain('\u001b', terminal.Out);
    }

    [Fact]
    public void Run_textThatATerminalWouldObey_isShownAsReplaced()
    {
        var hostile = Sample.Finding with { Message = new Message("", "red \u001b[31m and \u202Eturned\a") };
        _terminal.Run(FakeStages.Answering(_ => Sample.Content with { Findings = [hostile] }), "check", _folder.Write("a.txt"));
        Assert.Contains("red \uFFFD[31m and \uFFFDturned\uFFFD\n", _terminal.Out);
    }

    [Fact]
    public void Run_manyUnreadable_namesTheFirstAndCountsTheRest()
    {
        var paths = Enumerable.Range(0, 25).Select(i => _folder[$"gone{i}"]);
        _terminal.Run(FakeStages.Quiet(), [.. paths.Prepend("check"), "--out", _folder["out"]]);
        Assert.Equal(20, _terminal.Error.Split('\n').Count(static line => line.Contains("missing: ")));
        Assert.Contains("gouji: 5 more documents were not read; see documents.csv\n", _terminal.Error);
        Assert.Contains("not read     25 missing\n", _terminal.Error);
    }

    private static CheckedContent Delayed(string text)
    {
        Thread.Sleep(int.Parse(text) * 7 % 5);
        return Sample.Content;
    }

    private static Stages Finding(Severity severity) =>
        FakeStages.Answering(_ => Sample.Content with { Findings = [Sample.Finding with { Severity = severity }] });

    private static Stages Sampled(params string[] names)
    {
        var files = new FakeFileSystem { ["a.txt"] = "sample" };
        foreach (var name in names)
        {
            files[name] = "sample";
        }

        return FakeStages.Sampling(files);
    }
}
