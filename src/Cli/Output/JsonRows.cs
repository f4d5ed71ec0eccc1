using Gouji.Cli.Checking;
using Gouji.Model;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Output;

/// <summary>What the JSON of a row holds beyond its columns: the rule, the equations term by term, the other cells to blame.</summary>
internal static class JsonRows
{
    /// <summary>A finding as an object: its columns, then its rule in words, its equations and its alternatives.</summary>
    public static void Finding(JsonRowWriter row, CheckedDocument document, Finding finding, string id, IReadOnlyDictionary<string, Rule> rules)
    {
        var json = row.Json;
        row.BeginRow();
        Rows.Finding(row, document, finding, id);
        var rule = rules.GetValueOrDefault(finding.Rule);
        row.Text("statement_zh", rule?.Statement.Zh);
        row.Text("statement_en", rule?.Statement.En);
        row.Text("authority", rule?.Authority);
        json.WriteStartArray("equations");
        foreach (var check in finding.Checks)
        {
            Equation(row, check);
        }

        json.WriteEndArray();
        json.WriteStartArray("alternatives");
        foreach (var blame in finding.Alternatives)
        {
            row.BeginRow();
            row.Place("place", blame.Place);
            row.Number("stated", blame.Stated);
            row.Number("expected", Figures.Like(blame.Expected, blame.Stated ?? finding.Stated));
            row.EndRow();
        }

        json.WriteEndArray();
        row.EndRow();
    }

    private static void Equation(JsonRowWriter row, Check check)
    {
        row.BeginRow();
        row.Text("rule", check.Rule);
        row.Text("subject_zh", check.Subject.Zh);
        row.Text("subject_en", check.Subject.En);
        Rows.Outcome(row, check);
        row.Text("relation", EquationText.Relation(check));
        row.Text("reason_zh", check.Reason?.Zh);
        row.Text("reason_en", check.Reason?.En);
        row.Json.WriteStartArray("terms");
        foreach (var term in check.Terms)
        {
            row.BeginRow();
            row.Text("side", term.Divisor ? "divisor" : term.Right ? "right" : "left");
            row.Number("coefficient", Figures.Trim(term.Coefficient));
            Rows.Fact(row, term.Fact);
            row.EndRow();
        }

        row.Json.WriteEndArray();
        row.EndRow();
    }
}
