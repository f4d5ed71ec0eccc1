using Gouji.Normalize.Linking;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Checking;

/// <summary>
/// Keeps of each document what others repeat, in the order in which they are written, and compares them at the end. It is the one part
/// of a run whose memory grows with the number of documents: by ten to thirty kilobytes each.
/// </summary>
internal sealed class DocumentLinks(IReadOnlyList<Rule> rules)
{
    private readonly List<(long Ordinal, int Findings, LinkRecord Record)> _kept = [];
    private long _documents;

    /// <summary>A document is written.</summary>
    public void Add(CheckedDocument document)
    {
        if (document.Link is { } record)
        {
            _kept.Add((_documents, document.Findings.Count, record));
        }

        _documents++;
    }

    /// <summary>Compares all documents.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public RunLinks Link(CancellationToken cancellationToken)
    {
        var result = new Linker(rules).Link([.. _kept.Select(static kept => kept.Record)], cancellationToken);
        return new RunLinks([.. result.Documents.Select(Row)], result.Gaps);
    }

    private LinkRow Row(LinkedDocument linked)
    {
        var (ordinal, findings, record) = _kept[linked.Index];
        return new LinkRow(ordinal, new CheckedDocument
        {
            Document = record.Document,
            Path = record.Document,
            Outcome = Outcome.Checked,
            Sha256 = record.Sha256,
            Format = record.Format,
            Header = record.Header,
            Checks = linked.Checks,
            Findings = [.. linked.Findings.Select(finding => finding with { Number = findings + finding.Number })],
        });
    }
}
