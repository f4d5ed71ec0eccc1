using System.Text;
using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>
/// Plain text as a word processor's extractor leaves it: one cell a line led by a TAB, a blank line between rows, cells merged
/// across missing, the continuation of a cell merged downwards an empty cell. A row that lost its end runs into the next one.
/// </summary>
internal static class PlainTextWriter
{
    public static byte[] Write(Document document)
    {
        var text = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            if (block is Paragraph paragraph)
            {
                text.Append(paragraph.Text).Append('\n');
            }
            else if (block is Table table)
            {
                Append(text, table);
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, Table table)
    {
        var rows = table.Layout();
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var slot in rows[i])
            {
                text.Append('\t').Append(slot.Continues ? "" : slot.Cell.Text).Append('\n');
            }

            text.Append(table.Rows[i].Truncated ? " " : "\n");
        }

        text.Append('\n');
    }
}
