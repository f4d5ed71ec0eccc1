using Gouji.Cli.Checking;
using Gouji.Cli.Screen;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Output;

/// <summary>Prints one JSON object a document: its row, its records, its checks and its findings.</summary>
internal sealed class JsonWriter : IResultWriter, IDisposable
{
    private readonly Terminal _terminal;
    private readonly Dictionary<string, Rule> _rules;
    private readonly FindingIds _ids = new();
    private readonly RowBuffer _rows = new();
    private readonly JsonRowWriter _json;

    public JsonWriter(Terminal terminal, IReadOnlyList<Rule> rules)
    {
        _terminal = terminal;
        _rules = RuleIndex.Of(rules);
        _json = new JsonRowWriter(_rows);
    }

    public IDisposable? Prepare(CheckedDocument document) => null;

    public void Write(CheckedDocument document, IDisposable? prepared)
    {
        _rows.Clear();
        _json.BeginRow();
        Rows.Document(_json, document);
        _json.Json.WriteStartArray("record_rows");
        foreach (var fact in document.Facts)
        {
            _json.BeginRow();
            Rows.Record(_json, document, fact);
            _json.EndRow();
        }

        _json.Json.WriteEndArray();
        _json.Json.WriteStartArray("check_rows");
        foreach (var check in document.Checks)
        {
            _json.BeginRow();
            Rows.Check(_json, document, check);
            _json.EndRow();
        }

        _json.Json.WriteEndArray();
        _json.Json.WriteStartArray("finding_rows");
        var prefix = _ids.Next(document.Sha256);
        foreach (var finding in document.Findings)
        {
            JsonRows.Finding(_json, document, finding, FindingIds.Of(prefix, finding.Number), _rules);
        }

        _json.Json.WriteEndArray();
        _json.EndRow();
        _json.EndLine();
        _terminal.WriteBytes(_rows.Written);
    }

    /// <summary>One object behind those of the documents; none where nothing was compared and nothing is missing.</summary>
    public void WriteLinks(RunLinks links)
    {
        if (links.Documents.Count == 0 && links.Gaps.Count == 0)
        {
            return;
        }

        _rows.Clear();
        _json.BeginRow();
        _json.Json.WriteStartArray("check_rows");
        foreach (var (_, document) in links.Documents)
        {
            _json.OfDocument = document.Sha256;
            foreach (var check in document.Checks)
            {
                _json.BeginRow();
                Rows.Check(_json, document, check);
                _json.EndRow();
            }
        }

        _json.Json.WriteEndArray();
        _json.Json.WriteStartArray("finding_rows");
        foreach (var (ordinal, document) in links.Documents)
        {
            _json.OfDocument = document.Sha256;
            foreach (var finding in document.Findings)
            {
                JsonRows.Finding(_json, document, finding, FindingIds.Of(_ids.Again(ordinal, document.Sha256!), finding.Number), _rules);
            }
        }

        _json.Json.WriteEndArray();
        _json.Json.WriteStartArray("gap_rows");
        foreach (var gap in links.Gaps)
        {
            _json.BeginRow();
            Rows.Gap(_json, gap);
            _json.EndRow();
        }

        _json.Json.WriteEndArray();
        _json.Json.WriteStartArray("twin_rows");
        foreach (var (_, twin) in links.Twins.OrderBy(static row => row.Key))
        {
            _json.BeginRow();
            _json.Text("document", twin.Document);
            _json.Text("twin", twin.Twin);
            _json.EndRow();
        }

        _json.Json.WriteEndArray();
        _json.EndRow();
        _json.EndLine();
        _terminal.WriteBytes(_rows.Written);
    }

    public void Complete()
    {
    }

    public void Dispose()
    {
        _json.Dispose();
        _rows.Dispose();
    }
}
