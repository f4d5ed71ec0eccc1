using Gouji.Cli.Checking;
using Gouji.Cli.Output;
using Gouji.Model;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Screen;

/// <summary>Prints findings for people, one block each.</summary>
internal sealed class FindingsScreen(Session session, IReadOnlyList<Rule> rules) : IResultWriter
{
    private readonly Dictionary<string, Rule> _rules = RuleIndex.Of(rules);
    private readonly FindingIds _ids = new();
    private readonly Ink _ink = Ink.ForOut(session.Terminal);

    public IDisposable? Prepare(CheckedDocument document) => null;

    public void Write(CheckedDocument document, IDisposable? prepared)
    {
        Write(document, _ids.Next(document.Sha256), ofDocument: null);
    }

    public void WriteLinks(RunLinks links)
    {
        foreach (var (ordinal, document) in links.Documents)
        {
            Write(document, _ids.Again(ordinal, document.Sha256!), document.Sha256);
        }
    }

    public void Complete()
    {
    }

    private void Write(CheckedDocument document, string prefix, string? ofDocument)
    {
        foreach (var finding in document.Findings)
        {
            Print(document, finding, FindingIds.Of(prefix, finding.Number), ofDocument);
        }

        if (document.Findings.Count > 0 && session.Terminal.OutIsTerminal)
        {
            session.Terminal.Out.Flush();
        }
    }

    private void Print(CheckedDocument document, Finding finding, string id, string? ofDocument)
    {
        _ink.Write(Words.Of(finding.Severity), Ink.Of(finding.Severity)).Write("  ")
            .Write(finding.Rule, Tone.Strong).Write("  ").Write(id).Write("  ").Line(document.Document);
        _ink.Line("  " + finding.Message.In(session.Language));
        if (_rules.TryGetValue(finding.Rule, out var rule))
        {
            Part("规则", "rule", rule.Statement.In(session.Language) + (rule.Authority.Length > 0 ? session.Say($"（{rule.Authority}）", $" ({rule.Authority})") : ""));
        }

        foreach (var check in finding.Checks)
        {
            Part("等式", "equation", (check.Reason is { } reason && check.Verdict == Verdict.CannotTell ? reason.In(session.Language) : EquationText.Of(check, ofDocument, PlaceText.ShortDigits) + Difference(check)));
        }

        if (finding.Blamed is { } blamed)
        {
            Part("应改", "blamed", $"{blamed}{PrintedAndExpected(finding.Stated, finding.Expected, finding.Unit)}");
        }

        foreach (var other in finding.Alternatives)
        {
            Part("或改", "or", $"{other.Place}{PrintedAndExpected(other.Stated, other.Expected, finding.Unit)}");
        }

        if (finding.Cause is { } cause)
        {
            Part("原因", "cause", cause);
        }

        if (finding.Places.Count > 0)
        {
            Part("出处", "places", string.Join(" | ", finding.Places.Select(place => PlaceText.Of(place, ofDocument, PlaceText.ShortDigits))));
        }

        _ink.Line();
    }

    private void Part(string zh, string en, string text) =>
        _ink.Write("  ").Write(session.Say(zh + "  ", en.PadRight(9)), Tone.Faint).Line(text);

    private string Difference(Check check) => check.Verdict == Verdict.Broken && check.Difference is { } difference
        ? session.Say($"；差{Figures.Text(Figures.Trim(difference))}", $"; difference {Figures.Text(Figures.Trim(difference))}")
            + (check.IsRatio ? session.Say("个百分点", " percentage points") : check.Terms.Any(static term => term.Fact.Amount is not null) ? session.Say("元", " yuan") : "")
        : "";

    private string PrintedAndExpected(decimal? stated, decimal? expected, MoneyUnit? unit)
    {
        if (expected is not { } value)
        {
            return "";
        }

        var printed = stated is { } figure ? Figures.Text(figure) : session.Say("空白", "blank");
        var right = Figures.Text(Figures.Like(value, stated)) + unit?.Name();
        return session.Say($"：现为{printed}，应为{right}", $": printed {printed}, expected {right}");
    }
}
