using Gouji.Extract;
using Gouji.Model;
using Gouji.Normalize;
using Gouji.Normalize.Rules;

namespace Gouji.Corpus.Tests;

/// <summary>What was recognised in a picture accuses nobody by its words, and nobody by its doubtful figures.</summary>
public sealed class RecognisedTextTests
{
    private static readonly DocumentContent Printed = new DocumentExtractor().Read(
        new FetchedDocument("x", File.ReadAllBytes(Path.Combine(Repository.Corpus, "kezhou-2020", "source.docx")), new string('0', 64)));

    [Fact]
    public void Check_everythingDoubtful_breaksNothing()
    {
        var checks = Check(As(static _ => true));

        Assert.DoesNotContain(checks.Checks, static check => check.Verdict == Verdict.Broken);
        Assert.DoesNotContain(checks.Findings, static finding => finding.Severity == Severity.Error);
        Assert.Contains(checks.Checks, static check => check.Reason?.En.Contains("recognised in a picture and is doubtful", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void Check_everythingDoubtful_holdsWhatHeld() => Assert.Equal(
        Check(Printed).Checks.Count(static check => check.Verdict == Verdict.Holds),
        Check(As(static _ => true)).Checks.Count(static check => check.Verdict == Verdict.Holds));

    [Fact]
    public void Check_certainFigures_breakAsPrinted()
    {
        var recognised = Check(As(static _ => false));

        Assert.Contains(recognised.Findings, static finding => finding.Severity == Severity.Error);
        Assert.All(recognised.Findings, static finding => Assert.NotEmpty(finding.Checks));
    }

    private static Reconciliation Check(DocumentContent content) => new Reconciler(Rulebook.BuiltIn).Check(new DisclosureRecogniser().Recognise(content));

    /// <summary>The document as if it had been recognised.</summary>
    private static DocumentContent As(Func<string, bool> isDoubtful) => Printed with
    {
        Blocks = [.. Printed.Blocks.Select(block => block switch
        {
            Paragraph paragraph => paragraph with { Recognised = true, Doubtful = isDoubtful(paragraph.Text) },
            TableBlock table => table with { Recognised = true, Grid = Grid(table.Grid, isDoubtful) },
            _ => block,
        })],
    };

    private static TableGrid Grid(TableGrid grid, Func<string, bool> isDoubtful)
    {
        Assert.True(TableGrid.TryCreate(grid.RowCount, grid.ColumnCount, grid.Cells.Select(cell => cell with { Doubtful = cell.Text.Length > 0 && isDoubtful(cell.Text) }), out var doubtful, out _));
        return doubtful;
    }
}
