using System.Text.RegularExpressions;
using Gouji.Model;

namespace Gouji.Corpus.Tests.Goldens;

/// <summary>A place as a person looks it up, with the words that stand there. The position in the file is left out: it differs between formats.</summary>
internal static partial class Places
{
    /// <summary>Longest quotation.</summary>
    private const int Room = 40;

    public static string Show(CheckedSource source, Place place)
    {
        var text = place.Table is { } table ? source.Cell(table, place).Text : source.TextAt(place);
        text = Spaces().Replace(text, " ").Trim();
        var quoted = text.Length > Room ? text[..Room] + "…" : text;
        return place.Table is null ? $"“{quoted}”" : $"table {place.Table} row {place.Row} column {place.Column} “{quoted}”";
    }

    public static string WithoutColumns(string text) => Column().Replace(text, "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(" column [0-9]+")]
    private static partial Regex Column();
}
