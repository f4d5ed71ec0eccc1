using Gouji.Cli.Output;

namespace Gouji.Cli.Tests.Output;

/// <summary>docs/output.md is what other programs are written against: it names every column that is written.</summary>
public sealed class OutputDocumentTests
{
    [Fact]
    public void Columns_ofEveryFile_areDocumented()
    {
        var sections = Document().Split("\n## ");
        Documented(sections, "documents.csv", Rows.DocumentColumns);
        Documented(sections, "records.csv", Rows.RecordColumns);
        Documented(sections, "checks.csv", Rows.CheckColumns);
        Documented(sections, "findings.csv", Rows.FindingColumns);
        Documented(sections, "gaps.csv", Rows.GapColumns);
    }

    private static void Documented(string[] sections, string file, string[] columns)
    {
        var section = Assert.Single(sections, section => section.StartsWith(file, StringComparison.Ordinal));
        Assert.All(columns, column => Assert.Contains($"`{column}`", section));
    }

    private static string Document()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "docs", "output.md");
            if (File.Exists(path))
            {
                return File.ReadAllText(path);
            }
        }

        throw new FileNotFoundException("docs/output.md");
    }
}
