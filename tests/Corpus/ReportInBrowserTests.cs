using System.Diagnostics;
using Gouji.Corpus.Tests.Oracles;

namespace Gouji.Corpus.Tests;

/// <summary>The report as a browser shows it, with the network cut off.</summary>
public sealed class ReportInBrowserTests
{
    [Fact]
    public void Report_ofTheExample_isShownWithoutComplaint()
    {
        var browser = Tool.Find("chromium");
        using var results = GoujiProgram.Check(Path.Combine(Repository.Corpus, "kezhou-2020"), "source.docx");
        var (status, _, error) = GoujiProgram.Run(Path.Combine(Repository.Corpus, "kezhou-2020"), "report", results.Path);
        Assert.True(status == 0, error);

        var findings = CsvRows.Read(results["findings.csv"]);
        var page = Assert.Single(Directory.GetFiles(Path.Combine(results.Path, "report", "documents")));
        var (dom, complaints) = Show(browser, results.Path, page);
        Assert.Empty(complaints);
        Assert.All(findings, finding => Assert.Contains($"id=\"{finding["finding"]}\"", dom, StringComparison.Ordinal));

        var (index, others) = Show(browser, results.Path, Path.Combine(results.Path, "report", "index.html"));
        Assert.Empty(others);
        Assert.Contains($"href=\"documents/{Path.GetFileName(page)}\"", index, StringComparison.Ordinal);
    }

    /// <summary>What the browser made of a page, and what its console and its network say.</summary>
    private static (string Dom, List<string> Complaints) Show(string browser, string folder, string page)
    {
        var start = new ProcessStartInfo(browser,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=" + Path.Combine(folder, ".browser"),
                "--enable-logging=stderr", "--v=0", "--dump-dom", new Uri(page).AbsoluteUri,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, [.. error.GetAwaiter().GetResult().Split('\n').Where(static line => line.Contains("CONSOLE", StringComparison.Ordinal))]);
    }
}
