using System.Text;
using Gouji.Cli.Checking;
using Gouji.Model;
using Gouji.Normalize.Linking;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Output;

/// <summary>Writes the files of an output folder. The rows of a document are rendered on the worker that checked it.</summary>
internal sealed class FolderWriter : IResultWriter, IDisposable
{
    private readonly OutputFolder _folder;
    private readonly Dictionary<string, Rule> _rules;
    private readonly FindingIds _ids = new();
    private readonly RowBuffer _rows = new();
    private readonly JsonRowWriter _json;

    public FolderWriter(OutputFolder folder, IReadOnlyList<Rule> rules)
    {
        _folder = folder;
        _rules = RuleIndex.Of(rules);
        _json = new JsonRowWriter(_rows);
        Heading(OutputFolder.Documents, Rows.DocumentColumns);
        Heading(OutputFolder.Records, Rows.RecordColumns);
        Heading(OutputFolder.Unread, Rows.UnreadColumns);
        Heading(OutputFolder.Checks, Rows.CheckColumns);
        Heading(OutputFolder.Findings, Rows.FindingColumns);
        Heading(OutputFolder.Gaps, Rows.GapColumns);
    }

    public IDisposable Prepare(CheckedDocument document) => new DocumentRows(document);

    public void Write(CheckedDocument document, IDisposable? prepared)
    {
        var rows = (DocumentRows)prepared!;
        _folder.Write(OutputFolder.Documents, rows.Document.Written);
        _folder.Write(OutputFolder.Records, rows.Records.Written);
        _folder.Write(OutputFolder.RecordsJson, rows.RecordsJson.Written);
        _folder.Write(OutputFolder.Unread, rows.Unread.Written);
        _folder.Write(OutputFolder.Checks, rows.Checks.Written);
        var prefix = _ids.Next(document.Sha256);
        if (document.Findings.Count > 0)
        {
            WriteFindings(document, prefix);
        }
    }

    public void WriteLinks(RunLinks links)
    {
        foreach (var (ordinal, document) in links.Documents)
        {
            _json.OfDocument = document.Sha256;
            WriteChecks(document);
            if (document.Findings.Count > 0)
            {
                WriteFindings(document, _ids.Again(ordinal, document.Sha256!));
            }
        }

        WriteGaps(links.Gaps);
        if (links.Documents.Count > 0)
        {
            var additions = links.Documents.ToDictionary(static row => row.Ordinal, static row => Counts(row.Document));
            var twins = links.Twins.ToDictionary(static row => row.Key, row => Field(row.Value.Twin));
            _folder.Rewrite(OutputFolder.Documents, (from, to) => CountPatch.Apply(from, to, Array.IndexOf(Rows.DocumentColumns, "equations"), additions, twins));
        }
    }

    public void Complete() => _folder.Commit();

    public void Dispose()
    {
        _json.Dispose();
        _rows.Dispose();
    }

    /// <summary>What comparisons add to the columns from <c>equations</c> to <c>findings</c>.</summary>
    private static long[] Counts(CheckedDocument document) =>
    [
        document.Checks.Count, document.Count(Verdict.Holds), document.Count(Verdict.HoldsWithinRounding), document.Count(Verdict.Broken), document.Count(Verdict.CannotTell),
        document.Findings.Count,
    ];

    private byte[] Field(string text)
    {
        _rows.Clear();
        new CsvRowWriter(_rows).Text("", text);
        return _rows.Written.ToArray();
    }

    private void WriteChecks(CheckedDocument document)
    {
        _rows.Clear();
        var csv = new CsvRowWriter(_rows) { OfDocument = _json.OfDocument };
        foreach (var check in document.Checks)
        {
            csv.BeginRow();
            Rows.Check(csv, document, check);
            csv.EndRow();
        }

        _folder.Write(OutputFolder.Checks, _rows.Written);
    }

    private void WriteGaps(IReadOnlyList<Gap> gaps)
    {
        _rows.Clear();
        var csv = new CsvRowWriter(_rows);
        foreach (var gap in gaps)
        {
            csv.BeginRow();
            Rows.Gap(csv, gap);
            csv.EndRow();
        }

        _folder.Write(OutputFolder.Gaps, _rows.Written);
    }

    private void WriteFindings(CheckedDocument document, string prefix)
    {
        _rows.Clear();
        var csv = new CsvRowWriter(_rows) { OfDocument = _json.OfDocument };
        foreach (var finding in document.Findings)
        {
            csv.BeginRow();
            Rows.Finding(csv, document, finding, FindingIds.Of(prefix, finding.Number));
            csv.EndRow();
        }

        _folder.Write(OutputFolder.Findings, _rows.Written);
        _rows.Clear();
        foreach (var finding in document.Findings)
        {
            JsonRows.Finding(_json, document, finding, FindingIds.Of(prefix, finding.Number), _rules);
            _json.EndLine();
        }

        _folder.Write(OutputFolder.FindingsJson, _rows.Written);
    }

    private void Heading(string file, string[] columns)
    {
        // Excel takes a CSV for UTF-8 only where it begins with the byte order mark.
        _folder.Write(file, Encoding.UTF8.Preamble);
        _rows.Clear();
        new CsvRowWriter(_rows).Row(columns);
        _folder.Write(file, _rows.Written);
    }

    /// <summary>The rows of one document that are the same wherever it stands in the output.</summary>
    private sealed class DocumentRows : IDisposable
    {
        public DocumentRows(CheckedDocument document)
        {
            var documents = new CsvRowWriter(Document);
            documents.BeginRow();
            Rows.Document(documents, document);
            documents.EndRow();

            var records = new CsvRowWriter(Records);
            using var json = new JsonRowWriter(RecordsJson);
            foreach (var fact in document.Facts)
            {
                records.BeginRow();
                Rows.Record(records, document, fact);
                records.EndRow();
                json.BeginRow();
                Rows.Record(json, document, fact);
                json.EndRow();
                json.EndLine();
            }

            var unread = new CsvRowWriter(Unread);
            foreach (var figure in document.Left)
            {
                unread.BeginRow();
                Rows.Unread(unread, document, figure);
                unread.EndRow();
            }

            var checks = new CsvRowWriter(Checks);
            foreach (var check in document.Checks)
            {
                checks.BeginRow();
                Rows.Check(checks, document, check);
                checks.EndRow();
            }
        }

        public RowBuffer Document { get; } = new(1024);

        public RowBuffer Records { get; } = new();

        public RowBuffer RecordsJson { get; } = new();

        public RowBuffer Unread { get; } = new(1024);

        public RowBuffer Checks { get; } = new();

        public void Dispose()
        {
            Document.Dispose();
            Records.Dispose();
            RecordsJson.Dispose();
            Unread.Dispose();
            Checks.Dispose();
        }
    }
}
