using System.Globalization;
using System.Text;
using Gouji.Extract;
using Gouji.Extract.Archives;
using Gouji.Model;

namespace Gouji.Corpus.Tests.Hard;

/// <summary>
/// What a reader made of a file: its paragraphs, and its tables row by row. A cell stands where it begins, with its rows × columns where
/// it has several; what it covers is drawn as <c>^</c> and <c>&lt;</c>, cells that the file does not have as <c>×</c>.
/// </summary>
internal static class ReadingPicture
{
    public static string Of(string path)
    {
        var text = new StringBuilder();
        var bytes = File.ReadAllBytes(path);
        var document = new FetchedDocument(Path.GetFileName(path), bytes, new string('0', 64));
        if (!ArchiveOpener.Recognises(bytes))
        {
            Append(text, document);
            return text.ToString();
        }

        foreach (var member in new ArchiveOpener(new ReadingLimits()).Open(document, TestContext.Current.CancellationToken))
        {
            text.Append(CultureInfo.InvariantCulture, $"{member.Name}\n");
            if (member.Document is { } inner)
            {
                Append(text, inner);
            }
            else
            {
                Append(text, member.Failure!);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, FetchedDocument document)
    {
        try
        {
            var content = new DocumentExtractor(new ReadingLimits { PicturePages = 0 }).Read(document, TestContext.Current.CancellationToken);
            text.Append(CultureInfo.InvariantCulture, $"read as {content.Format}\n");
            foreach (var note in content.Notes)
            {
                text.Append(CultureInfo.InvariantCulture, $"note {note.Code}: {note.Text.En}\n");
            }

            foreach (var block in content.Blocks)
            {
                Append(text, block);
            }
        }
        catch (UnreadableDocumentException failure)
        {
            Append(text, failure);
        }
    }

    private static void Append(StringBuilder text, UnreadableDocumentException failure) =>
        text.Append(CultureInfo.InvariantCulture, $"not read, {failure.Reason}: {failure.Text.En}\n");

    private static void Append(StringBuilder text, Block block)
    {
        if (block is not TableBlock { Grid: var grid } table)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{(block as Paragraph)?.Text}\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\ntable of {grid.RowCount} rows and {grid.ColumnCount} columns\n");
        for (var row = 0; row < grid.RowCount; row++)
        {
            text.Append("   ").AppendJoin(" | ", Enumerable.Range(0, grid.ColumnCount).Select(column => Show(grid[row, column], row, column))).Append('\n');
        }

        foreach (var guess in table.Guesses)
        {
            text.Append(CultureInfo.InvariantCulture, $"   guess {guess.Kind}, row {guess.Row + 1}: {guess.Detail}\n");
        }
    }

    private static string Show(TableCell cell, int row, int column) => (cell.Row == row, cell.Column == column) switch
    {
        (false, _) => "^",
        (_, false) => "<",
        _ when cell.Absent => "×",
        _ => cell.Text.ReplaceLineEndings("/") + (cell.RowSpan * cell.ColumnSpan > 1 ? $" [{cell.RowSpan}×{cell.ColumnSpan}]" : ""),
    };
}
