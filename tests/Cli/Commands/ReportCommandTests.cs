using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gouji.Cli.Tests.Support;

namespace Gouji.Cli.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestTerminal _terminal;

    public ReportCommandTests() => _terminal = new TestTerminal { CurrentDirectory = _folder.Path };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_outputFolder_countsAsItsFilesDo()
    {
        Check("good.html", "broken.html", "none.docx");
        Assert.Equal(ExitStatus.Ok, Report("--lang", "en"));
        Assert.Equal($"3 documents, 1 of them with findings and a page each: {_folder["out/report/index.html"]}\n", _terminal.Error);

        var index = Page("index.html");
        var rows = CsvRows.Read(_folder["out/documents.csv"]);
        Assert.Contains($"2 read, 1 not read", index.Body!.TextContent);
        Assert.Contains($"{rows.Sum(static row => int.Parse(row["held"]))} hold", index.Body.TextContent.Replace(",", "", StringComparison.Ordinal));
        var broken = Assert.Single(index.QuerySelectorAll("a"));
        Assert.EndsWith("broken.html", broken.TextContent, StringComparison.Ordinal);
        Assert.Contains("missing: ", index.Body.TextContent);

        // Each rule that was evaluated, with as many equations as checks.csv has of it.
        var checks = CsvRows.Read(_folder["out/checks.csv"]).GroupBy(static row => row["rule"]).ToDictionary(static group => group.Key, static group => group.Count());
        var told = index.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr").ToDictionary(static row => row.Children[0].TextContent, static row => int.Parse(row.Children[2].TextContent));
        Assert.Equal(checks.OrderBy(static pair => pair.Key, StringComparer.Ordinal), told.OrderBy(static pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Run_finding_showsItsFiguresMarkedInTheOriginal()
    {
        Check("broken.html");
        Report();
        var page = DocumentPage();
        var findings = CsvRows.Read(_folder["out/findings.csv"]);
        Assert.NotEmpty(findings);
        foreach (var finding in findings)
        {
            var section = page.GetElementById(finding["finding"])!;
            Assert.Contains(finding["message_zh"], section.TextContent);
            Assert.Contains(finding["message_en"], section.TextContent);
            if (finding["blamed_place"].Length > 0)
            {
                Assert.Contains(finding["stated"], section.QuerySelector("td.blamed")!.TextContent);
            }

            Assert.NotEmpty(section.QuerySelectorAll("td.at, td.blamed, mark"));
        }

        Assert.All(page.QuerySelectorAll("a").OfType<IHtmlAnchorElement>().Select(static link => link.GetAttribute("href")!), address =>
            Assert.True(File.Exists(Path.Combine(_folder["out/report/documents"], Uri.UnescapeDataString(address))), address));
    }

    [Fact]
    public void Run_memberOfAnArchive_isShown()
    {
        using (var zip = ZipFile.Open(_folder["a.zip"], ZipArchiveMode.Create))
        {
            foreach (var name in (string[])["good.html", "broken.html"])
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(Text(name)));
            }
        }

        _terminal.Run("check", _folder["a.zip"], "--out", _folder["out"]);
        Report();
        Assert.NotEmpty(DocumentPage().QuerySelectorAll("td.at, td.blamed"));
    }

    [Theory]
    [InlineData(true, "原件已不在原处")]
    [InlineData(false, "原件在核对后已改动")]
    public void Run_originalThatIsNotAsItWas_isNotShown(bool gone, string told)
    {
        Check("broken.html");
        if (gone)
        {
            File.Delete(_folder["broken.html"]);
        }
        else
        {
            File.AppendAllText(_folder["broken.html"], " ");
        }

        Report("--lang", "zh");
        Assert.Contains("1个文件的原件已不在原处、已改动", _terminal.Error);
        var page = DocumentPage();
        Assert.Contains(told, page.Body!.TextContent);
        Assert.Empty(page.QuerySelectorAll("td.at, td.blamed, mark"));
    }

    [Fact]
    public void Run_again_givesTheSameBytesInPlaceOfTheFirst()
    {
        Check("broken.html");
        Report();
        var first = Files();
        File.WriteAllText(_folder["out/report/documents/old.html"], "old");
        Report();
        Assert.Equal(first, Files());

        Dictionary<string, string> Files() => Directory.GetFiles(_folder["out/report"], "*", SearchOption.AllDirectories)
            .Append(_folder["out/datapackage.json"]).ToDictionary(static path => path, File.ReadAllText);
    }

    [Fact]
    public void Run_textsOfADocument_neverBecomeMarkup()
    {
        File.WriteAllText(_folder["a<b>&'\".html"], Text("broken.html").Replace("行政运行", "行政&lt;script&gt;alert(1)&lt;/script&gt;运行", StringComparison.Ordinal));
        _terminal.Run("check", _folder["a<b>&'\".html"], "--out", _folder["out"]);
        Report();
        foreach (var page in new[] { Page("index.html"), DocumentPage() })
        {
            Assert.Empty(page.QuerySelectorAll("script, b b, img, iframe, object"));
            Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"));
            Assert.Contains("a<b>&'\".html", page.Body!.TextContent);
        }

        Assert.Contains("行政<script>alert(1)</script>运行", DocumentPage().Body!.TextContent);
    }

    [Fact]
    public void Run_dataPackage_describesTheFilesAsTheyAre()
    {
        Check("broken.html");
        Report();
        using var package = JsonDocument.Parse(File.ReadAllBytes(_folder["out/datapackage.json"]));
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToList();
        Assert.Equal(
            ["checks.csv", "documents.csv", "findings.csv", "findings.jsonl", "gaps.csv", "records.csv", "records.jsonl", "unread.csv"],
            resources.Select(static resource => resource.GetProperty("path").GetString()).Order(StringComparer.Ordinal));
        foreach (var resource in resources)
        {
            var bytes = File.ReadAllBytes(_folder["out/" + resource.GetProperty("path").GetString()]);
            Assert.Equal(bytes.Length, resource.GetProperty("bytes").GetInt32());
            Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)), resource.GetProperty("hash").GetString());
            if (resource.TryGetProperty("schema", out var schema))
            {
                var header = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n')[0];
                Assert.Equal(header, string.Join(',', schema.GetProperty("fields").EnumerateArray().Select(static field => field.GetProperty("name").GetString())));
            }
        }
    }

    [Fact]
    public void Run_json_tellsWhereTheReportIs()
    {
        Check("broken.html");
        Report("--json");
        Assert.Equal($"{{\"report\":\"{_folder["out/report/index.html"]}\",\"documents\":1,\"pages\":1,\"originals_missing\":0}}\n", _terminal.Out);
    }

    [Fact]
    public void Run_folderOfThatNameThatIsNoReport_isLeftAlone()
    {
        Check("broken.html");
        Directory.CreateDirectory(_folder["out/report"]);
        File.WriteAllText(_folder["out/report/mine.txt"], "mine");
        Assert.Equal(ExitStatus.Failed, Report("--lang", "en"));
        Assert.EndsWith("is there and is no report; move or rename it\n", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder["out/report/mine.txt"]));
    }

    [Fact]
    public void Run_folderWithoutOutput_isAMistake()
    {
        Assert.Equal(ExitStatus.Usage, _terminal.Run("report", _folder.Path, "--lang", "en"));
        Assert.Equal($"gouji: there is no documents.csv in '{_folder.Path}'; name a folder written by check --out, or a workspace\n", _terminal.Error);
    }

    [Theory]
    [InlineData("findings.jsonl", "{\"finding\":\"1a2b3c4d-1\"")]
    [InlineData("findings.jsonl", "{\"finding\":\"../../x-1\",\"document\":\"broken.html\",\"severity\":\"error\"}")]
    [InlineData("findings.jsonl", "{\"finding\":\"1a2b3c4d-1\",\"document\":\"another\",\"severity\":\"error\"}")]
    [InlineData("checks.csv", "document,rule,verdict\na,b\n")]
    [InlineData("documents.csv", "document,path\na,b\n")]
    public void Run_damagedOutput_isNamedAndLeavesTheEarlierReport(string file, string text)
    {
        Check("broken.html");
        Report();
        var earlier = File.ReadAllText(_folder["out/report/index.html"]);
        File.WriteAllText(_folder["out/" + file], text);
        Assert.Equal(ExitStatus.Failed, Report("--lang", "en"));
        Assert.Equal($"gouji: '{_folder["out/" + file]}' is damaged or not complete; run check --out again\n", _terminal.Error);
        Assert.Equal(earlier, File.ReadAllText(_folder["out/report/index.html"]));
    }

    [Fact]
    public async Task Run_workspace_isExportedFirst()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.BrokenBudget(1));
        _terminal.Run("run", site.Sources(_folder, ""), "--workspace", "data");
        Assert.Equal(ExitStatus.Usage, _terminal.Run("report", "data", "--lang", "en"));
        Assert.Equal("gouji: 'data' is a workspace, and --out is missing; for example: gouji report data --out out\n", _terminal.Error);
        Assert.Equal(ExitStatus.Ok, _terminal.Run("report", "data", "--out", _folder["out"], "--lang", "en"));
        var page = DocumentPage();
        Assert.NotEmpty(page.QuerySelectorAll("td.at, td.blamed"));
        Assert.Contains(page.QuerySelectorAll("a").Select(static link => link.GetAttribute("href")!), address => address.StartsWith(site.Root, StringComparison.Ordinal));
    }

    private static string Text(string name) => name == "good.html" ? PublishingSite.Budget(1) : PublishingSite.BrokenBudget(2);

    private void Check(params string[] names)
    {
        foreach (var name in names.Where(static name => name.EndsWith(".html", StringComparison.Ordinal)))
        {
            File.WriteAllText(_folder[name], Text(name));
        }

        _terminal.Run(["check", .. names.Select(name => _folder[name]), "--out", _folder["out"]]);
    }

    private int Report(params string[] options) => _terminal.Run(["report", _folder["out"], .. options]);

    private IHtmlDocument Page(string address) => new HtmlParser().ParseDocument(File.ReadAllText(_folder["out/report/" + address]));

    private IHtmlDocument DocumentPage() => Page("documents/" + Path.GetFileName(Assert.Single(Directory.GetFiles(_folder["out/report/documents"]))));
}
