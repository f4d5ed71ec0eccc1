using Gouji.Cli.Checking;
using Gouji.Model;
using Gouji.Normalize;
using Gouji.Normalize.Linking;

namespace Gouji.Cli.Output;

/// <summary>The kinds of row and the order of their columns, as docs/output.md promises them to other programs.</summary>
internal static class Rows
{
    public static readonly string[] DocumentColumns =
    [
        "document", "path", "sha256", "format", "bytes", "department", "fiscal_year", "kind", "unit", "outcome", "reason", "tables",
        "recognised", "facts", "equations", "held", "rounding", "broken", "cannot_tell", "findings", "elapsed_ms", "prose_figures", "prose_understood",
        "twin",
    ];

    public static readonly string[] RecordColumns =
    [
        "document", "department", "fiscal_year", "kind", "source", "role", "title", "row_kind", "function_code", "economic_code", "item",
        "project", "fund", "nature", "measure", "state", "stated", "unit", "amount_yuan", "half_place_yuan", "place", "reason", "doubtful",
    ];

    public static readonly string[] UnreadColumns = ["document", "source", "text", "reason_zh", "reason_en", "place"];

    public static readonly string[] CheckColumns =
        ["document", "rule", "verdict", "left", "right", "difference", "slack", "terms"];

    public static readonly string[] FindingColumns =
    [
        "finding", "document", "department", "fiscal_year", "rule", "severity", "message_zh", "message_en", "stated", "expected",
        "difference", "unit", "blamed_place", "cause", "ambiguous", "places",
    ];

    public static readonly string[] GapColumns = ["department", "fiscal_year", "kind", "why_zh", "why_en"];

    public static void Document(RowWriter row, CheckedDocument document)
    {
        var (department, year, kind, unit) = document.Header;
        row.Text("document", document.Document);
        row.Text("path", document.Path);
        row.Text("sha256", document.Sha256);
        row.Text("format", document.Format);
        row.Count("bytes", document.Bytes);
        row.Text("department", department);
        row.Count("fiscal_year", year);
        row.Text("kind", Words.Of(kind));
        row.Text("unit", unit?.Name());
        row.Text("outcome", Words.Of(document.Outcome));
        row.Text("reason", ReasonText(document.Reasons));
        row.Count("tables", document.Tables);
        row.Count("recognised", document.Recognised);
        row.Count("facts", document.Facts.Count);
        row.Count("equations", document.Checks.Count);
        row.Count("held", document.Count(Verdict.Holds));
        row.Count("rounding", document.Count(Verdict.HoldsWithinRounding));
        row.Count("broken", document.Count(Verdict.Broken));
        row.Count("cannot_tell", document.Count(Verdict.CannotTell));
        row.Count("findings", document.Findings.Count);
        row.Count("elapsed_ms", document.ElapsedMilliseconds);
        row.Count("prose_figures", document.ProseFigures);
        row.Count("prose_understood", document.ProseFiguresUnderstood);

        // Known only when all documents are: the links fill it in.
        row.Text("twin", null);
    }

    public static void Record(RowWriter row, CheckedDocument document, Fact fact)
    {
        row.Text("document", document.Document);
        row.Text("department", document.Header.Department);
        row.Count("fiscal_year", document.Header.FiscalYear);
        row.Text("kind", Words.Of(document.Header.Kind));
        Fact(row, fact);
        row.Flag("doubtful", document.Doubtful.Contains(fact.Place));
    }

    /// <summary>The columns of a record that are the fact's own.</summary>
    public static void Fact(RowWriter row, Fact fact)
    {
        row.Text("source", Words.Of(fact.Source));
        row.Text("role", Words.Of(fact.Role));
        row.Text("title", fact.Title);
        row.Text("row_kind", Words.Of(fact.RowKind));
        row.Text("function_code", fact.FunctionCode);
        row.Text("economic_code", fact.EconomicCode);
        row.Text("item", fact.Item);
        row.Text("project", fact.Project);
        row.Text("fund", Words.Of(fact.Fund));
        row.Text("nature", Words.Of(fact.Nature));
        row.Text("measure", Words.Of(fact.Measure));
        row.Text("state", Words.Of(fact.State));
        row.Number("stated", fact.Stated);
        row.Text("unit", fact.Unit?.Name());
        row.Number("amount_yuan", fact.Amount is { } amount ? Figures.Trim(amount.Yuan) : null);
        row.Number("half_place_yuan", fact.Amount is { } printed ? Figures.Trim(printed.HalfPlace) : null);
        row.Place("place", fact.Place);
        row.Text("reason", fact.Reason);
    }

    public static void Unread(RowWriter row, CheckedDocument document, LeftFigure figure)
    {
        row.Text("document", document.Document);
        row.Text("source", Words.Of(figure.Source));
        row.Text("text", figure.Text);
        row.Text("reason_zh", figure.Reason.Zh);
        row.Text("reason_en", figure.Reason.En);
        row.Place("place", figure.Place);
    }

    public static void Check(RowWriter row, CheckedDocument document, Check check)
    {
        row.Text("document", document.Document);
        row.Text("rule", check.Rule);
        Outcome(row, check);
        row.Text("terms", EquationText.Of(check, row.OfDocument));
    }

    /// <summary>The verdict and the sides of an equation, in yuan or as a count.</summary>
    public static void Outcome(RowWriter row, Check check)
    {
        row.Text("verdict", Words.Of(check.Verdict));
        row.Number("left", Trimmed(check.Left));
        row.Number("right", Trimmed(check.Right));
        row.Number("difference", Trimmed(check.Difference));
        row.Number("slack", Trimmed(check.Slack));
    }

    public static void Finding(RowWriter row, CheckedDocument document, Finding finding, string id)
    {
        row.Text("finding", id);
        row.Text("document", document.Document);
        row.Text("department", document.Header.Department);
        row.Count("fiscal_year", document.Header.FiscalYear);
        row.Text("rule", finding.Rule);
        row.Text("severity", Words.Of(finding.Severity));
        row.Text("message_zh", finding.Message.Zh);
        row.Text("message_en", finding.Message.En);
        row.Number("stated", finding.Stated);
        row.Number("expected", Like(finding.Expected, finding.Stated));
        row.Number("difference", Like(finding.Difference, finding.Stated));
        row.Text("unit", finding.Unit?.Name());
        row.Place("blamed_place", finding.Blamed);
        row.Text("cause", finding.Cause);
        row.Flag("ambiguous", finding.Alternatives.Count > 0);
        row.Places("places", finding.Places);
    }

    public static void Gap(RowWriter row, Gap gap)
    {
        row.Text("department", gap.Body);
        row.Count("fiscal_year", gap.FiscalYear);
        row.Text("kind", Words.Of(gap.Kind));
        row.Text("why_zh", gap.Why.Zh);
        row.Text("why_en", gap.Why.En);
    }

    /// <summary>Reasons in one line, in English: <c>damaged: …</c>.</summary>
    public static string? ReasonText(IReadOnlyList<Reason> reasons) => reasons.Count == 0
        ? null
        : string.Join(" | ", reasons.Select(static reason => reason.Code + ": " + OneLine(reason.Text.En)));

    /// <summary>The text with line ends and runs of white space folded into one blank.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static decimal? Trimmed(decimal? value) => value is { } number ? Figures.Trim(number) : null;

    private static decimal? Like(decimal? value, decimal? printed) => value is { } number ? Figures.Like(number, printed) : null;
}
