using Gouji.Cli.Checking;
using Gouji.Cli.Output;
using Gouji.Ingest.Store;

namespace Gouji.Cli.Gathering;

/// <summary>Keeps in a workspace what was read of each original, all members of an archive together.</summary>
/// <param name="results">Where it is kept.</param>
/// <param name="needs">The originals in the order in which they are read; their addresses name the documents.</param>
/// <param name="extractor">The version of the readers.</param>
/// <param name="rulebook">The version of the rules.</param>
internal sealed class ResultKeeper(ResultStore results, IReadOnlyList<ExtractionNeed> needs, string extractor, string rulebook) : IResultWriter
{
    /// <summary>The form of the payloads below. It is counted up with every change of their keys, so that what is held is read again.</summary>
    public const int Form = 1;

    /// <summary>The payload that holds the document's row.</summary>
    public const string Document = "document.json";

    /// <summary>The payload that holds the findings, one a line, as versions are compared by them.</summary>
    public const string Findings = "findings.jsonl";

    /// <summary>The payload that holds what is kept for comparisons; not there where it cannot be told whose document it is.</summary>
    public const string Link = "link.json";

    /// <summary>Results under way at a time: together they are flushed once.</summary>
    private const int MostUnderWay = 64;

    private readonly List<PackedMember> _members = [];
    private readonly Queue<Task> _underWay = new();
    private int _next;

    public IDisposable Prepare(CheckedDocument document) => new Prepared(document);

    public void Write(CheckedDocument document, IDisposable? prepared)
    {
        while (!IsOf(document, needs[_next]))
        {
            Save();
        }

        var name = needs[_next].Address.AbsoluteUri;
        _members.Add(((Prepared)prepared!).Member with { Name = document.Document.Length > name.Length ? document.Document[(name.Length + 2)..] : "" });
    }

    public void WriteLinks(RunLinks links)
    {
    }

    public void Complete()
    {
        while (_next < needs.Count)
        {
            Save();
        }

        while (_underWay.TryDequeue(out var saved))
        {
            saved.GetAwaiter().GetResult();
        }
    }

    private static bool IsOf(CheckedDocument document, ExtractionNeed need)
    {
        var name = need.Address.AbsoluteUri;
        return document.Document == name || document.Document.StartsWith(name + "!/", StringComparison.Ordinal);
    }

    private void Save()
    {
        if (_members.Count == 0)
        {
            _members.Add(PackedMember.Of(new ExtractedMember("", "empty")));
        }

        if (_underWay.Count == MostUnderWay)
        {
            _underWay.Dequeue().GetAwaiter().GetResult();
        }

        _underWay.Enqueue(results.SavePackedAsync(new ExtractionKey(needs[_next].Object.Sha256, extractor, rulebook), [.. _members]));
        _members.Clear();
        _next++;
    }

    /// <summary>The payloads of one document, rendered and packed on the worker that checked it.</summary>
    private sealed class Prepared(CheckedDocument document) : IDisposable
    {
        public PackedMember Member { get; } = PackedMember.Of(new ExtractedMember("", Words.Of(document.Outcome))
        {
            Reason = document.WasRead ? null : Rows.ReasonText(document.Reasons),
            Payloads = PayloadsOf(document),
        });

        public void Dispose()
        {
            // The payloads outlive the writing; there is nothing lent.
        }

        private static Dictionary<string, ReadOnlyMemory<byte>> PayloadsOf(CheckedDocument document)
        {
            var payloads = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
            {
                // The same original gives the same payload, however long it took.
                [Document] = DocumentRow(document with { ElapsedMilliseconds = 0 }),
                [Findings] = StoredFindings.Packed(document.Findings),
            };
            if (document.Link is { } link)
            {
                payloads.Add(Link, LinkJson.Of(link));
            }

            return payloads;
        }

        private static ReadOnlyMemory<byte> DocumentRow(CheckedDocument document)
        {
            using var buffer = new RowBuffer();
            using var row = new JsonRowWriter(buffer);
            row.BeginRow();
            Rows.Document(row, document);
            row.EndRow();
            row.EndLine();
            return buffer.Written.ToArray();
        }
    }
}
