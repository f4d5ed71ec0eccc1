using System.Text.Json;
using Gouji.Cli.Output;
using static Gouji.Cli.Output.FindingJson;

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
        Part("规则", "rule", InLanguage(session, finding, "statement"));
        Part("依据", "authority", Text(finding, "authority"));
        Part("问题", "finding", InLanguage(session, finding, "message"));

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
            Part("应改", "blamed", Text(blamed, "text") + PrintedAndExpected(session, finding, finding));
        }

        foreach (var other in Items(finding, "alternatives"))
        {
            Part("或改", "or", Text(other.GetProperty("place"), "text") + PrintedAndExpected(session, other, finding));
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
        var subject = InLanguage(session, equation, "subject");
        _ink.Line(string.Join("  ", new[]
        {
            session.Say($"等式{number}", $"equation {number}"), Text(equation, "rule"), subject, Text(equation, "verdict"),
        }.Where(static part => part.Length > 0)), Tone.Strong);

        var items = Items(equation, "terms").ToList();
        var terms = items.Select(term => new TermLine(
            Text(term, "side"),
            TermSign.Of(Text(term, "coefficient")),
            (Text(term, "stated") is { Length: > 0 } stated ? stated : Text(term, "state")) + Text(term, "unit"),
            TermLabel(term),
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

        var yuan = UnitOfSides(session, items);
        PrintSide("左边", "left", Text(equation, "left"), yuan);
        PrintSide("右边", "right", Text(equation, "right"), yuan);
        PrintSide("差额", "difference", Text(equation, "difference"), yuan);
        PrintSide("允许舍入差", "slack", Text(equation, "slack"), yuan);
        if (InLanguage(session, equation, "reason") is var reason && reasons.Add(reason))
        {
            Part("无法判断", "reason", reason);
        }
    }

    private void PrintSide(string zh, string en, string value, string unit) => Part(zh, en, value.Length == 0 ? "" : value + unit);

    private sealed record TermLine(string Side, string Sign, string Figure, string Label, string Place);
}
