using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Model;

namespace Gouji.Cli.Tables;

/// <summary>Tables as one JSON object. Rows and columns are 1-based, as in every place this program prints.</summary>
internal static class TableJson
{
    public static void Write(Terminal terminal, FetchedDocument document, DocumentContent content, IReadOnlyList<(int Number, TableBlock Table)> tables)
    {
        using var buffer = new RowBuffer();
        using var row = new JsonRowWriter(buffer);
        row.BeginRow();
        row.Text("document", document.Name);
        row.Text("sha256", document.Sha256);
        row.Text("format", content.Format);
        row.Json.WriteStartArray("tables");
        foreach (var (number, table) in tables)
        {
            Table(row, number, table);
        }

        row.Json.WriteEndArray();
        row.Json.WriteStartArray("notes");
        foreach (var note in content.Notes)
        {
            row.BeginRow();
            row.Text("code", note.Code);
            row.Text("zh", note.Text.Zh);
            row.Text("en", note.Text.En);
            row.EndRow();
        }

        row.Json.WriteEndArray();
        row.EndRow();
        row.EndLine();
        terminal.WriteBytes(buffer.Written);
    }

    private static void Table(JsonRowWriter row, int number, TableBlock table)
    {
        row.BeginRow();
        row.Count("number", number);
        row.Count("rows", table.Grid.RowCount);
        row.Count("columns", table.Grid.ColumnCount);
        row.Text("caption", table.Caption);
        row.Count("page", table.Page);
        row.Json.WriteStartArray("guesses");
        foreach (var guess in table.Guesses)
        {
            row.BeginRow();
            row.Text("kind", Words.Of(guess.Kind));
            row.Count("row", guess.Row + 1);
            row.Text("detail", guess.Detail);
            row.EndRow();
        }

        row.Json.WriteEndArray();
        row.Json.WriteStartArray("cells");
        foreach (var cell in table.Grid.Cells)
        {
            row.BeginRow();
            row.Count("row", cell.Row + 1);
            row.Count("column", cell.Column + 1);
            row.Count("row_span", cell.RowSpan);
            row.Count("column_span", cell.ColumnSpan);
            row.Text("text", cell.Text);
            row.Flag("absent", cell.Absent);
            row.EndRow();
        }

        row.Json.WriteEndArray();
        row.EndRow();
    }
}
