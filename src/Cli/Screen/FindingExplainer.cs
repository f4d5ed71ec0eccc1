using System.Text.Json;
using Gouji.Cli.Output;
using Gouji.Model;

namespace Gouji.Cli.Screen;

/// <summary>Prints a finding as <c>findings.jsonl</c> holds it: the rule, each equation term by term, and the cell to blame.</summary>
internal sealed class FindingExplainer(Session session)
{
    private readonly Ink _ink = Ink.ForOut(session.Terminal);

    public void Print(JsonElement finding)
    {
        var severity = Text(finding, "severity");
        _ink.Write(Text(finding, "finding"), Tone.Strong).Write("  ")
            .Write(severity, severity switch { "error" => Tone.Error, "warning" => Tone.Warning, _ => Tone.Notice }).Write("  ")
            .Line(Text(finding, "rule"), Tone.Strong);
        Part("文件", "document", Text(finding, "document"));
        Part("部门", "department", string.Join("  ", new[] { Text(finding, "department"), Text(finding, "fiscal_year") }.Where(static part => part.Length > 0)));
        Part("规则", "rule", InLanguage(finding, "statement"));
        Part("依据", "authority", Text(finding, "authority"));
        Part("问题", "finding", InLanguage(finding, "message"));

        var number = 0;

        // What keeps several equations from being told is said once.
        var reasons = new HashSet<string>(StringComparer.Ordinal);
        foreach (var equation in Items(finding, "equations"))
        {
            PrintEquation(equation, ++number, reasons);
        }

        _ink.Line();
        if (finding.TryGetProperty("blamed_place", out var blamed) && blamed.ValueKind == JsonValueKind.Object)
        {
            Part("应改", "blamed", Text(blamed, "text") + PrintedAndExpected(finding, finding));
        }

        foreach (var other in Items(finding, "alternatives"))
        {
            Part("或改", "or", Text(other.GetProperty("place"), "text") + PrintedAndExpected(other, finding));
        }

        if (Items(finding, "alternatives").Any())
        {
            Part("注意", "note", session.Say("以上各处同样可能，无法断定是哪一处。", "these explain it equally well; which one is wrong cannot be told"));
        }

        Part("原因", "cause", Text(finding, "cause"));
        foreach (var place in Items(finding, "places"))
        {
            Part("出处", "place", Text(place, "text"));
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Number => value.GetRawText(),
                _ => "",
            }
            : "";

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];

    private string InLanguage(JsonElement element, string name) => Text(element, session.Say(name + "_zh", name + "_en"));

    private void Part(string zh, string en, string text)
    {
        if (text.Length > 0)
        {
            _ink.Write("  ").Write(session.Say(zh + "  ", en.PadRight(12)), Tone.Faint).Line(text);
        }
    }

    private void PrintEquation(JsonElement equation, int number, HashSet<string> reasons)
    {
        _ink.Line();
        var subject = InLanguage(equation, "subject");
        _ink.Line(string.Join("  ", new[]
        {
            session.Say($"等式{number}", $"equation {number}"), Text(equation, "rule"), subject, Text(equation, "verdict"),
        }.Where(static part => part.Length > 0)), Tone.Strong);

        var terms = Items(equation, "terms").Select(term => new TermLine(
            Text(term, "side"),
            TermSign.Of(Text(term, "coefficient")),
            (Text(term, "stated") is { Length: > 0 } stated ? stated : Text(term, "state")) + Text(term, "unit"),
            string.Join(" ", new[] { Text(term, "role") is { Length: > 0 } role && role != "unknown" ? role : "", Text(term, "title"), "·", Text(term, "item"), Text(term, "project") }.Where(static part => part.Length > 0)),
            term.TryGetProperty("place", out var place) ? Text(place, "text") : "")).ToList();
        var figures = terms.Select(static term => DisplayWidth.Of(term.Figure)).DefaultIfEmpty().Max();
        var labels = terms.Select(static term => DisplayWidth.Of(term.Label)).DefaultIfEmpty().Max();
        var isRatio = terms.Exists(static term => term.Side == "divisor");
        foreach (var side in (string[])["left", "right", "divisor"])
        {
            if (side == "right" && terms.Count > 0)
            {
                _ink.Line("    " + Text(equation, "relation"));
            }
            else if (side == "divisor" && isRatio)
            {
                _ink.Line("    ÷");
            }

            foreach (var term in terms.Where(term => term.Side == side))
            {
                var blanks = new string(' ', figures - DisplayWidth.Of(term.Figure));
                _ink.Line($"    {term.Sign} {blanks}{term.Figure}  {DisplayWidth.Pad(term.Label, labels)}  {term.Place}");
            }
        }

        // Sides of money are in yuan, whatever unit the document prints; shares and rates are in percent, and counts have no unit.
        var yuan = isRatio ? "%" : terms.Exists(static term => MoneyUnitNames.Any(unit => term.Figure.EndsWith(unit, StringComparison.Ordinal))) ? session.Say("元", " yuan") : "";
        PrintSide("左边", "left", Text(equation, "left"), yuan);
        PrintSide("右边", "right", Text(equation, "right"), yuan);
        PrintSide("差额", "difference", Text(equation, "difference"), yuan);
        PrintSide("允许舍入差", "slack", Text(equation, "slack"), yuan);
        if (InLanguage(equation, "reason") is var reason && reasons.Add(reason))
        {
            Part("无法判断", "reason", reason);
        }
    }

    private static readonly string[] MoneyUnitNames = [.. Enum.GetValues<MoneyUnit>().Select(static unit => unit.Name())];

    private void PrintSide(string zh, string en, string value, string unit) => Part(zh, en, value.Length == 0 ? "" : value + unit);

    private string PrintedAndExpected(JsonElement figures, JsonElement finding)
    {
        var expected = Text(figures, "expected");
        if (expected.Length == 0)
        {
            return "";
        }

        var stated = Text(figures, "stated") is { Length: > 0 } figure ? figure : session.Say("空白", "blank");
        return session.Say($"：现为{stated}，应为{expected}{Text(finding, "unit")}", $": printed {stated}, expected {expected}{Text(finding, "unit")}");
    }

    private sealed record TermLine(string Side, string Sign, string Figure, string Label, string Place);
}
