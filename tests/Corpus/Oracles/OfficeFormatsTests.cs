using System.Text.RegularExpressions;

namespace Gouji.Corpus.Tests.Oracles;

/// <summary>What an office suite writes in another format says what the original says.</summary>
public sealed partial class OfficeFormatsTests(OfficeFiles files) : IClassFixture<OfficeFiles>
{
    /// <summary>In the example a row lost its last nine cells. The suite fills them with blank ones, except where it prints pages.</summary>
    private const string LostCells = "kezhou-2020";

    [Theory]
    [InlineData("docx")]
    [InlineData("doc")]
    [InlineData("odt")]
    [InlineData("rtf")]
    [InlineData("pdf")]
    public void Check_convertedDocument_givesTheRecordsOfTheOriginal(string format)
    {
        var (original, converted) = (Checked(files.Originals), Checked(files.In(format)));
        Assert.Equal(OfficeFiles.Cases.Count, converted.Records.Count);
        foreach (var name in OfficeFiles.Cases)
        {
            var (expected, actual) = (original.Records[name], converted.Records[name]);
            if (name == LostCells && format != "pdf")
            {
                Assert.Equal(expected.Count + 9, actual.Count);
                Assert.Empty(expected.Except(actual));
                Assert.All(actual.Except(expected), static row => Assert.Contains("state=blank", row, StringComparison.Ordinal));
                continue;
            }

            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("doc")]
    [InlineData("odt")]
    [InlineData("rtf")]
    [InlineData("pdf")]
    public void Check_convertedDocument_givesTheFindingsOfTheOriginal(string format)
    {
        var (original, converted) = (Checked(files.Originals), Checked(files.In(format)));
        foreach (var name in OfficeFiles.Cases.Where(name => name != LostCells || format == "pdf"))
        {
            Assert.Equal(original.Findings.GetValueOrDefault(name, []), converted.Findings.GetValueOrDefault(name, []));
        }
    }

    private static Results Checked(string folder)
    {
        // The same disclosure in several formats would be compared with itself: each format has its own run.
        using var results = GoujiProgram.Check(folder, ".");
        return new Results(
            Grouped(CsvRows.Read(results["records.csv"]), "place"),
            Grouped(CsvRows.Read(results["findings.csv"]), "finding", "blamed_place", "places"));
    }

    /// <summary>The rows of each document without the columns that say where it is, spaces in titles left out.</summary>
    private static Dictionary<string, List<string>> Grouped(List<Dictionary<string, string>> rows, params string[] without) => rows
        .GroupBy(static row => Path.GetFileNameWithoutExtension(row["document"]))
        .ToDictionary(static group => group.Key, group => group.Select(row => string.Join('|', row
            .Where(column => column.Key != "document" && !without.Contains(column.Key))
            .Select(static column => column.Key + "=" + (column.Key == "title" ? Spaces().Replace(column.Value, "") : column.Value)))).ToList());

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed record Results(Dictionary<string, List<string>> Records, Dictionary<string, List<string>> Findings);
}
