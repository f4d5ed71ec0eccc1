using System.Runtime.CompilerServices;
using Gouji.Extract.Readers;
using Gouji.Model;

namespace Gouji.Extract.Tests.Doc;

/// <summary>Documents of the corpus as an office suite writes them in the old format say what they say in the new one.</summary>
public sealed class ConvertedDocumentsTests
{
    [Theory]
    [InlineData("funds-2022")]
    [InlineData("trap-two-units")]
    public void Read_convertedDocument_hasTheBlocksOfTheOriginal(string name) =>
        Assert.Equal(Lines(Original(name)), Lines(Converted(name)));

    // The office suite fills the row that lost nine cells with blank ones; all else is as in the original.
    [Fact]
    public void Read_convertedDocumentWithALostRow_differsInTheLostCellsAlone()
    {
        var original = Lines(Original("kezhou-2020"));
        var converted = Lines(Converted("kezhou-2020"));
        var different = original.Zip(converted).Where(static pair => pair.First != pair.Second).ToArray();

        Assert.Equal(original.Count, converted.Count);
        Assert.Equal(9, different.Length);
        Assert.All(different, static pair => Assert.Equal(pair.First, pair.Second + "∅"));
    }

    [Theory]
    [InlineData("kezhou-2020")]
    [InlineData("funds-2022")]
    [InlineData("trap-two-units")]
    public void Read_convertedDocument_hasNothingToNote(string name)
    {
        var content = Converted(name);

        Assert.Empty(content.Notes);
        Assert.All(content.Blocks.OfType<TableBlock>(), static table => Assert.Empty(table.Guesses));
    }

    private static DocumentContent Original(string name) =>
        new DocxReader().Read(Load("..", "..", "..", "corpus", name, "source.docx"), new ReadingLimits(), default);

    private static DocumentContent Converted(string name) =>
        new DocReader().Read(Load("..", "Documents", "doc", name + ".doc"), new ReadingLimits(), default);

    private static FetchedDocument Load(params string[] path) => DocBuilder.Document(File.ReadAllBytes(Path.Combine([Folder(), .. path])));

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static List<string> Lines(DocumentContent content)
    {
        var lines = new List<string>();
        foreach (var block in content.Blocks)
        {
            if (block is Paragraph paragraph)
            {
                lines.Add($"{paragraph.Kind} {paragraph.Level} {paragraph.Text}");
                continue;
            }

            var grid = ((TableBlock)block).Grid;
            lines.Add($"{grid.RowCount} × {grid.ColumnCount}");
            lines.AddRange(grid.Cells.Select(static cell => $"{cell.Row}.{cell.Column} {cell.RowSpan}×{cell.ColumnSpan} {cell.Text}{(cell.Absent ? "∅" : "")}"));
        }

        return lines;
    }
}
