using System.Text.Json;
using Gouji.Cli.Tests.Support;

namespace Gouji.Cli.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_newDocuments_areCheckedMembersOfArchivesIncluded()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        site.PublishArchive(2, PublishingSite.BrokenBudget(2));
        var terminal = Run(site, ExitStatus.Findings);
        Assert.Contains($"finding  error  ", terminal.Out);
        Assert.Contains($"  {site.Root}/files/2.zip\n", terminal.Out);
        Assert.DoesNotContain($"error  X", string.Join('\n', terminal.Out.Split('\n').Where(static line => line.Contains("1.doc", StringComparison.Ordinal))));
        Assert.Matches(@"findings     [1-9]\d* new \([1-9]\d* errors\), 0 resolved\n", terminal.Error);
    }

    [Fact]
    public async Task Run_again_writesNothingButTheRun()
    {
        await using var site = await PublishingSite.StartAsync();
        site.PublishArchive(1, PublishingSite.BrokenBudget(1));
        Run(site, ExitStatus.Findings);
        var before = Status();
        var terminal = Run(site, ExitStatus.Ok);
        Assert.Equal("", terminal.Out);
        Assert.Contains("findings     0 new (0 errors), 0 resolved\n", terminal.Error);
        var after = Status();
        Assert.Equal((before.Versions, before.Objects, before.Addresses), (after.Versions, after.Objects, after.Addresses));
        Assert.Equal(before.Run + 1, after.Run);
    }

    [Fact]
    public async Task Run_documentThatIsCorrected_resolvesItsFindings()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.BrokenBudget(1));
        var found = Findings(Run(site, ExitStatus.Findings, "--json"), "findings_new");
        Assert.NotEmpty(found);
        site.Publish(1, PublishingSite.Budget(1));
        var terminal = Run(site, ExitStatus.Ok, "--json");
        Assert.Equal(found, Findings(terminal, "findings_resolved"));
        Assert.Empty(Findings(terminal, "findings_new"));
        using var json = JsonDocument.Parse(terminal.Out);
        Assert.Equal(1, json.RootElement.GetProperty("changed").GetArrayLength());
    }

    [Fact]
    public async Task Run_disclosureOnItsPage_isADocumentBesideWhatItLinksTo()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        site.PublishPage(2, PublishingSite.BrokenBudget(2));
        site.Publish(3, PublishingSite.Budget(3));
        site.PublishPage(3, PublishingSite.BrokenBudget(3) + "<a href='/files/3.doc'>某县第3局2020年部门预算公开.doc</a>");
        site.PublishPage(4, "<!DOCTYPE html><title>某县第4局2020年部门预算公开</title><p>2020年，我局预算共120万元。</p>");
        var terminal = Run(site, ExitStatus.Findings, "--json", "--out", _folder["out"]);

        using var json = JsonDocument.Parse(terminal.Out);
        string[] documents = [$"{site.Root}/files/1.doc", $"{site.Root}/files/3.doc", $"{site.Root}/yjs/2.html", $"{site.Root}/yjs/3.html"];
        Assert.Equal(documents, json.RootElement.GetProperty("new").EnumerateArray().Select(static one => one.GetProperty("address").GetString()));
        Assert.Equal($"{site.Root}/yjs/4.html", Assert.Single(json.RootElement.GetProperty("pages_without_documents").EnumerateArray()).GetProperty("address").GetString());
        Assert.Equal(documents[2..], json.RootElement.GetProperty("findings_new").EnumerateArray().Select(static one => one.GetProperty("address").GetString()).Distinct());
        Assert.Equal(documents, CsvRows.Read(_folder["out/documents.csv"]).Select(static row => row["document"]));
        Assert.Contains(" 0 new, 0 changed, 0 withdrawn, 0 missing, 4 unchanged\n", Run(site, ExitStatus.Ok).Error);
    }

    [Fact]
    public async Task Run_documentOfAnotherYear_bringsAndResolvesFindingsOnBytesThatDidNotChange()
    {
        await using var site = await PublishingSite.StartAsync();
        var year = new YearPage("某县水务局", 2019) { Basic = 10000, Project = 2000, Operation = 200, Reception = 100 };
        site.Publish(1, year.Budget());
        Assert.Empty(Findings(Run(site, ExitStatus.Ok, "--json"), "findings_new"));

        site.Publish(2, (year with { Year = 2020, Previous = 12900 }).Budget());
        var found = Run(site, ExitStatus.Ok, "--json");
        using (var json = JsonDocument.Parse(found.Out))
        {
            var finding = Assert.Single(json.RootElement.GetProperty("findings_new").EnumerateArray());
            Assert.Equal(("Y-LINK", $"{site.Root}/files/2.doc"), (finding.GetProperty("rule").GetString(), finding.GetProperty("address").GetString()));
        }

        Assert.Equal("", Run(site, ExitStatus.Ok).Out);

        // The earlier year was wrong, and is replaced; the later one stays as it is.
        site.Publish(1, (year with { Basic = 10900 }).Budget());
        var resolved = Run(site, ExitStatus.Ok, "--json");
        Assert.Equal(Findings(found, "findings_new"), Findings(resolved, "findings_resolved"));
        Assert.Empty(Findings(resolved, "findings_new"));

        // What is wrong again is new again.
        site.Publish(1, year.Budget());
        Assert.Equal(Findings(found, "findings_new"), Findings(Run(site, ExitStatus.Ok, "--json"), "findings_new"));
    }

    [Fact]
    public async Task Run_accountsOfALaterNight_areComparedWithTheBudgetOfAnEarlierOne()
    {
        var year = new YearPage("某县水务局", 2020) { Basic = 10000, Project = 2000, Operation = 200, Reception = 100 };
        await FoundOnALaterNightAsync("Y-BUDLINK", year.Budget(), (year with { Operation = 300 }).Accounts(), year.Accounts());
    }

    [Fact]
    public async Task Run_otherFormatOfALaterNight_isComparedWithTheOneOfAnEarlierNight()
    {
        var year = new YearPage("某县水务局", 2020) { Basic = 10000, Project = 2000, Operation = 200, Reception = 100 };
        await FoundOnALaterNightAsync(
            "Z-TWIN", year.Budget(), PublishingSite.InOneFile((year with { Operation = 300 }).Budget()), PublishingSite.InOneFile(year.Budget()));
    }

    [Fact]
    public async Task Run_disclosureThatSiblingsHave_isAGapUntilItComes()
    {
        await using var site = await PublishingSite.StartAsync();
        for (var number = 1; number <= 8; number++)
        {
            site.Publish(number, PublishingSite.Budget(number));
            if (number > 1)
            {
                site.Publish(number + 10, PublishingSite.Budget(number).Replace("2020", "2021", StringComparison.Ordinal));
            }
        }

        var terminal = Run(site, ExitStatus.Ok);
        Assert.Contains("gap  某县第1局  2021  budget  ", terminal.Out);
        site.Publish(11, PublishingSite.Budget(1).Replace("2020", "2021", StringComparison.Ordinal));
        Assert.Contains("closed  某县第1局  2021  budget  ", Run(site, ExitStatus.Ok).Out);
    }

    [Fact]
    public async Task Run_otherRules_readsAgainWhatIsHeldWithoutFetchingIt()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.BrokenBudget(1));
        Run(site, ExitStatus.Findings);
        var requests = site.Requests.Count;
        var rules = _folder.Write("my.rules", """
            rule MY-TOTAL  notice
              zh   一般公共预算支出表的合计不小于零
              en   The total of the general public budget table is not below zero
              that 0 <= B5[total].total
              by   《预算法》第四十六条
              holds   B5[total].total 1.00
              breaks  B5[total].total -1.00
              unknown B5[total].basic 1.00
            """);
        var terminal = Run(site, ExitStatus.Ok, "--rules", rules);
        Assert.DoesNotContain(site.Requests.Skip(requests), static request => request.Status == 200);
        Assert.Contains("0 resolved", terminal.Error);
        using var workspace = Ingest.Store.Workspace.OpenToRead(_folder["data"]);
        Assert.Empty(Needs(workspace, [new Cli.Checking.RuleFile(rules, File.ReadAllText(rules))]));
        Assert.Empty(Needs(workspace, []));
        Assert.Single(Needs(workspace, [new Cli.Checking.RuleFile(rules, File.ReadAllText(rules).Replace("notice", "warning", StringComparison.Ordinal))]));
    }

    [Fact]
    public async Task Run_webHookAndCommand_areToldOnlyWhereSomethingChanged()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        var notify = $"notify:\n  web-hook: {site.Root}/hook\n  command: [sh, -c, cat >> told.json]";
        Run(site, ExitStatus.Ok, notify, []);
        var told = Assert.Single(site.Told);
        Assert.Equal(told, _folder.Read("told.json"));
        using (var json = JsonDocument.Parse(told))
        {
            Assert.Equal($"{site.Root}/files/1.doc", json.RootElement.GetProperty("new")[0].GetProperty("address").GetString());
        }

        Run(site, ExitStatus.Ok, notify, []);
        Assert.Single(site.Told);
        site.Publish(1, PublishingSite.Budget(9));
        Run(site, ExitStatus.Ok, notify, []);
        Assert.Equal(2, site.Told.Count);
    }

    [Fact]
    public async Task Run_siteThatDoesNotAnswer_failsAndIsTold()
    {
        await using var hook = await PublishingSite.StartAsync();
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        var notify = $"notify:\n  web-hook: {hook.Root}/hook";
        Run(site, ExitStatus.Ok, notify, []);
        await site.DisposeAsync();
        var terminal = Run(site, ExitStatus.Failed, notify, []);
        Assert.Equal(2, hook.Told.Count);
        Assert.Contains("its start page cannot be had: no connection (connection)\n", terminal.Error);
        Assert.Contains("which rests: no connection (connection); the next run asks them\n", terminal.Error);
        Assert.Contains("0 withdrawn, 0 missing", terminal.Error);
    }

    [Fact]
    public async Task Run_webHookThatFails_isAFailedRun()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        var terminal = Run(site, ExitStatus.Failed, "notify:\n  command: [sh, -c, cat > /dev/null; exit 3]", []);
        Assert.Contains("gouji: the notifying command 'sh' exited with 3\n", terminal.Error);
    }

    [Fact]
    public async Task Run_outputFolder_isThatOfExportAndWrittenOnlyWhereSomethingChanged()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.BrokenBudget(1));
        site.PublishArchive(2, PublishingSite.Budget(2));
        Run(site, ExitStatus.Findings, "--out", _folder["out"]);
        Assert.Contains($"{site.Root}/files/2.zip!/预算.html", _folder.Read("out/documents.csv"));
        var terminal = new TestTerminal { CurrentDirectory = _folder.Path };
        Assert.Equal(ExitStatus.Ok, terminal.Run("export", "data", "--out", _folder["exported"]));
        foreach (var name in new[] { "findings.csv", "records.csv", "checks.csv", "records.jsonl", "findings.jsonl", "unread.csv", "gaps.csv" })
        {
            Assert.Equal(_folder.Read("out/" + name), _folder.Read("exported/" + name));
        }

        _folder.Write("out/records.csv", "untouched");
        Run(site, ExitStatus.Ok, "--out", _folder["out"]);
        Assert.Equal("untouched", _folder.Read("out/records.csv"));
    }

    [Fact]
    public async Task Status_afterARun_addsUp()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        site.Publish(2, PublishingSite.Budget(2));
        Run(site, ExitStatus.Ok);
        var terminal = new TestTerminal { CurrentDirectory = _folder.Path };
        Assert.Equal(ExitStatus.Ok, terminal.Run("status", "data"));
        Assert.Matches(@"(?m)^fetched\s+1\s+2\s+2\s+5$", terminal.Out);
        Assert.Matches(@"(?m)^total\s+1\s+2\s+2\s+5$", terminal.Out);
        Assert.Equal(ExitStatus.Ok, terminal.Run("status", "data", "--json"));
        using var json = JsonDocument.Parse(terminal.Out);
        Assert.Equal(
            json.RootElement.GetProperty("addresses").GetInt64(),
            json.RootElement.GetProperty("states").EnumerateObject().Sum(static state => state.Value.GetProperty("total").GetInt64()));
    }

    [Fact]
    public async Task Verify_damagedOriginal_isNamedAndFails()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        Run(site, ExitStatus.Ok);
        var terminal = new TestTerminal { CurrentDirectory = _folder.Path };
        Assert.Equal(ExitStatus.Ok, terminal.Run("verify", "data"));
        Assert.Contains("3 good, 0 corrupt, 0 missing", terminal.Error);
        var original = Directory.GetFiles(_folder["data/objects"], "*", SearchOption.AllDirectories)[0];
        File.SetAttributes(original, FileAttributes.Normal);
        File.WriteAllText(original, "rotten");
        Assert.Equal(ExitStatus.Failed, terminal.Run("verify", "data"));
        Assert.Equal($"corrupt  {Path.GetFileName(original)}\n", terminal.Out);
    }

    [Fact]
    public async Task Archive_workspace_isAWholeGzipOfRecords()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        Run(site, ExitStatus.Ok);
        var terminal = new TestTerminal { CurrentDirectory = _folder.Path };
        Assert.Equal(ExitStatus.Ok, terminal.Run("archive", "data", "--out", _folder["data.warc.gz"]));
        using var gzip = new System.IO.Compression.GZipStream(File.OpenRead(_folder["data.warc.gz"]), System.IO.Compression.CompressionMode.Decompress);
        var text = new StreamReader(gzip).ReadToEnd();
        Assert.StartsWith("WARC/1.1\r\n", text);
        Assert.Contains($"WARC-Target-URI: {site.Root}/files/1.doc\r\n", text);
        Assert.False(File.Exists(_folder["data.warc.gz.part"]));
        Assert.Equal(ExitStatus.Usage, terminal.Run("archive", "data", "--out", "data.zip"));
        Assert.Equal("gouji: the file must end in .warc.gz; try data.zip.warc.gz\n", terminal.Error);
    }

    [Theory]
    [InlineData("status", "nowhere")]
    [InlineData("verify", "nowhere")]
    [InlineData("export", "nowhere --out x")]
    [InlineData("archive", "nowhere --out x.warc.gz")]
    public void Run_folderThatIsNoWorkspace_isAMistake(string command, string arguments)
    {
        var terminal = new TestTerminal { CurrentDirectory = _folder.Path };
        Assert.Equal(ExitStatus.Usage, terminal.Run([command, .. arguments.Split(' ')]));
        Assert.Contains("is no workspace: there is no catalog.db in it\n", terminal.Error);
    }

    [Fact]
    public async Task Sources_test_showsWhatIsFoundAndWhatIsIgnored()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.Ok, terminal.Run("sources", "test", site.Root + "/yjs/", "--allow-private-addresses"));
        Assert.Equal(
            $"""
            address  {site.Root}/yjs/
            title    部门预算
            date     —
            charset  utf-8
            further pages: 0
            details: 1
              2020-02-03  某县第1局2020年部门预算公开  {site.Root}/yjs/1.html
            documents: 0
            ignored links: 2
                  1  are not http or https
                  1  have none of the words in their title

            """,
            terminal.Out);
        Assert.Equal(ExitStatus.Unreadable, terminal.Run("sources", "test", site.Root + "/yjs/"));
        Assert.Contains("Not a public address", terminal.Error);
    }

    [Fact]
    public async Task Sources_testWithAFile_usesTheSettingsOfItsEntryForTheSite()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        var terminal = new TestTerminal { CurrentDirectory = _folder.Path };
        var file = _folder.Write("own.yaml", $"{{contact: a@example.org, allow-private-addresses: true, sources: [{{name: 某县, region: 某省, start: '{site.Root}/yjs/', titles: {{exclude: [第1局]}}}}]}}");
        Assert.Equal(ExitStatus.Ok, terminal.Run("sources", "test", site.Root + "/yjs/", "--sources", file));
        Assert.Contains("details: 0\n", terminal.Out);
        Assert.Contains("1  have an excluded word in their title\n", terminal.Out);
        Assert.EndsWith("; contact a@example.org)", Assert.Single(site.UserAgents));

        var other = _folder.Write("other.yaml", "{allow-private-addresses: true, defaults: {titles: {include: []}}, sources: [{name: 某县, region: 某省, start: 'https://a.gov.cn/'}]}");
        terminal = new TestTerminal { CurrentDirectory = _folder.Path };
        Assert.Equal(ExitStatus.Ok, terminal.Run("sources", "test", site.Root + "/yjs/", "--sources", other));
        Assert.Contains("the sources file has no source at 127.0.0.1; its defaults are used\n", terminal.Error);
        Assert.Contains("details: 2\n", terminal.Out);
    }

    [Fact]
    public async Task Run_contactOfTheSourcesFile_isToldToTheSite()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        Run(site, ExitStatus.Ok, "contact: https://example.org/about", []);
        Assert.Equal($"Gouji/{Cli.Commands.CommandTree.Version} (budget disclosure research; contact https://example.org/about)", Assert.Single(site.UserAgents));
    }

    [Fact]
    public async Task Run_webHookThatFailed_isToldByTheNextRunThoughNothingChanged()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.Budget(1));
        Run(site, ExitStatus.Failed, "notify:\n  command: [sh, -c, cat > first.json; exit 3]", []);
        site.Publish(2, PublishingSite.Budget(2));
        Run(site, ExitStatus.Failed, "notify:\n  command: [sh, -c, cat > again.json; exit 3]", []);
        Assert.Equal(_folder.Read("first.json"), _folder.Read("again.json"));
        Run(site, ExitStatus.Ok, "notify:\n  command: [sh, -c, cat >> told.json]", []);
        var told = _folder.Read("told.json").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, told.Length);
        Assert.Equal(_folder.Read("first.json"), told[0] + "\n");
        Assert.Contains($"{site.Root}/files/2.doc", told[1]);
        Run(site, ExitStatus.Ok, "notify:\n  command: [sh, -c, cat >> told.json]", []);
        Assert.Equal(2, _folder.Read("told.json").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    /// <summary>One document a night, and a third night on which the second is corrected: what is between them is new once, and resolved once.</summary>
    private async Task FoundOnALaterNightAsync(string rule, string first, string second, string corrected)
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, first);
        Assert.Empty(Findings(Run(site, ExitStatus.Ok, "--json"), "findings_new"));

        site.Publish(2, second);
        var found = Run(site, ExitStatus.Ok, "--json", "--out", _folder["out"]);
        using (var json = JsonDocument.Parse(found.Out))
        {
            var finding = Assert.Single(json.RootElement.GetProperty("findings_new").EnumerateArray());
            Assert.Equal((rule, $"{site.Root}/files/2.doc"), (finding.GetProperty("rule").GetString(), finding.GetProperty("address").GetString()));
            Assert.Contains($"{site.Root}/files/1.doc", finding.GetProperty("message_en").GetString());
        }

        // The figure of each document has its place.
        var row = Assert.Single(CsvRows.Read(_folder["out/findings.csv"]), row => row["rule"] == rule);
        var earlier = CsvRows.Read(_folder["out/documents.csv"]).Single(row => row["document"] == $"{site.Root}/files/1.doc")["sha256"];
        Assert.Equal($"{site.Root}/files/2.doc", row["document"]);
        Assert.Contains(row["places"].Split(" | "), place => place.StartsWith($"sha256={earlier};table=", StringComparison.Ordinal));
        Assert.Contains(row["places"].Split(" | "), static place => place.StartsWith("table=", StringComparison.Ordinal));
        Assert.Equal("", Run(site, ExitStatus.Ok).Out);

        site.Publish(2, corrected);
        var resolved = Run(site, ExitStatus.Ok, "--json", "--out", _folder["out"]);
        Assert.Equal(Findings(found, "findings_new"), Findings(resolved, "findings_resolved"));
        Assert.Empty(Findings(resolved, "findings_new"));
        Assert.DoesNotContain(CsvRows.Read(_folder["out/findings.csv"]), row => row["rule"] == rule);
    }

    private static IEnumerable<Ingest.Store.ExtractionNeed> Needs(Ingest.Store.Workspace workspace, IReadOnlyList<Cli.Checking.RuleFile> rules) =>
        workspace.Results.NeedsExtraction(Cli.Gathering.ReadersVersion.Current, Cli.Gathering.RulebookVersion.Of(new Cli.Checking.Stages().LoadRules(rules).Rules));

    private static List<string?> Findings(TestTerminal terminal, string name)
    {
        using var json = JsonDocument.Parse(terminal.Out);
        return [.. json.RootElement.GetProperty(name).EnumerateArray().Select(static finding => finding.GetProperty("message_en").GetString())];
    }

    private (long Versions, long Objects, long Addresses, long Run) Status()
    {
        using var workspace = Ingest.Store.Workspace.OpenToRead(_folder["data"]);
        var status = workspace.Catalog.Status();
        return (status.Versions, status.Objects, status.Total, status.LastRun!.Number);
    }

    private TestTerminal Run(PublishingSite site, int expected, params string[] options) => Run(site, expected, "", options);

    private TestTerminal Run(PublishingSite site, int expected, string more, string[] options)
    {
        var terminal = new TestTerminal { CurrentDirectory = _folder.Path, Time = new ShiftedTime(0) };
        var status = terminal.Run(["run", site.Sources(_folder, more), "--workspace", "data", .. options]);
        Assert.True(expected == status, $"{status}: {terminal.Error}");
        return terminal;
    }
}
