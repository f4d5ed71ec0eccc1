using Gouji.Corpus.Tests.Goldens;
using Gouji.Extract;
using Gouji.Model;
using Gouji.Normalize;
using Gouji.Normalize.Rules;

namespace Gouji.Corpus.Tests.Oracles;

/// <summary>The example as a scan of 200 dots an inch says what its document says, or says that it is in doubt.</summary>
public sealed class ScannedExampleTests(OfficeFiles office) : IClassFixture<OfficeFiles>
{
    private const string Example = "kezhou-2020";

    [Fact]
    public void Read_scan_everyFigureIsRightOrDoubtful()
    {
        Tool.Find("tesseract");
        using var folder = new ScratchFolder();
        var pdf = Path.Combine(office.In("pdf"), Example + ".pdf");
        if (Environment.GetEnvironmentVariable(Golden.Variable) == "1")
        {
            File.WriteAllBytes(Path.Combine(Repository.Root, "tests", "Extract", "Documents", "pdf", "scan-200dpi.pdf"), ScannedPdf.Of(pdf, Directory.CreateDirectory(folder["two"]).FullName, 200, 3, 4));
        }

        var printed = Recognise(File.ReadAllBytes(pdf));
        var scanned = Recognise(ScannedPdf.Of(pdf, Directory.CreateDirectory(folder["all"]).FullName, 200, 1, 99));

        Assert.Equal(printed.Forms.Select(static form => form.Role), scanned.Forms.Select(static form => form.Role));
        var expected = Figures(printed);
        var actual = Figures(scanned);
        var (right, doubtful, wrong) = (0, 0, new List<string>());
        foreach (var (place, figure) in actual)
        {
            if (figure.Doubtful)
            {
                doubtful++;
            }
            else if (expected.TryGetValue(place, out var other) && other.Stated == figure.Stated)
            {
                right++;
            }
            else
            {
                wrong.Add($"{place} {figure.Stated}");
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{expected.Count} figures: {right} right, {doubtful} doubtful, {wrong.Count} wrong");
        Assert.Empty(wrong);

        // The bounds of performance tables (≥95%) hold a sign that the model of Chinese does not know; all others are nearly always certain.
        Assert.True(right * 3 >= expected.Count * 2, $"{right} of {expected.Count} figures are certain, {doubtful} are doubtful");
        var bounds = printed.Facts.Where(static fact => fact.Role == FormRole.B11).Select(static fact => fact.Place.Table).ToHashSet();
        var plain = actual.Where(figure => !bounds.Contains(figure.Key.Table)).ToList();
        Assert.True(plain.Count(static figure => figure.Value.Doubtful) * 20 <= plain.Count, $"{plain.Count(static figure => figure.Value.Doubtful)} of {plain.Count} figures in plain tables are doubtful");
        var missing = expected.Keys.Except(actual.Keys).Where(place => !IsDoubtful(scanned.Content, place.Table, place.Row, place.Column)).ToList();
        Assert.Empty(missing);

        var reported = new Reconciler(Rulebook.BuiltIn).Check(scanned).Findings.Count(static finding => finding.Severity == Severity.Error);
        Assert.InRange(reported, 0, new Reconciler(Rulebook.BuiltIn).Check(printed).Findings.Count(static finding => finding.Severity == Severity.Error));
    }

    private static Disclosure Recognise(byte[] bytes) =>
        new DisclosureRecogniser().Recognise(new DocumentExtractor().Read(new FetchedDocument("x.pdf", bytes, new string('0', 64)), TestContext.Current.CancellationToken));

    private static Dictionary<(int Table, int Row, int Column), (decimal? Stated, bool Doubtful)> Figures(Disclosure disclosure) => disclosure.Facts
        .Where(static fact => fact is { Place: { Table: not null, Row: not null, Column: not null }, Stated: not null })
        .DistinctBy(static fact => (fact.Place.Table, fact.Place.Row, fact.Place.Column))
        .ToDictionary(
            static fact => (fact.Place.Table!.Value, fact.Place.Row!.Value, fact.Place.Column!.Value),
            fact => (fact.Stated, IsDoubtful(disclosure.Content, fact.Place.Table!.Value, fact.Place.Row!.Value, fact.Place.Column!.Value)));

    private static bool IsDoubtful(DocumentContent content, int table, int row, int column) =>
        content.Blocks.OfType<TableBlock>().ElementAtOrDefault(table - 1) is { Grid: var grid } && row <= grid.RowCount && column <= grid.ColumnCount && grid[row - 1, column - 1].Doubtful;
}
