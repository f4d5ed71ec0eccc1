using Gouji.Model;

namespace Gouji.Corpus.Tests;

/// <summary>What must hold of the extract of every document, whatever is in it.</summary>
public sealed class ExtractionInvariantTests
{
    /// <summary>Number tokens that a source shows and its extract need not have, with the reason. None is known.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> NumbersLeftOut = new Dictionary<string, string[]>(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Corpus.AllSources), MemberType = typeof(Corpus))]
    public void Grid_everyPosition_isCoveredOnce(string source) => Assert.All(Corpus.Source(source).Tables, static table =>
    {
        var covered = new int[table.Grid.RowCount, table.Grid.ColumnCount];
        foreach (var cell in table.Grid.Cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                {
                    covered[row, column]++;
                    Assert.Same(cell, table.Grid[row, column]);
                }
            }
        }

        Assert.All(covered.Cast<int>(), static times => Assert.Equal(1, times));
    });

    [Theory]
    [MemberData(nameof(Corpus.AllSources), MemberType = typeof(Corpus))]
    public void Extract_numbers_areThoseOfTheSourceNoneLostNoneAdded(string source)
    {
        var read = Corpus.Source(source);
        if (Path.GetExtension(source) is ".doc" or ".xls")
        {
            // Binary: Oracles/NumbersTests has other programs read them.
            return;
        }

        var printed = SourceText.Numbers([SourceText.Visible(read)]);
        foreach (var number in NumbersLeftOut.GetValueOrDefault(source, []))
        {
            Assert.True(printed.Remove(number), $"{number} is not in {source}");
        }

        var extracted = SourceText.Numbers(read.Content.Blocks.SelectMany(static block => block switch
        {
            Paragraph paragraph => [paragraph.Text],
            TableBlock table => [table.Caption ?? "", .. table.Grid.Cells.Select(static cell => cell.Text)],
            _ => Array.Empty<string>(),
        }));
        Assert.Equal(printed, extracted);
    }
}
