using System.Globalization;
using System.Text.Json;
using Gouji.Cli.Tests.Support;

namespace Gouji.Cli.Tests.Linking;

/// <summary>Folders of several years whose truth is known, from bytes to output.</summary>
public sealed class LinkedRunTests : IDisposable
{
    private const int Bodies = 200;

    private static readonly string[] Across = ["Y-LINK", "Y-BUDLINK", "X-UNITS", "Z-TWIN"];

    private readonly TempFolder _folder = new();
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_consistentYears_linksEveryBodyAndFindsNothing()
    {
        new YearsFolder(_folder, Bodies).Write();
        Assert.Equal(ExitStatus.Ok, Check("--fail-on", "warning"));

        // In each later year: the total and the item of the form, and “三公” of the sentence; in the accounts: six items.
        var checks = Rows("checks.csv").Where(static row => Across.Contains(row["rule"])).ToList();
        Assert.Equal(Bodies * 2 * 3, checks.Count(static row => row["rule"] == "Y-LINK" && row["verdict"] == "holds"));
        Assert.Equal(Bodies * 6, checks.Count(static row => row["rule"] == "Y-BUDLINK" && row["verdict"] == "holds"));
        Assert.Equal(Bodies * 12, checks.Count);
        Assert.DoesNotContain(Rows("findings.csv"), static row => row["severity"] is "error" or "warning");
        Assert.Empty(Rows("gaps.csv"));
        Counted();
    }

    [Fact]
    public void Run_oneChangedFigure_isFoundAlone()
    {
        var years = new YearsFolder(_folder, Bodies);
        years.Changes[(57, 2020)] = static page => page with { Previous = page.Previous + 900 };
        years.Write();
        Assert.Equal(ExitStatus.Findings, Check());

        var finding = Assert.Single(Rows("findings.csv"), static row => row["severity"] != "notice");
        Assert.Equal(("Y-LINK", "error", "9", "万元"), (finding["rule"], finding["severity"], finding["difference"], finding["unit"]));
        Assert.Equal(Document(YearsFolder.PathOf(57, 2020)), finding["document"]);
        Assert.Contains(Document(YearsFolder.PathOf(57, 2019)), finding["message_en"]);

        // The total and its item are one cause; the last two places are in last year's document and say so.
        var documents = Rows("documents.csv").ToDictionary(static row => row["document"]);
        var earlier = documents[Document(YearsFolder.PathOf(57, 2019))]["sha256"];
        Assert.Equal(2, finding["places"].Split(" | ").Count(place => place.StartsWith($"sha256={earlier};table=", StringComparison.Ordinal)));
        Assert.Equal(2, finding["places"].Split(" | ").Count(static place => place.StartsWith("table=", StringComparison.Ordinal)));
        Counted();
    }

    [Fact]
    public void Run_changeOfASentence_isAWarning()
    {
        var years = new YearsFolder(_folder, 20);
        years.Changes[(3, 2021)] = static page => page with { ThreePublicChange = page.ThreePublicChange + 100 };
        years.Write();
        Assert.Equal(ExitStatus.Ok, Check());
        var finding = Assert.Single(Rows("findings.csv"), static row => Across.Contains(row["rule"]));
        Assert.Equal(("Y-LINK", "warning", Document(YearsFolder.PathOf(3, 2021))), (finding["rule"], finding["severity"], finding["document"]));
    }

    [Fact]
    public void Run_restructuredBody_cannotBeTold()
    {
        var years = new YearsFolder(_folder, 20);
        years.Changes[(3, 2020)] = static page => page with { Previous = page.Previous * 2, Remark = "根据机构改革方案，原某中心职能划转至本局。" };
        years.Write();
        Assert.Equal(ExitStatus.Ok, Check("--fail-on", "warning"));
        var unknown = Rows("checks.csv").Where(static row => row["rule"] == "Y-LINK" && row["verdict"] == "cannot_tell").ToList();
        Assert.Equal(2, unknown.Count);
        Assert.All(unknown, row => Assert.Contains("may not compare", row["terms"]));
    }

    [Fact]
    public void Run_departmentAndUnitOfOneName_areNeverCompared()
    {
        // The department of 2019 and the body by itself in 2020, whose last year is another and smaller figure.
        var name = YearsFolder.NameOf(1, 2019);
        _folder.Write("in/a.html", new YearPage(name, 2019) { Basic = 500_00, Operation = 300 }.Budget());
        _folder.Write("in/b.html", new YearPage(name, 2020) { Kind = "部门预算", Basic = 510_00, Operation = 300, Previous = 500_00 }.Budget());
        _folder.Write("in/c.html", new YearPage(name + "（本级）", 2020) { Kind = "单位预算", Basic = 110_00, Operation = 100, Previous = 100_00 }.Budget());
        Assert.Equal(ExitStatus.Ok, Check("--fail-on", "warning"));
        Assert.Equal(
            ["b.html holds", "b.html holds", "c.html cannot_tell"],
            Rows("checks.csv").Where(static row => row["rule"] == "Y-LINK").Select(static row => row["document"][^6..] + " " + row["verdict"]));
        Assert.Equal(["holds", "holds"], Rows("checks.csv").Where(static row => row["rule"] == "X-UNITS").Select(static row => row["verdict"]));
    }

    [Fact]
    public void Run_missingYear_isAGapWithItsReason()
    {
        var years = new YearsFolder(_folder, 10);
        years.Changes[(4, 2021)] = static _ => null;
        years.Write();
        Assert.Equal(ExitStatus.Ok, Check("--json"));
        var gap = Assert.Single(Rows("gaps.csv"));
        Assert.Equal((YearsFolder.NameOf(4, 2019), "2021", "budget"), (gap["department"], gap["fiscal_year"], gap["kind"]));
        Assert.Equal("published the budget of 2019, the budget of 2020, the final accounts of 2020; the budget of 2021 is published by 9 of 9 siblings", gap["why_en"]);
        Assert.Contains("2021年预算", gap["why_zh"]);
        using var summary = JsonDocument.Parse(_terminal.Out);
        Assert.Equal(1, summary.RootElement.GetProperty("gaps").GetInt32());
        Assert.Contains("gaps         1 disclosures that siblings published are not there; see gaps.csv\n", _terminal.Error);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Run_anyNumberOfJobs_linksAlike(int jobs)
    {
        var years = new YearsFolder(_folder, 30);
        for (var body = 0; body < 30; body += 3)
        {
            years.Changes[(body, 2020)] = static page => page with { Previous = page.Previous - 900 };
        }

        years.Changes[(4, 2021)] = static _ => null;
        years.Write();
        _terminal.Run("check", _folder["in"], "--out", _folder["reference"], "--jobs", "3");
        Check("--jobs", $"{jobs}");
        foreach (var name in new[] { "documents.csv", "records.csv", "checks.csv", "findings.csv", "findings.jsonl", "gaps.csv" })
        {
            Assert.Equal(_folder.Read("reference/" + name), _folder.Read("out/" + name));
        }

        Assert.Equal(10, Rows("findings.csv").Count(static row => row["rule"] == "Y-LINK"));
    }

    [Fact]
    public void Explain_findingAcrossDocuments_showsBothPlaces()
    {
        var years = new YearsFolder(_folder, 2);
        years.Changes[(1, 2020)] = static page => page with { Previous = page.Previous + 900 };
        years.Write();
        Check();
        var id = Assert.Single(Rows("findings.csv"), static row => row["rule"] == "Y-LINK")["finding"];
        Assert.Equal(ExitStatus.Ok, _terminal.Run("explain", _folder["out"], id, "--lang", "en"));
        var earlier = Rows("documents.csv").Single(row => row["document"] == Document(YearsFolder.PathOf(1, 2019)))["sha256"];
        Assert.Contains($"sha256={earlier};table=1;row=3;column=3", _terminal.Out);
        Assert.Contains("equation 2", _terminal.Out);
    }

    [Fact]
    public void Run_withoutFolder_printsTheFindingBehindTheDocuments()
    {
        var years = new YearsFolder(_folder, 2);
        years.Changes[(1, 2020)] = static page => page with { Previous = page.Previous + 900 };
        years.Write();
        Assert.Equal(ExitStatus.Findings, _terminal.Run("check", _folder["in"], "--lang", "en"));
        Assert.Contains("error  Y-LINK  ", _terminal.Out);
        Assert.Matches("places   table=1;[^|]* [|] sha256=[0-9a-f]{8};table=1;", _terminal.Out);

        _terminal.Run("check", _folder["in"], "--json");
        using var last = JsonDocument.Parse(_terminal.Out.TrimEnd('\n').Split('\n')[^1]);
        var finding = Assert.Single(last.RootElement.GetProperty("finding_rows").EnumerateArray());
        var places = finding.GetProperty("places").EnumerateArray().ToList();
        Assert.Equal(2, places.Count(static place => place.TryGetProperty("sha256", out _)));
        Assert.Equal(24, last.RootElement.GetProperty("check_rows").GetArrayLength());
    }

    [Fact]
    public void Run_findingBehindOwnFindings_goesOnWithTheirNumbers()
    {
        // The two pages have the same bytes, so their findings are told apart as well.
        var name = YearsFolder.NameOf(1, 2019);
        var wrong = new YearPage(name, 2020) { Basic = 510_00, Operation = 300, Previous = 400_00, Remark = "合计XX万元。2020年13月40日" }.Budget().Replace("<td>510.00</td><td>510.00</td>", "<td>501.00</td><td>510.00</td>");
        _folder.Write("in/2019/a.html", new YearPage(name, 2019) { Basic = 500_00, Operation = 300 }.Budget());
        _folder.Write("in/2020/b.html", wrong);
        _folder.Write("in/2020/copy/b.html", wrong);
        Assert.Equal(ExitStatus.Findings, Check());
        var ids = Rows("findings.csv").Select(static row => row["finding"]).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var linked = Assert.Single(Rows("findings.csv"), static row => row["rule"] == "Y-LINK");
        Assert.Equal(Rows("findings.csv").Count(row => row["document"] == linked["document"]), int.Parse(linked["finding"].Split('-')[1], CultureInfo.InvariantCulture));
        Counted();
    }

    private int Check(params string[] options) => _terminal.Run(["check", _folder["in"], "--out", _folder["out"], .. options]);

    private List<Dictionary<string, string>> Rows(string name) => CsvRows.Read(_folder["out/" + name]);

    private string Document(string path) => _folder[path];

    /// <summary>documents.csv counts the rows of the other files, those of comparisons included.</summary>
    private void Counted()
    {
        var checks = Rows("checks.csv").ToLookup(static row => row["document"]);
        var findings = Rows("findings.csv").ToLookup(static row => row["document"]);
        Assert.All(Rows("documents.csv"), row =>
        {
            Assert.Equal(checks[row["document"]].Count(), int.Parse(row["equations"], CultureInfo.InvariantCulture));
            Assert.Equal(checks[row["document"]].Count(static check => check["verdict"] == "holds"), int.Parse(row["held"], CultureInfo.InvariantCulture));
            Assert.Equal(checks[row["document"]].Count(static check => check["verdict"] == "broken"), int.Parse(row["broken"], CultureInfo.InvariantCulture));
            Assert.Equal(checks[row["document"]].Count(static check => check["verdict"] == "cannot_tell"), int.Parse(row["cannot_tell"], CultureInfo.InvariantCulture));
            Assert.Equal(findings[row["document"]].Count(), int.Parse(row["findings"], CultureInfo.InvariantCulture));
        });
    }
}
