using System.Text.Json;

namespace Gouji.Cli.Reports;

/// <summary>A place as findings.jsonl holds it. Numbers count from 1; null where a part does not apply.</summary>
/// <param name="Text">The place in the words of the CSV files.</param>
/// <param name="Sha256">The document, where it is another than that of the finding.</param>
/// <param name="Page">The page.</param>
/// <param name="Block">The paragraph or table among all of them.</param>
/// <param name="Table">The table; null in prose.</param>
/// <param name="Row">Row of the table.</param>
/// <param name="Column">Column of the table.</param>
/// <param name="Offset">First character of the figure, from 0.</param>
/// <param name="Length">Characters of the figure.</param>
internal sealed record PlaceSeen(string Text, string? Sha256, int? Page, int? Block, int? Table, int? Row, int? Column, int Offset, int Length)
{
    /// <summary>Reads a place; null where there is none.</summary>
    public static PlaceSeen? Of(JsonElement place)
    {
        if (place.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return new PlaceSeen(
            place.GetProperty("text").GetString() ?? "",
            place.TryGetProperty("sha256", out var sha256) ? sha256.GetString() : null,
            Number("page"),
            Number("block"),
            Number("table"),
            Number("row"),
            Number("column"),
            Number("offset") ?? 0,
            Number("length") ?? 0);

        int? Number(string name) => place.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : null;
    }

    /// <summary>Where to look, in words: 第9页表5第66行第5列.</summary>
    public string In(Session session)
    {
        var page = Page is { } number ? session.Say($"第{number}页", $"page {number}, ") : "";
        return Table is { } table ? page + session.Say($"表{table}第{Row}行第{Column}列", $"table {table}, row {Row}, column {Column}")
            : Block is { } block ? page + session.Say($"第{block}段", $"paragraph {block}")
            : page.TrimEnd(' ', ',');
    }
}
