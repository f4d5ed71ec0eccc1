using System.Text;
using Gouji.Extract.Readers;
using Gouji.Model;

namespace Gouji.Extract.Tests.Text;

/// <summary>Writes small documents the way text extractors print Word documents, and reads them.</summary>
internal static class PrintedText
{
    /// <summary>A table: a row a string, its cells parted by <c>|</c>; every cell a line led by a tab, a blank line after each row.</summary>
    public static string Table(params string[] rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            foreach (var cell in row.Split('|'))
            {
                text.Append('\t').Append(cell).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    public static FetchedDocument Document(byte[] bytes) => new("test.txt", bytes, new string('0', 64));

    public static DocumentContent Read(byte[] bytes, ReadingLimits? limits = null) =>
        new PlainTextReader().Read(Document(bytes), limits ?? new ReadingLimits(), CancellationToken.None);

    public static DocumentContent Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static TableBlock ReadTable(string text) => Assert.Single(Read(text).Blocks.OfType<TableBlock>());

    /// <summary>The cells of a row that begin in it: <c>text</c>, <c>∅</c> for an absent one, with spans as <c>[rows×columns]</c> where not 1×1.</summary>
    public static string Row(TableBlock table, int row) => string.Join(" | ", table.Grid.Cells.Where(cell => cell.Row == row).Select(Show));

    public static string[] Texts(DocumentContent content) =>
    [
        .. content.Blocks.SelectMany(block => block switch
        {
            Paragraph paragraph => [paragraph.Text],
            TableBlock table => table.Grid.Cells.Where(cell => !cell.Absent).Select(cell => cell.Text),
            _ => Array.Empty<string>(),
        }),
    ];

    private static string Show(TableCell cell) =>
        (cell.Absent ? "∅" : cell.Text) + (cell.RowSpan * cell.ColumnSpan > 1 ? $"[{cell.RowSpan}×{cell.ColumnSpan}]" : "");
}
