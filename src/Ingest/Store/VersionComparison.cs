using System.Text.Json;

namespace Gouji.Ingest.Store;

/// <summary>Which columns of a row say what it is, and which what it says.</summary>
/// <param name="Keys">Columns that make it the same row in another version.</param>
/// <param name="Compared">Columns whose change is a change of the row.</param>
public sealed record ComparedColumns(IReadOnlyList<string> Keys, IReadOnlyList<string> Compared);

/// <summary>A column that changed.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Before">The older value as JSON, as it was written; null where the column was not there.</param>
/// <param name="After">The newer value as JSON, as it was written; null where the column is not there.</param>
public sealed record ColumnChange(string Column, string? Before, string? After);

/// <summary>A row that is in one version alone, or in both and changed.</summary>
/// <param name="Key">The values of its key columns as JSON, joined by commas, and <c>#2</c>, <c>#3</c>… for rows that share them.</param>
/// <param name="Row">The row as JSON: the newer one where it is in both.</param>
/// <param name="Changes">The columns that changed; empty for a row that is in one version alone.</param>
public sealed record ComparedRow(string Key, string Row, IReadOnlyList<ColumnChange> Changes);

/// <summary>
/// How two versions differ, row by row. Values are compared as they are written, so 1.0 and 1.00 differ: the printed place matters.
/// </summary>
public sealed record VersionComparison
{
    /// <summary>Rows of the older version alone, in its order: findings that were corrected, figures that were withdrawn.</summary>
    public required IReadOnlyList<ComparedRow> Removed { get; init; }

    /// <summary>Rows of the newer version alone, in its order.</summary>
    public required IReadOnlyList<ComparedRow> Added { get; init; }

    /// <summary>Rows of both that changed, in the newer order.</summary>
    public required IReadOnlyList<ComparedRow> Changed { get; init; }

    /// <summary>How many rows are in both and say the same.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Compares two payloads of one JSON object a line. Rows that share their key are matched in their order.</summary>
    /// <param name="older">The older payload.</param>
    /// <param name="newer">The newer payload.</param>
    /// <param name="columns">What makes a row the same row, and what makes it changed.</param>
    public static VersionComparison Of(ReadOnlyMemory<byte> older, ReadOnlyMemory<byte> newer, ComparedColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var before = Rows(older, columns);
        var left = before.ToDictionary(static row => row.Key, StringComparer.Ordinal);
        var added = new List<ComparedRow>();
        var changed = new List<ComparedRow>();
        var unchanged = 0;
        foreach (var row in Rows(newer, columns))
        {
            if (!left.Remove(row.Key, out var was))
            {
                added.Add(new ComparedRow(row.Key, row.Text, []));
                continue;
            }

            var changes = columns.Compared
                .Select((column, i) => new ColumnChange(column, was.Compared[i], row.Compared[i]))
                .Where(static change => change.Before != change.After).ToList();
            if (changes.Count == 0)
            {
                unchanged++;
            }
            else
            {
                changed.Add(new ComparedRow(row.Key, row.Text, changes));
            }
        }

        return new VersionComparison
        {
            Removed = [.. before.Where(row => left.ContainsKey(row.Key)).Select(static row => new ComparedRow(row.Key, row.Text, []))],
            Added = added,
            Changed = changed,
            Unchanged = unchanged,
        };
    }

    private static List<Row> Rows(ReadOnlyMemory<byte> payload, ComparedColumns columns)
    {
        var rows = new List<Row>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!payload.IsEmpty)
        {
            var end = payload.Span.IndexOf((byte)'\n');
            var line = end < 0 ? payload : payload[..end];
            payload = end < 0 ? default : payload[(end + 1)..];
            if (line.IsEmpty)
            {
                continue;
            }

            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var key = string.Join(',', columns.Keys.Select(column => Text(root, column) ?? ""));
            var ordinal = seen[key] = seen.GetValueOrDefault(key) + 1;
            rows.Add(new Row(ordinal == 1 ? key : $"{key}#{ordinal}", root.GetRawText(), [.. columns.Compared.Select(column => Text(root, column))]));
        }

        return rows;
    }

    private static string? Text(JsonElement row, string column) => row.TryGetProperty(column, out var value) ? value.GetRawText() : null;

    private sealed record Row(string Key, string Text, string?[] Compared);
}
