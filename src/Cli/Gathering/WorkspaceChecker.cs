using Gouji.Cli.Checking;
using Gouji.Cli.Inputs;
using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Extract.Archives;
using Gouji.Ingest.Store;
using Gouji.Model;

namespace Gouji.Cli.Gathering;

/// <summary>Reads and checks the originals of a workspace: those that are new to this program and these rules, or all for an output folder.</summary>
internal sealed class WorkspaceChecker(Session session, Workspace workspace, RuleSet rules)
{
    private const int FindingsTogether = 128;

    private readonly string _rulebook = RulebookVersion.Of(rules.Rules);

    /// <summary>
    /// Reads what these readers and rules have not read yet, and keeps the findings of each version with what they changed.
    /// </summary>
    /// <returns>How many documents could not be read.</returns>
    public long CheckNew(CatalogRun run, Progress progress, CancellationToken cancellationToken)
    {
        var extractor = ReadersVersion.Current;
        var totals = new CheckTotals();
        var keeper = new ResultKeeper(workspace.Results, workspace.Results.NeedsExtraction(extractor, _rulebook), extractor, _rulebook);
        Check(keeper.Needs.Select(need => new InputFile(need.Address.AbsoluteUri, workspace.Objects.PathOf(need.Object.Sha256))), keeper, totals.Add, progress, cancellationToken);
        var comparer = new FamilyComparer(workspace, rules.Rules, extractor, _rulebook);
        KeepFindings(run, comparer, extractor, cancellationToken);
        comparer.Compare(run, cancellationToken);
        return totals.NotRead;
    }

    /// <summary>Keeps the findings of the versions that have none yet. Many are under way at a time, since those are flushed together.</summary>
    private void KeepFindings(CatalogRun run, FamilyComparer comparer, string extractor, CancellationToken cancellationToken)
    {
        var underWay = new Queue<Task>();
        foreach (var (address, version) in workspace.Catalog.NeedsFindings(extractor, _rulebook))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (underWay.Count == FindingsTogether)
            {
                underWay.Dequeue().GetAwaiter().GetResult();
            }

            var members = workspace.Results.Read(new ExtractionKey(version.Sha256, extractor, _rulebook), ResultKeeper.Findings, ResultKeeper.Link);
            underWay.Enqueue(workspace.Catalog.SaveFindingsAsync(run, version.Number, extractor, _rulebook, StoredFindings.Of(members), comparer.FamiliesOf(address, version.Sha256, members)));
        }

        Task.WaitAll([.. underWay], CancellationToken.None);
    }

    /// <summary>Checks the current version of every document, and writes what <c>check --out</c> would.</summary>
    public CheckTotals Export(string path, Progress progress, CancellationToken cancellationToken)
    {
        using var folder = OutputFolder.Open(path);
        using var writer = new FolderWriter(folder, rules.Rules);
        var inputs = workspace.Results.Current("", "")
            .Select(current => new InputFile(current.Address.AbsoluteUri, workspace.Objects.PathOf(current.Version.Sha256))).ToList();
        var totals = new CheckTotals();
        var links = new DocumentLinks(rules.Rules);
        Check(inputs, new LinkingWriter(writer, Linked), Written, progress, cancellationToken);
        return totals;

        RunLinks Linked()
        {
            var linked = links.Link(cancellationToken);
            totals.Add(linked);
            return linked;
        }

        void Written(CheckedDocument document)
        {
            totals.Add(document);
            links.Add(document);
        }
    }

    private void Check(IEnumerable<InputFile> inputs, IResultWriter writer, Action<CheckedDocument> written, Progress progress, CancellationToken cancellationToken)
    {
        var pipeline = new CheckPipeline(Environment.ProcessorCount, () => new CheckWorker(
            new FileLoader(session.Stages.Files, session.Stages.Limits),
            new ArchiveOpener(session.Stages.Limits),
            rules.CreateChecker(session.Stages.Limits),
            new ShownPath(session.Terminal.CurrentDirectory),
            session.Terminal.Time));
        progress.Expect(-1);
        pipeline.Run(inputs, writer, Written, cancellationToken);

        void Written(CheckedDocument document)
        {
            written(document);
            if (!document.WasRead)
            {
                progress.Interrupt(() => session.Tell(new Message(
                    $"{document.Document}：{document.Reasons[0].Text.Zh}", $"{document.Document}: {Rows.ReasonText(document.Reasons)}")));
            }

            progress.Advance();
        }
    }

    /// <summary>Compares the documents behind the last of them.</summary>
    private sealed class LinkingWriter(IResultWriter writer, Func<RunLinks> link) : IResultWriter
    {
        public IDisposable? Prepare(CheckedDocument document) => writer.Prepare(document);

        public void Write(CheckedDocument document, IDisposable? prepared) => writer.Write(document, prepared);

        public void WriteLinks(RunLinks links) => writer.WriteLinks(links);

        public void Complete()
        {
            writer.WriteLinks(link());
            writer.Complete();
        }
    }
}
