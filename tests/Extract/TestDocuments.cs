using Gouji.Model;

namespace Gouji.Extract.Tests;

/// <summary>Documents that the tests keep as files, and the corpus.</summary>
internal static class TestDocuments
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(string format, string name) => Path.Combine(Root, "tests", "Extract", "Documents", format, name);

    public static DocumentContent Read(IDocumentReader reader, string format, string name) =>
        reader.Read(new FetchedDocument(name, File.ReadAllBytes(PathOf(format, name)), ""), new ReadingLimits(), TestContext.Current.CancellationToken);

    /// <summary>Each text in reading order with the kind of its block; blank cells left out, for blank edges are cut off in spreadsheets.</summary>
    public static List<string> Texts(DocumentContent content)
    {
        var texts = new List<string>();
        foreach (var block in content.Blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    texts.Add($"P {paragraph.Text}");
                    break;
                case TableBlock table:
                    texts.AddRange(table.Grid.Cells.Where(cell => cell.Text.Length > 0).Select(cell => $"T {cell.RowSpan}×{cell.ColumnSpan} {cell.Text}"));
                    break;
            }
        }

        return texts;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "pipeline.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("the tests do not run within the repository");
        }

        return folder.FullName;
    }
}
