using System.Text.RegularExpressions;

namespace Gouji.Corpus.Tests;

/// <summary>One document in several formats says the same in each.</summary>
public sealed partial class FormatsTests(FormatsTests.Results results) : IClassFixture<FormatsTests.Results>
{
    private static readonly string[] Formats =
    [
        "source.docx", "source.doc", "source.html", "source.odt", "source.ofd", "source.pdf", "source.rtf", "source.txt", "source.xls", "source.xlsx",
    ];

    /// <summary>The rule that compares them with each other.</summary>
    private const string Twins = "Z-TWIN";

    [Fact]
    public void Check_allFormats_giveTheSameRecordsBesidesTheirPlaces()
    {
        var records = ByFormat("records.csv", static row => string.Join('|', row
            .Where(static column => column.Key is not ("document" or "place"))
            .Select(static column => column.Key + "=" + (column.Key == "title" ? Folded(column.Value) : column.Value))));
        Assert.True(records[0].Count > 300);
        AssertSame(records);
    }

    [Fact]
    public void Check_allFormats_giveTheSameCells()
    {
        // Plain text does not say which cells are merged, so columns may count otherwise.
        var cells = ByFormat("records.csv", static row => row["source"] == "text" ? "text" : Cell().Match(row["place"]).Value);
        Assert.All(cells[0], Assert.NotEmpty);
        AssertSame([.. cells.Where(static (_, i) => Formats[i] != "source.txt")], [.. Formats.Where(static format => format != "source.txt")]);

        var rows = ByFormat("records.csv", static row => Row().Match(row["place"]).Value);
        AssertSame(rows);
    }

    [Fact]
    public void Check_allFormats_giveTheSameFindingsBesidesTheirPlaces()
    {
        var findings = ByFormat("findings.csv", static row => string.Join('|', row
            .Where(static column => column.Key is not ("finding" or "document" or "blamed_place" or "places"))
            .Select(static column => column.Key + "=" + column.Value)));
        Assert.True(findings[0].Count > 10);
        AssertSame(findings);
    }

    [Fact]
    public void Check_allFormats_giveTheSameChecksBesidesTheirPlaces()
    {
        var checks = ByFormat("checks.csv", static row => row["rule"] == Twins ? "" : string.Join('|', row
            .Where(static column => column.Key != "document")
            .Select(static column => column.Key + "=" + (column.Key == "terms" ? Bracketed().Replace(column.Value, "") : column.Value))));
        checks.ForEach(static rows => rows.RemoveAll(static text => text.Length == 0));
        Assert.True(checks[0].Count > 100);
        AssertSame(checks);
    }

    [Fact]
    public void Check_allFormats_areKnownAsOneDisclosure()
    {
        var twins = CsvRows.Read(results["checks.csv"]).Where(static row => row["rule"] == Twins);
        Assert.Equal(Formats.Skip(1).Select(static format => format + " holds").Order(StringComparer.Ordinal), twins.Select(static row => row["document"] + " " + row["verdict"]));

        // One stands for all; counting rows without a twin counts disclosures.
        var named = CsvRows.Read(results["documents.csv"]).ToLookup(static row => row["twin"], static row => row["document"]);
        var first = Assert.Single(named[""]);
        Assert.Equal(Formats.Where(format => format != first).Order(StringComparer.Ordinal), named[first].Order(StringComparer.Ordinal));
    }

    private List<List<string>> ByFormat(string file, Func<Dictionary<string, string>, string> text)
    {
        var rows = CsvRows.Read(results[file]);
        return [.. Formats.Select(format => rows.Where(row => row["document"] == format).Select(text).ToList())];
    }

    /// <summary>Every format gives what the first one gives.</summary>
    private static void AssertSame(List<List<string>> texts, string[]? formats = null) =>
        Assert.All((formats ?? Formats).Zip(texts), named => Assert.True(
            texts[0].SequenceEqual(named.Second),
            named.First + " differs: " + string.Join('\n', texts[0].Except(named.Second).Select(static text => "- " + text).Concat(named.Second.Except(texts[0]).Select(static text => "+ " + text)))));

    private static string Folded(string title) => Spaces().Replace(title, "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("table=[0-9]+;row=[0-9]+;column=[0-9]+")]
    private static partial Regex Cell();

    [GeneratedRegex("table=[0-9]+;row=[0-9]+")]
    private static partial Regex Row();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Bracketed();

    /// <summary>The results of one run over all.</summary>
    public sealed class Results : IDisposable
    {
        private readonly ScratchFolder _folder = GoujiProgram.Check(Path.Combine(Repository.Corpus, "kezhou-2020"), Formats);

        public string this[string name] => _folder[name];

        public void Dispose() => _folder.Dispose();
    }
}
