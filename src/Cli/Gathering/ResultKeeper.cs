using System.Collections.Concurrent;
using Gouji.Cli.Checking;
using Gouji.Cli.Output;
using Gouji.Ingest.Store;

namespace Gouji.Cli.Gathering;

/// <summary>Keeps in a workspace what was read of each original, all members of an archive together.</summary>
/// <param name="results">Where it is kept.</param>
/// <param name="needs">The originals to be read; their addresses name the documents.</param>
/// <param name="extractor">The version of the readers.</param>
/// <param name="rulebook">The version of the rules.</param>
internal sealed class ResultKeeper(ResultStore results, IEnumerable<ExtractionNeed> needs, string extractor, string rulebook) : IResultWriter
{
    /// <summary>The form of the payloads below. It is counted up with every change of their keys, so that what is held is read again.</summary>
    public const int Form = 2;

    /// <summary>The payload that holds the document's row.</summary>
    public const string Document = "document.json";

    /// <summary>The payload that holds the findings, one a line, as versions are compared by them.</summary>
    public const string Findings = "findings.jsonl";

    /// <summary>The payload that says whose document it is and what of; not there where that cannot be told, so that it is compared with none.</summary>
    public const string Link = "link.json";

    /// <summary>The payload that holds the figures that other documents repeat, beside <see cref="Link"/>.</summary>
    public const string Figures = "figures.json";

    /// <summary>Results under way at a time: together they are flushed once.</summary>
    private const int MostUnderWay = 64;

    private readonly List<PackedMember> _members = [];
    private readonly Queue<Task> _underWay = new();

    /// <summary>The originals that are being read, in the order in which they are written.</summary>
    private readonly ConcurrentQueue<ExtractionNeed> _reading = new();

    /// <summary>The originals to be read, one by one; those that are not written yet are few.</summary>
    public IEnumerable<ExtractionNeed> Needs
    {
        get
        {
            foreach (var need in needs)
            {
                _reading.Enqueue(need);
                yield return need;
            }
        }
    }

    public IDisposable Prepare(CheckedDocument document) => new Prepared(document);

    public void Write(CheckedDocument document, IDisposable? prepared)
    {
        while (!IsOf(document, Next))
        {
            Save();
        }

        var name = Next.Address.AbsoluteUri;
        _members.Add(((Prepared)prepared!).Member with { Name = document.Document.Length > name.Length ? document.Document[(name.Length + 2)..] : "" });
    }

    public void WriteLinks(RunLinks links)
    {
    }

    public void Complete()
    {
        while (!_reading.IsEmpty)
        {
            Save();
        }

        while (_underWay.TryDequeue(out var saved))
        {
            saved.GetAwaiter().GetResult();
        }
    }

    private ExtractionNeed Next => _reading.TryPeek(out var need) ? need : throw new InvalidOperationException("a document was written that is of no original");

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

        _underWay.Enqueue(results.SavePackedAsync(new ExtractionKey(Next.Object.Sha256, extractor, rulebook), [.. _members]));
        _members.Clear();
        _reading.TryDequeue(out _);
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
                payloads.Add(Figures, LinkJson.FiguresOf(link));
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
