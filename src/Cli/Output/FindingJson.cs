using System.Text.Json;

namespace Gouji.Cli.Output;

/// <summary>Reads a finding as <c>findings.jsonl</c> holds it, for whatever shows it to people.</summary>
internal static class FindingJson
{
    /// <summary>A text or number as it is printed; empty where there is none.</summary>
    public static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.String => value.GetString()!, JsonValueKind.Number => value.GetRawText(), _ => "" }
        : "";

    /// <summary>The items of an array; none where there is no array.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];

    /// <summary>A sentence in the language of the session.</summary>
    public static string InLanguage(Session session, JsonElement element, string name) => Text(element, session.Say(name + "_zh", name + "_en"));

    /// <summary>What a term is of: its form, title, item and project.</summary>
    public static string TermLabel(JsonElement term) => string.Join(
        " ",
        new[] { Text(term, "role") is { } role && role != "unknown" ? role : "", Text(term, "title"), "·", Text(term, "item"), Text(term, "project") }.Where(static part => part.Length > 0));

    /// <summary>The unit of the sides of an equation: money is in yuan, whatever unit the document prints; shares and rates are in percent, and counts have no unit.</summary>
    public static string UnitOfSides(Session session, IReadOnlyList<JsonElement> terms) =>
        terms.Any(static term => Text(term, "side") == "divisor") ? "%"
        : terms.Any(static term => Text(term, "unit").Length > 0) ? session.Say("元", " yuan")
        : "";

    /// <summary>What is printed in a cell to blame, and what should be; empty where that is not known.</summary>
    public static string PrintedAndExpected(Session session, JsonElement figures, JsonElement finding)
    {
        if (Text(figures, "expected") is not { Length: > 0 } expected)
        {
            return "";
        }

        var stated = Text(figures, "stated") is { Length: > 0 } figure ? figure : session.Say("空白", "blank");
        return session.Say($"：现为{stated}，应为{expected}{Text(finding, "unit")}", $": printed {stated}, expected {expected}{Text(finding, "unit")}");
    }
}
